/**
 * Opens foreign files, in a thread of its own with little memory and little time: whatever a file does, it does it here.
 * Started by `text-thread.ts`. Node reads this file as it is, so it imports packages and its neighbours by their whole
 * names, and its types can be stripped.
 */
import { fileTypeFromFile } from 'file-type';
import { unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { open, readFile, stat } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import readExcelFile from 'read-excel-file/node';
import sanitizeHtml from 'sanitize-html';
import { getDocumentProxy } from 'unpdf';
import { openSheets, openText, slides } from './text-open.ts';
import { blocksOf, inPages, linesOf, placed, rowsOf, type Piece, type PlacedPage } from './text-places.ts';

interface Task {
  readonly task: 'look' | 'text' | 'preview';
  readonly path: string;
  readonly kind: string;
  /** The last page that is stored already. */
  readonly after: number;
  /** Which part of a long table is wanted: the one around this row. */
  readonly around: { readonly sheet: string; readonly row: number } | null;
}

const mega = 1024 * 1024;
const most = { pdf: 400 * mega, office: 200 * mega, text: 50 * mega, unpacked: 250 * mega, entries: 20_000, pages: 10_000, pageText: 100_000, preview: 300_000, sheets: 30, rows: 500, columns: 60 };
const office = new Set(['docx', 'xlsx', 'pptx', 'odt', 'ods']);
const plain = new Set(['txt', 'csv', 'md']);
const pagesAtATime = 50;

class Outcome extends Error {
  readonly why: 'encrypted' | 'tooLarge' | 'failed' | 'unsupported';

  constructor(why: Outcome['why']) {
    super(why);
    this.why = why;
  }
}

/** The bytes, when they are not too many to be held at once. */
async function bytesOf(path: string, limit: number): Promise<Uint8Array> {
  if ((await stat(path)).size > limit) throw new Outcome('tooLarge');
  return new Uint8Array(await readFile(path));
}

const begins = (bytes: Uint8Array, ...signature: number[]): boolean => signature.every((byte, at) => bytes[at] === byte);
const isOldContainer = (bytes: Uint8Array): boolean => begins(bytes, 0xd0, 0xcf, 0x11, 0xe0);

/**
 * What the archive says is in it, before anything is unpacked. A lie costs the liar: unpacking writes into buffers of
 * the declared size and never past them.
 */
function entriesOf(bytes: Uint8Array): { name: string; size: number; packed: number }[] {
  const found: { name: string; size: number; packed: number }[] = [];
  unzipSync(bytes, { filter: ({ name, originalSize, size }) => (found.push({ name, size: originalSize, packed: size }), false) });
  return found;
}

function isBomb(entries: readonly { size: number; packed: number }[]): boolean {
  const [size, packed] = [entries.reduce((sum, own) => sum + own.size, 0), entries.reduce((sum, own) => sum + own.packed, 0)];
  return entries.length > most.entries || size > 4 * most.unpacked || (size > 50 * mega && size > 200 * Math.max(1, packed));
}

/** The parts wanted, unpacked within their declared sizes. */
function unpacked(bytes: Uint8Array, wanted: (name: string, size: number) => boolean): Record<string, Uint8Array> {
  const entries = entriesOf(bytes);
  const parts = entries.filter(({ name, size }) => wanted(name, size));
  if (isBomb(entries) || parts.reduce((sum, own) => sum + own.size, 0) > most.unpacked) throw new Outcome('tooLarge');
  const names = new Set(parts.map(({ name }) => name));
  return unzipSync(bytes, { filter: ({ name }) => names.has(name) });
}

/** Libraries that unpack by themselves get an archive that was unpacked under our limits and is only wrapped again. */
const rewrapped = (bytes: Uint8Array, media: boolean): Buffer =>
  Buffer.from(zipSync(unpacked(bytes, (name, size) => /\.(xml|rels)$/i.test(name) || (media && /\.(png|jpe?g)$/i.test(name) && size < 2 * mega)), { level: 0 }));

/** What the bytes are, whatever the name says. */
async function look({ path, kind }: Task): Promise<object> {
  const mime = (await fileTypeFromFile(path).catch(() => undefined))?.mime ?? null;
  if (office.has(kind)) {
    if ((await stat(path)).size > most.office) return { mime, fault: 'size' };
    const bytes = await bytesOf(path, most.office);
    if (isOldContainer(bytes)) return { mime, locked: Buffer.from(bytes.buffer).includes(Buffer.from('EncryptedPackage', 'utf16le')) };
    try {
      const entries = entriesOf(bytes);
      if (isBomb(entries)) return { mime, fault: 'size' };
      if (entries.some(({ name }) => /vbaProject|\.(exe|dll|js|vbs|bat|ps1)$/i.test(name))) return { mime, fault: 'type' };
    } catch {
      return { mime, fault: mime === null || mime === 'application/zip' ? 'broken' : null };
    }
  }
  return { mime, text: plain.has(kind) ? await isPlainText(path) : false };
}

/** Text is text when nothing in its beginning is a control character, or the start of something that runs. */
async function isPlainText(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0);
    const start = buffer.subarray(0, bytesRead);
    return !start.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) && !/^\s*(<|#!|%!|MZ)/.test(start.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, ''));
  } finally {
    await file.close();
  }
}

