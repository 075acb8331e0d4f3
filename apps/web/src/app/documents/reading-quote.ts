/** Part of one text: which text, from where, to where. */
export interface Place {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface FoundQuote {
  readonly places: readonly Place[];
  /** False when only the beginning of the quotation stands there. */
  readonly whole: boolean;
}

/** As short as a beginning may be and still point at one place. */
const shortestBeginning = 24;
const nowhere: FoundQuote = { places: [], whole: false };

interface Bone {
  readonly sign: string;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/**
 * What is left of a text when everything is taken away that the same words may differ in from one reading to the next:
 * spaces, line breaks, hyphens (also those at the end of a line), quotation marks, case, joined letters.
 */
const bonesOf = (text: string, at = 0): Bone[] => {
  const bones: Bone[] = [];
  for (const { 0: cluster, index } of text.matchAll(/\P{M}\p{M}*/gsu))
    for (const sign of cluster.normalize('NFKC').toLowerCase())
      if (/[\p{L}\p{M}\p{N}\p{S}.,%§]/u.test(sign)) bones.push({ sign, at, from: index, to: index + cluster.length });
  return bones;
};

const together = (bones: readonly Bone[]): string => bones.map(({ sign }) => sign).join('');

/**
 * Finds a quotation again in the pieces a page's text is drawn in, wherever lines were broken and words divided.
 * Where the whole is not there, as much of its beginning as is, if that is enough to point at one place. What stands
 * there more than once is taken where it reaches into the text `from` or stands after it.
 * @example findQuote(['Nämnderna ska bi-', 'dra till målen.'], 'ska bidra till') // { places: [{ at: 0, from: 10, to: 16 }, { at: 1, from: 0, to: 8 }], whole: true }
 */
export function findQuote(texts: readonly string[], quote: string, from = 0): FoundQuote {
  const bones = texts.flatMap((text, at) => bonesOf(text, at));
  // One sign, one place in the string: signs beyond the first plane count as two.
  const units = bones.flatMap((bone) => Array.from({ length: bone.sign.length }, () => bone));
  const [all, wanted] = [together(bones), together(bonesOf(quote))];
  if (wanted === '') return nowhere;
  const start = Math.max(0, units.findIndex(({ at }) => at >= from));
  const placeIn = (words: string): number => {
    const after = all.indexOf(words, Math.max(0, start - words.length + 1));
    return after >= 0 ? after : all.indexOf(words);
  };
  const whole = placeIn(wanted);
  if (whole >= 0) return { places: placesOf(units.slice(whole, whole + wanted.length)), whole: true };
  let [none, some] = [wanted.length, 0];
  while (none - some > 1) {
    const middle = (none + some) >> 1;
    if (all.includes(wanted.slice(0, middle))) some = middle;
    else none = middle;
  }
  if (some < shortestBeginning) return nowhere;
  const begins = placeIn(wanted.slice(0, some));
  return { places: placesOf(units.slice(begins, begins + some)), whole: false };
}

/** One stretch for each text touched, from the first sign in it to the last. */
function placesOf(bones: readonly Bone[]): Place[] {
  const places = new Map<number, Place>();
  for (const { at, from, to } of bones) places.set(at, { at, from: places.get(at)?.from ?? from, to });
  return [...places.values()];
}

/** A hyphen that ends a line, in the ways programs write it; the one in "mål- och" belongs to the word. The database joins lines by the same rules. */
const lineEnd = String.raw`[-\u2010\u00ad]\s*\n\s*(?!(?:och|eller|samt|and|or)(?!\p{L}))`;

/**
 * A selected passage as it is kept: one line, words divided at a line's end made whole, "mål- och", "IT-kommun" and
 * "2016-2019" with the hyphen that is theirs.
 * @example tidyQuote('Nämnderna ska bi-\ndra till målen.') // 'Nämnderna ska bidra till målen.'
 */
export const tidyQuote = (selected: string): string =>
  selected
    .replace(/\u00ad(?!\s*\n)/g, '')
    .replace(new RegExp(`((?<!\\p{L})\\p{Ll}|\\p{Lu}|\\p{N})${lineEnd}(?=[\\p{Ll}\\p{N}])`, 'gu'), '$1-')
    .replace(new RegExp(`(\\p{Ll})${lineEnd}(?=\\p{Ll})`, 'gu'), '$1')
    .replace(/[-\u2010\u00ad]\s*\n\s*(?=\/)/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
