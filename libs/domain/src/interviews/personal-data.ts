import * as z from 'zod';
import { addDays, type Day } from '../documents';

/** What the one responsible has decided about the data of those who are interviewed. */
export const visitCareSchema = z.object({
  /** Days from the lock, or from the last interview day if that is later. */
  afterLock: z.number().int().min(1).max(730),
  /** And at most so many days from the last interview day, also when nothing is ever locked. */
  atMost: z.number().int().min(30).max(1095),
  /** A duty to preserve: as long as it stands nothing is forgotten. */
  hold: z.boolean(),
  /** Who answers for the data, and the legal ground: sentences of the notice. Empty: the usual ones. */
  controller: z.string().trim().max(300),
  basis: z.string().trim().max(600),
});
export type VisitCare = z.infer<typeof visitCareSchema>;

export const usualCare: VisitCare = { afterLock: 90, atMost: 365, hold: false, controller: '', basis: '' };

/** The usual sentences of the notice. Whoever answers for an evaluation has to confirm them or write own ones. */
export const usualController = 'Den som genomför utvärderingen';
export const usualBasis = 'Uppgifterna behövs för ett uppdrag av allmänt intresse (artikel 6.1 e i dataskyddsförordningen)';

/** What the day is counted from. */
export interface VisitTimes {
  /** The last interview day that is planned or was given out; null as long as there is none. */
  readonly lastDay: Day | null;
  readonly lockedOn: Day | null;
  /** When the first of those still known was added. */
  readonly since: Day;
}

/** The latest day there can be, whatever is locked when: the one a notice may promise. It moves only with the visit itself. */
export const latestForgetDay = ({ lastDay, since }: VisitTimes, { atMost }: VisitCare): Day => addDays(lastDay ?? since, atMost);

/**
 * The day on which the data of those who were interviewed are forgotten: soon after the lock, and at the latest a set time
 * after the last interview day. An evaluation that is opened again loses what the lock brought, and no more.
 * @example forgetDay({ lastDay: '2026-11-11', lockedOn: '2027-01-15', since: '2026-09-01' }, usualCare) // '2027-04-15'
 */
export function forgetDay(times: VisitTimes, care: VisitCare): Day {
  const latest = latestForgetDay(times, care);
  if (times.lockedOn === null) return latest;
  const from = times.lastDay !== null && times.lastDay > times.lockedOn ? times.lastDay : times.lockedOn;
  const afterLock = addDays(from, care.afterLock);
  return afterLock < latest ? afterLock : latest;
}

/** Whether they are to be forgotten now. A hold stops it for as long as it stands. */
export const isDueToForget = (times: VisitTimes, care: VisitCare, today: Day): boolean => !care.hold && forgetDay(times, care) <= today;
