import { questionsOf, type Instrument } from '../instrument';
import type { RequestState } from './request';

/** What coverage needs to know of a request: never what anybody cites from it. */
export interface ServingRequest {
  readonly id: string;
  readonly questions: readonly string[];
  readonly status: RequestState;
  /** Material that may be opened now. */
  readonly files: number;
  readonly webs: number;
}

export interface CoverageRow {
  readonly number: string;
  readonly area: number;
  readonly document: { readonly asked: number; readonly there: number };
  readonly web: number;
  readonly interview: number;
  readonly questionnaire: boolean;
  /** How many kinds of source the question has: documents, web, interviews, the municipality's own answers. */
  readonly kinds: number;
}

/**
 * Question by question, what is asked for and what is there, by kind of source. Counted are requests, planned interview
 * questions and submitted answers: things that everyone on the team may know. What an evaluator cites is theirs alone.
 * A draft is not asked yet, and what does not apply is not awaited.
 */
export function coverageOf(instrument: Instrument, given: { requests: readonly ServingRequest[]; interviews: Readonly<Record<string, number>>; answered: ReadonlySet<string> }): CoverageRow[] {
  return instrument.areas.flatMap((area) =>
    area.questions.map(({ number }) => {
      const serving = given.requests.filter(({ questions, status }) => questions.includes(number) && status !== 'draft' && status !== 'notApplicable');
      const there = serving.filter(({ files }) => files > 0).length;
      const web = serving.reduce((sum, { webs }) => sum + webs, 0);
      const interview = given.interviews[number] ?? 0;
      const questionnaire = given.answered.has(number);
      return { number, area: area.number, document: { asked: serving.length, there }, web, interview, questionnaire, kinds: [there > 0, web > 0, interview > 0, questionnaire].filter(Boolean).length };
    }),
  );
}

/** Fewer kinds of source than this is a gap: a judgement should not rest on one leg. */
export const enoughKinds = 2;

/** The questions with a gap. */
export const gapsOf = (rows: readonly CoverageRow[]): string[] => rows.filter(({ kinds }) => kinds < enoughKinds).map(({ number }) => number);

/** Questions that no request serves, and requests that serve no question of the instrument. */
export function orphansOf(instrument: Instrument, requests: readonly Pick<ServingRequest, 'id' | 'questions'>[]): { questions: string[]; requests: string[] } {
  const numbers = questionsOf(instrument).map(({ number }) => number);
  const served = new Set(requests.flatMap(({ questions }) => questions));
  return { questions: numbers.filter((number) => !served.has(number)), requests: requests.filter(({ questions }) => !questions.some((number) => numbers.includes(number))).map(({ id }) => id) };
}
