/** Days are texts, YYYY-MM-DD, by the calendar on the wall in Sweden: they sort, compare and carry no time zone. */
export type Day = string;

const milliseconds = 86_400_000;

/** The day that many days later, or earlier. @example addDays('2026-02-28', 1) // '2026-03-01' */
export const addDays = (day: Day, count: number): Day => new Date(Date.parse(`${day}T00:00:00.000Z`) + count * milliseconds).toISOString().slice(0, 10);

/** How many days from one to the other, below 0 when the other is earlier. @example daysBetween('2026-02-28', '2026-03-02') // 2 */
export const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / milliseconds;
