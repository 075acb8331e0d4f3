import type { Place } from '@samsyn/domain';

/** A place in a document: which version, which page, and the words there; the place of its own where it has no pages. */
export interface CitedPlace {
  readonly document: string;
  readonly version: string;
  readonly page: number;
  readonly quote: string;
  readonly place?: Place | undefined;
}

/** Where the reader is to open: what is marked is a quotation, or a hit of a search. */
export interface Spot extends Pick<CitedPlace, 'page' | 'quote' | 'place'> {
  readonly hit?: boolean | undefined;
}

/** A passage somebody has selected, and how the place is named: "Mål och budget 2026, s. 14". */
export interface Passage extends CitedPlace {
  readonly label: string;
}

/** The address of a place in the reader; `from` is the question whose sheet it was opened from. */
export const placeQuery = ({ page, quote, place, hit }: Spot, from: string | null = null): Record<string, string> => ({
  s: `${page}`, ...(place ? { plats: `${place.kind}.${place.number}.${place.under}` } : {}), ...(quote ? { q: quote } : {}), ...(hit ? { traff: '1' } : {}), ...(from ? { fran: from } : {}),
});

const kinds: readonly Place['kind'][] = ['heading', 'paragraph', 'row', 'slide', 'line'];

/** A place out of an address; null when it is none. @example placeFrom('row.12.Mål') // { kind: 'row', number: 12, under: 'Mål' } */
export function placeFrom(text: string | undefined): Place | null {
  const [, word, number, under = ''] = /^([a-z]+)\.(\d{1,7})\.([\s\S]{0,200})$/.exec(text ?? '') ?? [];
  const kind = kinds.find((own) => own === word);
  return kind && Number(number) > 0 ? { kind, number: Number(number), under } : null;
}

/** What a place is called: which words, and what is put into them. A page, or from one page to another, where there is no place. */
export const placeWords = (place: Place | null | undefined, page: number, to = page): { key: string; n: number; to: number; under: string } =>
  place ? { key: `documents.place.${place.kind}${place.kind === 'paragraph' && place.under !== '' ? 'Under' : ''}`, n: place.number, to: place.number, under: place.under } : { key: `documents.place.page${to > page ? 's' : ''}`, n: page, to, under: '' };

/** Whether a click asks for a tab or window of its own: then the link is left to the browser. */
export const apart = ({ ctrlKey, metaKey, shiftKey, altKey, button }: MouseEvent): boolean => ctrlKey || metaKey || shiftKey || altKey || button !== 0;
