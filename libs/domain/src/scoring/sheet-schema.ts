import * as z from 'zod';
import { draftFieldNames, evidenceKinds, standings, type DraftField } from './sheet';

/**
 * Where in a document that has no printed pages: a heading, a paragraph below one, a row of a sheet, a slide, a line.
 * Counted from 1; a paragraph from the heading it stands under, else from the beginning. `under`: heading or sheet, '' for none.
 */
export const placeSchema = z.object({ kind: z.enum(['heading', 'paragraph', 'row', 'slide', 'line']), number: z.number().int().min(1), under: z.string().max(200) });
export type Place = z.infer<typeof placeSchema>;

export const evidenceSchema = z.object({
  kind: z.enum(evidenceKinds),
  text: z.string().trim().min(1).max(1000),
  /** A cited place: the version of the document as it was read, the page, and the words themselves; the place where it has no pages. */
  cited: z.object({ document: z.uuid(), version: z.uuid(), page: z.number().int().min(1), quote: z.string().trim().min(1).max(2000), place: placeSchema.optional() }).optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** One decimal as text, "0" to "100": the only form a typed percent takes. */
export const percentTextSchema = z.string().regex(/^(100(\.0)?|\d{1,2}(\.\d)?)$/);

const linesSchema = z.array(z.string().trim().min(1).max(1000)).max(30);

/** What one evaluator holds about one question. Empty judgements are absent keys. */
export const sheetSchema = z.object({
  standing: z.enum(standings),
  judgements: z.record(z.string(), z.number().int().min(0).max(100)),
  percent: percentTextSchema.nullable(),
  rationale: z.string().max(8000),
  strengths: linesSchema,
  improvements: linesSchema,
  evidence: z.array(evidenceSchema).max(30),
  unsure: z.boolean(),
});
export type Sheet = z.infer<typeof sheetSchema>;

export const draftFieldSchema = z.custom<DraftField>(
  (value) => typeof value === 'string' && (draftFieldNames.some((name) => name === value) || /^judgement:[a-z]\.[a-z]{2,20}$/.test(value)),
);
