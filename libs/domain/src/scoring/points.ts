import type { Criterion, Dimension, Instrument, Question } from '../instrument';
import { asExact, exact, meanOf, sumOf, type Exact } from './exact';

/** Judgements of one question: "a.system" → 0–100 on the instrument's step. A missing key is not judged, which is not 0. */
export type Judgements = Readonly<Record<string, number>>;

/** The key of one judgement. @example judgementKey('a', 'system') // 'a.system' */
export const judgementKey = (criterion: string, dimension: Dimension): string => `${criterion}.${dimension}`;

/** Every key a question asks a judgement for, in the order of the grid. */
export const judgementKeys = (question: Question): string[] =>
  question.criteria.flatMap((criterion) => criterion.dimensions.map((dimension) => judgementKey(criterion.key, dimension)));

/** Exact percent of one criterion: the mean of its judged dimensions; null while none is judged. */
export function criterionPercent(criterion: Criterion, judgements: Judgements): Exact | null {
  const values = criterion.dimensions.flatMap((dimension) => {
    const value = judgements[judgementKey(criterion.key, dimension)];
    return value === undefined ? [] : [`${value}`];
  });
  return values.length === 0 ? null : meanOf(values);
}

/**
 * Exact percent (0–100) of a question: the mean of its criteria that have at least one judgement, by weight, unrounded;
 * null while nothing is judged. Preliminary until `judgementKeys` are all present.
 * Source: proposed two-level mean, domain facts section 5.
 * @example a.system 70, a.deployment 60 → '65'
 */
export function questionPercent(question: Question, judgements: Judgements): Exact | null {
  const judged = question.criteria.flatMap((criterion) => {
    const percent = criterionPercent(criterion, judgements);
    return percent === null ? [] : [{ percent: exact(percent), weight: exact(`${criterion.weight ?? 1}`) }];
  });
  if (judged.length === 0) return null;
  const weights = judged.reduce((sum, { weight }) => sum.add(weight), exact('0'));
  return asExact(judged.reduce((sum, { percent, weight }) => sum.add(percent.mul(weight)), exact('0')).div(weights));
}

/** Exact points of a question: percent × max / 100. @example pointsOf('140/3', 25) // '35/3' */
export const pointsOf = (percent: Exact, max: number): Exact => asExact(exact(percent).mul(exact(`${max}`)).div(100));

/** Exact sums of an area: points over the questions that have a percent, and how many of them do. */
export interface AreaSum {
  readonly area: number;
  readonly points: Exact;
  readonly max: number;
  readonly scored: number;
  readonly questions: number;
}

/** Exact points per area from percents by question number; unrounded, so shown rows need not add up to the shown sum. */
export const areaSums = (instrument: Instrument, percents: Readonly<Record<string, Exact | null | undefined>>): AreaSum[] =>
  instrument.areas.map((area) => {
    const points = area.questions.flatMap((question) => {
      const percent = percents[question.number];
      return percent === null || percent === undefined ? [] : [pointsOf(percent, question.max)];
    });
    return { area: area.number, points: sumOf(points), max: area.max, scored: points.length, questions: area.questions.length };
  });

/** The grand total: the sum of unrounded area sums, rounded only when shown. */
export const totalOf = (areas: readonly AreaSum[]): Exact => sumOf(areas.map((area) => area.points));
