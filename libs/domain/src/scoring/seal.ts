import { evaluatorsOf } from '../evaluation';
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

/** The person's seal of the round being judged, if any. */
export const currentSeal = (question: QuestionState, person: string): Seal | undefined =>
  question.seals.find((seal) => seal.person === person && seal.round === question.round);

/** The questions that open together with this one under the policy's reveal unit. */
export function unitOf(state: EvaluationState, number: string): string[] {
  if (state.policy.revealUnit === 'question' || questionState(state, number).round > 1) return [number];
  const questions = state.policy.revealUnit === 'area' ? areaOf(state.instrument, number).questions : questionsOf(state.instrument);
  return questions.map((question) => question.number);
}

/**
 * Checks that the person may seal these sheets now. Refuses `scoring/already-sealed`, `scoring/incomplete`,
 * `scoring/reason-missing`. Answers alike whatever any colleague has done.
 */
export function requireMaySeal(state: EvaluationState, person: string, sheets: Readonly<Record<string, Sheet>>): void {
  for (const [number, sheet] of Object.entries(sheets)) {
    const question = questionState(state, number);
    if (currentSeal(question, person)) throw new Refusal('scoring/already-sealed', { question: number });
    requireSealable(questionOf(state.instrument, number), state.policy.judging, sheet);
  }
}

/**
 * Which questions open now: every unit touched in which all evaluators have sealed the current round of every
 * question that is not open yet. Computed on the state that already holds the new seals. One evaluator alone opens nothing.
 */
export function opensNow(state: EvaluationState, touched: readonly string[]): { question: string; round: number }[] {
  const evaluators = evaluatorsOf(state);
  const waiting = (number: string): boolean => {
    const question = questionState(state, number);
    return question.openedRound < question.round;
  };
  const complete = (number: string): boolean => evaluators.every(({ person }) => currentSeal(questionState(state, number), person));
  const units = new Map(touched.map((number) => [unitOf(state, number).join(), unitOf(state, number)]));
  if (evaluators.length < 2) return [];
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
 * `scoring/round-open` (one is under way) and `scoring/reason-missing`.
 */
export function requireMayOpenRound(state: EvaluationState, number: string, reason: string): void {
  const question = questionState(state, number);
  if (question.round > question.openedRound && question.round > 1) throw new Refusal('scoring/round-open', { question: number });
  if (question.openedRound < question.round) throw new Refusal('scoring/not-revealed', { question: number });
  if (reason.trim() === '') throw new Refusal('scoring/reason-missing', { question: number });
}

/** Refuses `scoring/already-sealed` when the person's sheet of the current round is sealed and may not be edited. */
export function requireEditable(state: EvaluationState, person: string, number: string): void {
  if (currentSeal(questionState(state, number), person)) throw new Refusal('scoring/already-sealed', { question: number });
}
