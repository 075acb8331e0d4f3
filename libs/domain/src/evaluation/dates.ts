import { Refusal } from '../refusal';
import type { EvaluationState } from '../state';

/** The planned days of an evaluation, in the order they are asked for. */
export const plannedDates = ['scoringFrom', 'scoringTo', 'visitFrom', 'visitTo', 'consensus', 'reportDue'] as const;
export type PlannedDate = (typeof plannedDates)[number];

/** Days are texts, YYYY-MM-DD, by the calendar on the wall in Sweden; null where nothing is planned. */
export type PlannedDates = Readonly<Record<PlannedDate, string | null>>;
export const noDates: PlannedDates = { scoringFrom: null, scoringTo: null, visitFrom: null, visitTo: null, consensus: null, reportDue: null };
export const hasDates = (dates: PlannedDates): boolean => plannedDates.some((date) => dates[date] !== null);

/**
 * What each may not come before. The visit stands free of the scoring: some judge from what was handed in and visit then,
 * some visit first. The same day is always in order.
 */
export const mustFollow: Readonly<Record<PlannedDate, readonly PlannedDate[]>> = {
  scoringFrom: [], scoringTo: ['scoringFrom'], visitFrom: [], visitTo: ['visitFrom'],
  consensus: ['scoringFrom', 'scoringTo', 'visitFrom', 'visitTo'], reportDue: ['scoringFrom', 'scoringTo', 'visitFrom', 'visitTo', 'consensus'],
};

/** Whether the text is a day of the calendar, and of a year in which anybody plans: half a year typed is none. @example isPlannedDay('2026-02-29') // false */
export function isPlannedDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00.000Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) && text >= '1990-01-01' && text <= '2100-12-31';
}

/** A date that is out of order, and the one it comes before; null where it is no day at all. */
export interface DateFault {
  readonly date: PlannedDate;
  readonly before: PlannedDate | null;
}

/** What is wrong with the dates, each named once: by the latest of those that it may not come before. */
export function dateFaults(dates: PlannedDates): DateFault[] {
  const known = (date: PlannedDate): string => (isPlannedDay(dates[date] ?? '') ? (dates[date] ?? '') : '');
  return plannedDates.flatMap((date): DateFault[] => {
    if (dates[date] === null) return [];
    if (known(date) === '') return [{ date, before: null }];
    const [latest] = mustFollow[date].filter((other) => known(other) > known(date)).sort((a, b) => known(b).localeCompare(known(a)));
    return latest ? [{ date, before: latest }] : [];
  });
}

/** The dates when they are in order; refuses `evaluation/dates-unsound` naming the date and the one it comes before. */
export function soundDates(dates: PlannedDates): PlannedDates {
  const [fault] = dateFaults(dates);
  if (fault) throw new Refusal('evaluation/dates-unsound', { date: fault.date, before: fault.before });
  return dates;
}

/** One date set, moved (both days) or taken away (`to` is null): both sides, so that a line of the log tells it alone. */
export interface DateChange {
  readonly date: PlannedDate;
  readonly from: string | null;
  readonly to: string | null;
}

/** What differs, in the order of the dates; nothing when all stands as it did. */
export const dateChanges = (before: PlannedDates, after: PlannedDates): DateChange[] =>
  plannedDates.flatMap((date) => (before[date] === after[date] ? [] : [{ date, from: before[date], to: after[date] }]));

export const withChanges = (dates: PlannedDates, changes: readonly DateChange[]): PlannedDates => ({ ...dates, ...Object.fromEntries(changes.map(({ date, to }) => [date, to])) });

/**
 * What is changed by writing these dates over the edition that was read. Writing again what stands is no clash and changes
 * nothing. Refuses `evaluation/dates-unsound`, and `evaluation/dates-changed` with what stands when somebody else has
 * written since.
 */
export function scheduling(state: EvaluationState, wanted: PlannedDates, edition: number): DateChange[] {
  const changes = dateChanges(state.dates, wanted);
  if (changes.length > 0 && edition !== state.datesEdition) throw new Refusal('evaluation/dates-changed', { dates: state.dates, edition: state.datesEdition });
  soundDates(wanted);
  return changes;
}
