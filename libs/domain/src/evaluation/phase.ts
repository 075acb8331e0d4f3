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

/** Refuses `evaluation/locked` when locked: nothing of a locked evaluation changes before it is unlocked by everyone. */
export function requireUnlocked(state: EvaluationState): void {
  if (state.locked) throw new Refusal('evaluation/locked', { version: state.locked.version });
}
