import { daysBetween } from '../days';
import { type PlannedDate, type PlannedDates } from './dates';

/** What the dates are about: one day each, or from a day to a day. */
export const stretches = ['scoring', 'visit', 'consensus', 'report'] as const;
export type Stretch = (typeof stretches)[number];
const endsOf: Readonly<Record<Stretch, readonly [from: PlannedDate, to: PlannedDate]>> = {
  scoring: ['scoringFrom', 'scoringTo'], visit: ['visitFrom', 'visitTo'], consensus: ['consensus', 'consensus'], report: ['reportDue', 'reportDue'],
};

export interface PlannedStretch {
  readonly what: Stretch;
  /** Null where only the other end is planned; the same day twice is one day. */
  readonly from: string | null;
  readonly to: string | null;
  readonly past: boolean;
}

/** What is planned, in order; what has no day is left out. Past once its last day is. */
export const plannedStretches = (dates: PlannedDates, today: string): PlannedStretch[] =>
  stretches.flatMap((what) => {
    const [from, to] = [dates[endsOf[what][0]], dates[endsOf[what][1]]];
    const last = to ?? from;
    return last === null ? [] : [{ what, from, to, past: last < today }];
  });

/** The day that comes next: that something begins, that it ends, or a day of its own. */
export interface NextDate {
  readonly what: Stretch;
  readonly edge: 'begins' | 'ends' | 'day';
  readonly from: string | null;
  readonly to: string | null;
  readonly day: string;
  /** Days from today, 0 today. */
  readonly left: number;
}

/**
 * The next planned day, today included; null when none is left. What has begun is told by its end, what has not by its
 * beginning, and of two on the same day the one that comes first in the plan.
 * @example nextDate({ ...noDates, scoringFrom: '2026-11-24', scoringTo: '2026-12-12' }, '2026-12-06') // scoring ends, 6 days left
 */
export function nextDate(dates: PlannedDates, today: string): NextDate | null {
  const coming = plannedStretches(dates, today).flatMap(({ what, from, to, past }): NextDate[] => {
    const edge = from === to ? 'day' : from !== null && from >= today ? 'begins' : 'ends';
    const day = edge === 'ends' ? to : from;
    return past || day === null ? [] : [{ what, edge, from, to, day, left: daysBetween(today, day) }];
  });
  return coming.reduce<NextDate | null>((first, one) => (first === null || one.left < first.left ? one : first), null);
}
