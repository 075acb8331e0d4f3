import { Refusal } from '../refusal';
import type { EvaluationState, Member } from '../state';
import { holdersOf, membershipsOf } from './team';

/**
 * Checks that the person may take over that seat, and tells from whom. At any time before the lock, also after the first
 * seal: the number of seats stays, so what opens stays the same. Refuses `evaluation/seat-not-free` (there is no such seat,
 * or its holder was removed before anything was sealed), `evaluation/reason-missing`, `people/already-member` and
 * `evaluation/other-seat`: who has judged in one seat may come back to it, never sit in another as well.
 */
export function requireMayReplace(state: EvaluationState, seat: number, joined: string, reason: string): Member {
  const holder = holdersOf(state, seat).at(-1);
  if (!holder || (holder.ended && !holder.ended.conflict)) throw new Refusal('evaluation/seat-not-free', { seat });
  if (reason.trim() === '') throw new Refusal('evaluation/reason-missing');
  const [known] = membershipsOf(state, joined);
  if (known) throw new Refusal('people/already-member', { role: known.role });
  if (state.members.some((member) => member.role === 'evaluator' && member.person === joined && member.seat !== seat)) throw new Refusal('evaluation/other-seat', { seat });
  return holder;
}
