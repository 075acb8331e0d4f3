import type { InstrumentDraft } from './draft';
import type { Instrument } from './instrument';

/** What kind of place differs. */
export type DifferencePart = 'model' | 'dimension' | 'area' | 'question' | 'criterion' | 'method' | 'request';

/**
 * One difference between two versions. `field` is empty when the whole place was added, removed or moved, else its name
 * with the language where it has one: "max", "weight", "title.sv", "lookFor.documents.en", "headings", "anchors.2.sv".
 * `before` and `after` are then its values; for a whole place its Swedish title (moved: its position, from 1).
 */
export interface Difference {
  /** As printed: "3", "3.2", "3.2 b"; the key of a side or of a request; the number of a method section; empty for the model. */
  readonly where: string;
  readonly part: DifferencePart;
  /** The number of the area it belongs to, to group by; null outside the areas. */
  readonly area: number | null;
  readonly what: 'added' | 'removed' | 'changed' | 'moved';
  readonly field: string;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

/** Every difference between two versions, one per field, in the order of the later version, what was removed at its old place. */
export function instrumentDifference(before: Instrument | InstrumentDraft, after: Instrument | InstrumentDraft): Difference[] {
  throw new Error(`not yet ${before.id} ${after.id}`);
}

/** Whether a difference changes points: a maximum, a weight, a promised sum, or a place that comes or goes. */
export function changesPoints(difference: Difference): boolean {
  throw new Error(`not yet ${difference.field}`);
}
