import { Refusal } from '../refusal';
import type { EvaluationState, Member } from '../state';

export const roles = ['coordinator', 'evaluator', 'adjudicator', 'contact', 'observer'] as const;
export type Role = (typeof roles)[number];

/** Worked out once for each list of members: a list is never changed, only replaced by another. */
const onceForMembers = <T>(answer: (members: readonly Member[]) => readonly T[]): ((state: EvaluationState) => readonly T[]) => {
  const known = new WeakMap<readonly Member[], readonly T[]>();
  return ({ members }) => {
    const before = known.get(members);
    if (before) return before;
    const answered = answer(members);
    known.set(members, answered);
    return answered;
  };
};

/** Members who take part now: not left, no conflict of interest declared. */
export const activeMembers = onceForMembers((members) => members.filter((member) => member.active));

/**
 * Members who may be told anything at all: they take part and have declared their interests. Who has not declared knows
 * that they are asked to, and of the evaluation no more than its name (`requireAccess` says the same to who asks).
 */
export const declaredMembers = onceForMembers((members) => members.filter((member) => member.active && member.declared !== null));

/** The people who may be told anything at all (`declaredMembers`), each once. */
export const declaredPeople = onceForMembers((members) => [...new Set(members.flatMap((member) => (member.active && member.declared !== null ? [member.person] : [])))]);

/** The evaluators whose seals are needed, in seat order. Two or more; nothing may assume exactly two. */
export const evaluatorsOf = onceForMembers((members) => members.filter((member) => member.active && member.role === 'evaluator').sort((a, b) => (a.seat ?? 0) - (b.seat ?? 0)));

/** Everyone who has had that evaluator's seat, in the order they came; the last has it now, or had it last. */
export const holdersOf = ({ members }: Pick<EvaluationState, 'members'>, seat: number): Member[] => members.filter((member) => member.role === 'evaluator' && member.seat === seat);

const judgesOfSeats = onceForMembers((members) =>
  members.flatMap(({ active, role, person, seat }) => (active && role === 'evaluator' ? [{ person, judges: seat ? holdersOf({ members }, seat).map((holder) => holder.person) : [person] }] : [])),
);

/**
 * Whose seals stand for the seat that the person has now: their own, and those of everyone whom they follow in it.
 * Only their own when they have none. A seal says who judged; whom it counts for is asked here.
 */
export const judgesFor = (state: EvaluationState, person: string): readonly string[] => judgesOfSeats(state).find((own) => own.person === person)?.judges ?? [person];

/** Whether what the person shared as an evaluator stands: they judge here, or did until another took over; not after a conflict. */
export const partStands = (state: EvaluationState, person: string): boolean =>
  isEvaluator(state, person) || (state.replacements.some(({ left }) => left === person) && !state.members.some((member) => member.person === person && member.ended?.conflict === true));

/** The number of the next evaluator's seat; one who takes over a seat takes its number. */
export const nextSeat = (state: EvaluationState): number => Math.max(0, ...state.members.map(({ seat }) => seat ?? 0)) + 1;

/** The person's memberships; the same person may be, say, coordinator and contact, never coordinator and evaluator. */
export const membershipsOf = (state: EvaluationState, person: string): Member[] => activeMembers(state).filter((member) => member.person === person);

export const isEvaluator = (state: EvaluationState, person: string): boolean => activeMembers(state).some((member) => member.person === person && member.role === 'evaluator');

/**
 * The person's role if they may enter at all. Refuses `wire/not-found` for strangers (same answer as for an
 * evaluation that does not exist) and `people/declaration-missing` until a declaration of interest is stored.
 */
export function requireAccess(state: EvaluationState, person: string): Member {
  const member = activeMembers(state).find((own) => own.person === person);
  if (!member) throw new Refusal('wire/not-found');
  if (!member.declared) throw new Refusal('people/declaration-missing');
  return member;
}

/** Access with one of the roles; refuses `people/not-allowed` otherwise. */
export function requireRole(state: EvaluationState, person: string, ...wanted: Role[]): Member {
  requireAccess(state, person);
  const member = activeMembers(state).find((own) => own.person === person && wanted.includes(own.role));
  if (!member) throw new Refusal('people/not-allowed', { wanted });
  return member;
}

/**
 * Checks that the person may be invited once more: they take part and have not declared their interests yet. Refuses
 * `evaluation/nobody-to-invite` for who is in already, has left, or was never asked.
 */
export function requireMayInviteAgain(state: EvaluationState, person: string): void {
  if (!activeMembers(state).some((member) => member.person === person && !member.declared)) throw new Refusal('evaluation/nobody-to-invite');
}
