import { instrumentDraftSchema, instrumentSchema } from '@samsyn/domain';
import * as z from 'zod';
import { endpoint, noBody } from './endpoint';
import { instruments as routes } from './paths';

export const instrumentSummarySchema = z.object({
  id: z.string(), revision: z.string(), title: z.object({ sv: z.string(), en: z.string() }), questions: z.number(), criteria: z.number(), scoreable: z.boolean(), shipped: z.boolean(),
  publishedAt: z.string(), supersedes: z.string().nullable(), supersededBy: z.string().nullable(),
});
export type InstrumentSummary = z.infer<typeof instrumentSummarySchema>;

/** One fault of a draft: where it is (a path into the body and its printed place), and which rule it breaks. */
export const draftFaultSchema = z.object({ path: z.array(z.union([z.string(), z.number()])), where: z.string(), rule: z.string(), found: z.union([z.string(), z.number()]).nullable(), expected: z.number().nullable() });

const draftSummarySchema = z.object({
  draft: z.string(), id: z.string(), title: z.object({ sv: z.string(), en: z.string() }), basedOn: z.string().nullable(),
  edition: z.number(), updatedAt: z.string(), updatedBy: z.string(), faults: z.number(),
});
export type InstrumentDraftSummary = z.infer<typeof draftSummarySchema>;
const draftViewSchema = draftSummarySchema.extend({ body: instrumentDraftSchema, faults: z.array(draftFaultSchema) });
export type InstrumentDraftView = z.infer<typeof draftViewSchema>;

export const instruments = {
  list: endpoint({ ...routes.list, body: noBody, answer: z.array(instrumentSummarySchema) }),
  read: endpoint({ ...routes.read, body: noBody, answer: instrumentSchema }),
  /** Publishes a new, sound instrument; immutable afterwards. */
  publish: endpoint({ ...routes.publish, body: instrumentSchema, answer: instrumentSummarySchema }),
  drafts: endpoint({ ...routes.drafts, body: noBody, answer: z.array(draftSummarySchema) }),
  /** Begins a draft from a published version (which it then supersedes), from an imported body, or from nothing. */
  begin: endpoint({ ...routes.begin, body: z.object({ basedOn: z.string().nullable(), body: instrumentDraftSchema.nullable() }), answer: draftViewSchema }),
  draft: endpoint({ ...routes.draft, body: noBody, answer: draftViewSchema }),
  /** Saves the whole draft as it is, half edited or not; refused as `instrument/stale-draft` when another has saved since `edition`. */
  save: endpoint({ ...routes.save, body: z.object({ edition: z.number().int(), body: instrumentDraftSchema }), answer: draftViewSchema.omit({ body: true }) }),
  /** Publishes the draft when it has no fault; refuses `instrument/unsound`, `instrument/exists`, `instrument/stale-draft`. */
  publishDraft: endpoint({ ...routes.publishDraft, body: z.object({ edition: z.number().int() }), answer: instrumentSummarySchema }),
  removeDraft: endpoint({ ...routes.removeDraft, body: z.object({ edition: z.number().int() }), answer: z.object({ removed: z.literal(true) }) }),
} as const;
