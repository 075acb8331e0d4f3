import { headings, type Cell, type SheetName } from './sheet-rows';

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

type Text = { sv: string; en: string };
type Tell = (fault: RowFault) => void;

/** The most rows of each sheet; no draft has room for more. */
const longest: Readonly<Record<SheetName, number>> = { Modell: 200, Områden: 50, Frågor: 2000, Kriterier: 10_000, 'Sidor och nivåer': 20, Metod: 50, Begäran: 500 };
const longestText = 20_000;

/** A row of a sheet, read by heading. Every reading says its fault and gives the nearest value that a draft can hold. */
export class TableRow {
  constructor(
    private readonly sheet: SheetName,
    readonly at: number,
    private readonly cells: readonly unknown[],
    private readonly columns: ReadonlyMap<string, number>,
    private readonly tell: Tell,
  ) {}

  fault(column: string, rule: RowFault['rule'], found: Cell = this.cell(column)): void {
    this.tell({ sheet: this.sheet, row: this.at, column, rule, found });
  }

  cell(column: string): Cell {
    return plain(this.cells[this.columns.get(column) ?? -1]);
  }

  text(column: string, most = longestText): string {
    const found = this.cell(column);
    const text = found === null ? '' : `${found}`;
    if (text.length > most) this.fault(column, 'text-too-long', text.length);
    return text.slice(0, most);
  }

  /** A text in both languages, of the columns with that name. */
  words(name: string): Text {
    return { sv: this.text(`${name} (svenska)`), en: this.text(`${name} (engelska)`) };
  }

  /** The same, or nothing when both are empty. */
  wordsIfAny(name: string): Text | undefined {
    const text = this.words(name);
    return text.sv === '' && text.en === '' ? undefined : text;
  }

  /** A number; a decimal comma is as good as a point. Null when the cell is empty. */
  amount(column: string): number | null {
    const found = this.cell(column);
    const number = typeof found === 'string' && /^\s*-?\d{1,15}([.,]\d{1,15})?\s*$/.test(found) ? Number(found.trim().replace(',', '.')) : found;
    if (typeof number === 'string') this.fault(column, 'number-expected');
    return typeof number === 'number' ? number : null;
  }

  /** What stands in one cell, parted by commas, semicolons or lines. */
  list(column: string, most: number, longestItem: number, parting: RegExp = /[,;\n]/): string[] {
    const items = this.text(column, longestText * 5).split(parting).map((item) => item.trim()).filter((item) => item !== '');
    if (items.length > most) this.fault(column, 'too-many-rows', items.length);
    return items.slice(0, most).map((item) => {
      if (item.length > longestItem) this.fault(column, 'text-too-long', item.length);
      return item.slice(0, longestItem);
    });
  }
}

/** The rows of a sheet that hold anything, or null when there is no such sheet. */
export function rowsIn(sheet: SheetName, given: unknown, tell: Tell): TableRow[] | null {
  if (!Array.isArray(given)) {
    tell({ sheet, row: 0, column: null, rule: 'missing-sheet', found: null });
    return null;
  }
  const columns = new Map<string, number>();
  const known = headings[sheet];
  for (const [at, name] of cellsOf(given[0]).map((cell) => `${plain(cell) ?? ''}`.trim()).entries()) {
    if (name === '') continue;
    const rule = !known.includes(name) ? 'unknown-column' : columns.has(name) ? 'duplicate-column' : null;
    if (rule) tell({ sheet, row: 1, column: name.slice(0, 100), rule, found: name.slice(0, 100) });
    else columns.set(name, at);
  }
  for (const column of known) if (!columns.has(column)) tell({ sheet, row: 1, column, rule: 'missing-column', found: null });
  const rows: TableRow[] = [];
  for (let at = 1; at < given.length; at++) {
    const cells = cellsOf(given[at]);
    if (!cells.some((cell) => plain(cell) !== null)) continue;
    if (rows.length === longest[sheet]) {
      tell({ sheet, row: at + 1, column: null, rule: 'too-many-rows', found: longest[sheet] });
      break;
    }
    rows.push(new TableRow(sheet, at + 1, cells, columns, tell));
  }
  return rows;
}

const cellsOf = (row: unknown): readonly unknown[] => (Array.isArray(row) ? row : []);

/** A cell as text or number; whatever else a program puts there (dates, truth values, errors) as its text, or as nothing. */
function plain(cell: unknown): Cell {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (typeof cell === 'string') return cell === '' ? null : cell;
  if (typeof cell === 'boolean') return `${cell}`;
  return cell instanceof Date && !Number.isNaN(cell.getTime()) ? cell.toISOString().slice(0, 10) : null;
}
