import { linesOf, placed, plainOf, rowsOf, type Block, type Piece, type Place } from './text-places.ts';

const decoder = new TextDecoder('utf-8');

/** The words between the tags of slides and open documents. */
const wordsOf = (xml: string): string => plainOf(xml.replace(/<\/(text:p|text:h|a:p)>/g, '\n').replace(/<(text:tab|text:s)\b[^>]*>/g, ' ').replace(/<[^>]*>/g, ''));

/** The paragraphs of an open text document: whatever ends a paragraph or heading ends a line, and a heading says so first. */
export function openText(content: Uint8Array): Piece[] {
  const marked = decoder.decode(content).replace(/\u0001/g, '').replace(/<text:h\b(?:[^>]*?text:outline-level="(\d)")?[^>]*>/g, (_, level?: string) => `\n\u0001${level ?? '1'}`);
  return placed(wordsOf(marked).split('\n').flatMap((own): Block[] => {
    const [, level, text = own] = /^\u0001(\d)([\s\S]*)$/.exec(own) ?? [];
    return /\S/.test(text) ? [{ text, level: Number(level ?? 0), counted: true }] : [];
  }));
}

/** The sheets of an open spreadsheet. Rows said to be repeated count, and stand there once. */
export function* openSheets(content: Uint8Array): Generator<Iterable<Piece>> {
  for (const table of decoder.decode(content).split(/(?=<table:table\s)/).filter((own) => own.startsWith('<table:table '))) {
    const name = plainOf(/^<table:table\s[^>]*?table:name="([^"]*)"/.exec(table)?.[1] ?? '');
    yield openRows(name, table);
  }
}

function* openRows(name: string, table: string): Generator<Piece> {
  let number = 1;
  yield* rowsOf(name, []);
  for (const row of table.split(/(?=<table:table-row\b)/).slice(1)) {
    const text = row.split(/<\/(?:table:table-cell|table:covered-table-cell)>/).map((cell) => wordsOf(cell).replace(/\s+/g, ' ').trim()).join('\t').trimEnd();
    if (text !== '') yield { text, place: { kind: 'row', number, under: name.slice(0, 120) } };
    number += Number(/^<table:table-row\b[^>]*?number-rows-repeated="(\d{1,7})"/.exec(row)?.[1] ?? 1);
  }
}

/** The slides in the order in which they are shown, which need not be the order of their files. */
export function slides(parts: Readonly<Record<string, Uint8Array>>): Iterable<Piece>[] {
  const xmlOf = (name: string): string => decoder.decode(parts[name] ?? new Uint8Array());
  const numberOf = (name: string): number => Number(/(\d+)\.xml$/.exec(name)?.[1]);
  const files = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).sort((a, b) => numberOf(a) - numberOf(b));
  const targets = new Map([...xmlOf('ppt/_rels/presentation.xml.rels').matchAll(/<Relationship\b[^>]*>/g)].map(([own]) => [/\bId="([^"]*)"/.exec(own)?.[1] ?? '', `ppt/${/\bTarget="([^"]*)"/.exec(own)?.[1]?.replace(/^\/?(ppt\/)?/, '') ?? ''}`]));
  const shown = [...xmlOf('ppt/presentation.xml').matchAll(/<p:sldId\b[^>]*?\br:id="([^"]*)"/g)].map(([, id]) => targets.get(id ?? '') ?? '').filter((name) => files.includes(name));
  const order = [...new Set([...shown, ...files])];
  return order.map((name, at) => linesOf(wordsOf(xmlOf(name)).trim(), (): Place => ({ kind: 'slide', number: at + 1, under: '' })));
}
