import { draftFromRows, parseInstrumentJson, type InstrumentDraft, type JsonFault, type RowFault } from '@samsyn/domain';
import type { WorkbookFault } from './workbook';

export const mostBytes = 5_000_000;

/** What a file says: a draft, perhaps with rows to put right, or why it says none. */
export type Imported =
  | { readonly kind: 'draft'; readonly name: string; readonly draft: InstrumentDraft; readonly faults: readonly RowFault[] }
  | { readonly kind: 'too-large'; readonly megabytes: number }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'json'; readonly fault: JsonFault }
  | { readonly kind: 'workbook'; readonly faults: readonly WorkbookFault[] };

/** Reads a model from a file, JSON or XLSX. A file over 5 MB is refused unread. */
export async function importFile(file: File, base: InstrumentDraft): Promise<Imported> {
  if (file.size > mostBytes) return { kind: 'too-large', megabytes: Math.max(6, Math.round(file.size / 1_000_000)) };
  // A file that was moved or written since it was chosen is refused by the browser.
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return { kind: 'unreadable' };
  const zipped = new Uint8Array(bytes.slice(0, 2));
  if (zipped[0] !== 0x50 || zipped[1] !== 0x4b) {
    if (/\.xlsx?$/i.test(file.name)) return { kind: 'workbook', faults: [{ rule: 'no-workbook', sheet: '', found: '' }] };
    const parsed = parseInstrumentJson(new TextDecoder().decode(bytes));
    return 'fault' in parsed ? { kind: 'json', fault: parsed.fault } : { kind: 'draft', name: file.name, draft: parsed.draft, faults: [] };
  }
  const { sheetsOf } = await import('./workbook');
  const read = await sheetsOf(bytes);
  if ('faults' in read) return { kind: 'workbook', faults: read.faults };
  return { kind: 'draft', name: file.name, ...draftFromRows(read.sheets, base) };
}

/** Hands a file to the person. */
export function download(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
