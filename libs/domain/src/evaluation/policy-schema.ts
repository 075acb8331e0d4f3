import * as z from 'zod';
import { revealUnits } from './policy';

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
  /** Points of difference on one question from which it is amber at least, whole or half, inclusive. Absent, never a default: not counted. */
  points: z.number().multipleOf(0.5).min(0.5).max(1000).optional(),
  /** Levels of the scale (`levelOf`) by which a question's percents lie apart when it is amber at least, inclusive. Absent: not counted. */
  bands: z.number().int().min(1).max(4).optional(),
  revealUnit: z.enum(revealUnits),
  judging: z.enum(['dimensions', 'percent']),
  adjudicator: z.uuid().nullable(),
});
export type Policy = z.infer<typeof policySchema>;
