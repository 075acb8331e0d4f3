import { questionsOf, type Instrument, type RequestKind } from '@samsyn/domain';
import { shippedInstruments } from '@samsyn/domain/shipped';

/**
 * What a municipality is first asked for: the list of the evaluation's own frozen instrument. One that brings no list
 * borrows that of the shipped model which supersedes it, or else of the newest one that has a list, as far as the
 * questions are there.
 */
export function requestKindsOf(instrument: Instrument): RequestKind[] {
  if (instrument.requests) return instrument.requests;
  const numbers = new Set(questionsOf(instrument).map(({ number }) => number));
  const guiding = shippedInstruments.filter(({ requests }) => requests !== undefined);
  const borrowed = guiding.find(({ supersedes }) => supersedes === instrument.id) ?? guiding.at(-1);
  return (borrowed?.requests ?? []).map((kind) => ({ ...kind, questions: kind.questions.filter((number) => numbers.has(number)) })).filter(({ questions }) => questions.length > 0);
}
