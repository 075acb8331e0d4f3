import { evaluatorsOf, isEvaluator } from '../evaluation';
import type { EvaluationState, QuestionState, Seal } from '../state';
import type { LedgerEntry } from '../facts';
import { currentSeal } from './seal';

/**
 * Who may see which score: the one rule, used by every answer, push, export, log view and refusal.
 * - An evaluator sees the own seals always, and every evaluator's seals of a round once that round is open.
 * - Nobody else sees any evaluator's score before the lock; after it the report tells.
 */
export function visibleSeals(state: EvaluationState, viewer: string, question: QuestionState): Seal[] {
  if (!isEvaluator(state, viewer)) return [];
  return question.seals.filter((seal) => seal.person === viewer || seal.round <= question.openedRound);
}

/** How many questions each evaluator has sealed in their current round, as the viewer may know it. */
export interface Progress {
  readonly person: string;
  readonly sealed: number;
  readonly of: number;
}

/** The start of the running minute, UTC. Colleagues' counters move only on the minute, so that they tell no tempo. */
export const minuteOf = (now: string): string => `${now.slice(0, 16)}:00.000Z`;

/**
 * The counters a viewer sees at `now`: the own one exact, every other one as it stood at the last full minute.
 * A question that is open counts as sealed for all. In a training the other one is a reference that was sealed from the start.
 */
export function progressSeenBy(state: EvaluationState, viewer: string, now: string): Progress[] {
  const minute = minuteOf(now);
  const questions = Object.values(state.questions);
  return evaluatorsOf(state).map(({ person }) => ({
    person,
    of: questions.length,
    sealed: questions.filter((question) => {
      const seal = currentSeal(question, person);
      if (person === viewer || question.openedRound >= question.round || state.instrument.training === true) return seal !== undefined;
      return (seal !== undefined && seal.at < minute) || question.withdrawn.some((taken) => isOfRound(taken, person, question.round) && taken.sealedAt < minute && taken.at >= minute);
    }).length,
  }));
}

const isOfRound = (act: { person: string; round: number }, person: string, round: number): boolean => act.person === person && act.round === round;

/** Whether a ledger line is a blind act of another person: sealing or undoing, shown only as a day's count. */
const isBlindAct = (entry: LedgerEntry): boolean => entry.fact.kind === 'sealed' || entry.fact.kind === 'sealWithdrawn';

/**
 * Whether the viewer may be told of this ledger line by itself: everything but a colleague's seals.
 * Those are told as counters (`progressSeenBy`) and, in the log, as one line per colleague and day.
 */
export const mayBeTold = (entry: LedgerEntry, viewer: string): boolean => !isBlindAct(entry) || entry.actor === viewer;

/** What `revisionSeenBy` counts, kept beside a ledger so that a long one need not be read again for every line. */
export interface SeenCounts {
  readonly lines: number;
  /** Blind acts by person. */
  readonly blind: Readonly<Record<string, number>>;
  /** How far each person's counter moved in each minute, in the order of time. */
  readonly moves: readonly { readonly minute: string; readonly person: string; readonly change: number }[];
}

/** The counts of a ledger: of these lines, after those already counted. */
export function countSeen(entries: readonly LedgerEntry[], before: SeenCounts = { lines: 0, blind: {}, moves: [] }): SeenCounts {
  const acts = entries.filter(isBlindAct);
  if (acts.length === 0) return { ...before, lines: before.lines + entries.length };
  const blind = { ...before.blind };
  const moves = [...before.moves];
  for (const act of acts) {
    const person = act.actor ?? '';
    const minute = minuteOf(act.at);
    blind[person] = (blind[person] ?? 0) + 1;
    const at = moves.findLastIndex((move) => move.minute === minute && move.person === person);
    const change = counterChange(act) + (moves[at]?.change ?? 0);
    moves.splice(at < 0 ? moves.length : at, at < 0 ? 0 : 1, { minute, person, change });
  }
  return { lines: before.lines + entries.length, blind, moves };
}

/**
 * The revision a viewer is told at `now`: the ledger lines they may know of, and the past minutes in which some
 * colleague's counter moved. A count, not the stored number: no gap tells of hidden lines, and sealing in one act or in
 * five, or sealing and undoing within a minute, looks alike.
 */
export function revisionSeenBy({ lines, blind, moves }: SeenCounts, viewer: string, now: string): number {
  const minute = minuteOf(now);
  const hidden = Object.entries(blind).reduce((sum, [person, acts]) => (person === viewer ? sum : sum + acts), 0);
  const minutes = new Set(moves.filter((move) => move.person !== viewer && move.change !== 0 && move.minute < minute).map((move) => move.minute));
  return lines - hidden + minutes.size;
}

function counterChange({ fact }: LedgerEntry): number {
  if (fact.kind === 'sealed') return fact.seals.length;
  return fact.kind === 'sealWithdrawn' ? -fact.seals.length : 0;
}
