import { evaluatorsOf, activeMembers, isEvaluator } from '../evaluation';
import { Refusal } from '../refusal';
import type { Acceptance } from '../facts';
import type { EvaluationState } from '../state';
import { checklist, isReady, notesOf } from './checklist';

/** The version the next lock makes: 1, then one more after each unlock. */
export const nextVersion = (state: EvaluationState): number => state.versions.length + 1;

/**
 * Checks that the person may sign the lock of what they saw: `fingerprint` is of the report composed now.
 * What is left on the checklist is accepted with a reason, which the answer holds; null where nothing is left.
 * Refuses `report/not-ready`, `report/changed-since`, `report/already-signed` and `report/acceptance-missing`.
 */
export function requireMaySign(state: EvaluationState, person: string, seen: string, fingerprint: string, reason: string): Acceptance | null {
  const items = checklist(state);
  if (!isReady(items)) throw new Refusal('report/not-ready', { items });
  if (seen !== fingerprint) throw new Refusal('report/changed-since', { fingerprint });
  if (state.signatures.some((signature) => signature.person === person && signature.fingerprint === fingerprint)) throw new Refusal('report/already-signed');
  const notes = notesOf(items);
  if (notes.length > 0 && reason.trim() === '') throw new Refusal('report/acceptance-missing', { notes });
  return notes.length > 0 ? { notes, reason: reason.trim() } : null;
}

/** Whether every evaluator has signed this very fingerprint: two keys or more, never one. */
export const isFullySigned = (state: EvaluationState, fingerprint: string): boolean =>
  evaluatorsOf(state).length > 1 && evaluatorsOf(state).every(({ person }) => state.signatures.some((signature) => signature.person === person && signature.fingerprint === fingerprint));

/** Who must consent to unlocking: every evaluator and every coordinator who takes part. */
export const unlockersOf = (state: EvaluationState): string[] =>
  [...new Set(activeMembers(state).filter((member) => member.role === 'coordinator' || isEvaluator(state, member.person)).map((member) => member.person))];

/** Refuses `report/not-locked`, `report/reason-missing`, `report/already-signed`. */
export function requireMayUnlock(state: EvaluationState, person: string, reason: string): void {
  if (!state.locked) throw new Refusal('report/not-locked');
  if (reason.trim() === '') throw new Refusal('report/reason-missing');
  if (state.unlocks.some((unlock) => unlock.person === person)) throw new Refusal('report/already-signed');
}

export const isFullyUnlocked = (state: EvaluationState): boolean => unlockersOf(state).every((person) => state.unlocks.some((unlock) => unlock.person === person));
