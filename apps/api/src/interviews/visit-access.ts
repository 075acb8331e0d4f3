import { membershipsOf, requireRole, requireUnlocked, type EvaluationState } from '@samsyn/domain';

export interface VisitAccess {
  /** May plan now: the coordinator, while the evaluation is not locked. */
  readonly plans: boolean;
  /** Sees addresses, links and protected labels. */
  readonly coordinates: boolean;
}

/** The plan is for the judging side; the municipality's contact and observers get what concerns them by letter. */
export function requireVisit(state: EvaluationState, person: string): VisitAccess {
  requireRole(state, person, 'coordinator', 'evaluator', 'adjudicator');
  const coordinates = membershipsOf(state, person).some(({ role }) => role === 'coordinator');
  return { coordinates, plans: coordinates && state.locked === null };
}

/** Only the coordinator plans. */
export function requirePlanner(state: EvaluationState, person: string): void {
  requireRole(state, person, 'coordinator');
  requireUnlocked(state);
}
