import { addDays } from '../days';
import { isPlannedDay, mustFollow, plannedDates, type PlannedDate, type PlannedDates } from './dates';

/**
 * Days from the first day of scoring, as the evaluations went whose dates are public: two days' visit, and the report
 * about eight weeks after it. Source: domain facts, section 4.
 */
const usual: Readonly<Record<PlannedDate, number>> = { scoringFrom: 0, visitFrom: 14, visitTo: 15, scoringTo: 24, consensus: 31, reportDue: 70 };
/** Which given date the rest is counted from, when there is one: the visit is what others have agreed on. */
const anchors = ['visitFrom', 'visitTo', 'scoringFrom', 'scoringTo', 'consensus', 'reportDue'] as const;
const notice = 14;

const weekdayOf = (day: string): number => new Date(day).getUTCDay();

/** The working day on or after that day within the bounds, else the last one before it; null when there is none. */
function workingDay(day: string, least: string, most: string, works: (day: string) => boolean): string | null {
  const start = day < least ? least : day > most ? most : day;
  for (let later = start; later <= most && later < addDays(start, 30); later = addDays(later, 1)) if (works(later)) return later;
  for (let earlier = start; earlier >= least && earlier > addDays(start, -30); earlier = addDays(earlier, -1)) if (works(earlier)) return earlier;
  return null;
}

/**
 * The dates with the empty ones suggested: working days from today on, in order, counted from what is given, or from a
 * Monday at least two weeks ahead. What is given stays as it is; where nothing fits between, the date stays empty.
 * `works` says on which days people are at work: that calendar is not this topic's.
 */
export function suggestDates(given: PlannedDates, today: string, works: (day: string) => boolean): PlannedDates {
  const anchor = anchors.find((date) => isPlannedDay(given[date] ?? ''));
  const ahead = addDays(today, notice);
  const start = anchor ? addDays(given[anchor] ?? ahead, -usual[anchor]) : addDays(ahead, (8 - weekdayOf(ahead)) % 7);
  return plannedDates.reduce<PlannedDates>((dates, date) => {
    if (dates[date] !== null) return dates;
    const least = mustFollow[date].reduce((day, other) => ((dates[other] ?? '') > day ? (dates[other] ?? day) : day), today);
    const most = plannedDates.reduce((day, other) => (mustFollow[other].includes(date) && (dates[other] ?? day) < day ? (dates[other] ?? day) : day), '2100-12-31');
    return least > most ? dates : { ...dates, [date]: workingDay(addDays(start, usual[date]), least, most, works) };
  }, given);
}
