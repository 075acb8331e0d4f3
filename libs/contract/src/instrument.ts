import { instrumentSchema } from '@samsyn/domain';
import * as z from 'zod';
import { endpoint, noBody } from './endpoint';

export const instrumentSummarySchema = z.object({
  id: z.string(), revision: z.string(), title: z.object({ sv: z.string(), en: z.string() }), questions: z.number(), scoreable: z.boolean(), shipped: z.boolean(),
});
export type InstrumentSummary = z.infer<typeof instrumentSummarySchema>;

export const instruments = {
  list: endpoint({ method: 'GET', path: 'instruments', body: noBody, answer: z.array(instrumentSummarySchema) }),
  read: endpoint({ method: 'GET', path: 'instruments/:id', body: noBody, answer: instrumentSchema }),
  /** Publishes a new, sound instrument; immutable afterwards. */
  publish: endpoint({ method: 'POST', path: 'instruments', body: instrumentSchema, answer: instrumentSummarySchema }),
} as const;
