export interface Part {
  readonly text: string;
  readonly hit: boolean;
}

/** A word or a quoted phrase to look for inside longer words. */
export interface Term {
  readonly text: string;
}

const shortest = 3;
const around = 90;

/**
 * The words that a page must hold somewhere, also inside compounds: "omsorg" in "äldreomsorgen". None when the question
 * excludes or offers a choice, because then only whole words say what is meant.
 */
export function termsOf(words: string): Term[] {
  if (/(^|\s)-\S|\s+or\s+/i.test(words)) return [];
  const terms = [...words.matchAll(/"([^"]+)"|([^\s"]+)/g)].map(([, phrase, word]) => (phrase ?? word ?? '').trim()).filter((term) => term !== '');
  return terms.every((term) => term.length >= shortest) ? terms.slice(0, 8).map((text) => ({ text })) : [];
}

/** What is shown of a page, with the words found marked: the database's choice, or the place around a part of a compound. */
export function partsOf(headline: string, text: string, words: string): Part[] {
  if (headline.includes('\u0001')) return headline.split(/(\u0001[^\u0002]*\u0002)/).filter((piece) => piece !== '').map((piece) => (piece.startsWith('\u0001') ? { text: piece.slice(1, -1), hit: true } : { text: piece, hit: false }));
  const terms = termsOf(words).map((term) => term.text.toLocaleLowerCase('sv'));
  const lower = text.toLocaleLowerCase('sv');
  const first = Math.min(...terms.map((term) => lower.indexOf(term)).filter((at) => at >= 0));
  if (!Number.isFinite(first)) return [{ text: text.slice(0, 2 * around), hit: false }];
  const from = first <= around ? 0 : text.indexOf(' ', first - around) + 1;
  const end = text.indexOf(' ', first + around);
  const shown = text.slice(Math.min(from, first), end < 0 ? text.length : end).slice(0, 4 * around);
  const pattern = new RegExp(`(${terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'gi');
  return shown.split(pattern).flatMap((piece, at) => (piece === '' ? [] : [{ text: piece, hit: at % 2 === 1 }]));
}
