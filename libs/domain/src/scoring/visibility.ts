import { evaluatorsOf, isEvaluator, judgesFor, phaseOf, type Phase } from '../evaluation';
import type { EvaluationState, Member, QuestionState, Seal } from '../state';
import type { LedgerEntry } from '../facts';
import { sealBy, standingSeal } from './seal';

/**
 * Who may see which score: the one rule, used by every answer, push, export, log view and refusal.
 * - An evaluator sees the own seals always, and every evaluator's seals of a round once that round is open. Whom one
 *   follows in a seat is a colleague like the others.
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

/** How far an evaluation has come, in a line of a list. */
export interface Outline {
  readonly phase: Phase;
  readonly opened: number;
  readonly settled: number;
  /** What is sealed for the own seat; null for all but evaluators. */
  readonly ownSealed: number | null;
}

/**
 * How far it has come, as a member may know it. Before their declaration: whether scoring has begun and whether the report
 * is locked, for then there is nothing to declare to; how much is opened and agreed they are told when they have declared.
 */
export function outlineSeenBy(state: EvaluationState, { person, role, declared }: Member): Outline {
  const phase = phaseOf(state);
  if (!declared) return { phase: phase === 'planning' || phase === 'locked' ? phase : 'scoring', opened: 0, settled: 0, ownSealed: role === 'evaluator' ? 0 : null };
  const questions = Object.values(state.questions);
  const isOpen = (question: QuestionState): boolean => question.openedRound >= question.round;
  return {
    phase, opened: questions.filter(isOpen).length, settled: questions.filter((question) => question.settled).length,
    ownSealed: role === 'evaluator' ? questions.filter((question) => isOpen(question) || standingSeal(state, question, person)).length : null,
  };
}

/** The start of the running minute, UTC. Colleagues' counters move only on the minute, so that they tell no tempo. */
export function minuteOf(now: string): string {
  // Asked for several times with every fact, many of them within one millisecond.
  if (now !== minuteAsked) {
    minuteAsked = now;
    minuteTold = `${now.slice(0, 16)}:00.000Z`;
  }
  return minuteTold;
}
let minuteAsked = '';
let minuteTold = '';

/**
 * The counters a viewer sees at `now`: the own one exact, every other one as it stood at the last full minute.
 * A question that is open counts as sealed for all. In a training the other one is a reference that was sealed from the start.
 */
export function progressSeenBy(state: EvaluationState, viewer: string, now: string): Progress[] {
  const minute = minuteOf(now);
  const questions = Object.values(state.questions);
  return evaluatorsOf(state).map(({ person }) => {
    const judges = judgesFor(state, person);
    const isSealed = (question: QuestionState): boolean => {
      if (question.openedRound >= question.round) return true;
      const seal = sealBy(question, judges, question.round);
      if (person === viewer || state.instrument.training === true) return seal !== undefined;
      return (seal !== undefined && seal.at < minute) || question.withdrawn.some((taken) => taken.round === question.round && judges.includes(taken.person) && taken.sealedAt < minute && taken.at >= minute);
    };
    return { person, of: questions.length, sealed: questions.filter(isSealed).length };
  });
}

/** Whether a ledger line is a blind act of another person: sealing or undoing, shown only as a day's count. */
const isBlindAct = (entry: LedgerEntry): boolean => entry.fact.kind === 'sealed' || entry.fact.kind === 'sealWithdrawn';

/**
 * Whether the viewer may be told of this ledger line by itself: everything but a colleague's seals.
 * Those are told as counters (`progressSeenBy`) and, in the log, as one line per colleague and day.
 */
export const mayBeTold = (entry: LedgerEntry, viewer: string): boolean => !isBlindAct(entry) || entry.actor === viewer;

/** What is asked of a whole ledger at every line, kept beside it so that a long one is neither read again nor held in memory. */
export interface SeenCounts {
  readonly lines: number;
  /** When the last line was written; empty before the first. */
  readonly at: string;
  /** Blind acts by person. */
  readonly blind: Readonly<Record<string, number>>;
  /** How far each person's counter moved in each minute, in the order of time. */
  readonly moves: readonly { readonly minute: string; readonly person: string; readonly change: number }[];
  /** When each person sealed for the first time. */
  readonly sealedFrom: Readonly<Record<string, string>>;
  /** Whether everyone has been told of something that can only follow upon a seal. */
  readonly sealsTold: boolean;
}

const nothingSeen: SeenCounts = { lines: 0, at: '', blind: {}, moves: [], sealedFrom: {}, sealsTold: false };

/** The counts of a ledger: of these lines, after those already counted. */
export function countSeen(entries: readonly LedgerEntry[], before: SeenCounts = nothingSeen): SeenCounts {
  const counts = { ...before, lines: before.lines + entries.length, at: entries.at(-1)?.at ?? before.at, sealsTold: before.sealsTold || entries.some(tellsOfSeals) };
  const acts = entries.filter(isBlindAct);
  if (acts.length === 0) return counts;
  const blind = { ...before.blind };
  const moves = [...before.moves];
  const sealedFrom = { ...before.sealedFrom };
  for (const act of acts) {
    const person = act.actor ?? '';
    const minute = minuteOf(act.at);
    blind[person] = (blind[person] ?? 0) + 1;
    const at = moves.findLastIndex((move) => move.minute === minute && move.person === person);
    const change = counterChange(act) + (moves[at]?.change ?? 0);
    moves.splice(at < 0 ? moves.length : at, at < 0 ? 0 : 1, { minute, person, change });
    sealedFrom[person] ??= act.at;
  }
  return { ...counts, blind, moves, sealedFrom };
}

const tellsOfSeals = ({ fact }: LedgerEntry): boolean => fact.kind === 'revealed' || fact.kind === 'policyProposed';

/**
 * Whether the viewer may know at `now` that something is sealed, which freezes the rules: a colleague's first seal is told
 * on the minute, or by what follows from it and is told at once.
 */
export const sealedSeenBy = ({ sealedFrom, sealsTold }: SeenCounts, viewer: string, now: string): boolean =>
  sealsTold || Object.entries(sealedFrom).some(([person, at]) => person === viewer || at < minuteOf(now));

/**
 * The revision a viewer is told at `now`: the ledger lines they may know of, and the past minutes in which some
 * colleague's counter moved. A count, not the stored number: no gap tells of hidden lines, and sealing in one act or in
 * five, or sealing and undoing within a minute, looks alike.
 */
export function revisionSeenBy({ lines, blind, moves }: SeenCounts, viewer: string, now: string): number {
  const minute = minuteOf(now);
  let revision = lines;
  for (const person in blind) if (person !== viewer) revision -= blind[person] ?? 0;
  let counted = '';
  for (const move of moves)
    if (move.person !== viewer && move.change !== 0 && move.minute < minute && move.minute !== counted) {
      counted = move.minute; // they are in the order of time: the same minute stands together
      revision++;
    }
  return revision;
}

function counterChange({ fact }: LedgerEntry): number {
  if (fact.kind === 'sealed') return fact.seals.length;
  return fact.kind === 'sealWithdrawn' ? -fact.seals.length : 0;
}
