import { instrumentSchema, phases, plannedDatesSchema, policySchema, roles } from '@samsyn/domain';
import * as z from 'zod';
import { endpoint, noBody } from './endpoint';
import { evaluations as routes } from './paths';

const wordsSchema = z.object({ sv: z.string(), en: z.string() });
const roleSchema = z.enum(roles);
export const municipalitySchema = z.object({ code: z.string().regex(/^\d{4}$/).nullable(), name: z.string().trim().min(1).max(120) });

export const newMemberSchema = z.object({
  email: z.email().max(200).transform((text) => text.toLowerCase()), name: z.string().trim().min(1).max(120), organisation: z.string().trim().max(120), role: roleSchema,
});

export const memberSchema = z.object({
  person: z.string(), name: z.string(), organisation: z.string(), role: roleSchema, seat: z.number().nullable(), active: z.boolean(),
  /** null: no declaration yet. */
  declared: z.object({ at: z.string(), conflict: z.boolean() }).nullable(),
  /** When another took over the seat, and who; absent for everyone else. */
  replaced: z.object({ at: z.string(), by: z.string() }).optional(),
});
export type MemberView = z.infer<typeof memberSchema>;

/** n of m sealed, nothing finer; a colleague's number moves on full minutes only. */
export const progressSchema = z.object({ person: z.string(), sealed: z.number(), of: z.number() });
export type ProgressView = z.infer<typeof progressSchema>;

/** The newest nudge of an evaluator, for those who see the team's work. */
export const nudgeSchema = z.object({ person: z.string(), by: z.string(), at: z.string() });

export const evaluationSummarySchema = z.object({
  id: z.string(), municipality: municipalitySchema, year: z.number(), phase: z.enum(phases), sandbox: z.boolean(), demo: z.boolean(),
  /** Begun by oneself for practice, on a fictitious municipality, beside a reference. */
  training: z.boolean(),
  role: roleSchema, declared: z.boolean(), questions: z.number(), opened: z.number(), settled: z.number(), ownSealed: z.number().nullable(), lockedVersion: z.number().nullable(),
  /** Absent where nothing is planned, and before the declaration. */
  dates: plannedDatesSchema.optional(),
});
export type EvaluationSummary = z.infer<typeof evaluationSummarySchema>;

/** What the rules would be and why; what they are stands in the view. `mayApprove`: whether it waits for the viewer. */
export const policyProposalSchema = z.object({ number: z.number(), by: z.string(), at: z.string(), policy: policySchema, reason: z.string(), mayApprove: z.boolean() });
export type PolicyProposalView = z.infer<typeof policyProposalSchema>;

/** The evaluation as one member may see it; everything else is a topic's own answer. */
export const evaluationViewSchema = evaluationSummarySchema.extend({
  revision: z.number(), me: z.string(), policy: policySchema, policyFrozen: z.boolean(), instrument: instrumentSchema,
  /** What a change of the dates names as read. */
  datesEdition: z.number(),
  /** The change of the rules that waits for an answer, for those who see the team's work; absent while none does. */
  policyProposal: policyProposalSchema.optional(),
  members: z.array(memberSchema),
  progress: z.array(progressSchema),
  nudges: z.array(nudgeSchema),
  waiting: z.array(z.object({ person: z.string().nullable(), what: z.enum(['declare', 'openScoring', 'seal', 'settle', 'sign', 'approve', 'rules']), count: z.number() })),
});
export type EvaluationView = z.infer<typeof evaluationViewSchema>;

export const ledgerLineSchema = z.object({
  /** UTC time; for a colleague's blind act only its day (YYYY-MM-DD). */
  at: z.string(), who: z.string().nullable(), kind: z.string(),
  /** The sentence in both languages; the reader's chooses. */
  line: wordsSchema,
});
export type LedgerLineView = z.infer<typeof ledgerLineSchema>;

/**
 * How somebody comes in. `link`: a one-time link, shown once to who invites, to be handed over; `mailed`: sent to their own
 * mailbox and shown to nobody; `account`: they have been in before and sign in as they do.
 */
export const invitationSchema = z.object({ email: z.string(), way: z.enum(['link', 'mailed', 'account']), link: z.string().nullable() });

