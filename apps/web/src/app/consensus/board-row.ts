import type { BoardQuestion, MemberView, ProposalView, VoiceView } from '@samsyn/contract';
import { compareExact, divergenceOf, magnitude, prefillOf, questionsOf, type Divergence, type Exact, type Instrument, type Mark, type Policy, type Prefill, type Question } from '@samsyn/domain';

/** An evaluator as the board names them: mark by seat, first name (whole name where two share one), "(du)". */
export interface Seat {
  readonly person: string;
  readonly name: string;
  readonly seat: number;
  readonly me: boolean;
  /** Who had the seat before, if anybody: what they sealed counts as the seat's. */
  readonly former: readonly FormerHolder[];
}

export interface FormerHolder {
  readonly person: string;
  readonly name: string;
  readonly at: string;
}

/** What stands for a seat: under the name of who has it now, with who judged. */
export interface Voice extends VoiceView {
  readonly judge: string;
}

/** closed: nothing is known; revote: a new blind round runs, the old marks stay; open: nobody has proposed. */
export type RowState = 'closed' | 'revote' | 'open' | 'proposed' | 'settled';

export interface Row {
  readonly question: Question;
  readonly area: number;
  readonly seen: BoardQuestion;
  readonly state: RowState;
  readonly voices: readonly Voice[];
  readonly marks: readonly Mark[];
  /** Null while the question is closed. */
  readonly divergence: Divergence | null;
  readonly prefill: Prefill;
  readonly standing: ProposalView | null;
  readonly settled: ProposalView | null;
  /** The proposal that a new one answers, settled or not; null when there is none in this round. */
  readonly answers: number | null;
  /** Who has not approved what stands, in seat order. */
  readonly waiting: readonly string[];
}

export function seatsOf(evaluators: readonly MemberView[], me: string, former: readonly MemberView[] = []): Seat[] {
  const first = (name: string): string => name.trim().split(/\s+/)[0] ?? name;
  const shared = (name: string): boolean => evaluators.filter((other) => first(other.name) === first(name)).length > 1;
  return evaluators.map((member, index) => ({ person: member.person, name: shared(member.name) ? member.name : first(member.name), seat: member.seat ?? index + 1, me: member.person === me, former: former.filter(({ seat }) => seat === member.seat).map(({ person, name, replaced }) => ({ person, name, at: replaced?.at ?? '' })) }));
}

/** What was judged in a seat in one round, by whoever had it then. */
export const voicesIn = (seat: Seat, voices: readonly VoiceView[], round: number): Voice[] =>
  voices.filter((voice) => voice.round === round && (voice.person === seat.person || seat.former.some(({ person }) => person === voice.person))).map((voice) => ({ ...voice, person: seat.person, judge: voice.person }));

const closed = (number: string): BoardQuestion => ({ number, round: 1, openedRound: 0, openedAt: null, voices: [], proposals: [], standing: null, settled: null, rounds: [] });

/** Every question of the instrument as the board shows it, in the instrument's order. */
export function rowsOf(instrument: Instrument, seen: readonly BoardQuestion[], seats: readonly Seat[], policy: Policy): Row[] {
  const byNumber = new Map(seen.map((question) => [question.number, question]));
  return instrument.areas.flatMap((area) => area.questions.map((question) => rowOf(question, area.number, byNumber.get(question.number) ?? closed(question.number), seats, policy)));
}

function rowOf(question: Question, area: number, seen: BoardQuestion, seats: readonly Seat[], policy: Policy): Row {
  const voices = seen.openedRound === 0 ? [] : seats.flatMap((seat) => voicesIn(seat, seen.voices, seen.openedRound));
  const marks = voices.map(({ person, percent }): Mark => ({ person, percent }));
  const state = stateOf(seen);
  const newest = seen.openedRound === seen.round ? seen.proposals.filter((proposal) => proposal.round === seen.openedRound).at(-1) : undefined;
  const settled = state === 'settled' ? (seen.proposals.find((proposal) => proposal.number === seen.settled?.proposal) ?? null) : null;
  const standing = state === 'proposed' ? (seen.proposals.find((proposal) => proposal.number === seen.standing) ?? null) : null;
  return {
    question, area, seen, state, voices, marks, standing, settled,
    divergence: marks.length === 0 ? null : divergenceOf(marks, question.max, policy),
    prefill: prefillOf(marks, question.max, policy),
    answers: seen.standing ?? newest?.number ?? null,
    waiting: standing ? seats.map(({ person }) => person).filter((person) => !standing.approvals.some((approval) => approval.person === person)) : [],
  };
}

/** Why a seat has a mark without a value. */
export const insteadOf = (row: Row, person: string): 'noValue' | 'notApplicable' =>
  row.voices.find((voice) => voice.person === person)?.sheet.standing === 'notApplicable' ? 'notApplicable' : 'noValue';

function stateOf(seen: BoardQuestion): RowState {
  if (seen.openedRound === 0) return 'closed';
  if (seen.round > seen.openedRound) return 'revote';
  if (seen.settled) return 'settled';
  return seen.standing === null ? 'open' : 'proposed';
}

export const filters = ['all', 'red', 'amber', 'within', 'unfinished'] as const;
export type Filter = (typeof filters)[number];
export const sorts = ['effect', 'difference', 'number'] as const;
export type Sort = (typeof sorts)[number];

export const passes = (row: Row, filter: Filter): boolean =>
  filter === 'all' || (filter === 'unfinished' ? row.state !== 'settled' : row.divergence?.band === filter);

/** The rows in the asked order; questions that are not open last, ties in the instrument's order. */
export function sorted(rows: readonly Row[], sort: Sort): Row[] {
  if (sort === 'number') return [...rows];
  const size = (row: Row): Exact => {
    if (!row.divergence) return '-1';
    const value = sort === 'effect' ? row.divergence.points : row.divergence.percentagePoints;
    // Someone has no percent: as far apart as can be.
    return value === null ? (sort === 'effect' ? `${row.question.max}` : '100') : magnitude(value);
  };
  return [...rows].map((row, index) => ({ row, index, size: size(row) })).sort((a, b) => compareExact(b.size, a.size) || a.index - b.index).map(({ row }) => row);
}

/** Open questions nobody has proposed on, whose marks are equal or within the tolerance and every limit: what one may propose at once. */
export const proposable = (rows: readonly Row[]): Row[] => rows.filter((row) => row.state === 'open' && row.prefill.kind !== 'empty' && row.divergence?.band === 'within');

/** Standing proposals of colleagues that only repeat equal marks or the mean, on questions within every limit of today: what one may approve at once. */
export const approvable = (rows: readonly Row[], me: string): Row[] =>
  rows.filter(({ standing, waiting, divergence }) => standing !== null && divergence?.band === 'within' && waiting.includes(me) && (standing.method === 'equal' || standing.method === 'withinTolerance'));

export const countOf = (instrument: Instrument | null): number => (instrument ? questionsOf(instrument).length : 0);
