import { addDays, easterSunday, isWorkingDay, swedishHolidays, swedishTime, workingDaysTo } from './working-days';

describe('Swedish days', () => {
  // Printed almanacs.
  it.each([[1961, '04-02'], [2000, '04-23'], [2008, '03-23'], [2011, '04-24'], [2016, '03-27'], [2019, '04-21'], [2024, '03-31'], [2025, '04-20'], [2026, '04-05'], [2027, '03-28'], [2028, '04-16'], [2038, '04-25']])('Easter Sunday of %i is %s', (year, day) => {
    expect(easterSunday(year)).toBe(`${year}-${day}`);
  });

  it('the free days of 2026 are these', () => {
    expect(swedishHolidays(2026)).toEqual([
      '2026-01-01', '2026-01-06', '2026-04-03', '2026-04-05', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-24', '2026-06-06', '2026-06-19', '2026-06-20', '2026-10-31', '2026-12-24', '2026-12-25', '2026-12-26', '2026-12-31',
    ]);
  });

  it.each([[2020, '06-19', '10-31'], [2021, '06-25', '11-06'], [2024, '06-21', '11-02'], [2025, '06-20', '11-01'], [2027, '06-25', '11-06']])('midsummer eve and All Saints of %i are %s and %s', (year, eve, saints) => {
    expect(swedishHolidays(year)).toEqual(expect.arrayContaining([`${year}-${eve}`, `${year}-${saints}`]));
    expect(isWorkingDay(`${year}-${eve}`)).toBe(false);
  });

  // Counted by hand: weekdays of the year (260, 262, 261, 261) less the free days that fall on one (9, 11, 12, 10).
  it.each([[2023, 251], [2024, 251], [2025, 249], [2026, 251]])('%i has %i working days when the eves are free', (year, count) => {
    expect(workingDaysTo(addDays(`${year}-01-01`, -1), `${year}-12-31`)).toBe(count);
  });

  it('counts over Easter and Christmas, backwards too', () => {
    expect(workingDaysTo('2026-04-02', '2026-04-07')).toBe(1);
    expect(workingDaysTo('2026-12-23', '2027-01-04')).toBe(4);
    expect(workingDaysTo('2026-04-07', '2026-04-02')).toBe(-1);
    expect(workingDaysTo('2026-06-18', '2026-06-21')).toBe(0);
    expect(Object.is(workingDaysTo('2026-06-18', '2026-06-18'), 0)).toBe(true);
  });

  it.each([
    ['2026-06-30T21:59:59Z', '2026-06-30', 23], ['2026-06-30T22:00:00Z', '2026-07-01', 0], ['2026-12-31T23:30:00Z', '2027-01-01', 0], ['2026-03-29T00:59:00Z', '2026-03-29', 1], ['2026-03-29T01:00:00Z', '2026-03-29', 3], ['2026-10-25T01:30:00Z', '2026-10-25', 2],
  ])('at %s it is %s, hour %i', (instant, day, hour) => {
    expect(swedishTime(new Date(instant))).toEqual({ day, hour });
  });
});
