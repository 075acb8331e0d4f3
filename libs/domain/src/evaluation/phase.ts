import { Refusal } from '../refusal';
import type { EvaluationState } from '../state';

export const phases = ['planning', 'scoring', 'consensus', 'report', 'locked'] as const;
export type Phase = (typeof phases)[number];

/** Where the evaluation stands, derived: planning → scoring → consensus (all opened) → report (all settled) → locked. */
export function phaseOf(state: EvaluationState): Phase {
  if (state.locked) return 'locked';
  if (!state.scoringOpen) return 'planning';
  const questions = Object.values(state.questions);
  if (questions.some((question) => question.openedRound < question.round)) return 'scoring';
  return questions.every((question) => question.settled) ? 'report' : 'consensus';
}

/** Refuses `evaluation/locked` when locked and `evaluation/wrong-phase` while scoring is not open. */
export function requireOpen(state: EvaluationState): void {
  requireUnlocked(state);
  if (!state.scoringOpen) throw new Refusal('evaluation/wrong-phase', { phase: phaseOf(state) });
}

/**
 * What may still be written about a locked evaluation, with the reason: nothing of what was judged, only what the law, a
 * person's own safety or a letter on its way asks for. Named one by one; every other write is refused.
 */
export const writtenAfterLock = {
  hold: 'a duty to keep may come later, or end; for how long things are kept was settled before the lock',
  deletion: 'what is due is deleted on its day, with a receipt, and people are forgotten on theirs',
  ownAddress: 'a link or a calendar that came into the wrong hands is ended or renewed at once',
  letterTakenBack: 'a letter that has not left may be taken back, and of one that left it is noted what became of it',
} as const;
export type WrittenAfterLock = keyof typeof writtenAfterLock;

/**
 * Refuses `evaluation/locked` when locked: nothing of a locked evaluation changes before it is unlocked by everyone.
 * Who writes what may be written all the same says so by name.
 */
export function requireUnlocked(state: EvaluationState, exception: WrittenAfterLock | null = null): void {
  if (state.locked && exception === null) throw new Refusal('evaluation/locked', { version: state.locked.version });
}
