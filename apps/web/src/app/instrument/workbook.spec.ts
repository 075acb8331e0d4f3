import { draftOf, emptyDraft, instrumentDifference, type InstrumentDraft } from '@samsyn/domain';
import { shippedInstruments } from '@samsyn/domain/shipped';
import { strToU8, strFromU8, unzipSync, zipSync } from 'fflate';
import { importFile, mostBytes, type Imported } from './import-file';
import { sheetsOf, workbookOf } from './workbook';

const bytesOf = (blob: Blob): Promise<ArrayBuffer> =>
  new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result as ArrayBuffer);
    reader.onerror = () => failed(reader.error);
    reader.readAsArrayBuffer(blob);
  });
const fileOf = (bytes: ArrayBuffer, name: string): File => Object.assign(new File([bytes], name), { arrayBuffer: () => Promise.resolve(bytes) });
const buffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;
const read = (bytes: ArrayBuffer, name = 'modell.xlsx', base: InstrumentDraft = emptyDraft()): Promise<Imported> => importFile(fileOf(bytes, name), base);

/** The workbook of a draft with one of its parts rewritten. */
async function tampered(draft: InstrumentDraft, path: string, change: (text: string) => string): Promise<ArrayBuffer> {
  const parts = unzipSync(new Uint8Array(await bytesOf(workbookOf(draft))));
  return buffer(zipSync({ ...parts, [path]: strToU8(change(strFromU8(parts[path] ?? new Uint8Array()))) }));
}

describe('workbook', () => {
  const draft = shippedInstruments.filter(({ id }) => id === 'kk-2016-v2').map(draftOf)[0] ?? emptyDraft();

  it.each(shippedInstruments.map((instrument) => [instrument.id, instrument] as const))('%s comes back from its workbook without a difference', async (_, instrument) => {
    const imported = await read(await bytesOf(workbookOf(draftOf(instrument))), 'modell.xlsx', draftOf(instrument));
    expect(imported).toMatchObject({ kind: 'draft', faults: [] });
    expect(imported.kind === 'draft' && instrumentDifference(instrument, imported.draft)).toEqual([]);
  });

  it('refuses a file over 5 MB unread', async () => {
    const file = Object.assign(new File([], 'stor.xlsx'), { arrayBuffer: () => Promise.reject(new Error('read')) });
    Object.defineProperty(file, 'size', { value: 50_000_000 });
    await expect(importFile(file, draft)).resolves.toEqual({ kind: 'too-large', megabytes: 50 });
    expect(mostBytes).toBe(5_000_000);
  });

  it('says so of a file that was moved or written since it was chosen', async () => {
    const file = Object.assign(new File(['x'], 'modell.xlsx'), { arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) });
    await expect(importFile(file, draft)).resolves.toEqual({ kind: 'unreadable' });
  });

  it('refuses merged cells by sheet and cells', async () => {
    const bytes = await tampered(draft, 'xl/worksheets/sheet3.xml', (text) => text.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A2:B3"/></mergeCells>'));
    await expect(read(bytes)).resolves.toEqual({ kind: 'workbook', faults: [{ rule: 'merged', sheet: 'Frågor', found: 'A2:B3' }] });
  });

  it('refuses what is no workbook: junk, a broken package, a package of something else', async () => {
    const refused = { kind: 'workbook', faults: [{ rule: 'no-workbook', sheet: '', found: '' }] };
    await expect(read(buffer(strToU8('inte en fil')))).resolves.toEqual(refused);
    await expect(read((await bytesOf(workbookOf(draft))).slice(0, 400))).resolves.toEqual(refused);
    await expect(read(buffer(zipSync({ 'hej.txt': strToU8('hej') })))).resolves.toEqual(refused);
    await expect(read(await tampered(draft, 'xl/workbook.xml', () => '<workbook'))).resolves.toEqual(refused);
  });

  it('refuses a small file that unpacks to a vast one', async () => {
    const bytes = buffer(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(61_000_000) }, { level: 1 }));
    await expect(sheetsOf(bytes)).resolves.toEqual({ faults: [{ rule: 'too-large-inside', sheet: '', found: '' }] });
  });

  it('names sheet, row and column of what it cannot read', async () => {
    const bytes = await tampered(draft, 'xl/worksheets/sheet3.xml', (text) => text.replace(/<c r="([A-Z]+2)" s="2"><v>\d+<\/v><\/c>/, '<c r="$1" t="inlineStr"><is><t>femton</t></is></c>'));
    const imported = await read(bytes, 'modell.xlsx', draft);
    expect(imported.kind === 'draft' && imported.faults[0]).toEqual({ sheet: 'Frågor', row: 2, column: 'Område', rule: 'number-expected', found: 'femton' });
  });

  it('says where a JSON file has the wrong form', async () => {
    await expect(read(buffer(strToU8('{"id": 7}')), 'modell.json')).resolves.toMatchObject({ kind: 'json', fault: { rule: 'shape' } });
    await expect(read(buffer(strToU8('hej')), 'modell.json')).resolves.toMatchObject({ kind: 'json', fault: { rule: 'not-json' } });
  });
});
