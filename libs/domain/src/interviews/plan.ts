import * as z from 'zod';
import { interviewKinds, itemKinds } from './plan-kinds';

/** A day, YYYY-MM-DD, by the calendar of the place. */
export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** Minutes after midnight by the clock on the wall (Europe/Stockholm); 1440 is midnight at the day's end. */
export const minuteSchema = z.number().int().min(0).max(1440);

export const intervieweeSchema = z.object({
  id: z.string(), name: z.string().trim().min(1).max(120), email: z.email().max(200).nullable(), phone: z.string().max(40),
  /** Title and workplace; never a union or a party, which lie apart in `label` and leave the house nowhere. */
  role: z.string().trim().max(120), organisation: z.string().trim().max(120),
  kind: z.enum(interviewKinds), label: z.string().max(120),
  /** Whose staff this person is: the id of the own manager among the interviewees. */
  manager: z.string().nullable(),
});
export type Interviewee = z.infer<typeof intervieweeSchema>;

/** `edition` rises with each change of this group alone; 0 in a command makes a new one. */
export const groupSchema = z.object({
  id: z.string(), edition: z.number().int().min(0), title: z.string().trim().min(1).max(120), kind: z.enum(interviewKinds),
  /** Minutes, 30 to 210. */
  length: z.number().int().min(30).max(210).multipleOf(5),
  evening: z.boolean(),
  /** A protected list: who is in it is not shown to other interviewees nor printed. */
  protected: z.boolean(),
  members: z.array(z.object({ person: z.string(), required: z.boolean() })).max(60),
  /** Evaluators who take part: all of the team, or at least one of them. */
  evaluators: z.enum(['all', 'one']),
  questions: z.array(z.string()),
});
export type InterviewGroup = z.infer<typeof groupSchema>;

/**
 * One thing in the plan, half open: from `start` up to but not including `start + length`.
 * `edition` rises with each change of this item alone; 0 in a command makes a new one.
 */
export const planItemSchema = z.object({
  id: z.string(), edition: z.number().int().min(0), kind: z.enum(itemKinds), group: z.string().nullable(), title: z.string().max(120),
  day: daySchema, start: minuteSchema, length: z.number().int().min(5).max(720).multipleOf(5),
  /** Index of the track (room or video). */
  track: z.number().int().min(0).max(7),
  /** Evaluators who take part, by person id; for breaks those whom it concerns. */
  evaluators: z.array(z.string()),
  pinned: z.boolean(),
  /** A pause inside the interview, counted in minutes from its start, so that it moves with it. */
  pause: z.object({ after: z.number().int().min(5).max(715), length: z.number().int().min(5).max(60) }).nullable(),
  /** Who comes later than the others, and at which minute of the day. */
  joins: z.array(z.object({ person: z.string(), from: minuteSchema })).max(60),
});
export type PlanItem = z.infer<typeof planItemSchema>;

export const trackSchema = z.object({ name: z.string().trim().min(1).max(60), place: z.string().max(200), video: z.string().max(500) });

/** An accepted breach of a rule, with its reason. `finding` is `Finding.key`. */
export const overrideSchema = z.object({ finding: z.string(), reason: z.string().trim().min(1).max(1000), by: z.string(), at: z.string() });

export const planRulesSchema = z.object({
  /** Minutes between two interviews of one evaluator; least lunch; longest stretch without a break; longest working day; calls on one person. */
  buffer: z.number().int(), lunch: z.number().int(), stretch: z.number().int(), longDay: z.number().int(), calls: z.number().int(),
});

/**
 * A visit as planned: days, tracks, groups, items. Interviews lie between `from` and `to`; those of a group that may sit
 * in the evening may go on to `evening`. `edition` rises with every change, `frame` with those of days, tracks and rules.
 */
export const visitPlanSchema = z.object({
  edition: z.number().int().min(0), frame: z.number().int().min(0),
  days: z.array(z.object({ day: daySchema, from: minuteSchema, to: minuteSchema, evening: minuteSchema })).max(5),
  tracks: z.array(trackSchema).min(1).max(8), groups: z.array(groupSchema).max(60), items: z.array(planItemSchema).max(300),
  rules: planRulesSchema, overrides: z.array(overrideSchema),
});
export type VisitPlan = z.infer<typeof visitPlanSchema>;

/** What somebody answered about their hours: outside these spans the answer is yes. */
export const availabilitySchema = z.object({ person: z.string(), answered: z.boolean(), spans: z.array(z.object({ day: daySchema, from: minuteSchema, to: minuteSchema, answer: z.enum(['ifNeeded', 'no']) })) });
export type Availability = z.infer<typeof availabilitySchema>;

/** Everything a rule about a plan may need to know. `evaluators` are the team's, by person id. */
export interface PlanWorld {
  readonly plan: VisitPlan;
  readonly people: readonly Interviewee[];
  readonly availability: readonly Availability[];
  readonly evaluators: readonly string[];
}

/**
 * One change of a plan. It carries the edition that its author saw of the very thing it touches (of the frame, the group,
 * the item; of the whole plan only in `replaceItems`): two people may change different things at once.
 */
export const planCommandSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('setFrame'), edition: z.number().int(), days: visitPlanSchema.shape.days, tracks: visitPlanSchema.shape.tracks, rules: planRulesSchema }),
  z.object({ kind: z.literal('putGroup'), group: groupSchema }),
  z.object({ kind: z.literal('removeGroup'), group: z.string(), edition: z.number().int() }),
  z.object({ kind: z.literal('putItem'), item: planItemSchema }),
  z.object({ kind: z.literal('removeItem'), item: z.string(), edition: z.number().int() }),
  /** A suggestion or template laid into the draft: all items at once, refused when the plan has moved. */
  z.object({ kind: z.literal('replaceItems'), edition: z.number().int(), items: z.array(planItemSchema).max(300) }),
  /** Keeps a breach of a rule, with its reason. */
  z.object({ kind: z.literal('override'), finding: z.string(), reason: z.string().trim().max(1000) }),
]);
export type PlanCommand = z.infer<typeof planCommandSchema>;
