import { createRequire } from 'node:module';
import PdfDocument from 'pdfkit';

export interface SheetPerson {
  readonly name: string;
  /** What they are, and from when they take part. */
  readonly about: string;
  readonly phone: string;
}

export interface SheetPart {
  readonly time: string;
  readonly title: string;
  /** What lies between the interviews steps back. */
  readonly aside: boolean;
  readonly lines: readonly string[];
  readonly people: readonly SheetPerson[];
}

export interface DaySheet {
  readonly title: string;
  readonly municipality: string;
  readonly edition: string;
  readonly isDraft: boolean;
  readonly made: Date;
  readonly parts: readonly SheetPart[];
}

type Weight = 400 | 700;
type Pdf = PDFKit.PDFDocument;

const page = { width: 595.28, height: 841.89, margin: 44 } as const;
const timeColumn = 0.3;

/** How the people of an interview stand: a line each, or one after the other, with or without what they are. */
type Crowd = 'lines' | 'running' | 'names';
/** A full day first gives up room, then detail, and only at last size: down to 0.7 it is read at arm's length, nine points or more. */
const tries: readonly (readonly [Crowd, number, number])[] = [['lines', 1.4, 0.85], ['running', 1, 0.7], ['names', 0.95, 0.4]];
const ink = '#1a1a1a';

const fonts = createRequire(import.meta.url);
const scripts = ['latin', 'latin-ext'] as const;
const fontFile = (script: string, weight: Weight): string => fonts.resolve(`@fontsource/pt-serif/files/pt-serif-${script}-${weight}-normal.woff`);

/** PDF/UA-1, which the types do not know of. */
const accessible: object = { subset: 'PDF/UA' };

/** What the first of the two font files holds: Western European letters and the usual signs. */
const western = /[\u0020-\u00ff\u0131\u0152\u0153\u02c6\u02da\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u20ac]/;

/** A text in pieces that each have one font. @example runsOf('Åsa Łuk') // [['latin', 'Åsa '], ['latin-ext', 'Ł'], ['latin', 'uk']] */
function runsOf(text: string): [string, string][] {
  const runs: [string, string][] = [];
  for (const sign of text) {
    const script = scripts[western.test(sign) ? 0 : 1];
    const last = runs.at(-1);
    if (last?.[0] === script) last[1] += sign;
    else runs.push([script, sign]);
  }
  return runs;
}

/** One sheet, as large as the day allows: tagged, with language and title, headings for those who listen. */
export async function daySheetPdf(sheet: DaySheet): Promise<Buffer> {
  const title = `Dagblad ${sheet.title}, ${sheet.municipality}`;
  const pdf = new PdfDocument({ size: 'A4', margin: page.margin, autoFirstPage: true, pdfVersion: '1.7', tagged: true, ...accessible, lang: 'sv-SE', displayTitle: true, info: { Title: title, Author: 'Samsyn', CreationDate: sheet.made, ModDate: sheet.made } });
  const bytes: Buffer[] = [];
  const done = new Promise<Buffer>((made, failed) => pdf.on('data', (part: Buffer) => bytes.push(part)).on('end', () => made(Buffer.concat(bytes))).on('error', failed));
  for (const script of scripts) for (const weight of [400, 700] as const) pdf.registerFont(`${script} ${weight}`, fontFile(script, weight));
  const sizes = tries.flatMap(([crowd, most, least]) => Array.from({ length: Math.round((most - least) * 20) + 1 }, (_, at) => ({ crowd, scale: most - at * 0.05 })));
  const fitting = sizes.find(({ crowd, scale }) => draw(pdf, sheet, crowd, scale, false) <= page.height - page.margin) ?? { crowd: 'names' as const, scale: 0.4 };
  draw(pdf, sheet, fitting.crowd, fitting.scale, true);
  pdf.end();
  return done;
}

