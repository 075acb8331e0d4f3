import { addDays, type Day } from '../days';

export { addDays, type Day };

const dateOf = (day: Day): Date => new Date(`${day}T00:00:00.000Z`);
const dayOf = (date: Date): Day => date.toISOString().slice(0, 10);

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** The Swedish day and hour of an instant. @example swedishTime(new Date('2026-06-30T22:30:00Z')) // { day: '2026-07-01', hour: 0 } */
export function swedishTime(instant: Date): { day: Day; hour: number } {
  const part = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, value]));
  return { day: `${part['year']}-${part['month']}-${part['day']}`, hour: Number(part['hour']) };
}

/**
 * Easter Sunday of the Gregorian calendar, by the anonymous rule in Meeus, Astronomical Algorithms (1991), chapter 8.
 * @example easterSunday(2026) // '2026-04-05'
 */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return dayOf(new Date(Date.UTC(year, month - 1, (h + l - 7 * m + 33 * month + 19) % 32)));
}

/** The first such weekday (0 Sunday … 6 Saturday) from a day on. */
const firstFrom = (day: Day, weekday: number): Day => addDays(day, (weekday - dateOf(day).getUTCDay() + 7) % 7);

/**
 * The days on which Sweden does not work, beside Saturdays and Sundays: public holidays by law (1989:253), and the eves of
 * midsummer, Christmas and New Year, which by agreement are free everywhere.
 */
export function swedishHolidays(year: number): Day[] {
  const easter = easterSunday(year);
  const midsummerEve = firstFrom(`${year}-06-19`, 5);
  return [
    `${year}-01-01`, `${year}-01-06`, addDays(easter, -2), easter, addDays(easter, 1), `${year}-05-01`, addDays(easter, 39), addDays(easter, 49), `${year}-06-06`,
    midsummerEve, addDays(midsummerEve, 1), firstFrom(`${year}-10-31`, 6), `${year}-12-24`, `${year}-12-25`, `${year}-12-26`, `${year}-12-31`,
  ].sort();
}

const holidays = new Map<number, ReadonlySet<Day>>();

/** Whether people are at work that day. @example isWorkingDay('2026-06-19') // false, midsummer eve */
export function isWorkingDay(day: Day): boolean {
  const year = Number(day.slice(0, 4));
  const known = holidays.get(year) ?? new Set(swedishHolidays(year));
  holidays.set(year, known);
  const weekday = dateOf(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !known.has(day);
}

/**
 * Working days after `from` up to and including `to`; negative when `to` is earlier. A due day that nobody works on counts
 * as the last working day before it. @example workingDaysTo('2026-04-02', '2026-04-07') // 1: Easter lies between
 */
export function workingDaysTo(from: Day, to: Day): number {
  if (to < from) return -workingDaysTo(to, from);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count++;
  return count;
}
