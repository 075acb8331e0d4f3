import type { Place } from '@samsyn/domain';

export interface Part {
  readonly text: string;
  readonly hit: boolean;
}

/** A word or a quoted phrase to look for inside longer words. */
export interface Term {
  readonly text: string;
}

/** A place of the document, and where in the page's text it begins. */
export type PlacedAt = Place & { readonly at: number };

const shortest = 3;
const around = 90;
/** In a paragraph or row that is shown for itself. */
const aroundInPlace = 180;

/**
 * What is asked for, with quotation marks and the dash between figures written as in what is searched.
 * @example asSearched('”god service” 2016 – 2019') // '"god service" 2016-2019'
 */
export const asSearched = (words: string): string =>
  words
    .trim()
    .replace(/[”“„«»]/g, '"')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\u00ad/g, '')
    .replace(/(\d)\s?[-\u2012-\u2015\u2212]\s?(?=\d)/g, '$1-')
    .replace(/\s+/g, ' ');

/**
 * The words that a page must hold somewhere, also inside compounds: "omsorg" in "äldreomsorgen". None when the question
 * excludes or offers a choice, because then only whole words say what is meant.
 */
export function termsOf(words: string): Term[] {
  if (/(^|\s)-\S|\s+or\s+/i.test(words)) return [];
  const terms = [...words.matchAll(/"([^"]+)"|([^\s"]+)/g)].map(([, phrase, word]) => (phrase ?? word ?? '').trim()).filter((term) => term !== '');
  return terms.every((term) => term.length >= shortest) ? terms.slice(0, 8).map((text) => ({ text })) : [];
}

/** The database leaves out what looks like markup, so it chooses from a text in which nothing does. One sign for one sign. */
export const signs = '<>&';
export const instead = '‹›＆';
const disguised = (text: string): string => text.replace(/[<>&]/g, (sign) => instead.charAt(signs.indexOf(sign)));

/** What the database chose, as it is written in the page. */
export function writtenAs(headline: string, text: string): string {
  let at = disguised(text).indexOf(headline.replace(/[\u0001\u0002]/g, ''));
  return at < 0 ? headline : headline.replace(/[^\u0001\u0002]/g, () => text.charAt(at++));
}

const lowered = (text: string): string => text.toLocaleLowerCase('sv');

/** The words the database marked, and those looked for inside words. */
const wantedOf = (headline: string, words: string): string[] => [...new Set([...[...headline.matchAll(/\u0001([^\u0002]*)\u0002/g)].map(([, word = '']) => word), ...termsOf(words).map((term) => term.text)].map(lowered))];

/**
 * Where a document has places: of those in the part of the page that the database chose the first that says most of the
 * words, and what stands there.
 */
export function placedHit(places: readonly PlacedAt[], headline: string, text: string, words: string): { place: Place; parts: Part[] } | null {
  const shown = headline.includes('\u0001') ? headline.replace(/[\u0001\u0002]/g, '') : '';
  const from = Math.max(0, text.indexOf(shown));
  const until = shown !== '' && text.includes(shown) ? from + shown.length : text.length;
  const wanted = wantedOf(headline, words);
  let best: { said: number; place: PlacedAt; own: string } | null = null;
  for (const [at, place] of places.entries()) {
    const ends = places[at + 1]?.at ?? text.length;
    const own = text.slice(place.at, ends).trimEnd();
    const said = place.at < until && ends > from ? wanted.filter((word) => lowered(own).includes(word)).length : -1;
    if (said > (best?.said ?? -1)) best = { said, place, own };
  }
  return best && { place: { kind: best.place.kind, number: best.place.number, under: best.place.under }, parts: partsIn(best.own, wanted, aroundInPlace) };
}

const firstOf = (lower: string, terms: readonly string[]): number => Math.min(...terms.map((term) => lower.indexOf(term)).filter((at) => at >= 0));

/** What is shown of a page, with the words found marked: the database's choice, or the place around a part of a compound. */
export function partsOf(headline: string, text: string, words: string): Part[] {
  if (headline.includes('\u0001')) return headline.split(/(\u0001[^\u0002]*\u0002)/).filter((piece) => piece !== '').map((piece) => (piece.startsWith('\u0001') ? { text: piece.slice(1, -1), hit: true } : { text: piece, hit: false }));
  return partsIn(text, termsOf(words).map((term) => lowered(term.text)), around);
}

/** What stands around the first of these words, with all of them marked. */
function partsIn(text: string, terms: readonly string[], margin: number): Part[] {
  const first = firstOf(lowered(text), terms);
  if (!Number.isFinite(first)) return [{ text: text.slice(0, 2 * margin), hit: false }];
  const from = first <= margin ? 0 : text.indexOf(' ', first - margin) + 1;
  const end = text.indexOf(' ', first + margin);
  const shown = text.slice(Math.min(from, first), end < 0 ? text.length : end).slice(0, 4 * margin);
  const pattern = new RegExp(`(${terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'gi');
  return shown.split(pattern).flatMap((piece, at) => (piece === '' ? [] : [{ text: piece, hit: at % 2 === 1 }]));
}
