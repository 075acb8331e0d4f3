import type { Role } from '../evaluation';
import { Refusal } from '../refusal';

/** Where a request for material stands. */
export const requestStates = ['draft', 'requested', 'underway', 'submitted', 'accepted', 'returned', 'notApplicable'] as const;
export type RequestState = (typeof requestStates)[number];

/** Who moves a request: a member of the evaluation by role, or the holder of a link to that one request. */
export type Mover = Role | 'delegate';

type Part = 'manages' | 'delivers' | 'reviews';

/** The coordinator sends and takes back, the municipality delivers, the coordinator and the evaluators look at what came. */
const partsOf: Record<Mover, readonly Part[]> = { coordinator: ['manages', 'reviews'], contact: ['delivers'], delegate: ['delivers'], evaluator: ['reviews'], adjudicator: [], observer: [] };

/** Every legal move and who may make it. */
const moves: readonly { readonly from: RequestState; readonly to: RequestState; readonly part: Part }[] = [
  { from: 'draft', to: 'requested', part: 'manages' },
  { from: 'requested', to: 'draft', part: 'manages' },
  { from: 'requested', to: 'underway', part: 'delivers' },
  { from: 'underway', to: 'submitted', part: 'delivers' },
  { from: 'returned', to: 'underway', part: 'delivers' },
  { from: 'returned', to: 'submitted', part: 'delivers' },
  { from: 'requested', to: 'notApplicable', part: 'delivers' },
  { from: 'underway', to: 'notApplicable', part: 'delivers' },
  { from: 'returned', to: 'notApplicable', part: 'delivers' },
  { from: 'submitted', to: 'accepted', part: 'reviews' },
  { from: 'submitted', to: 'returned', part: 'reviews' },
  { from: 'accepted', to: 'returned', part: 'reviews' },
  { from: 'notApplicable', to: 'requested', part: 'reviews' },
  { from: 'notApplicable', to: 'accepted', part: 'reviews' },
];

/**
 * Where a request in that state may go next by the hand of that person, in the order of the states.
 * Who has several roles has the moves of all of them.
 * @example movesOf('submitted', 'evaluator') // ['accepted', 'returned']
 */
export function movesOf(status: RequestState, ...movers: readonly Mover[]): RequestState[] {
  const parts = new Set(movers.flatMap((mover) => partsOf[mover]));
  const open = new Set(moves.filter(({ from, part }) => from === status && parts.has(part)).map(({ to }) => to));
  return requestStates.filter((state) => open.has(state));
}

/** Whether a move says too little without a reason: what is sent back, declared not to apply, or asked for after all. */
export const needsReason = (from: RequestState, to: RequestState): boolean => to === 'returned' || to === 'notApplicable' || (from === 'notApplicable' && to === 'requested');

/** Refuses `documents/illegal-move` (naming the allowed moves) and `documents/reason-missing`. */
export function requireMove(from: RequestState, to: RequestState, reason: string, ...movers: readonly Mover[]): void {
  const allowed = movesOf(from, ...movers);
  if (!allowed.includes(to)) throw new Refusal('documents/illegal-move', { from, to, allowed });
  if (needsReason(from, to) && reason.trim() === '') throw new Refusal('documents/reason-missing', { to });
}

/** Whether who delivered may still take a mistake away: until it is accepted, which others then build on. */
export const mayTakeBack = (status: RequestState): boolean => status !== 'draft' && status !== 'accepted';

/** States in which somebody in the municipality has something left to do. */
export const isOpenRequest = (status: RequestState): boolean => status === 'requested' || status === 'underway' || status === 'returned';
