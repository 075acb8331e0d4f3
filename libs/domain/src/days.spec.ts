import fc from 'fast-check';
import { addDays, daysBetween } from './days';

describe('days of the calendar', () => {
  it('are counted over the ends of months and years, and over the days when clocks change', () => {
    expect([addDays('2026-02-28', 1), addDays('2028-02-28', 1), addDays('2026-12-31', 1), addDays('2027-03-29', -2), addDays('2026-10-25', 1)]).toEqual(['2026-03-01', '2028-02-29', '2027-01-01', '2027-03-27', '2026-10-26']);
    expect([daysBetween('2026-02-28', '2026-03-02'), daysBetween('2026-10-24', '2026-10-26'), daysBetween('2027-01-01', '2026-12-31')]).toEqual([2, 2, -1]);
  });

  it('lie as far apart as was added', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -9_000, max: 9_000 }), (from, count) => {
      const day = addDays('1990-01-01', from);
      expect(daysBetween(day, addDays(day, count))).toBe(count);
    }));
  });
});
