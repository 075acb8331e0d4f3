import type { Fact } from '../facts';
import { Refusal } from '../refusal';
import type { EvaluationState, PolicyProposal } from '../state';
import { requireAdjudicator, soundPolicy } from './policy';
import type { Policy } from './policy-schema';
import { isEvaluator, membershipsOf } from './team';

/**
 * Which rules may still change once something is sealed. Not when scores open, for another unit could open what was sealed
 * trusting the one before, and not how a question is judged, for the sealed sheets are filled in that way. A new rule
 * does not compile until somebody has answered it here.
 */
const changeable: Readonly<Record<keyof Policy, boolean>> = { amber: true, red: true, points: true, bands: true, tolerance: true, areaPoints: true, totalPoints: true, adjudicator: true, revealUnit: false, judging: false };
const rules = Object.keys(changeable) as (keyof Policy)[];

/** One rule that reads otherwise in two policies; null where one does not have it. */
export interface RuleChange {
  readonly rule: keyof Policy;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

/** What reads otherwise after, rule by rule, in the order in which the rules are told. */
export const ruleChanges = (before: Policy, after: Policy): RuleChange[] =>
  rules.map((rule) => ({ rule, before: before[rule] ?? null, after: after[rule] ?? null })).filter((own) => own.before !== own.after);

/** Whether the person has a say in the rules: a coordinator or an evaluator who takes part and has declared. */
const hasSay = (state: EvaluationState, person: string): boolean =>
  membershipsOf(state, person).some(({ role, declared }) => declared !== null && (role === 'coordinator' || role === 'evaluator'));

/** The change that waits for an answer: the newest, while nobody has answered it and who proposed it still has a say. */
export function standingPolicyProposal(state: EvaluationState): PolicyProposal | undefined {
  const last = state.policyProposals.at(-1);
  return last && last.ended === null && hasSay(state, last.by) ? last : undefined;
}

/** What a person proposes: `answers` is the number of the proposal they saw (null: they saw none). */
export interface PolicyDraft {
  readonly policy: Policy;
  readonly reason: string;
  readonly answers: number | null;
}

/**
 * The proposal as a fact. Refuses `evaluation/policy-open` before anything is sealed (the coordinator then changes the rules
 * alone), `evaluation/policy-proposal-changed` (with what stands now), `evaluation/policy-fixed` naming the rule that may not
 * change any more, `evaluation/policy-unsound`, `evaluation/policy-unchanged` and `evaluation/reason-missing`.
 */
export function policyProposed(state: EvaluationState, { policy, reason, answers }: PolicyDraft): Extract<Fact, { kind: 'policyProposed' }> {
  if (!state.policyFrozen) throw new Refusal('evaluation/policy-open');
  const standing = standingPolicyProposal(state);
  if ((standing?.number ?? null) !== answers) throw changedSince(standing);
  const changes = ruleChanges(state.policy, policy);
  const fixed = changes.find(({ rule }) => !changeable[rule]);
  if (fixed) throw new Refusal('evaluation/policy-fixed', { field: fixed.rule });
  requireAdjudicator(state, soundPolicy(policy));
  if (changes.length === 0) throw new Refusal('evaluation/policy-unchanged');
  if (reason.trim() === '') throw new Refusal('evaluation/reason-missing');
  return { kind: 'policyProposed', before: state.policy, policy, reason: reason.trim() };
}

/**
 * Checks that the person may approve that very proposal: two different people, one of them an evaluator, for nobody bends
 * the rules alone and the coordinator does not judge (docs/decisions/0019). Refuses `evaluation/no-policy-proposal`,
 * `evaluation/policy-proposal-changed`, `evaluation/policy-own-proposal`, `evaluation/policy-needs-evaluator`, and
 * `evaluation/policy-unsound` where the team has changed since, so that the rules proposed no longer hold.
 */
export function requireMayApprovePolicy(state: EvaluationState, person: string, proposal: number): PolicyProposal {
  const standing = requireStandingPolicy(state, proposal);
  if (standing.by === person) throw new Refusal('evaluation/policy-own-proposal');
  if (!isEvaluator(state, standing.by) && !isEvaluator(state, person)) throw new Refusal('evaluation/policy-needs-evaluator');
  requireAdjudicator(state, soundPolicy(standing.policy));
  return standing;
}

/** The answer no as a fact: taken back by who proposed it, declined by anybody else. Refuses like an approval of what does not stand. */
export const policyEnded = (state: EvaluationState, person: string, proposal: number): Extract<Fact, { kind: 'policyDeclined' | 'policyWithdrawn' }> =>
  ({ kind: requireStandingPolicy(state, proposal).by === person ? 'policyWithdrawn' : 'policyDeclined', proposal });

/** Whether a change waits that this person may approve. What else could refuse it is told when they do. */
export function mayApprovePolicy(state: EvaluationState, person: string): boolean {
  const standing = standingPolicyProposal(state);
  return standing !== undefined && standing.by !== person && hasSay(state, person) && (isEvaluator(state, standing.by) || isEvaluator(state, person));
}

function requireStandingPolicy(state: EvaluationState, proposal: number): PolicyProposal {
  const standing = standingPolicyProposal(state);
  if (!standing) throw new Refusal('evaluation/no-policy-proposal', { ended: state.policyProposals.at(-1)?.ended?.how ?? null });
  if (standing.number !== proposal) throw changedSince(standing);
  return standing;
}

const changedSince = (standing: PolicyProposal | undefined): Refusal =>
  new Refusal('evaluation/policy-proposal-changed', { standing: standing ? { number: standing.number, by: standing.by, policy: standing.policy, reason: standing.reason } : null });
