import { isEvaluator, partStands } from '../evaluation';
import type { EvaluationState } from '../state';

/**
 * Whether every evaluator sees the scores of all these questions as they stand now. Not while a new blind round of one of
 * them runs: what is written or ticked meanwhile is as blind as the round. What belongs to no question never opens.
 * @example isOpenToAll(state, ['1.1', '1.2']) // false as long as 1.2 is sealed by one and not by the other
 */
export const isOpenToAll = (state: EvaluationState, questions: readonly string[]): boolean => questions.length > 0 && questions.every((number) => {
  const own = state.questions[number];
  return own !== undefined && own.openedRound >= own.round;
});

/** What decides who may read a note. `questions`: those it is tagged with. */
export interface NoteAbout {
  readonly author: string;
  readonly shared: boolean;
  readonly questions: readonly string[];
}

/** Whether a note concerns the whole team: it was shared, or everything it is about is open to all. */
export const isForAll = (state: EvaluationState, { shared, questions }: Omit<NoteAbout, 'author'>): boolean => shared || isOpenToAll(state, questions);

/**
 * Who may read a note from an interview: its author always; another evaluator when it is for all and its author still
 * judges here, or did until another took over the seat; nobody else ever. The one rule, used by every answer and push about notes.
 */
export function mayReadNote(state: EvaluationState, reader: string, note: NoteAbout): boolean {
  if (!isEvaluator(state, reader)) return false;
  return note.author === reader || (partStands(state, note.author) && isForAll(state, note));
}

/** Which colleagues' ticks on a question an evaluator may see: all of them once the question is open to all, none before. */
export const ticksSeenBy = (state: EvaluationState, reader: string, question: string, ticked: readonly string[]): string[] =>
  isEvaluator(state, reader) && isOpenToAll(state, [question]) ? ticked.filter((other) => other !== reader && isEvaluator(state, other)) : [];
