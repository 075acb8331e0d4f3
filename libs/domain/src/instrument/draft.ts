import * as z from 'zod';
import { mappingKindSchema } from './mapping-schema';

const textSchema = z.object({ sv: z.string().max(20_000), en: z.string().max(20_000) });
const amountSchema = z.number().nullable();

/** An instrument under work: the same places as a finished one, but every text may be empty and every number missing. */
export const instrumentDraftSchema = z.object({
  id: z.string().max(100), revision: z.string().max(200), title: textSchema, country: z.string().max(20), step: amountSchema, sources: z.array(z.string().max(2000)).max(100), note: z.string().max(20_000).optional(),
  supersedes: z.string().max(100).optional(), points: z.object({ area: amountSchema, total: amountSchema }).optional(),
  dimensions: z.array(z.object({ key: z.string().max(40), title: textSchema, anchors: z.array(textSchema).max(10) })).max(20).optional(),
  method: z.array(z.object({ title: textSchema, text: textSchema })).max(50).optional(),
  requests: z.array(z.object({ key: z.string().max(100), title: textSchema, why: textSchema, example: textSchema, questions: z.array(z.string().max(20)).max(200) })).max(500).optional(),
  mappings: z.array(z.object({
    from: z.array(z.string().max(100)).max(100), to: z.array(z.string().max(100)).max(100),
    questions: z.record(z.string().max(20), z.object({ from: z.array(z.string().max(20)).max(50), kind: mappingKindSchema, note: textSchema.optional() }).nullable()),
    hints: z.array(z.object({ low: amountSchema, high: amountSchema, text: textSchema, source: z.string().max(2000) })).max(50),
  })).max(50).optional(),
  training: z.boolean().optional(),
  areas: z.array(z.object({
    number: amountSchema, title: textSchema, max: amountSchema, headings: z.array(z.string().max(2000)).max(50), introduction: textSchema.optional(),
    questions: z.array(z.object({
      number: z.string().max(20), title: textSchema, short: textSchema, max: amountSchema,
      example: z.object({ dimension: z.string().max(40), band: amountSchema, text: textSchema }).optional(),
      criteria: z.array(z.object({
        key: z.string().max(5), title: textSchema, dimensions: z.array(z.string().max(40)).max(20), weight: z.number().nullable().optional(),
        lookFor: z.object({ documents: textSchema, website: textSchema, interviews: textSchema }).optional(),
      })).max(60),
    })).max(100),
  })).max(50),
});
export type InstrumentDraft = z.infer<typeof instrumentDraftSchema>;
