import { availabilitySchema, daySchema, intervieweeSchema, minuteSchema, planCommandSchema, visitCareSchema, visitPlanSchema } from '@samsyn/domain';
import * as z from 'zod';
import { endpoint, noBody } from './endpoint';
import { interviews as routes } from './paths';

const replies = ['coming', 'cannot', 'substitute'] as const;
export type Reply = (typeof replies)[number];
const spansSchema = availabilitySchema.shape.spans;
const intervieweeFields = intervieweeSchema.omit({ id: true });

/** The whole planning desk, for the coordinator; evaluators read it, without the protected labels they have no need for. */
export const planDeskSchema = z.object({
  plan: visitPlanSchema, released: z.object({ version: z.number(), name: z.string(), at: z.string(), by: z.string(), plan: visitPlanSchema }).nullable(),
  /** `invited`: when a letter last left the house. `reply`: the least certain of `replies`, which are to the times that hold now. Link and address are for the coordinator alone. */
  people: z.array(intervieweeSchema.extend({ invited: z.string().nullable(), reply: z.enum(replies).nullable(), replyText: z.string(), replies: z.array(z.object({ item: z.string(), reply: z.enum(replies), text: z.string(), at: z.string() })), link: z.string().nullable() })),
  availability: z.array(availabilitySchema), askedUntil: daySchema.nullable(),
  evaluators: z.array(z.object({ person: z.string(), name: z.string(), seat: z.number() })),
  mayPlan: z.boolean(),
});
export type PlanDesk = z.infer<typeof planDeskSchema>;

const letterSchema = z.object({ letter: z.string(), to: z.string(), person: z.string(), subject: z.string(), text: z.string(), calendar: z.string().nullable(), method: z.enum(['REQUEST', 'CANCEL']).nullable(), state: z.enum(['waiting', 'released', 'sent', 'failed', 'withdrawn']), at: z.string(), failure: z.string() });
export type Letter = z.infer<typeof letterSchema>;

export const suggestionSchema = z.object({
  items: visitPlanSchema.shape.items, status: z.enum(['optimal', 'feasible', 'infeasible', 'timeout']),
  /** What it costs, in the words of the objective; `gap` to the proven bound in percent. */
  cost: z.number(), gap: z.number().nullable(), milliseconds: z.number(),
  parts: z.array(z.object({ rule: z.string(), n: z.number() })),
  /** If impossible: wishes that cannot all hold; `smallest` when it is proven of each that the others can hold without it. */
  conflict: z.array(z.object({ rule: z.string(), group: z.string().nullable(), person: z.string().nullable() })), smallest: z.boolean(),
  /**
   * Without a plan for all: the groups that found no place in the fullest one, and the evaluators' minutes that all would
   * need of those there are; `fits` is how many of those there are interviews of these lengths can fill, where counted.
   */
  leftOut: z.array(z.string()), time: z.object({ needed: z.number(), has: z.number(), fits: z.number().nullable() }).nullable(),
});
export type Suggestion = z.infer<typeof suggestionSchema>;

export const alternativeSchema = z.object({ items: visitPlanSchema.shape.items, moved: z.array(z.object({ item: z.string(), why: z.string() })), people: z.number(), solves: z.array(z.string()) });

/** What an interviewee sees behind the personal link: own times only. */
export const personalSchema = z.object({
  name: z.string(), municipality: z.string(), asking: z.boolean(), until: daySchema.nullable(), days: visitPlanSchema.shape.days, answered: z.boolean(), spans: spansSchema,
  interviews: z.array(z.object({ item: z.string(), title: z.string(), day: daySchema, start: minuteSchema, length: z.number(), place: z.string(), video: z.string(), about: z.array(z.string()), evaluators: z.array(z.string()), reply: z.enum(replies).nullable() })),
  contact: z.string(),
  /** For the notice: the day by which the data are gone at the latest, and how soon after the lock; whose they are and on what ground, empty for the usual sentences. */
  care: z.object({ until: daySchema, afterLock: z.number(), hold: z.boolean(), controller: z.string(), basis: z.string() }),
});
export type Personal = z.infer<typeof personalSchema>;

/** How long the data of interviewees are kept, when they go as things stand, and what has gone. */
export const careSchema = visitCareSchema.extend({
  edition: z.number(), people: z.number(), forgetOn: daySchema.nullable(), mayChange: z.boolean(),
  receipts: z.array(z.object({ at: z.string(), reason: z.string(), people: z.number(), letters: z.number(), replies: z.number(), signature: z.string() })),
});
export type Care = z.infer<typeof careSchema>;

