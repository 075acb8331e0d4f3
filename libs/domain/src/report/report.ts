import * as z from 'zod';
import { plannedDates } from '../evaluation';
import { evidenceSchema } from '../scoring';

const exactSchema = z.string().regex(/^-?\d+(\/\d+)?$/);
const wordsSchema = z.object({ sv: z.string(), en: z.string() });

/** One figure: exact, and as printed with the decimal comma. */
export const figureSchema = z.object({ exact: exactSchema, printed: z.string() });
export type Figure = z.infer<typeof figureSchema>;

/** One step of the talk: what was proposed, with the words of it, and who said yes. */
const proposalSchema = z.object({
  number: z.number().int(),
  round: z.number().int(),
  by: z.string(),
  at: z.string(),
  percent: figureSchema,
  text: z.string(),
  reason: z.string(),
  cause: z.enum(['evidence', 'interpretation', 'mistake', 'unknown']).nullable(),
  method: z.enum(['equal', 'withinTolerance', 'discussed', 'revote']),
  approvals: z.array(z.object({ person: z.string(), at: z.string() })),
});

const voiceSchema = z.object({
  person: z.string(),
  round: z.number().int(),
  sealedAt: z.string(),
  standing: z.enum(['judged', 'cannotAssess', 'notApplicable']),
  judgements: z.record(z.string(), z.number()),
  percent: figureSchema.nullable(),
  rationale: z.string(),
  strengths: z.array(z.string()),
  improvements: z.array(z.string()),
  evidence: z.array(z.object({ kind: z.string(), text: z.string(), cited: evidenceSchema.shape.cited })),
  commitment: z.string(),
});

/** A row of the score table, with everything that led to it. `achieved`, `max`, `percent` are the printed figures. */
export const reportRowSchema = z.object({
  number: z.string(),
  title: wordsSchema,
  achieved: z.string(),
  max: z.string(),
  percent: z.string(),
  exact: z.object({ achieved: exactSchema, max: exactSchema, percent: exactSchema }),
  text: z.string(),
  method: z.enum(['equal', 'withinTolerance', 'discussed', 'revote']),
  reason: z.string(),
  cause: z.enum(['evidence', 'interpretation', 'mistake', 'unknown']).nullable(),
  proposedBy: z.string(),
  approvedBy: z.array(z.object({ person: z.string(), at: z.string() })),
  settledAt: z.string(),
  reveals: z.array(z.object({ round: z.number(), at: z.string() })),
  rounds: z.array(z.object({ round: z.number(), by: z.string().nullable(), reason: z.string() })),
  voices: z.array(voiceSchema),
  /** Every proposal in order, the agreed one too. From edition 2. */
  proposals: z.array(proposalSchema).optional(),
});
export type ReportRow = z.infer<typeof reportRowSchema>;

const pointSchema = z.object({ text: z.string(), question: z.string(), by: z.array(z.string()) });

export const reportAreaSchema = z.object({
  number: z.number(),
  title: wordsSchema,
  headings: z.array(z.string()),
  /** "Allmänt": what the area is about, as the instrument says it. Absent where it says nothing, and in older reports. */
  introduction: wordsSchema.optional(),
  total: z.object({ achieved: z.string(), max: z.string(), percent: z.string(), exact: exactSchema }),
  /** True when the printed rows do not add up to the printed sum, which is right: the sum is of unrounded points. */
  rowsDiffer: z.boolean(),
  rows: z.array(reportRowSchema),
  strengths: z.array(pointSchema),
  improvements: z.array(pointSchema),
});
export type ReportArea = z.infer<typeof reportAreaSchema>;

const memberSchema = z.object({
  person: z.string(),
  name: z.string(),
  organisation: z.string(),
  role: z.string(),
  seat: z.number().nullable(),
  declaredAt: z.string().nullable(),
  conflict: z.boolean(),
  /** When they began and stopped taking part, and what a declared conflict is. From edition 2. */
  joinedAt: z.string().optional(),
  leftAt: z.string().nullable().optional(),
  conflictText: z.string().optional(),
});

const ruleSchema = z.object({
  amber: z.number(), red: z.number(), tolerance: z.number(), areaPoints: z.number(), totalPoints: z.number(), revealUnit: z.string(), judging: z.string(),
  /** What else made a question a divergence: points of difference, levels of the scale apart. Absent where the policy did not count them. */
  points: z.number().optional(), bands: z.number().optional(),
  /** From edition 2: the person, or null for none. */
  adjudicator: z.string().nullable().optional(),
});

const ruleValueSchema = z.union([z.string(), z.number()]).nullable();
const ruleChangeSchema = z.object({
  number: z.number().int(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  approvedBy: z.string(),
  approvedAt: z.string(),
  reason: z.string(),
  changes: z.array(z.object({ rule: z.string(), before: ruleValueSchema, after: ruleValueSchema })),
});

/**
 * What a report of today tells beyond the first ones: an older locked report is composed anew in its own edition when it
 * is proven, so that it stays the same text byte for byte.
 */
export const reportEdition = 2;

/** The whole report, stored once at the lock and never recomputed. Times are UTC. */
export const reportSchema = z.object({
  format: z.literal('samsyn-report-1'),
  /** Absent in the first edition. */
  edition: z.number().int().optional(),
  evaluation: z.string(),
  version: z.number().int().min(1),
  municipality: z.object({ code: z.string().nullable(), name: z.string() }),
  year: z.number().int(),
  sandbox: z.boolean(),
  instrument: z.object({ id: z.string(), revision: z.string(), title: wordsSchema }),
  decimals: z.number().int(),
  total: z.object({ achieved: z.string(), max: z.string(), exact: exactSchema }),
  areas: z.array(reportAreaSchema),
  /** The chapter on the method, as the instrument says it. Absent like `introduction`. */
  method: z.array(z.object({ title: wordsSchema, text: wordsSchema })).optional(),
  team: z.array(memberSchema),
  /** Who took over whose seat as evaluator, in order. Absent where nobody did. */
  replacements: z.array(z.object({ seat: z.number(), left: z.string(), joined: z.string(), at: z.string() })).optional(),
  policy: ruleSchema,
  /** How the rules were changed after the first seal, in order: by whom, from what to what, and why. Absent where they were not. */
  policyChanges: z.array(ruleChangeSchema).optional(),
  /** The days that were planned for scoring, visit and consensus. Absent where none was. */
  dates: z.partialRecord(z.enum(plannedDates), z.string()).optional(),
  /** Who signed and when, in seat order, and why in spite of what was left on the checklist. From edition 2; empty in a draft. */
  signatures: z.array(z.object({ person: z.string(), at: z.string(), accepted: z.object({ notes: z.array(z.string()), reason: z.string() }).optional() })).optional(),
  ledger: z.object({ revision: z.number().int(), hash: z.string() }),
});
export type Report = z.infer<typeof reportSchema>;

/** The report without what signing itself changes: everyone signs this one text. */
export const unsignedReport = (report: Report): Report => ({ ...report, ...(report.signatures ? { signatures: [] } : {}), ledger: { revision: 0, hash: '' } });
