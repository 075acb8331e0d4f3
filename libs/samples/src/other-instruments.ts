import type { Criterion, DimensionWords, Instrument, Question } from '@samsyn/domain';

/** Swedish and English. */
type Pair = readonly [sv: string, en: string];
/** A question: its label, and the practice or result that is judged, in both languages. */
export type Part = readonly [label: Pair, practice: Pair];
export interface Chapter {
  readonly title: Pair;
  /** Keys of the sides that its questions are judged on. */
  readonly sides: readonly string[];
  readonly max: number;
  readonly parts: readonly Part[];
}
export interface SideText {
  readonly key: string;
  readonly title: Pair;
  /** What the five bands mean: nothing, beginnings, in parts, in most, everywhere. */
  readonly anchors: readonly [Pair, Pair, Pair, Pair, Pair];
}

const words = ([sv, en]: Pair): { sv: string; en: string } => ({ sv, en });

/** Shares of a sum in tenths that add up to it exactly; the last ones are a tenth larger where it does not divide. */
function shares(sum: number, count: number): number[] {
  const least = Math.floor((sum * 10) / count);
  const larger = sum * 10 - least * count;
  return Array.from({ length: count }, (_, at) => (at < count - larger ? least : least + 1) / 10);
}

/** An instrument of another family than KommunKompassen: own areas, own sides, own sums. Entirely data. */
export function otherInstrument(
  about: Pick<Instrument, 'id' | 'revision' | 'note' | 'points'> & { readonly title: Pair },
  sides: readonly SideText[],
  chapters: readonly Chapter[],
): Instrument {
  return {
    ...about, title: words(about.title), country: 'SE', step: 10, sources: ['Made up for Samsyn'],
    dimensions: sides.map(({ key, title, anchors }): DimensionWords => ({ key, title: words(title), anchors: anchors.map(words) })),
    areas: chapters.map(({ title, sides: own, max, parts }, at) => ({
      number: at + 1, title: words(title), max, headings: [],
      questions: parts.map(([label, practice], index): Question => ({
        number: `${at + 1}.${index + 1}`, title: words(label), short: words(label), max: shares(max, parts.length)[index] ?? 0,
        criteria: [{ key: 'a', title: words(practice), dimensions: [...own] } satisfies Criterion],
      })),
    })),
  };
}
