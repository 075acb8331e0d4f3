import type { InstrumentDraft } from './draft';
import type { Instrument, InstrumentFault } from './instrument';

/** Why a place of a draft cannot be published as it is. */
export type DraftRule =
  | InstrumentFault['rule']
  | 'text-missing' | 'text-too-long' | 'number-missing' | 'number-bad' | 'number-too-small' | 'number-too-large' | 'format'
  | 'no-areas' | 'no-criteria' | 'no-dimensions' | 'levels' | 'too-few' | 'too-many';

/**
 * One fault of a draft: the path into its body that a form can go to, the place as printed ("3.2 b"), the rule, what
 * stands there and what should (a sum, a longest length, a count), when that is one number.
 */
export interface DraftFault {
  readonly path: (string | number)[];
  readonly where: string;
  readonly rule: DraftRule;
  readonly found: string | number | null;
  readonly expected: number | null;
}

/** A draft with nothing in it but one empty area. */
export function emptyDraft(): InstrumentDraft {
  throw new Error('not yet');
}

/** The draft that a published instrument is changed in: the same body, as a copy of its own. */
export function draftOf(instrument: Instrument): InstrumentDraft {
  throw new Error(`not yet ${instrument.id}`);
}

/** Every fault of a draft, in the order of the form; empty means that it can be published. */
export function checkDraft(draft: InstrumentDraft): DraftFault[] {
  throw new Error(`not yet ${draft.id}`);
}

/** The instrument a draft makes; refuses with `instrument/unsound` and every fault. */
export function asInstrument(draft: InstrumentDraft): Instrument {
  throw new Error(`not yet ${draft.id}`);
}
