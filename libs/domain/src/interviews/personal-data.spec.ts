import fc from 'fast-check';
import { addDays } from '../documents';
import { forgetDay, isDueToForget, latestForgetDay, usualCare, visitCareSchema, type VisitTimes } from './personal-data';

const visit: VisitTimes = { lastDay: '2026-11-11', lockedOn: null, since: '2026-09-01' };

describe('the day interviewees are forgotten', () => {
  it.each<[string, Partial<VisitTimes>, string]>([
    ['a year after the last interview day while nothing is locked', {}, '2027-11-11'],
    ['90 days after the lock', { lockedOn: '2027-01-15' }, '2027-04-15'],
    ['never later for a lock that comes late', { lockedOn: '2027-11-01' }, '2027-11-11'],
    ['after the last interview day where the lock came before it', { lockedOn: '2026-11-02' }, '2027-02-09'],
    ['from when they were added where no day is planned', { lastDay: null }, '2027-09-01'],
  ])('is %s', (_, times, day) => {
    expect(forgetDay({ ...visit, ...times }, usualCare)).toBe(day);
  });

  it('is due on the day itself and not the day before', () => {
    expect(['2027-11-10', '2027-11-11', '2028-01-01'].map((today) => isDueToForget(visit, usualCare, today))).toEqual([false, true, true]);
  });

  it('never comes while there is a duty to preserve', () => {
    expect(isDueToForget(visit, { ...usualCare, hold: true }, '2099-01-01')).toBe(false);
  });

  it('is never later than what the notice promised, whatever is locked and opened again', () => {
    const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2026-01-01', days));
    fc.assert(fc.property(day, fc.option(day), fc.integer({ min: 1, max: 730 }), fc.integer({ min: 30, max: 1095 }), (lastDay, lockedOn, afterLock, atMost) => {
      const [times, care] = [{ lastDay, lockedOn, since: '2025-12-01' }, { ...usualCare, afterLock, atMost }];
      const day = forgetDay(times, care);
      expect(day <= latestForgetDay(times, care) && day > lastDay).toBe(true);
    }));
  });

  it('has bounds', () => {
    expect([visitCareSchema.safeParse(usualCare).success, visitCareSchema.safeParse({ ...usualCare, atMost: 5000 }).success, visitCareSchema.safeParse({ ...usualCare, afterLock: 0 }).success]).toEqual([true, false, false]);
  });
});
