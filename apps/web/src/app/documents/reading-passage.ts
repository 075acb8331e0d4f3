/** A place in a document: which version, which page, and the words there. */
export interface CitedPlace {
  readonly document: string;
  readonly version: string;
  readonly page: number;
  readonly quote: string;
}

/** A passage somebody has selected, and how the place is named: "Mål och budget 2026, s. 14". */
export interface Passage extends CitedPlace {
  readonly label: string;
}

/** The address of a place in the reader; `from` is the question whose sheet it was opened from. */
export const placeQuery = ({ page, quote }: Pick<CitedPlace, 'page' | 'quote'>, from: string | null = null): Record<string, string> => ({ s: `${page}`, ...(quote ? { q: quote } : {}), ...(from ? { fran: from } : {}) });

/** Whether a click asks for a tab or window of its own: then the link is left to the browser. */
export const apart = ({ ctrlKey, metaKey, shiftKey, altKey, button }: MouseEvent): boolean => ctrlKey || metaKey || shiftKey || altKey || button !== 0;
