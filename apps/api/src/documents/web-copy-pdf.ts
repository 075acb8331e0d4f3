import { createRequire } from 'node:module';
import PdfDocument from 'pdfkit';
import type { Block, Page, Row } from './web-copy-html.ts';

export interface Origin {
  /** As it was given, and where it led. */
  readonly asked: string;
  readonly url: string;
  readonly at: string;
  readonly sha256: string;
}

type Pdf = PDFKit.PDFDocument;
type Weight = 400 | 700;
type Part = PDFKit.PDFStructureElement;

const paper = { width: 595.28, height: 841.89, margin: 56, foot: 36 } as const;
const room = paper.width - 2 * paper.margin;
const bottom = paper.height - paper.margin;
const color = { ink: '#1a1a1a', quiet: '#555555', line: '#b5b5b5' } as const;
const spacing = 1.4;
const widestTable = 8;
const sizeOfHeading = [20, 20, 16, 13.5, 12, 11, 11];

const scripts = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext'] as const;
const fonts = createRequire(import.meta.url);

/** PDF/UA-1, which the types do not know of; nor do they know how a font tells which letters it has. */
const accessible: object = { subset: 'PDF/UA' };
interface Opened { readonly _font: { readonly font: { hasGlyphForCodePoint(sign: number): boolean } } }