const decoded = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

/** Text that the database takes: no zero characters, no halves of pairs, and no page without end. */
const clean = (text: string): string => text.slice(0, most.pageText).replace(/\0|\p{Surrogate}/gu, '');

let stored: Promise<unknown> = Promise.resolve();

/** Sends pages on as soon as those before are stored: reading and storing overlap, and a long document never piles up. */
async function send(pages: number, chunk: readonly PlacedPage[]): Promise<void> {
  await stored;
  stored = new Promise((done) => parentPort?.once('message', done));
  parentPort?.postMessage({ kind: 'pages', pages, chunk });
}

async function pdfText({ path, after }: Task): Promise<void> {
  const pdf = await getDocumentProxy(await bytesOf(path, most.pdf), { stopAtErrors: false });
  if (pdf.numPages > most.pages) throw new Outcome('tooLarge');
  let chunk: PlacedPage[] = [];
  for (let number = after + 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    chunk.push({ page: number, text: clean(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('')), places: [] });
    if (chunk.length < pagesAtATime && number < pdf.numPages) continue;
    await send(pdf.numPages, chunk);
    chunk = [];
    // Not after every page: fonts would be read again for each.
    if (number % (10 * pagesAtATime) < pagesAtATime) await pdf.cleanup();
  }
}

async function sendText(sections: Iterable<Iterable<Piece>>, after: number, between?: string): Promise<void> {
  const pages: PlacedPage[] = [];
  for (const page of inPages(sections, between)) {
    if (pages.push(page) > most.pages) throw new Outcome('tooLarge');
  }
  for (let at = after; at < pages.length; at += pagesAtATime) await send(pages.length, pages.slice(at, at + pagesAtATime));
}

type Sheets = { name: string; rows: string[][] }[];

async function sheetsOf(bytes: Uint8Array): Promise<Sheets> {
  const sheets = await readExcelFile(rewrapped(bytes, false));
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map((cell) => (cell === null ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)))) }));
}

async function officeBytes(path: string): Promise<Uint8Array> {
  const bytes = await bytesOf(path, most.office);
  if (isOldContainer(bytes)) throw new Outcome('encrypted');
  return bytes;
}

async function text(task: Task): Promise<void> {
  const { path, kind, after } = task;
  const content = async (): Promise<Uint8Array> => unpacked(await officeBytes(path), (name) => name === 'content.xml')['content.xml'] ?? new Uint8Array();
  if (kind === 'pdf') return pdfText(task);
  if (plain.has(kind)) return sendText([linesOf(decoded(await bytesOf(path, most.text)))], after);
  if (kind === 'docx') return sendText([placed(blocksOf(await htmlOf(path, false)))], after, apart);
  if (kind === 'xlsx') return sendText((await sheetsOf(await officeBytes(path))).map(({ name, rows }) => rowsOf(name, rows)), after);
  if (kind === 'pptx') return sendText(slides(unpacked(await officeBytes(path), (name) => /^ppt\/(slides\/slide\d+\.xml|presentation\.xml|_rels\/presentation\.xml\.rels)$/.test(name))), after);
  if (kind === 'odt') return sendText([openText(await content())], after, apart);
  if (kind === 'ods') return sendText(openSheets(await content()), after);
  throw new Outcome('unsupported');
}

