import * as z from 'zod';

const id = z.string().regex(/^[a-z0-9-]{2,60}$/);
const number = z.string().regex(/^\d{1,2}\.\d{1,2}$/);
const words = z.object({ sv: z.string().min(1).max(600), en: z.string().min(1).max(600) });

/** How well a question is answered by the other model: the same question, one near it, or one that holds part of it. */
export const mappingKindSchema = z.enum(['same', 'near', 'part']);
export type MappingKind = z.infer<typeof mappingKindSchema>;

/** Where the percent of a question comes from in the other model. */
export const mappedQuestionSchema = z.object({ from: z.array(number).min(1).max(10), kind: mappingKindSchema, note: words.optional() });
export type MappedQuestion = z.infer<typeof mappedQuestionSchema>;

/** A published rule of thumb on two totals: text with its source, never a term of a sum. */
export const scaleHintSchema = z.object({ low: z.number(), high: z.number(), text: words, source: z.string().min(1).max(400) }).refine(({ low, high }) => low <= high);
export type ScaleHint = z.infer<typeof scaleHintSchema>;

/** What of one model can be read on another, question by question of the target; null or absent: not comparable. */
export const mappingSchema = z.object({
  from: z.array(id).min(1).max(50),
  to: z.array(id).min(1).max(50),
  questions: z.record(number, mappedQuestionSchema.nullable()),
  hints: z.array(scaleHintSchema).max(10),
});
export type Mapping = z.infer<typeof mappingSchema>;
