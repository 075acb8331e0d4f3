import type { BoardQuestion } from '@samsyn/contract';
import { compareExact, differenceOf, magnitude, meanOf, type Exact } from '@samsyn/domain';

/** One opened question: the learner's percent, the reference's, and the first minus the second. */
export interface Compared {
  readonly number: string;
  readonly own: Exact | null;
  readonly reference: Exact | null;
  /** Null when the learner set no figure. */
  readonly difference: Exact | null;
}

export interface TrainingSummary {
  readonly opened: number;
  readonly of: number;
  /** Largest difference first, ties in the instrument's order; what cannot be compared last. */
  readonly rows: readonly Compared[];
  /** Mean size of the differences, exact; null when there is none. */
  readonly mean: Exact | null;
}

/** How far the learner is from the reference, over the questions that are open. */
export function summaryOf(questions: readonly BoardQuestion[], me: string): TrainingSummary {
  const opened = questions.filter(({ openedRound }) => openedRound > 0);
  const rows = opened.map(({ number, openedRound, voices }): Compared => {
    const of = (mine: boolean): Exact | null => voices.find(({ person, round }) => (person === me) === mine && round === openedRound)?.percent ?? null;
    const [own, reference] = [of(true), of(false)];
    return { number, own, reference, difference: own === null || reference === null ? null : differenceOf(own, reference) };
  });
  const sizes = rows.flatMap(({ difference }) => (difference === null ? [] : [magnitude(difference)]));
  const size = ({ difference }: Compared): Exact => (difference === null ? '-1' : magnitude(difference));
  return { opened: opened.length, of: questions.length, rows: [...rows].sort((a, b) => compareExact(size(b), size(a))), mean: sizes.length === 0 ? null : meanOf(sizes) };
}
