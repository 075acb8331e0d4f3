import { divergenceOf, openMarks, settledProposal, sumChecks } from '../consensus';
import { evaluatorsOf } from '../evaluation';
import { questionOf } from '../instrument';
import type { EvaluationState } from '../state';

export interface ChecklistItem {
  readonly id: 'unsealed' | 'unopened' | 'unsettled' | 'textMissing' | 'areaFlagged' | 'strengthsMissing' | 'declarationMissing';
  /** `stop` keeps the lock closed; `note` is shown and may be accepted by signing. */
  readonly severity: 'stop' | 'note';
  readonly questions: readonly string[];
  readonly areas: readonly number[];
  readonly count: number;
}

/**
 * What stands between the evaluation and its lock. Empty of `stop` items means ready. Counts only, safe for every
 * role: it names questions that are open or settled, and for the blind part just how many are not open.
 */
export function checklist(state: EvaluationState): ChecklistItem[] {
  const questions = Object.values(state.questions);
  const item = (id: ChecklistItem['id'], severity: ChecklistItem['severity'], numbers: readonly string[], areas: readonly number[] = []): ChecklistItem => ({ id, severity, questions: numbers, areas, count: numbers.length + areas.length });
  const numbers = (matches: (question: (typeof questions)[number]) => boolean): string[] => questions.filter(matches).map((question) => question.number);
  const marks = Object.fromEntries(questions.filter((question) => question.openedRound > 0).map((question) => [question.number, openMarks(state, question)]));
  const persons = evaluatorsOf(state).map(({ person }) => person);
  const withoutPoints = state.instrument.areas
    .filter((area) => !area.questions.some((question) => state.questions[question.number]?.seals.some((seal) => seal.round <= (state.questions[question.number]?.openedRound ?? 0) && seal.sheet.strengths.length > 0)))
    .map((area) => area.number);
  const redWithoutText = numbers((question) => {
    const settled = settledProposal(question);
    return settled !== undefined && settled.text === '' && divergenceOf(openMarks(state, question), questionOf(state.instrument, question.number).max, state.policy).band === 'red';
  });
  return [
    item('unopened', 'stop', numbers((question) => question.openedRound < question.round)),
    item('unsettled', 'stop', numbers((question) => question.openedRound >= question.round && !question.settled)),
    item('textMissing', 'note', redWithoutText),
    item('areaFlagged', 'note', [], sumChecks(state.instrument, persons, marks, state.policy).flatMap((check) => (check.flagged && check.area !== null ? [check.area] : []))),
    item('strengthsMissing', 'note', [], questions.some((question) => question.openedRound === 0) ? [] : withoutPoints),
  ].filter((found) => found.count > 0);
}

export const isReady = (items: readonly ChecklistItem[]): boolean => items.every((item) => item.severity !== 'stop');
