import { type Policy, evaluatorsOf, judgesFor, requireAreaOpen } from '../evaluation';
import type { ProposalFact } from '../facts';
import { Refusal } from '../refusal';
import { compareExact, exact, meanOf, type Exact, toTenths, questionState, sealBy } from '../scoring';
import type { EvaluationState, Proposal, QuestionState } from '../state';
import { divergenceOf, type Divergence, type Mark, type QuestionLimits } from './divergence';
import { questionOf } from '../instrument';

/** The marks of the newest open round, in seat order and under the name of who has the seat now; empty while nothing is open. */
export function openMarks(state: EvaluationState, question: QuestionState): Mark[] {
  return evaluatorsOf(state).flatMap(({ person }) => {
    const seal = sealBy(question, judgesFor(state, person), question.openedRound);
    return seal ? [{ person, percent: seal.percent }] : [];
  });
}

export type Prefill = { readonly kind: 'equal' | 'mean'; readonly percent: Exact } | { readonly kind: 'empty'; readonly percent: null };

/**
 * What a proposal starts from: equal marks → that value; all within the tolerance and by no limit a divergence → their
 * mean in tenths; otherwise empty, to be typed by a person. A question flagged for its points or its levels is never
 * filled in by a mean, however close its percents. Nothing becomes agreed without people saying so.
 * @example 40 and 50 at tolerance 14 → mean 45; with bands 1, 38 and 42 → empty
 */
export function prefillOf(marks: readonly Mark[], max: number, policy: QuestionLimits & Pick<Policy, 'tolerance'>): Prefill {
  return prefillFrom(marks, divergenceOf(marks, max, policy), policy);
}

function prefillFrom(marks: readonly Mark[], { band, percentagePoints }: Divergence, { tolerance }: Pick<Policy, 'tolerance'>): Prefill {
  // Somebody has no percent, or nobody has judged.
  if (percentagePoints === null) return { kind: 'empty', percent: null };
  const percents = marks.map(({ percent }) => percent as Exact);
  const apart = exact(percentagePoints).abs();
  if (apart.compare(0) === 0) return { kind: 'equal', percent: toTenths(percents[0] as Exact) };
  return apart.compare(tolerance) <= 0 && band === 'within' ? { kind: 'mean', percent: toTenths(meanOf(percents)) } : { kind: 'empty', percent: null };
}

/** The proposal that stands: the newest of the round that is open and not being redone; undefined when none. */
export const standingProposal = (question: QuestionState): Proposal | undefined => {
  const last = question.proposals.at(-1);
  return last && question.openedRound === question.round && last.round === question.openedRound ? last : undefined;
};

/** What a person proposes for one question: `answers` is the number of the proposal they saw (null: they saw none). */
export interface ProposalDraft {
  readonly question: string;
  readonly round: number;
  readonly answers: number | null;
  readonly percent: Exact;
  readonly text: string;
  readonly reason: string;
  readonly cause: ProposalFact['cause'];
}

/**
 * The proposal as a fact, with the method recorded: equal, within tolerance (value is the prefilled one), discussed, or
 * re-vote (a later blind round). Refuses `scoring/not-revealed`, `consensus/round-changed`, `consensus/proposal-changed`
 * (with the standing one), `consensus/area-locked`, and `consensus/reason-missing` where a discussed value on a red question names no cause,
 * or a value that is not the prefilled one has no reason.
 */
export function proposalFact(state: EvaluationState, draft: ProposalDraft): ProposalFact {
  const question = questionState(state, draft.question);
  requireStanding(question, draft);
  requireAreaOpen(state, [draft.question]);
  const marks = openMarks(state, question);
  const { max } = questionOf(state.instrument, draft.question);
  const divergence = divergenceOf(marks, max, state.policy);
  const prefill = prefillFrom(marks, divergence, state.policy);
  const asPrefilled = prefill.percent !== null && compareExact(prefill.percent, draft.percent) === 0;
  if (!asPrefilled && draft.reason.trim() === '') throw new Refusal('consensus/reason-missing', { question: draft.question, field: 'reason' });
  if (divergence.band === 'red' && draft.cause === null) throw new Refusal('consensus/reason-missing', { question: draft.question, field: 'cause' });
  const agreed = prefill.kind === 'equal' ? 'equal' : 'withinTolerance';
  const method = asPrefilled ? agreed : question.openedRound > 1 ? 'revote' : 'discussed';
  return { question: draft.question, round: draft.round, percent: draft.percent, text: draft.text.trim(), reason: draft.reason.trim(), cause: draft.cause, method };
}

/** Refuses unless the question is open, in the named round, and `answers` is what stands now. */
export function requireStanding(question: QuestionState, draft: { round: number; answers: number | null }): void {
  if (question.openedRound === 0) throw new Refusal('scoring/not-revealed', { question: question.number });
  if (question.openedRound !== question.round || draft.round !== question.openedRound) throw new Refusal('consensus/round-changed', { question: question.number, round: question.round });
  const standing = standingProposal(question);
  if ((standing?.number ?? null) !== draft.answers)
    throw new Refusal('consensus/proposal-changed', { question: question.number, standing: standing ? { number: standing.number, by: standing.by, percent: standing.percent, text: standing.text } : null });
}

/**
 * Checks that the person may approve that very proposal. Refuses `consensus/no-proposal`,
 * `consensus/proposal-changed` (with what stands now) and `consensus/already-approved`.
 */
export function requireMayApprove(state: EvaluationState, person: string, number: string, proposal: number): void {
  const question = questionState(state, number);
  const standing = standingProposal(question);
  if (!standing) throw new Refusal('consensus/no-proposal', { question: number });
  requireStanding(question, { round: standing.round, answers: proposal });
  if (standing.approvals.some((approval) => approval.person === person)) throw new Refusal('consensus/already-approved', { question: number });
}

/** Whether every evaluator, two or more, has approved what stands: then it is settled. */
export function isAgreed(state: EvaluationState, number: string): boolean {
  const standing = standingProposal(questionState(state, number));
  return standing !== undefined && evaluatorsOf(state).length > 1 && evaluatorsOf(state).every(({ person }) => standing.approvals.some((approval) => approval.person === person));
}

/** Who still has to approve the standing proposal, in seat order. */
export const waitingFor = (state: EvaluationState, proposal: Proposal): string[] =>
  evaluatorsOf(state).map(({ person }) => person).filter((person) => !proposal.approvals.some((approval) => approval.person === person));

/** The agreed proposal of a settled question; undefined while not settled. */
export const settledProposal = (question: QuestionState): Proposal | undefined =>
  question.settled ? question.proposals.find((proposal) => proposal.number === question.settled?.proposal) : undefined;
