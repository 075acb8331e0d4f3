import { divergenceOf, openMarks, settledProposal, sumChecks } from '../consensus';
import { evaluatorsOf } from '../evaluation';
import { questionOf } from '../instrument';
import type { EvaluationState } from '../state';

export interface ChecklistItem {
  readonly id: 'unopened' | 'unsettled' | 'redTextMissing' | 'textMissing' | 'areaFlagged' | 'strengthsMissing' | 'improvementsMissing';
  /** `stop` keeps the lock closed; a `note` may be accepted by who signs, with a reason. */
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
  // Of the last open round, as the report prints them.
  const without = (field: 'strengths' | 'improvements'): number[] =>
    questions.some((question) => question.openedRound === 0) ? [] : state.instrument.areas.filter((area) => !area.questions.some(({ number }) => state.questions[number]?.seals.some((seal) => seal.round === state.questions[number]?.openedRound && seal.sheet[field].length > 0))).map((area) => area.number);
  const isRed = (question: (typeof questions)[number]): boolean => divergenceOf(openMarks(state, question), questionOf(state.instrument, question.number).max, state.policy).band === 'red';
  const withoutText = questions.filter((question) => settledProposal(question)?.text.trim() === '');
  return [
    item('unopened', 'stop', numbers((question) => question.openedRound < question.round)),
    item('unsettled', 'stop', numbers((question) => question.openedRound >= question.round && !question.settled)),
    item('redTextMissing', 'note', withoutText.filter(isRed).map(({ number }) => number)),
    item('textMissing', 'note', withoutText.filter((question) => !isRed(question)).map(({ number }) => number)),
    item('areaFlagged', 'note', [], sumChecks(state.instrument, persons, marks, state.policy).flatMap((check) => (check.flagged && check.area !== null ? [check.area] : []))),
    item('strengthsMissing', 'note', [], without('strengths')),
    item('improvementsMissing', 'note', [], without('improvements')),
  ].filter((found) => found.count > 0);
}

export const isReady = (items: readonly ChecklistItem[]): boolean => items.every((item) => item.severity !== 'stop');

/** What whoever signs now accepts, and must give a reason for: by id, in the list's order. */
export const notesOf = (items: readonly ChecklistItem[]): string[] => items.filter((item) => item.severity === 'note').map((item) => item.id);
