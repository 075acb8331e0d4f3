import { questionsOf, type Instrument } from '../instrument';

/** A tag in a text: `#` and a question's number, not in the middle of a word, and not a part of a longer number. */
const tag = /(?<![\p{L}\p{N}#&/])#(\d{1,2}\.\d{1,2})(?![\p{L}\p{N}])(?!\.\d)/gu;

/**
 * The questions a note is tagged with, in the order of the instrument, each once. Numbers that are no question of it are
 * left as text. @example tagsIn('Målen är kända #3.2, se även #1.1 och #3.2.', instrument) // ['1.1', '3.2']
 */
export function tagsIn(text: string, instrument: Instrument): string[] {
  const found = new Set([...text.matchAll(tag)].map(([, number]) => number));
  return questionsOf(instrument).map(({ number }) => number).filter((number) => found.has(number));
}
