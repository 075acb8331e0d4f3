import type { EvaluationSummary } from '@samsyn/contract';

export const groups = ['running', 'locked', 'practice'] as const;
export type Group = (typeof groups)[number];

export const groupOf = (one: EvaluationSummary): Group => (one.sandbox ? 'practice' : one.phase === 'locked' ? 'locked' : 'running');

/** What comes next in an evaluation, seen by this person: a key below `evaluation.list.next` and its figures. */
export interface Next {
  readonly key: string;
  readonly figures: Readonly<Record<string, number>>;
  /** Whether it asks something of this person. */
  readonly mine: boolean;
}

const next = (key: string, mine: boolean, figures: Readonly<Record<string, number>> = {}): Next => ({ key, figures, mine });

export function nextOf(one: EvaluationSummary): Next {
  const evaluator = one.role === 'evaluator';
  if (!one.declared && one.phase !== 'locked') return next('declare', true);
  switch (one.phase) {
    case 'planning':
      return one.role === 'coordinator' ? next('open', true) : next('waitOpen', false);
    case 'scoring':
      if (!evaluator) return next('sealing', false, { n: one.opened, of: one.questions });
      return (one.ownSealed ?? 0) < one.questions ? next('seal', true, { n: one.questions - (one.ownSealed ?? 0) }) : next('waitSeal', false);
    case 'consensus':
      // A training is done when everything is open: there is nothing to settle with a reference.
      if (one.training) return next('trained', false);
      return next(evaluator ? 'settle' : 'settling', evaluator, { n: one.questions - one.settled });
    case 'report':
      return evaluator ? next('sign', true) : next('signing', false);
    case 'locked':
      return next('done', false, { n: one.lockedVersion ?? 1 });
  }
}
