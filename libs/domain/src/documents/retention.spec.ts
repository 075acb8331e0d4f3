import { defaultRetention, deletionDay, isDueForDeletion, lastInBackups, mayLieInBackups, retentionClasses, type RetentionDays } from './retention';

describe('how long material is kept', () => {
  it('is counted by class from the day of the newest version, over month, year and leap day', () => {
    expect(retentionClasses.map((own) => deletionDay(own, '2026-11-22'))).toEqual(['2027-05-21', '2028-11-21', null]);
    expect([deletionDay('working', '2027-12-31'), deletionDay('working', '2028-02-28', { ...defaultRetention, working: 1 })]).toEqual(['2028-06-28', '2028-02-29']);
  });

  it('follows the days of the house where it has its own', () => {
    const own: RetentionDays = { working: 0, evaluation: 10, archive: 365 };
    expect(retentionClasses.map((kept) => deletionDay(kept, '2026-01-01', own))).toEqual(['2026-01-01', '2026-01-11', '2027-01-01']);
  });

  it('ends on its day and not before, and stays ended', () => {
    const due = (today: string): boolean => isDueForDeletion({ hold: false, deleteOn: '2027-05-21' }, today);
    expect([due('2027-05-20'), due('2027-05-21'), due('2030-01-01')]).toEqual([false, true, true]);
  });

  it.each(['2026-11-22', '2099-12-31'])('never ends for what is archived or held, also not %s', (today) => {
    expect([isDueForDeletion({ hold: false, deleteOn: null }, today), isDueForDeletion({ hold: true, deleteOn: '2026-01-01' }, today), isDueForDeletion({ hold: true, deleteOn: null }, today)]).toEqual([false, false, false]);
  });
});

describe('what backups may still hold', () => {
  it('lasts as many days as backups are kept, its last day included', () => {
    const until = lastInBackups('2026-12-15', 30);
    expect(until).toBe('2027-01-14');
    expect(['2026-12-15', '2027-01-14', '2027-01-15'].map((today) => mayLieInBackups(until, today))).toEqual([true, true, false]);
  });

  it('has no end that anybody knows of when nobody has said how long they are kept', () => {
    expect([lastInBackups('2026-12-15', null), mayLieInBackups(null, '2099-12-31')]).toEqual([null, true]);
  });
});
