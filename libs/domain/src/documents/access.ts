import { membershipsOf, requireAccess, requireReal, requireUnlocked, type Role } from '../evaluation';
import { Refusal } from '../refusal';
import type { EvaluationState } from '../state';

/** Who may see the material at all. Observers follow the evaluation, not its papers. */
const readers: ReadonlySet<Role> = new Set(['coordinator', 'evaluator', 'adjudicator', 'contact']);

/**
 * The roles by which a person may read an evaluation's material. Refuses `wire/not-found` for strangers, after leaving
 * and after a conflict of interest, `people/declaration-missing` before a declaration, `people/not-allowed` for observers.
 */
export function requireMaterial(state: EvaluationState, person: string): Role[] {
  requireAccess(state, person);
  const roles = membershipsOf(state, person).map(({ role }) => role).filter((role) => readers.has(role));
  if (roles.length === 0) throw new Refusal('people/not-allowed');
  return roles;
}

/** The same to change something by one of the roles: also refuses `people/not-allowed` without it, `evaluation/training` and `evaluation/locked`. */
export function requireMaterialRole(state: EvaluationState, person: string, ...wanted: readonly Role[]): Role[] {
  const roles = requireMaterial(state, person);
  if (!roles.some((role) => wanted.includes(role))) throw new Refusal('people/not-allowed', { wanted });
  requireReal(state);
  requireUnlocked(state);
  return roles;
}

/** Whether a role belongs to the judging side, which may know of drafts, gaps and receipts; the municipality may not. */
export const isOnTeam = (roles: readonly Role[]): boolean => roles.some((role) => role === 'coordinator' || role === 'evaluator' || role === 'adjudicator');

/** Everyone who may read the material, or of them those with one of the roles. */
export const materialReaders = (state: EvaluationState, only: readonly Role[] = []): string[] => [
  ...new Set(state.members.filter(({ active, declared, role }) => active && declared !== null && readers.has(role) && (only.length === 0 || only.includes(role))).map(({ person }) => person)),
];
