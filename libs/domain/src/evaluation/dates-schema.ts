import * as z from 'zod';
import { isPlannedDay, plannedDates } from './dates';

/** All planned dates of an evaluation; null where nothing is planned. Their order is a rule, `soundDates`. */
export const plannedDatesSchema = z.record(z.enum(plannedDates), z.string().refine(isPlannedDay).nullable());