const noteSchema = z.object({ note: z.string(), group: z.string().nullable(), text: z.string(), questions: z.array(z.string()), edition: z.number(), author: z.string(), shared: z.boolean(), at: z.string() });
export type Note = z.infer<typeof noteSchema>;

export const guideSchema = z.object({
  group: z.string(), title: z.string(),
  questions: z.array(z.object({ number: z.string(), why: z.enum(['noDocument', 'noOtherInterview', 'assigned']), lookFor: z.array(z.object({ sv: z.string(), en: z.string() })), ticked: z.boolean(), /** Colleagues who took it up, once the question is open to all. */ alsoBy: z.array(z.string()) })),
});

export const interviews = {
  desk: endpoint({ ...routes.desk, body: noBody, answer: planDeskSchema }),
  /** One change of the draft; answers the desk as it stands. Refuses `interviews/stale` when that very item was changed meanwhile. */
  command: endpoint({ ...routes.command, body: planCommandSchema, answer: planDeskSchema }),
  putPerson: endpoint({ ...routes.putPerson, body: intervieweeFields.extend({ person: z.string().nullable() }), answer: planDeskSchema }),
  removePerson: endpoint({ ...routes.removePerson, body: noBody, answer: planDeskSchema }),
  /** Opens the question about hours to all who have an address and have not answered; letters go to the outbox. */
  ask: endpoint({ ...routes.ask, body: z.object({ until: daySchema }), answer: planDeskSchema }),
  /** Reminds those named who were asked and have not answered; all of them without names. */
  remind: endpoint({ ...routes.remind, body: z.object({ people: z.array(z.string()).max(300).optional() }).optional(), answer: planDeskSchema }),
  suggest: endpoint({ ...routes.suggest, body: z.object({ keepPinned: z.boolean(), fewMoves: z.boolean(), seconds: z.number().int().min(1).max(30) }), answer: suggestionSchema }),
  /** "Kommundirektören blir 40 minuter sen": at most three ways out, fewest moved people first. */
  replan: endpoint({ ...routes.replan, body: z.object({ person: z.string(), day: daySchema, from: minuteSchema, to: minuteSchema }), answer: z.object({ alternatives: z.array(alternativeSchema).max(3) }) }),
  release: endpoint({ ...routes.release, body: z.object({ edition: z.number().int(), name: z.string().trim().min(1).max(60) }), answer: planDeskSchema }),
  releases: endpoint({ ...routes.releases, body: noBody, answer: z.array(z.object({ version: z.number(), name: z.string(), at: z.string(), by: z.string(), plan: visitPlanSchema })) }),
  letters: endpoint({ ...routes.letters, body: noBody, answer: z.array(letterSchema) }),
  /** Lets letters out of the house: sent by SMTP where configured, else to be copied from here. */
  letOut: endpoint({ ...routes.letOut, body: z.object({ letters: z.array(z.string()).max(500) }), answer: z.array(letterSchema) }),
  withdraw: endpoint({ ...routes.withdraw, body: z.object({ letters: z.array(z.string()).max(500) }), answer: z.array(letterSchema) }),
  personal: endpoint({ ...routes.personal, body: noBody, answer: personalSchema }),
  hours: endpoint({ ...routes.hours, body: z.object({ spans: spansSchema }), answer: personalSchema }),
  reply: endpoint({ ...routes.reply, body: z.object({ item: z.string(), reply: z.enum(replies), text: z.string().max(1000) }), answer: personalSchema }),
  guide: endpoint({ ...routes.guide, body: noBody, answer: z.array(guideSchema) }),
  /** Ticked: taken up in this interview. Private to the evaluator until shared. */
  tick: endpoint({ ...routes.tick, body: z.object({ group: z.string(), question: z.string(), ticked: z.boolean() }), answer: z.array(guideSchema) }),
  notes: endpoint({ ...routes.notes, body: noBody, answer: z.array(noteSchema) }),
  /** `note` is made by the browser, so that a note written without network is stored once. */
  putNote: endpoint({ ...routes.putNote, body: z.object({ group: z.string().nullable(), text: z.string().max(20_000), edition: z.number().int() }), answer: noteSchema }),
  shareNote: endpoint({ ...routes.shareNote, body: noBody, answer: noteSchema }),
  feed: endpoint({ ...routes.feed, body: z.object({ renew: z.boolean() }), answer: z.object({ address: z.string() }) }),
  care: endpoint({ ...routes.care, body: noBody, answer: careSchema }),
  /** Once locked only the hold may change: a duty to preserve may come later. */
  setCare: endpoint({ ...routes.setCare, body: visitCareSchema.extend({ edition: z.number().int() }), answer: careSchema }),
} as const;
