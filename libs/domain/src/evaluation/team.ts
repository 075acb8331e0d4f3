import { Refusal } from '../refusal';
import type { EvaluationState, Member } from '../state';

export const roles = ['coordinator', 'evaluator', 'adjudicator', 'contact', 'observer'] as const;
export type Role = (typeof roles)[number];

/** Members who take part now: not left, no conflict of interest declared. */
export const activeMembers = (state: EvaluationState): Member[] => state.members.filter((member) => member.active);

/** The evaluators whose seals are needed, in seat order. Two or more; nothing may assume exactly two. */
export const evaluatorsOf = (state: EvaluationState): Member[] =>
  activeMembers(state).filter((member) => member.role === 'evaluator').sort((a, b) => (a.seat ?? 0) - (b.seat ?? 0));

/** The person's memberships; the same person may be, say, coordinator and contact, never coordinator and evaluator. */
export const membershipsOf = (state: EvaluationState, person: string): Member[] => activeMembers(state).filter((member) => member.person === person);

export const isEvaluator = (state: EvaluationState, person: string): boolean => membershipsOf(state, person).some((member) => member.role === 'evaluator');

/**
 * The person's role if they may enter at all. Refuses `wire/not-found` for strangers (same answer as for an
 * evaluation that does not exist) and `people/declaration-missing` until a declaration of interest is stored.
 */
export function requireAccess(state: EvaluationState, person: string): Member {
  const [member] = membershipsOf(state, person);
  if (!member) throw new Refusal('wire/not-found');
  if (!member.declared) throw new Refusal('people/declaration-missing');
  return member;
}

/** Access with one of the roles; refuses `people/not-allowed` otherwise. */
export function requireRole(state: EvaluationState, person: string, ...wanted: Role[]): Member {
  requireAccess(state, person);
  const member = membershipsOf(state, person).find(({ role }) => wanted.includes(role));
  if (!member) throw new Refusal('people/not-allowed', { wanted });
  return member;
}
