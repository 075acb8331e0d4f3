import { addDays, swedishTime } from '../documents';
import { evaluatorsOf } from '../evaluation';
import { Refusal } from '../refusal';
import type { EvaluationState } from '../state';
import { progressSeenBy } from './visibility';

/** The Swedish day of a time, YYYY-MM-DD. */
const dayOf = (at: string): string => swedishTime(new Date(at)).day;

/** When the person was last nudged, if that is today in Sweden; null when they may be nudged again. */
export function nudgedToday(nudgedAt: string | null, now: string): string | null {
  return nudgedAt !== null && dayOf(nudgedAt) === dayOf(now) ? nudgedAt : null;
}

/**
 * Checks that one may nudge another at `now`: an evaluator, not oneself, who by the counter that the asker may see has
 * something left to seal. By that counter and not by what is stored, so that what is refused tells no more than it does.
 * Once a person and Swedish day, whoever asks. Refuses `evaluation/nothing-to-nudge` and `evaluation/nudged-today`, with
 * when it was and the day from which it can be done again.
 */
export function requireMayNudge(state: EvaluationState, by: string, person: string, now: string): void {
  const progress = progressSeenBy(state, by, now).find((own) => own.person === person);
  const waits = by !== person && evaluatorsOf(state).some((member) => member.person === person) && progress !== undefined && progress.sealed < progress.of;
  if (!waits) throw new Refusal('evaluation/nothing-to-nudge');
  const at = nudgedToday(state.nudges[person]?.at ?? null, now);
  if (at !== null) throw new Refusal('evaluation/nudged-today', { at, again: addDays(dayOf(now), 1) });
}