const swedish = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' });
/** @example inSwedish('2026-05-03T07:14:00Z') // '3 maj 2026 kl. 09.14' */
export const inSwedish = (at: string): string => {
  const parts = new Map(swedish.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  return `${parts.get('day')} ${parts.get('month')} ${parts.get('year')} kl. ${parts.get('hour')}.${parts.get('minute')}`;
};

/** The text of a page as a tagged PDF to read, search and cite. It says first what it is, and what it is not. */
export async function copyPdf(page: Page, { asked, url, at, sha256 }: Origin): Promise<Buffer> {
  const title = page.title || url;
  const made = new Date(at);
  const pdf = new PdfDocument({
    size: 'A4', margins: { top: paper.margin, left: paper.margin, right: paper.margin, bottom: 0 }, bufferPages: true, pdfVersion: '1.7', tagged: true, ...accessible, lang: 'sv-SE', displayTitle: true,
    info: { Title: title, Author: 'Samsyn', CreationDate: made, ModDate: made },
  });
  const bytes: Buffer[] = [];
  const done = new Promise<Buffer>((finished, failed) => pdf.on('data', (part: Buffer) => bytes.push(part)).on('end', () => finished(Buffer.concat(bytes))).on('error', failed));
  const sheet = new Sheet(pdf);
  sheet.heading(1, title);
  sheet.text('Kopia av webbsidans text, utan bilder, menyer och skript. Sidan kan ha ändrats sedan den hämtades.', { weight: 700, size: 10.5 });
  sheet.text(`Adress: ${asked}`, { size: 10.5 });
  if (url !== asked) sheet.text(`Adressen ledde vidare till: ${url}`, { size: 10.5 });
  sheet.text(`Hämtad: ${inSwedish(at)}, svensk tid`, { size: 10.5 });
  sheet.text(`Den hämtade sidans kontrollsumma (SHA-256): ${sha256}`, { size: 10.5 });
  if (page.isCut) sheet.text('Sidan är så lång att bara början är med i kopian.', { weight: 700, size: 10.5 });
  sheet.rule();
  const [first, ...others] = page.blocks;
  const isTitle = first?.kind === 'heading' && first.text === title;
  sheet.blocks(isTitle ? others : page.blocks);
  if (page.links.length > 0) {
    sheet.rule();
    sheet.heading(2, 'Länkar på sidan');
    sheet.blocks(page.links.map(({ text, url: to }) => ({ kind: 'item', depth: 1, mark: '•', text: text === to ? to : `${text}: ${to}` })));
  }
  if (sheet.missing > 0) sheet.text(`${sheet.missing} tecken finns inte i kopians typsnitt och visas som ?.`, { size: 10.5 });
  sheet.end();
  pdf.end();
  return done;
}

interface Look {
  readonly size?: number;
  readonly weight?: Weight;
  readonly indent?: number;
}

/** A place to write from the top down, page after page. */
class Sheet {
  missing = 0;
  private readonly pdf: Pdf;
  private readonly root: Part;
  private readonly fontOf = new Map<number, string | null>();
  private readonly widths = new Map<string, number>();
  private y: number = paper.margin;
  private list: Part | null = null;

  constructor(pdf: Pdf) {
    this.pdf = pdf;
    for (const script of scripts) for (const weight of [400, 700] as const) pdf.registerFont(`${script} ${weight}`, fonts.resolve(`@fontsource/pt-serif/files/pt-serif-${script}-${weight}-normal.woff`));
    this.root = pdf.struct('Document');
    pdf.addStructure(this.root);
  }

  heading(level: number, text: string): void {
    const size = sizeOfHeading[level] ?? 11;
    this.y += this.y > paper.margin ? size * 0.6 : 0;
    // Never alone at the foot of a page.
    if (this.y + size * spacing + 40 > bottom) this.turn();
    this.put(this.root, `H${level}`, text, { size, weight: 700 });
    this.y += 3;
  }

  text(text: string, look: Look = {}): void {
    this.put(this.root, 'P', text, look);
    this.y += 6;
  }

  blocks(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind !== 'item') this.endList();
      if (block.kind === 'heading') this.heading(Math.min(6, Math.max(2, block.level)), block.text);
      else if (block.kind === 'text') this.text(block.text, { indent: block.depth * 16 });
      else if (block.kind === 'item') this.item(block.mark, block.text, block.depth);
      else this.table(block.rows);
    }
    this.endList();
  }

  /** A line between two parts: there to be seen, nothing to be read out. */
  rule(): void {
    if (this.y + 16 > bottom) return this.turn();
    this.drawn(() => this.pdf.moveTo(paper.margin, this.y + 4).lineTo(paper.width - paper.margin, this.y + 4).lineWidth(0.6).stroke(color.line));
    this.y += 14;
  }

  /** The numbers at the foot, once it is known how many pages there are. */
  end(): void {
    this.root.end();
    const { start, count } = this.pdf.bufferedPageRange();
    for (let at = 0; at < count; at++) {
      this.pdf.switchToPage(start + at);
      const text = `${at + 1} (${count})`;
      this.drawn(() => this.write(text, paper.width - paper.margin - this.widthOf(text, 9, 400), paper.height - paper.foot, 9, 400, color.quiet));
    }
  }

  private item(mark: string, text: string, depth: number): void {
    if (!this.list) this.root.add((this.list = this.pdf.struct('L')));
    const item = this.pdf.struct('LI');
    this.list.add(item);
    const indent = depth * 16;
    this.fit(11);
    const top = this.y;
    item.add(this.pdf.struct('Lbl', {}, () => this.write(mark, paper.margin + indent - 4 - Math.min(indent, this.widthOf(mark, 11, 400)), top, 11, 400)));
    this.put(item, 'LBody', text, { indent: indent + 2 });
    item.end();
    this.y += 3;
  }

  private endList(): void {
    if (!this.list) return;
    this.list.end();
    this.list = null;
    this.y += 3;
  }

  /** In columns as wide as what stands in them; too many for the paper, or a row higher than a page, is told line by line. */
  private table(rows: readonly Row[]): void {
    const columns = Math.max(...rows.map(({ cells }) => cells.length));
    if (columns > widestTable) return rows.forEach(({ cells, isHead }) => this.text(cells.filter(Boolean).join(' | ').replace(/\n/g, ' '), { size: 10, weight: isHead ? 700 : 400 }));
    const wanted = Array.from({ length: columns }, (_, at) => Math.max(24, ...rows.slice(0, 300).map(({ cells, isHead }) => Math.min(220, this.widthOf((cells[at] ?? '').slice(0, 80), 10, isHead ? 700 : 400) + 14))));
    const sum = wanted.reduce((all, own) => all + own, 0);
    const widths = wanted.map((own) => (sum > room ? (own * room) / sum : own));
    const table = this.pdf.struct('Table');
    this.root.add(table);
    for (const row of rows) this.row(table, row, widths);
    table.end();
    this.y += 8;
  }

  private row(table: Part, { cells, isHead }: Row, widths: readonly number[]): void {
    const weight: Weight = isHead ? 700 : 400;
    const step = 10 * spacing;
    const texts = widths.map((width, at) => this.wrapped(cells[at] ?? '', width - 10, 10, weight));
    const row = this.pdf.struct('TR');
    table.add(row);
    const height = Math.max(1, ...texts.map((lines) => lines.length)) * step + 6;
    if (height > bottom - paper.margin) {
      this.put(row, isHead ? 'TH' : 'TD', cells.filter(Boolean).join('\n'), { size: 10, weight });
      return void row.end();
    }
    if (this.y + height > bottom) this.turn();
    let x: number = paper.margin;
    for (const [at, lines] of texts.entries()) {
      const left = x;
      row.add(this.pdf.struct(isHead ? 'TH' : 'TD', {}, () => lines.forEach((text, down) => this.write(text, left, this.y + 3 + down * step, 10, weight))));
      x += widths[at] ?? 0;
    }
    row.end();
    this.y += height;
    this.drawn(() => this.pdf.moveTo(paper.margin, this.y).lineTo(x, this.y).lineWidth(isHead ? 0.9 : 0.4).stroke(color.line));
  }

  /** Writes a text as one part of the structure, over as many pages as it takes. */
  private put(parent: Part, type: string, text: string, { size = 11, weight = 400, indent = 0 }: Look): void {
    const x = paper.margin + Math.min(indent, room / 2);
    const lines = this.wrapped(text, paper.width - paper.margin - x, size, weight);
    parent.add(this.pdf.struct(type, {}, () => {
      for (const own of lines) {
        this.fit(size);
        this.write(own, x, this.y, size, weight);
        this.y += size * spacing;
      }
    }));
  }

  private fit(size: number): void {
    if (this.y + size * spacing > bottom) this.turn();
  }

  private turn(): void {
    this.pdf.addPage();
    this.y = paper.margin;
  }

  private drawn(draw: () => void): void {
    this.pdf.markContent('Artifact', { type: 'Layout' });
    draw();
    this.pdf.endMarkedContent();
  }

  private write(text: string, x: number, y: number, size: number, weight: Weight, shade: string = color.ink): void {
    let at = x;
    for (const [script, run] of this.runsOf(text)) {
      this.pdf.font(`${script} ${weight}`).fontSize(size).fillColor(shade).text(run, at, y, { lineBreak: false });
      at += this.pdf.widthOfString(run);
    }
  }

  private widthOf(text: string, size: number, weight: Weight): number {
    const key = `${weight} ${size} ${text}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known;
    const width = this.runsOf(text).reduce((sum, [script, run]) => sum + this.pdf.font(`${script} ${weight}`).fontSize(size).widthOfString(run), 0);
    if (text.length < 30) this.widths.set(key, width);
    return width;
  }

  /** Pieces with one font each; what no font has becomes a question mark, and is counted. */
  private runsOf(text: string): [string, string][] {
    const runs: [string, string][] = [];
    for (const sign of text) {
      const script = this.scriptOf(sign.codePointAt(0) ?? 0);
      const [to, shown] = script === null ? ['latin', '?'] : [script, sign];
      const last = runs.at(-1);
      if (last?.[0] === to) last[1] += shown;
      else runs.push([to, shown]);
    }
    return runs;
  }

  private scriptOf(sign: number): string | null {
    const known = this.fontOf.get(sign);
    if (known !== undefined) return known;
    const found = scripts.find((script) => (this.pdf.font(`${script} 400`) as unknown as Opened)._font.font.hasGlyphForCodePoint(sign)) ?? null;
    this.fontOf.set(sign, found);
    return found;
  }

  /** Lines no wider than the room, by word; the lines of the text stay lines. */
  private wrapped(text: string, width: number, size: number, weight: Weight): string[] {
    const space = this.widthOf(' ', size, weight);
    const lines: string[] = [];
    for (const own of this.shown(text).split('\n')) {
      let [made, used] = ['', 0];
      for (const word of own.split(/\s+/).flatMap((one) => this.parted(one, width, size, weight))) {
        const wide = this.widthOf(word, size, weight);
        if (made !== '' && used + space + wide > width) {
          lines.push(made);
          [made, used] = [word, wide];
        } else [made, used] = made === '' ? [word, wide] : [`${made} ${word}`, used + space + wide];
      }
      lines.push(made);
    }
    return lines.filter((own) => own !== '');
  }

  /** Without signs that are not seen; those that no font has are counted here, once. */
  private shown(text: string): string {
    const seen = text.normalize('NFC').replace(/\u00ad|[\p{Cf}\p{Mn}\u0000-\u0008\u000b-\u001f]/gu, '');
    for (const sign of seen) if (!/\s/.test(sign) && this.scriptOf(sign.codePointAt(0) ?? 0) === null) this.missing++;
    return seen;
  }

  private parted(word: string, width: number, size: number, weight: Weight): string[] {
    if (this.widthOf(word, size, weight) <= width) return [word];
    const parts = [''];
    for (const sign of word) {
      const part = parts.at(-1) ?? '';
      if (part !== '' && this.widthOf(part + sign, size, weight) > width) parts.push(sign);
      else parts[parts.length - 1] = part + sign;
    }
    return parts;
  }
}
