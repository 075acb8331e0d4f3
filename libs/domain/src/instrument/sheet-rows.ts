import type { InstrumentDraft } from './draft';

/** A plain cell of a workbook. */
export type Cell = string | number | null;
/** A workbook as rows of plain cells; the first row of each sheet is its headings. */
export type Sheets = Readonly<Record<string, readonly (readonly Cell[])[]>>;

/** The sheets of an instrument, in the order of the workbook. */
export const sheetNames = ['Modell', 'Områden', 'Frågor', 'Kriterier', 'Sidor och nivåer', 'Metod', 'Begäran'] as const;
export type SheetName = (typeof sheetNames)[number];

/** One fault of a workbook: the row as the program numbers it (headings are row 1; 0 for the whole sheet) and the heading of the column, if it is one cell. */
export interface RowFault {
  readonly sheet: string;
  readonly row: number;
  readonly column: string | null;
  readonly rule:
    | 'missing-sheet' | 'unknown-sheet' | 'missing-column' | 'unknown-column' | 'duplicate-column' | 'unknown-field' | 'number-expected' | 'number-missing' | 'text-too-long'
    | 'unknown-area' | 'unknown-question' | 'unknown-side' | 'duplicate-number' | 'no-dimensions' | 'too-many-rows';
  readonly found: Cell;
}

/** The draft as sheets. */
export function rowsOf(draft: InstrumentDraft): Record<SheetName, Cell[][]> {
  throw new Error(`not yet ${draft.id}`);
}

/**
 * The draft that sheets make, with every fault of theirs. What no sheet holds, and every sheet that is missing, stays as
 * in `base`. Never throws, whatever the cells.
 */
export function draftFromRows(sheets: Sheets, base: InstrumentDraft): { readonly draft: InstrumentDraft; readonly faults: RowFault[] } {
  throw new Error(`not yet ${Object.keys(sheets).join()} ${base.id}`);
}
