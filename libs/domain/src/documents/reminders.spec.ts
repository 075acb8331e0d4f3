import { digestByHand, digestFor, isUnreviewed, type DueItem } from './reminders';
import { requestStates } from './request';
import { addDays, isWorkingDay } from './working-days';

const item = (due: string | null, status: DueItem['status'] = 'requested', name = due ?? '') => ({ due, status, name });
const names = (today: string, ...items: ReturnType<typeof item>[]): string[] => digestFor(today, items).map(({ name }) => name);
/** The days of a year on which one item due that day brings a mail. */
const mailDays = (due: string, from: string, count: number): string[] => Array.from({ length: count }, (_, at) => addDays(from, at)).filter((day) => names(day, item(due)).length > 0);

describe('the digest of reminders', () => {
  it('goes three and one working days before, on the day, three after and then every fifth', () => {
    // Due Wednesday 2026-09-16; no free days around.
    expect(mailDays('2026-09-16', '2026-09-01', 40)).toEqual(['2026-09-11', '2026-09-15', '2026-09-16', '2026-09-21', '2026-09-28', '2026-10-05']);
  });

  it('goes on no day on which nobody works, however late something is', () => {
    const free = Array.from({ length: 365 }, (_, at) => addDays('2026-01-01', at)).filter((day) => !isWorkingDay(day));
    expect(free.length).toBeGreaterThan(100);
    for (const day of free) for (const back of [0, 1, 3, 5, 8, 30]) expect(names(day, item(addDays(day, -back)), item(addDays(day, 1)))).toEqual([]);
  });

  it('counts over Easter: due Tuesday after it, the last day before is Thursday', () => {
    expect(mailDays('2026-04-07', '2026-03-28', 20)).toEqual(['2026-03-31', '2026-04-02', '2026-04-07', '2026-04-10']);
    expect(names('2026-04-02', item('2026-04-07'))).toEqual(['2026-04-07']);
  });

  it('due on a free day counts as the last working day before', () => {
    expect(mailDays('2026-09-19', '2026-09-10', 20)).toEqual(['2026-09-15', '2026-09-17', '2026-09-18', '2026-09-23']);
  });

  it('is one, of everything late or soon due, most urgent first; not of what lies further off', () => {
    const late = Array.from({ length: 9 }, (_, at) => item(addDays('2026-09-01', at)));
    expect(names('2026-09-16', ...late, item('2026-09-18'), item('2026-09-30'), item(null)).length).toBe(10);
    expect(names('2026-09-16', item('2026-09-18', 'requested', 'soon'), ...late)[0]).toBe('2026-09-01');
  });

  it.each(requestStates)('speaks of what is %s only while somebody has something left to do', (status) => {
    expect(names('2026-09-16', item('2026-09-16', status)).length).toBe(['requested', 'underway', 'returned'].includes(status) ? 1 : 0);
  });
});

describe('a reminder by hand', () => {
  const byHand = (today: string, chosen: readonly string[], ...items: ReturnType<typeof item>[]): string[] => digestByHand(today, items, ({ name }) => chosen.includes(name)).map(({ name }) => name);

  it('names what was chosen whenever it is due, also without a day, and on a day on which nobody works', () => {
    expect(byHand('2026-11-22', ['far', 'none'], item('2027-01-15', 'requested', 'far'), item('2027-01-16', 'requested', 'other'), item(null, 'underway', 'none'))).toEqual(['far', 'none']);
  });

  it('takes in what that day would have brought anyway, most urgent first, so that one mail is enough', () => {
    expect(byHand('2026-09-16', ['far'], item('2026-12-01', 'requested', 'far'), item('2026-09-16'), item('2026-09-17'), item('2026-11-01'))).toEqual(['2026-09-16', '2026-09-17', 'far']);
  });

  it('says nothing of what nobody has anything left to do with', () => {
    expect(byHand('2026-09-16', ['a', 'b'], item('2026-09-16', 'submitted', 'a'), item('2026-09-16', 'accepted', 'b'))).toEqual([]);
  });
});

describe('what was submitted', () => {
  it('is unreviewed after more than five working days', () => {
    expect([['2026-09-21', 'submitted'], ['2026-09-22', 'submitted'], ['2026-09-22', 'accepted']].map(([today, status]) => isUnreviewed(status as DueItem['status'], '2026-09-14', today as string))).toEqual([false, true, false]);
  });
});
