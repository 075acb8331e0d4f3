import { sheetNames, type Cell, type InstrumentDraft, rowsOf, type Sheets } from '@samsyn/domain';
import { strFromU8, unzipSync, zipSync } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import { packedWorkbook } from './workbook-parts';

/** Why a file is no workbook we can read: `found` names the place. */
export interface WorkbookFault {
  readonly rule: 'no-workbook' | 'merged' | 'too-large-inside';
  readonly sheet: string;
  readonly found: string;
}

/** What the parts of a workbook may be together, unpacked: a small file can hide a vast one. */
const mostUnpacked = 60_000_000;
const mostColumns = 40;

/** The draft as a workbook: one sheet for each kind of place, headings in bold and always in sight. */
export function workbookOf(draft: InstrumentDraft): Blob {
  const rows = rowsOf(draft);
  return new Blob([packedWorkbook(sheetNames.map((name) => [name, rows[name]]))], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
}

const textOf = (parts: Readonly<Record<string, Uint8Array>>, path: string): string => (parts[path] ? strFromU8(parts[path]) : '');
const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
const unescaped = (text: string): string => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&');

/** The name a person sees of each part that holds a sheet. */
function namesOf(parts: Readonly<Record<string, Uint8Array>>): Map<string, string> {
  const links = new Map([...textOf(parts, 'xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [attribute(tag, 'Id'), `xl/${attribute(tag, 'Target').replace(/^(\/?xl)?\//, '')}`]));
  return new Map([...textOf(parts, 'xl/workbook.xml').matchAll(/<sheet\b[^>]*>/g)].map(([tag]) => [links.get(attribute(tag, 'r:id')) ?? '', unescaped(attribute(tag, 'name'))]));
}

/** Merged cells stand in one row and mean several; nobody can say which, so they are refused by sheet and cells. */
function mergedIn(parts: Readonly<Record<string, Uint8Array>>): WorkbookFault[] {
  const names = namesOf(parts);
  return Object.keys(parts).flatMap((path) => {
    if (!path.startsWith('xl/worksheets/')) return [];
    const cells = [...textOf(parts, path).matchAll(/<mergeCell\b[^>]*>/g)].map(([tag]) => attribute(tag, 'ref'));
    return cells.length === 0 ? [] : [{ rule: 'merged' as const, sheet: names.get(path) ?? path, found: `${cells.slice(0, 5).join(', ')}${cells.length > 5 ? ' …' : ''}` }];
  });
}

const plain = (cell: unknown): Cell => (cell === null || cell === undefined ? null : typeof cell === 'number' ? cell : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell));

/** The sheets of a workbook as rows of plain cells, or why it cannot be read. Never throws on a file. */
export async function sheetsOf(bytes: ArrayBuffer): Promise<{ sheets: Sheets } | { faults: WorkbookFault[] }> {
  const refuse = (rule: WorkbookFault['rule']): { faults: WorkbookFault[] } => ({ faults: [{ rule, sheet: '', found: '' }] });
  let unpacked = 0;
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(new Uint8Array(bytes), {
      filter: ({ name, originalSize }) => {
        unpacked += originalSize;
        return unpacked <= mostUnpacked && /\.(xml|rels)$/.test(name);
      },
    });
  } catch {
    return refuse('no-workbook');
  }
  if (unpacked > mostUnpacked) return refuse('too-large-inside');
  if (!parts['xl/workbook.xml']) return refuse('no-workbook');
  const merged = mergedIn(parts);
  if (merged.length > 0) return { faults: merged };
  try {
    // Packed anew without squeezing: the reader unpacks what is squeezed in a worker, which our policy forbids.
    const read = await readWorkbook(zipSync(parts, { level: 0 }).buffer);
    return { sheets: Object.fromEntries(read.map(({ sheet, data }) => [sheet, data.map((row) => row.slice(0, mostColumns).map(plain))])) };
  } catch {
    return refuse('no-workbook');
  }
}
