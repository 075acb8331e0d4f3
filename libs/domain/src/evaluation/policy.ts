import * as z from 'zod';
import { Refusal } from '../refusal';

/** When scores open: per question, per area (default) or the whole sheet at once. */
export const revealUnits = ['question', 'area', 'all'] as const;

/** The rules of the game (spelregler): set before anyone scores, frozen at the first seal. */
export const policySchema = z.object({
  /** Divergence from this share of a question's maximum, percent, inclusive. */
  amber: z.number().int().min(1).max(100),
  /** Large divergence from this share, percent, inclusive. */
  red: z.number().int().min(1).max(100),
  /** Up to and including this difference (percentage points) the mean is proposed; must lie below amber. */
  tolerance: z.number().int().min(0).max(100),
  /** Points by which an area's signed sum may differ before it is flagged, inclusive. */
  areaPoints: z.number().int().min(1).max(1000),
  /** The same for the total. */
  totalPoints: z.number().int().min(1).max(10_000),
  revealUnit: z.enum(revealUnits),
  judging: z.enum(['dimensions', 'percent']),
  adjudicator: z.uuid().nullable(),
});
export type Policy = z.infer<typeof policySchema>;

export const defaultPolicy: Policy = { amber: 15, red: 30, tolerance: 14, areaPoints: 10, totalPoints: 40, revealUnit: 'area', judging: 'dimensions', adjudicator: null };

/** The policy when its thresholds are in order; refuses `evaluation/policy-unsound` naming the field. */
export function soundPolicy(policy: Policy): Policy {
  if (policy.red <= policy.amber) throw new Refusal('evaluation/policy-unsound', { field: 'red' });
  if (policy.tolerance >= policy.amber) throw new Refusal('evaluation/policy-unsound', { field: 'tolerance' });
  return policy;
}
