import type { Fact, FactKind } from '../facts';
import { Refusal } from '../refusal';
import type { EvaluationState } from '../state';

/**
 * What the ledger of a training still takes once it has begun: sealing, taking back in time, what opens by it, and
 * stepping back. Named one by one, so that a new kind of fact is refused in practice until somebody thinks of it here.
 */
const practised: ReadonlySet<FactKind> = new Set<FactKind>(['sealed', 'sealWithdrawn', 'revealed', 'declared']);

/** Whether this is practice on a made-up municipality: known by its instrument, which nothing else may use. */
export const isTraining = (state: EvaluationState): boolean => state.instrument.training === true;

/**
 * Refuses `evaluation/training` in a training. A made-up municipality has no material of its own to hand in, nobody to
 * interview and nothing to note; what lies beside the ledger asks this before it changes anything.
 */
export function requireReal(state: EvaluationState): void {
  if (isTraining(state)) throw new Refusal('evaluation/training');
}

/**
 * Refuses `evaluation/training` when facts are said in a training that it has no room for. The other evaluator is a
 * reference that answers nothing: a new round would never open, a proposal never be approved, a report never be signed.
 * @example roundOpened → refused; sealed and revealed → recorded
 */
export function requirePractised(state: EvaluationState, facts: readonly Fact[]): void {
  if (facts.some(({ kind }) => !practised.has(kind))) requireReal(state);
}
