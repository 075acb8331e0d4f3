import { areaOf } from '../instrument';
import { Refusal } from '../refusal';
import type { AreaLock, EvaluationState } from '../state';
import { evaluatorsOf } from './team';

const untouched: AreaLock = { signatures: [], lockedAt: null };

/** What has been signed of an area; `wire/not-found` where the instrument has none of that number. */
export function areaLockOf(state: EvaluationState, area: number): AreaLock {
  if (!state.instrument.areas.some(({ number }) => number === area)) throw new Refusal('wire/not-found');
  return state.areaLocks[area] ?? untouched;
}

/** Refuses `consensus/area-locked` for questions of an area that all have signed off: it is reopened first, with a reason. */
export function requireAreaOpen(state: EvaluationState, questions: readonly string[]): void {
  for (const question of questions) {
    const area = areaOf(state.instrument, question).number;
    if (areaLockOf(state, area).lockedAt !== null) throw new Refusal('consensus/area-locked', { question, area });
  }
}

/** Refuses `consensus/area-unsettled` while something of it is not agreed, `consensus/area-locked`, `consensus/area-signed`. */
export function requireMaySignArea(state: EvaluationState, person: string, area: number): void {
  const { signatures, lockedAt } = areaLockOf(state, area);
  if (lockedAt !== null) throw new Refusal('consensus/area-locked', { area });
  const questions = state.instrument.areas.find(({ number }) => number === area)?.questions ?? [];
  const unsettled = questions.filter(({ number }) => !state.questions[number]?.settled).map(({ number }) => number);
  if (unsettled.length > 0 || questions.length === 0) throw new Refusal('consensus/area-unsettled', { area, unsettled });
  if (signatures.some((signature) => signature.person === person)) throw new Refusal('consensus/area-signed', { area });
}

/** Refuses `consensus/area-not-signed` where there is nothing to undo, and `evaluation/reason-missing`. */
export function requireMayReopenArea(state: EvaluationState, area: number, reason: string): void {
  if (areaLockOf(state, area).signatures.length === 0) throw new Refusal('consensus/area-not-signed', { area });
  if (reason.trim() === '') throw new Refusal('evaluation/reason-missing');
}

/** The areas that every evaluator, two or more, has signed and that are not locked yet. */
export function areasToLock(state: EvaluationState): number[] {
  const evaluators = evaluatorsOf(state);
  return Object.entries(state.areaLocks)
    .filter(([, { signatures, lockedAt }]) => lockedAt === null && evaluators.length > 1 && evaluators.every(({ person }) => signatures.some((signature) => signature.person === person)))
    .map(([area]) => Number(area));
}
