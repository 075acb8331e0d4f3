import { evaluatorsOf, judgesFor, requireAreaOpen } from '../evaluation';
import { areaOf, questionOf, questionsOf } from '../instrument';
import { Refusal } from '../refusal';
import type { EvaluationState, QuestionState, Seal } from '../state';
import { requireSealable } from './sheet';
import type { Sheet } from './sheet-schema';

/** Seconds during which a seal may be undone, unless that very seal opened the scores. */
export const undoSeconds = 60;

/** The question's state; refuses `instrument/unknown-question`. */
export function questionState(state: EvaluationState, number: string): QuestionState {
  const question = state.questions[number];
  if (!question) throw new Refusal('instrument/unknown-question', { question: number });
  return question;
}

/** The person's own seal of the round being judged, if any. */
export const currentSeal = (question: QuestionState, person: string): Seal | undefined =>
  question.seals.find((seal) => seal.person === person && seal.round === question.round);

/** The seal of that round by one of these people: they are the judges of one seat (`judgesFor`), of whom only one has sealed. */
export const sealBy = (question: QuestionState, judges: readonly string[], round: number): Seal | undefined =>
  question.seals.find((seal) => seal.round === round && judges.includes(seal.person));

/** What stands sealed, in the round being judged, for the seat the person has: by them or by one they follow. */
export const standingSeal = (state: EvaluationState, question: QuestionState, person: string): Seal | undefined => sealBy(question, judgesFor(state, person), question.round);

/** Refuses what the person's seat has judged already, or what was opened without it: a later change is a new round. */
function requireToJudge(state: EvaluationState, person: string, question: QuestionState): void {
  if (standingSeal(state, question, person)) throw new Refusal('scoring/already-sealed', { question: question.number });
  if (question.openedRound >= question.round) throw new Refusal('scoring/already-open', { question: question.number });
}

/** The questions that open together with this one under the policy's reveal unit. */
export function unitOf(state: EvaluationState, number: string): string[] {
  if (state.policy.revealUnit === 'question' || questionState(state, number).round > 1) return [number];
  const questions = state.policy.revealUnit === 'area' ? areaOf(state.instrument, number).questions : questionsOf(state.instrument);
  return questions.map((question) => question.number);
}

/**
 * Checks that the person may seal these sheets now. Refuses `scoring/already-sealed`, `scoring/already-open`,
 * `scoring/incomplete`, `scoring/reason-missing`. Answers alike whatever any colleague has done.
 */
export function requireMaySeal(state: EvaluationState, person: string, sheets: Readonly<Record<string, Sheet>>): void {
  for (const [number, sheet] of Object.entries(sheets)) {
    requireToJudge(state, person, questionState(state, number));
    requireSealable(questionOf(state.instrument, number), state.policy.judging, sheet);
  }
}

/**
 * Which questions open now: every unit touched in which every evaluator's seat has a standing seal in the current round of
 * every question that is not open yet. Computed on the state that already holds the new seals. One evaluator alone opens nothing.
 */
export function opensNow(state: EvaluationState, touched: readonly string[]): { question: string; round: number }[] {
  const seats = evaluatorsOf(state).map(({ person }) => judgesFor(state, person));
  const waiting = (number: string): boolean => {
    const question = questionState(state, number);
    return question.openedRound < question.round;
  };
  const complete = (number: string): boolean => {
    const question = questionState(state, number);
    return seats.every((judges) => sealBy(question, judges, question.round));
  };
  const units = new Map(touched.map((number) => [unitOf(state, number).join(), unitOf(state, number)]));
  if (seats.length < 2) return [];
  const open = [...units.values()]
    .map((unit) => unit.filter(waiting))
    .filter((unit) => unit.length > 0 && unit.every(complete))
    .flat();
  return [...new Set(open)].map((question) => ({ question, round: questionState(state, question).round }));
}

/**
 * Checks that the person may take back these seals at `now` (ISO, UTC). Refuses `scoring/not-sealed`,
 * `scoring/undo-opened` (that very seal opened the scores) and `scoring/undo-too-late`.
 * It must not be refused because a colleague has sealed: that would tell that they have.
 */
export function requireMayWithdraw(state: EvaluationState, person: string, numbers: readonly string[], now: string): void {
  for (const number of numbers) {
    const question = questionState(state, number);
    const seal = currentSeal(question, person);
    if (!seal) throw new Refusal('scoring/not-sealed', { question: number });
    if (question.openedRound >= question.round) throw new Refusal('scoring/undo-opened', { question: number });
    if (Date.parse(now) - Date.parse(seal.at) > undoSeconds * 1000) throw new Refusal('scoring/undo-too-late', { question: number, seconds: undoSeconds });
  }
}

/**
 * Checks that a new round may be opened on a revealed question. Refuses `scoring/not-revealed` (nothing to redo yet),
 * `scoring/round-open` (one is under way), `consensus/area-locked` and `scoring/reason-missing`.
 */
export function requireMayOpenRound(state: EvaluationState, number: string, reason: string): void {
  const question = questionState(state, number);
  if (question.round > question.openedRound && question.round > 1) throw new Refusal('scoring/round-open', { question: number });
  if (question.openedRound < question.round) throw new Refusal('scoring/not-revealed', { question: number });
  requireAreaOpen(state, [number]);
  if (reason.trim() === '') throw new Refusal('scoring/reason-missing', { question: number });
}

/** Refuses `scoring/already-sealed` and `scoring/already-open` when the person's sheet of the current round may not be edited. */
export function requireEditable(state: EvaluationState, person: string, number: string): void {
  requireToJudge(state, person, questionState(state, number));
}
