import { Refusal } from '../refusal';
import type { Policy } from './policy-schema';

/** When scores open: per question, per area (default) or the whole sheet at once. */
export const revealUnits = ['question', 'area', 'all'] as const;

export const defaultPolicy: Policy = { amber: 15, red: 30, tolerance: 14, areaPoints: 10, totalPoints: 40, revealUnit: 'area', judging: 'dimensions', adjudicator: null };

/** The policy when its thresholds are in order; refuses `evaluation/policy-unsound` naming the field. */
export function soundPolicy(policy: Policy): Policy {
  if (policy.red <= policy.amber) throw new Refusal('evaluation/policy-unsound', { field: 'red' });
  if (policy.tolerance >= policy.amber) throw new Refusal('evaluation/policy-unsound', { field: 'tolerance' });
  return policy;
}