/** Between paragraphs. */
const apart = '\n\n';

const readable: sanitizeHtml.IOptions = {
  allowedTags: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'ul', 'ol', 'li', 'strong', 'em', 'sup', 'sub', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'a', 'img', 'blockquote'],
  allowedAttributes: { a: ['href', 'rel', 'target'], img: ['src', 'alt'], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowedSchemesByTag: { img: ['data'] },
  allowProtocolRelative: false,
  transformTags: { a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer', target: '_blank' }) },
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !/^data:image\/(png|jpeg);base64,/.test(attribs['src'] ?? ''),
};

/** What a text document says, cleaned of everything that could act. */
async function htmlOf(path: string, pictures: boolean): Promise<string> {
  const noPicture = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
  const { value } = await mammoth.convertToHtml({ buffer: rewrapped(await officeBytes(path), pictures) }, pictures ? {} : { convertImage: noPicture });
  return sanitizeHtml(value, readable);
}

async function preview(task: Task): Promise<object> {
  const { path, kind } = task;
  const nothing = { html: null, sheets: null, text: null, places: null };
  if (plain.has(kind)) return { ...nothing, kind: 'text', text: decoded(await bytesOf(path, most.text)).slice(0, most.preview) };
  if (kind === 'xlsx') return { ...nothing, kind: 'sheets', sheets: tablesOf(await sheetsOf(await officeBytes(path)), task.around) };
  if (kind !== 'docx') return { ...nothing, kind: 'none' };
  const html = await htmlOf(path, true);
  const places = [...inPages([placed(blocksOf(html))], apart)].flatMap((own) => own.places.map(({ at: _, ...place }) => ({ ...place, page: own.page })));
  // A paragraph that runs over two pages is told once, where it begins.
  const runsOn = (at: number): boolean => ['kind', 'number', 'under'].every((key) => Object.is(places[at]?.[key as 'kind'], places[at - 1]?.[key as 'kind']));
  return { ...nothing, kind: 'html', html, places: places.filter((_, at) => at === 0 || !runsOn(at)) };
}

/** Of each sheet as much as can be shown: its beginning, or what lies around the row wanted. */
function tablesOf(sheets: Sheets, around: Task['around']): object[] {
  const pageOf = new Map([...inPages(sheets.map(({ name, rows }) => rowsOf(name, rows)))].flatMap(({ page, places }) => places.map(({ number, under }) => [`${number} ${under}`, page])));
  return sheets.slice(0, most.sheets).map(({ name, rows }) => {
    const from = around?.sheet === name && around.row > most.rows ? Math.min(around.row - 1 - most.rows / 5, rows.length - most.rows) : 0;
    const shown = rows.slice(Math.max(0, from), Math.max(0, from) + most.rows);
    return {
      name, first: Math.max(0, from) + 1, of: rows.length, cut: rows.length > shown.length || rows.some((row) => row.length > most.columns),
      rows: shown.map((row) => row.slice(0, most.columns).map((cell) => cell.slice(0, 2000))), pages: shown.map((_, at) => pageOf.get(`${Math.max(0, from) + at + 1} ${name.slice(0, 120)}`) ?? 1),
    };
  });
}

const nameOf = (fault: unknown): string => (fault instanceof Error ? fault.name : '');

try {
  const task = workerData as Task;
  const result = task.task === 'look' ? await look(task) : task.task === 'preview' ? await preview(task) : await text(task);
  await stored;
  parentPort?.postMessage({ kind: 'done', result: result ?? {} });
} catch (fault) {
  const why = fault instanceof Outcome ? fault.why : nameOf(fault) === 'PasswordException' ? 'encrypted' : 'failed';
  parentPort?.postMessage({ kind: 'failed', why });
}
parentPort?.unref();
