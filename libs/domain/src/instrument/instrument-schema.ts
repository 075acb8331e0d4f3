import * as z from 'zod';
import { bands } from './instrument';
import { mappingSchema } from './mapping-schema';

/** A text in both languages of the interface. */
export interface Words {
  readonly sv: string;
  readonly en: string;
}
const wordsOf = (longest: number) => z.object({ sv: z.string().min(1).max(longest), en: z.string().min(1).max(longest) });
const wordsSchema = wordsOf(400);
/** The smallest maximum or weight: a number that small is still written out in decimals, so that sums are exact. */
const smallest = 0.001;

/** The key of a side. An instrument may name sides of its own (`Instrument.dimensions`); without them it has these four. */
export const dimensionSchema = z.string().regex(/^[a-z]{2,20}$/);
export type Dimension = z.infer<typeof dimensionSchema>;

/** A side to judge on, in words, with what each of the five bands means on it. */
export const dimensionWordsSchema = z.object({ key: dimensionSchema, title: wordsOf(60), anchors: z.array(wordsSchema).length(bands.length) });
export type DimensionWords = z.infer<typeof dimensionWordsSchema>;

/** Where to look for what a criterion describes. */
export const lookForSchema = z.object({ documents: wordsSchema, website: wordsSchema, interviews: wordsSchema });
export type LookFor = z.infer<typeof lookForSchema>;

export const criterionSchema = z.object({
  key: z.string().regex(/^[a-z]$/),
  title: wordsSchema,
  dimensions: z.array(dimensionSchema).min(1),
  /** How heavily it counts in the question's mean; 1 when absent. */
  weight: z.number().min(smallest).max(100).optional(),
  lookFor: lookForSchema.optional(),
});
export type Criterion = z.infer<typeof criterionSchema>;

/** A short example of the level of a question that evaluators most often see differently. */
export const exampleSchema = z.object({ dimension: dimensionSchema, band: z.number().int().min(0).max(bands.length - 1), text: wordsOf(600) });
export type Example = z.infer<typeof exampleSchema>;

export const questionSchema = z.object({
  number: z.string().regex(/^\d{1,2}\.\d{1,2}$/),
  title: wordsSchema,
  short: wordsSchema,
  max: z.number().min(smallest).max(1000),
  criteria: z.array(criterionSchema).min(1).max(26),
  example: exampleSchema.optional(),
});
export type Question = z.infer<typeof questionSchema>;

export const areaSchema = z.object({
  number: z.number().int().min(1).max(20),
  title: wordsSchema,
  max: z.number().min(smallest).max(100_000),
  headings: z.array(z.string().max(200)),
  questions: z.array(questionSchema).max(40),
  /** "Allmänt": what the area is about; paragraphs parted by an empty line. */
  introduction: wordsOf(6000).optional(),
});
export type Area = z.infer<typeof areaSchema>;

/** A kind of material the municipality is asked for, and the questions it serves. */
export const requestKindSchema = z.object({
  key: z.string().regex(/^[a-z0-9-]{2,60}$/), title: wordsSchema, why: wordsOf(600), example: wordsOf(600),
  questions: z.array(z.string().regex(/^\d{1,2}\.\d{1,2}$/)),
});
export type RequestKind = z.infer<typeof requestKindSchema>;

export const instrumentSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{2,60}$/),
  revision: z.string().min(1).max(60),
  title: wordsSchema,
  country: z.string().length(2),
  step: z.number().int().min(1).max(50),
  sources: z.array(z.string()),
  note: z.string().optional(),
  /** The published version that this one takes the place of. */
  supersedes: z.string().regex(/^[a-z0-9-]{2,60}$/).optional(),
  /** The sums its owner promises: of each area and of the whole; null for no promise. Absent: 100 an area, 800 for KommunKompassen. */
  points: z.object({ area: z.number().min(smallest).nullable(), total: z.number().min(smallest).nullable() }).optional(),
  dimensions: z.array(dimensionWordsSchema).min(1).max(8).optional(),
  /** The report's chapter on the method. */
  method: z.array(z.object({ title: wordsOf(200), text: wordsOf(6000) })).max(20).optional(),
  requests: z.array(requestKindSchema).max(200).optional(),
  /** How its results can be read on other models, or theirs on it; before the shipped mappings. */
  mappings: z.array(mappingSchema).max(20).optional(),
  /** Made for practice: not offered for a real evaluation. */
  training: z.boolean().optional(),
  areas: z.array(areaSchema).min(1).max(20),
});
export type Instrument = z.infer<typeof instrumentSchema>;
