/**
 * What a document without printed pages says, piece by piece, each with the place a person finds it at: under which
 * heading, in which row. Read by `text-worker.ts` in its thread, so it imports nothing that has to be compiled.
 */
export interface Place {
  readonly kind: 'heading' | 'paragraph' | 'row' | 'slide' | 'line';
  readonly number: number;
  readonly under: string;
}

export interface Piece {
  readonly text: string;
  readonly place: Place | null;
}

export interface PlacedPage {
  readonly page: number;
  readonly text: string;
  /** Which places begin where in the text, in order. */
  readonly places: readonly (Place & { readonly at: number })[];
}

/** A paragraph or, with a level from 1, a heading. */
export interface Block {
  text: string;
  readonly level: number;
  /** Text that lies in no paragraph is read and has no number. */
  readonly counted: boolean;
}

const longestName = 120;
/** About one printed page, where the format knows no pages. */
const pageOfText = 3_000;

const line = (text: string): string => text.replace(/\s+/g, ' ').trim();

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' };
export const plainOf = (text: string): string => text.replace(/&(lt|gt|quot|apos|amp);/g, (own) => entities[own] ?? own);

/**
 * The paragraphs of cleaned HTML in the order in which they begin; a row of a table counts as one. The reader counts by
 * the same rule (`viewer-places.ts` in the browser), so that both name the same place.
 */
export function blocksOf(html: string): Block[] {
  const blocks: Block[] = [];
  const open: { tag: string; block: Block; told: boolean }[] = [];
  const current = (): (typeof open)[number] | undefined => open.findLast(({ tag }) => tag === 'tr') ?? open.at(-1);
  for (const [, closing, tag, words] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>|([^<]+)/g)) {
    const own = current();
    if (words !== undefined) {
      if (!/\S/.test(words)) own && (own.block.text += words);
      else if (!own) blocks.push({ text: plainOf(words), level: 0, counted: false });
      else {
        own.block.text += plainOf(words);
        if (!own.told) blocks.push(own.block);
        own.told = true;
      }
    } else if (tag === 'br') own && (own.block.text += '\n');
    else if (tag === 'td' || tag === 'th') own && closing === '' && own.told && (own.block.text += '\t');
    else if (tag && /^(h[1-6]|p|li|tr)$/.test(tag)) {
      if (closing === '') open.push({ tag, block: { text: '', level: tag.startsWith('h') ? Number(tag[1]) : 0, counted: true }, told: false });
      else {
        open.splice(open.findLastIndex((one) => one.tag === tag), 1);
        if (tag !== 'tr' && own?.tag === 'tr') own.block.text += ' ';
      }
    }
  }
  return blocks;
}

/** Each paragraph with its place. Headings called the same are told apart by the heading above them. */
export function placed(blocks: readonly Block[]): Piece[] {
  const titles = new Map<string, number>();
  for (const { level, text } of blocks) if (level > 0) titles.set(line(text), (titles.get(line(text)) ?? 0) + 1);
  const above: string[] = [];
  let [headings, paragraphs, under] = [0, 0, ''];
  return blocks.map(({ text, level, counted }) => {
    const words = text.replace(/[^\S\n\t]+/g, ' ').trim();
    if (!counted) return { text: words, place: null };
    if (level === 0) return { text: words, place: { kind: 'paragraph', number: ++paragraphs, under } };
    const title = line(text);
    const parent = (titles.get(title) ?? 0) > 1 ? above.slice(0, level).findLast(Boolean) : undefined;
    above.length = level;
    above[level] = title;
    under = `${parent ? `${parent.slice(0, longestName / 2)}: ` : ''}${title}`.slice(0, longestName);
    paragraphs = 0;
    return { text: words, place: { kind: 'heading', number: ++headings, under } };
  });
}

/** The lines of plain text. */
export function* linesOf(text: string, place: (number: number) => Place = (number) => ({ kind: 'line', number, under: '' })): Generator<Piece> {
  let number = 0;
  for (let at = 0; at <= text.length; ) {
    const end = text.indexOf('\n', at);
    const own = text.slice(at, end < 0 ? text.length : end);
    yield { text: own, place: /\S/.test(own) ? place(++number) : (number++, null) };
    at = end < 0 ? text.length + 1 : end + 1;
  }
}

/** The rows of a sheet, its name first. */
export function* rowsOf(name: string, rows: readonly (readonly string[])[]): Generator<Piece> {
  const under = name.slice(0, longestName);
  yield { text: name, place: null };
  for (const [at, row] of rows.entries()) {
    const text = row.join('\t').trimEnd();
    if (text !== '') yield { text, place: { kind: 'row', number: at + 1, under } };
  }
}

/** Text that the database takes: no zero characters, and no halves of pairs. */
const clean = (text: string): string => text.replace(/\0|\p{Surrogate}/gu, '');

/** Puts pieces together into pages of about one printed page; every section begins a new one. */
export function* inPages(sections: Iterable<Iterable<Piece>>, between = '\n'): Generator<PlacedPage> {
  let page = 0;
  for (const pieces of sections) {
    let [text, places] = ['', [] as PlacedPage['places'][number][]];
    const whole = (): PlacedPage => {
      const done = { page: ++page, text, places };
      [text, places] = ['', []];
      return done;
    };
    for (const piece of pieces) {
      let rest = clean(piece.text);
      if (text.length + rest.length > pageOfText && text.length > pageOfText / 2) yield whole();
      if (text !== '') text += between;
      while (text.length + rest.length > pageOfText) {
        const room = pageOfText - text.length;
        const space = rest.lastIndexOf(' ', room);
        const end = space > room / 2 ? space + 1 : room;
        if (piece.place) places.push({ at: text.length, ...piece.place });
        text += rest.slice(0, end);
        rest = rest.slice(end);
        yield whole();
      }
      if (piece.place && rest !== '') places.push({ at: text.length, ...piece.place });
      text += rest;
    }
    if (text !== '') yield whole();
  }
}