/** Draws, or only measures; answers where it ended. */
function draw(pdf: Pdf, { title, municipality, edition, isDraft, parts }: DaySheet, crowd: Crowd, scale: number, forReal: boolean): number {
  const width = page.width - 2 * page.margin;
  const root = forReal ? pdf.struct('Document') : null;
  if (root) pdf.addStructure(root);
  const put = (type: string, text: string, x: number, y: number, room: number, size: number, weight: Weight): number => {
    const lines = wrapped(pdf, text, room, size, weight);
    root?.add(pdf.struct(type, {}, () => lines.forEach((line, at) => write(pdf, line, x, y + at * size * 1.3, size, weight))));
    return y + lines.length * size * 1.3;
  };
  /** One person on a line, the number to call at its end. */
  const someone = ({ name, about, phone }: SheetPerson, x: number, y: number, room: number, size: number): number => {
    const number = phone === '' ? 0 : widthOf(pdf, phone, size, 400) + size;
    const lines = wrapped(pdf, [name, about].filter(Boolean).join(', '), room - number, size, 400);
    root?.add(pdf.struct('P', {}, () => {
      lines.forEach((line, at) => write(pdf, line, x, y + at * size * 1.3, size, 400));
      if (number > 0) write(pdf, phone, x + room - number + size, y, size, 400);
    }));
    return y + lines.length * size * 1.3;
  };
  let y: number = page.margin;
  if (isDraft) y = put('P', 'UTKAST. Tiderna kan ändras.', page.margin, y, width, 18 * scale, 700);
  y = put('H1', title, page.margin, y, width, 26 * scale, 700);
  y = put('P', `Besök i ${municipality}. ${edition}`, page.margin, y, width, 12 * scale, 400) + 10 * scale;
  for (const part of parts) {
    if (root) rule(pdf, y);
    y += 8 * scale;
    const right = page.margin + width * timeColumn;
    const room = width * (1 - timeColumn);
    const below = put('H2', part.time, page.margin, y, width * timeColumn - 8, 17 * scale, 700);
    let at = put('P', part.title, right, y, room, 17 * scale, part.aside ? 400 : 700);
    for (const line of part.lines) at = put('P', line, right, at + 2 * scale, room, 13 * scale, 400);
    for (const line of crowd === 'lines' ? [] : running(part.people, crowd)) at = put('P', line, right, at + 2 * scale, room, 13 * scale, 400);
    for (const person of crowd === 'lines' ? part.people : []) at = someone(person, right, at + 2 * scale, room, 13 * scale);
    y = Math.max(below, at) + 8 * scale;
  }
  root?.end();
  return y;
}

const running = (people: readonly SheetPerson[], crowd: Crowd): string[] =>
  people.length === 0 ? [] : [people.map(({ name, about, phone }) => (crowd === 'names' ? name : [name, about, phone].filter(Boolean).join(', '))).join(crowd === 'names' ? ', ' : '; ')];

/** A line between two parts: there to be seen, nothing to be read out. */
function rule(pdf: Pdf, y: number): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf.moveTo(page.margin, y).lineTo(page.width - page.margin, y).lineWidth(0.6).stroke('#888888');
  pdf.endMarkedContent();
}

function widthOf(pdf: Pdf, text: string, size: number, weight: Weight): number {
  return runsOf(text).reduce((sum, [script, run]) => sum + pdf.font(`${script} ${weight}`).fontSize(size).widthOfString(run), 0);
}

function write(pdf: Pdf, text: string, x: number, y: number, size: number, weight: Weight): void {
  let at = x;
  for (const [script, run] of runsOf(text)) {
    pdf.font(`${script} ${weight}`).fontSize(size).fillColor(ink).text(run, at, y, { lineBreak: false });
    at += pdf.widthOfString(run);
  }
}

/** Lines no wider than the room; a word that is wider by itself is parted. */
function wrapped(pdf: Pdf, text: string, room: number, size: number, weight: Weight): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((own) => parted(pdf, own, room, size, weight))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(pdf, longer, size, weight) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function parted(pdf: Pdf, word: string, room: number, size: number, weight: Weight): string[] {
  if (widthOf(pdf, word, size, weight) <= room) return [word];
  const parts = [''];
  for (const sign of word) {
    const part = parts.at(-1) ?? '';
    if (part !== '' && widthOf(pdf, part + sign, size, weight) > room) parts.push(sign);
    else parts[parts.length - 1] = part + sign;
  }
  return parts;
}
