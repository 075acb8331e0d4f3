import * as z from 'zod';
import { endpoint, noBody } from './endpoint';
import { archive as routes } from './paths';

/** A published result as it stands in print. Figures as text with decimal comma; areas null when only a total is known. */
export const archiveEntrySchema = z.object({
  id: z.string(), municipality: z.string(), code: z.string().nullable(), country: z.string(), year: z.number(), revision: z.string(), instrument: z.string().nullable(),
  total: z.object({ printed: z.string().nullable(), value: z.number().nullable() }),
  areas: z.array(z.object({ number: z.number(), title: z.string(), achieved: z.number(), printed: z.string() })).nullable(),
  rows: z.boolean(), source: z.string(),
  /** The locked evaluation made here that reproduces it, if any. */
  evaluation: z.string().nullable(),
});
export type ArchiveEntry = z.infer<typeof archiveEntrySchema>;

export const archive = {
  list: endpoint({ ...routes.list, body: noBody, answer: z.object({ entries: z.array(archiveEntrySchema) }) }),
} as const;
