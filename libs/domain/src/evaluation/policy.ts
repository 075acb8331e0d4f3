import { Refusal } from '../refusal';
import type { EvaluationState } from '../state';
import type { Policy } from './policy-schema';
import { activeMembers } from './team';

/** When scores open: per question, per area (default) or the whole sheet at once. */
export const revealUnits = ['question', 'area', 'all'] as const;

export const defaultPolicy: Policy = { amber: 15, red: 30, tolerance: 14, areaPoints: 10, totalPoints: 40, revealUnit: 'area', judging: 'dimensions', adjudicator: null };

/** The policy when its thresholds are in order; refuses `evaluation/policy-unsound` naming the field. */
export function soundPolicy(policy: Policy): Policy {
  if (policy.red <= policy.amber) throw new Refusal('evaluation/policy-unsound', { field: 'red' });
  if (policy.tolerance >= policy.amber) throw new Refusal('evaluation/policy-unsound', { field: 'tolerance' });
  return policy;
}

/** Refuses `evaluation/policy-unsound` where a third assessor is named who takes part as none: anybody else could then be given a say. */
export function requireAdjudicator(state: EvaluationState, { adjudicator }: Policy): void {
  if (adjudicator !== null && !activeMembers(state).some(({ person, role }) => role === 'adjudicator' && person === adjudicator)) throw new Refusal('evaluation/policy-unsound', { field: 'adjudicator' });
}
