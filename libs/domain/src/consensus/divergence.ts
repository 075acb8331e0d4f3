import type { Policy } from '../evaluation';
import type { Instrument } from '../instrument';
import { areaSums, levelOf, pointsOf, totalOf, asExact, compareExact, differenceOf, exact, magnitude, type Exact } from '../scoring';

/** within: no need to discuss by itself; amber: avvikelse; red: stor avvikelse. */
export type Band = 'within' | 'amber' | 'red';

/** The limits by which a question can be amber: percentage points, and where the policy counts them points and levels of the scale. */
export const amberLimits = ['share', 'points', 'bands'] as const;
export type AmberLimit = (typeof amberLimits)[number];
export type QuestionLimits = Pick<Policy, 'amber' | 'red' | 'points' | 'bands'>;

/** One evaluator's revealed standing on a question; percent null means "kan inte bedöma" or "ej tillämpligt". */
export interface Mark {
  readonly person: string;
  readonly percent: Exact | null;
}

export interface Divergence {
  readonly band: Band;
  /** Signed difference first minus second for two, spread (max minus min) for more; percentage points, which is also % of the maximum. Null when someone has no percent. */
  readonly percentagePoints: Exact | null;
  readonly points: Exact | null;
  /** How many levels of the scale (`levelOf`) lie between the lowest and the highest mark; null when someone has no percent. */
  readonly bandsApart: number | null;
  /** The limits that make it amber, in the order of `amberLimits`; empty when it is within, and when it is red. */
  readonly amberBy: readonly AmberLimit[];
  /** Middle of the marks' range and their median, for three or more. */
  readonly median: Exact | null;
  /** The person furthest from the median when that distance alone would be amber, for three or more; else null. */
  readonly outlier: string | null;
  readonly missing: readonly string[];
}

/**
 * How far apart revealed marks are. Thresholds are inclusive: exactly 15 is amber, exactly 30 is red.
 * One missing percent is red, also when all are missing; no marks at all are within. The same number is percentage points and % of the maximum.
 * The policy's `points` and `bands`, where set, raise what would be within to amber, never to red: red stays a share of the maximum.
 * @example marks 43,3 and 75 of max 25 → −31,7 pe, −7,9 p, red; with bands 1, marks 65 and 70 → amber by bands
 */
export function divergenceOf(marks: readonly Mark[], max: number, policy: QuestionLimits): Divergence {
  const missing = marks.filter((mark) => mark.percent === null).map((mark) => mark.person);
  if (missing.length > 0) return { band: 'red', percentagePoints: null, points: null, bandsApart: null, amberBy: [], median: null, outlier: null, missing };
  if (marks.length === 0) return { band: 'within', percentagePoints: null, points: null, bandsApart: null, amberBy: [], median: null, outlier: null, missing };
  const percents = marks.map((mark) => mark.percent as Exact);
  const sorted = [...percents].sort(compareExact);
  const [lowest, highest] = [sorted[0] as Exact, sorted.at(-1) as Exact];
  const spread = differenceOf(highest, lowest);
  const red = bandOf(spread, policy) === 'red';
  const amberBy = red ? [] : limitsReached(highest, lowest, max, policy);
  const signed = percents.length === 2 && percents[0] !== highest ? differenceOf(percents[0] as Exact, percents[1] as Exact) : spread;
  const median = percents.length > 2 ? medianOf(sorted) : null;
  return {
    band: red ? 'red' : amberBy.length > 0 ? 'amber' : 'within', percentagePoints: signed, points: pointsOf(signed, max), bandsApart: levelOf(highest) - levelOf(lowest), amberBy,
    median, outlier: median === null ? null : outlierOf(marks, median, max, policy), missing,
  };
}

/** The limits of amber that two percents of one question reach between them, each inclusive. */
function limitsReached(first: Exact, second: Exact, max: number, policy: Omit<QuestionLimits, 'red'>): AmberLimit[] {
  const apart = exact(first).sub(exact(second)).abs();
  const reached = {
    share: apart.compare(policy.amber) >= 0,
    points: policy.points !== undefined && compareExact(pointsOf(asExact(apart), max), `${policy.points}`) >= 0,
    bands: policy.bands !== undefined && Math.abs(levelOf(first) - levelOf(second)) >= policy.bands,
  };
  return amberLimits.filter((limit) => reached[limit]);
}

/** The band of a difference in percentage points alone, sign ignored. Inclusive at both thresholds. */
export function bandOf(percentagePoints: Exact, policy: Pick<Policy, 'amber' | 'red'>): Band {
  const size = exact(percentagePoints).abs();
  if (size.compare(policy.red) >= 0) return 'red';
  return size.compare(policy.amber) >= 0 ? 'amber' : 'within';
}

/** The median of sorted exact values; the mean of the middle two when their number is even. */
export function medianOf(sorted: readonly Exact[]): Exact {
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as Exact;
  return sorted.length % 2 === 1 ? upper : asExact(exact(upper).add(exact(sorted[middle - 1] as Exact)).div(2));
}

function outlierOf(marks: readonly Mark[], median: Exact, max: number, policy: Omit<QuestionLimits, 'red'>): string | null {
  const distances = marks.map(({ person, percent }) => ({ person, percent: percent as Exact, distance: magnitude(differenceOf(percent as Exact, median)) }));
  distances.sort((a, b) => compareExact(b.distance, a.distance));
  const [furthest, second] = distances;
  if (!furthest || limitsReached(furthest.percent, median, max, policy).length === 0) return null;
  return second && compareExact(furthest.distance, second.distance) === 0 ? null : furthest.person;
}

export interface SumCheck {
  /** Area number, or null for the total. */
  readonly area: number | null;
  /** Exact points per person, in the order given; over open questions that all persons have a percent for. */
  readonly points: readonly { person: string; points: Exact }[];
  /** Signed for two, spread for more; points. */
  readonly difference: Exact;
  readonly flagged: boolean;
  readonly compared: number;
}

/**
 * Sums per area and in total, person by person, over the questions where everyone has a percent. Fires (inclusive)
 * when signed differences add up although no single question is red; differences that cancel do not fire.
 */
export function sumChecks(instrument: Instrument, persons: readonly string[], marks: Readonly<Record<string, readonly Mark[]>>, policy: Pick<Policy, 'areaPoints' | 'totalPoints'>): SumCheck[] {
  const common = Object.entries(marks).filter(([, list]) => persons.every((person) => list.some((mark) => mark.person === person && mark.percent !== null)));
  const perPerson = persons.map((person) => areaSums(instrument, Object.fromEntries(common.map(([number, list]) => [number, list.find((mark) => mark.person === person)?.percent]))));
  const check = (area: number | null, points: Exact[], compared: number, limit: number): SumCheck => {
    const difference = points.length === 2 ? differenceOf(points[0] as Exact, points[1] as Exact) : spreadOf(points);
    return { area, points: persons.map((person, index) => ({ person, points: points[index] as Exact })), difference, compared, flagged: compared > 0 && exact(magnitude(difference)).compare(limit) >= 0 };
  };
  const areas = instrument.areas.map((area, index) =>
    check(area.number, perPerson.map((sums) => sums[index]?.points ?? '0'), perPerson[0]?.[index]?.scored ?? 0, policy.areaPoints),
  );
  return [...areas, check(null, perPerson.map(totalOf), common.length, policy.totalPoints)];
}

const spreadOf = (values: readonly Exact[]): Exact => {
  const sorted = [...values].sort(compareExact);
  return sorted.length === 0 ? '0' : differenceOf(sorted.at(-1) as Exact, sorted[0] as Exact);
};
