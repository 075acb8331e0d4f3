const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** What the clock on the wall in Sweden shows at an instant, as milliseconds of a day without zone. */
function wallOf(instant: number): number {
  const part = Object.fromEntries(clock.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return Date.parse(`${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}:00.000Z`);
}

/**
 * The instant of a day and minute by the clock on the wall in Sweden; minute 1440 is midnight at the day's end. An hour
 * that comes twice in autumn is the first of the two; one that is left out in spring is the hour after.
 * @example instantOf('2026-10-25', 780).toISOString() // '2026-10-25T12:00:00.000Z', winter time since three that night
 */
export function instantOf(day: string, minute: number): Date {
  const wall = Date.parse(`${day}T00:00:00.000Z`) + minute * 60_000;
  // Sweden is one or two hours before UTC: the earlier instant that shows that time, else the later.
  const [summer, winter] = [wall - 2 * 3_600_000, wall - 3_600_000];
  if (wallOf(summer) === wall) return new Date(summer);
  return new Date(winter);
}

const weekdays = ['sön', 'mån', 'tis', 'ons', 'tors', 'fre', 'lör'] as const;
const months = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'] as const;

/** @example dayInWords('2026-11-10') // 'tis 10 november' */
export function dayInWords(day: string): string {
  const date = new Date(`${day}T00:00:00.000Z`);
  return `${weekdays[date.getUTCDay()] ?? ''} ${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''}`;
}

/** @example minuteInWords(990) // '16.30' */
export const minuteInWords = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}.${String(minute % 60).padStart(2, '0')}`;

/** @example timeInWords({ day: '2026-11-10', start: 780, length: 210 }) // 'tis 10 november 13.00–16.30' */
export const timeInWords = ({ day, start, length }: { day: string; start: number; length: number }): string => `${dayInWords(day)} ${minuteInWords(start)}–${minuteInWords(start + length)}`;