export const evaluations = {
  list: endpoint({ ...routes.list, body: noBody, answer: z.array(evaluationSummarySchema) }),
  create: endpoint({
    ...routes.create,
    body: z.object({
      municipality: municipalitySchema, year: z.number().int().min(1990).max(2100), instrument: z.string(), policy: policySchema,
      sandbox: z.boolean().default(false), decimals: z.union([z.literal(0), z.literal(1)]).default(0),
      members: z.array(newMemberSchema).max(30), openScoring: z.boolean().default(false), dates: plannedDatesSchema.optional(),
    }),
    answer: z.object({ evaluation: evaluationViewSchema, invitations: z.array(invitationSchema.extend({ name: z.string(), role: roleSchema })) }),
  }),
  /** The instrument in it is without guidance; `instrument` gives the whole. */
  read: endpoint({ ...routes.read, body: noBody, answer: evaluationViewSchema }),
  /** The evaluation's frozen instrument with all its guidance; never changes. */
  instrument: endpoint({ ...routes.instrument, body: noBody, answer: instrumentSchema }),
  /** Begins a training evaluation of a fictitious municipality for the caller alone; the reference speaks that language. */
  train: endpoint({ ...routes.train, body: z.object({ language: z.enum(['sv', 'en']) }), answer: evaluationViewSchema }),
  /** What there is to judge from in a training evaluation; empty otherwise. */
  material: endpoint({ ...routes.material, body: noBody, answer: z.object({ welcome: wordsSchema.nullable(), pieces: z.array(z.object({ key: z.string(), kind: z.enum(['document', 'web', 'interview']), title: wordsSchema, text: wordsSchema })) }) }),
  /** One integer, cheap: how far the caller's view reaches. */
  revision: endpoint({ ...routes.revision, body: noBody, answer: z.object({ revision: z.number() }) }),
  declare: endpoint({ ...routes.declare, body: z.object({ conflict: z.boolean(), text: z.string().max(2000) }), answer: z.object({ declared: z.literal(true) }) }),
  addMember: endpoint({
    ...routes.addMember, body: newMemberSchema,
    answer: z.object({ evaluation: evaluationViewSchema, invitation: invitationSchema }),
  }),
  /** Invites a member who has not declared yet once more; by the coordinator. */
  inviteAgain: endpoint({ ...routes.inviteAgain, body: z.object({ person: z.string() }), answer: z.object({ invitation: invitationSchema }) }),
  removeMember: endpoint({ ...routes.removeMember, body: z.object({ person: z.string(), role: roleSchema }), answer: evaluationViewSchema }),
  /** Reminds an evaluator by mail to seal; by the coordinator or a colleague, once a person and Swedish day. */
  nudge: endpoint({ ...routes.nudge, body: z.object({ person: z.string() }), answer: evaluationViewSchema }),
  /** Gives an evaluator's seat to another: to somebody in the team who only watches, or to one who is invited. */
  replace: endpoint({
    ...routes.replace, body: z.object({ seat: z.number().int().min(1), reason: z.string().max(2000), who: z.union([z.object({ person: z.string() }), newMemberSchema.omit({ role: true })]) }),
    /** `invitation`: null for somebody who is in the team already. */
    answer: z.object({ evaluation: evaluationViewSchema, invitation: invitationSchema.nullable() }),
  }),
  /** Before the first seal, by the coordinator alone. */
  setPolicy: endpoint({ ...routes.setPolicy, body: policySchema, answer: evaluationViewSchema }),
  /** After it: one proposes, answering the proposal they saw waiting (null: none), and another approves that very one. */
  proposePolicy: endpoint({ ...routes.proposePolicy, body: z.object({ policy: policySchema, reason: z.string().max(2000), answers: z.number().int().nullable() }), answer: evaluationViewSchema }),
  approvePolicy: endpoint({ ...routes.approvePolicy, body: z.object({ proposal: z.number().int() }), answer: evaluationViewSchema }),
  /** Declines it; by who proposed it, takes it back. */
  declinePolicy: endpoint({ ...routes.declinePolicy, body: z.object({ proposal: z.number().int() }), answer: evaluationViewSchema }),
  /** All six, over the edition that was read; by the coordinator until the lock. */
  setDates: endpoint({ ...routes.setDates, body: z.object({ dates: plannedDatesSchema, edition: z.number().int() }), answer: evaluationViewSchema }),
  openScoring: endpoint({ ...routes.openScoring, body: noBody, answer: evaluationViewSchema }),
  ledger: endpoint({ ...routes.ledger, body: noBody, answer: z.object({ lines: z.array(ledgerLineSchema) }) }),
} as const;
