import { instrumentSchema } from '@samsyn/domain';
import * as z from 'zod';
import { endpoint, noBody } from './endpoint';
import { instruments as routes } from './paths';

export const instrumentSummarySchema = z.object({
  id: z.string(), revision: z.string(), title: z.object({ sv: z.string(), en: z.string() }), questions: z.number(), scoreable: z.boolean(), shipped: z.boolean(),
});
export type InstrumentSummary = z.infer<typeof instrumentSummarySchema>;

export const instruments = {
  list: endpoint({ ...routes.list, body: noBody, answer: z.array(instrumentSummarySchema) }),
  read: endpoint({ ...routes.read, body: noBody, answer: instrumentSchema }),
  /** Publishes a new, sound instrument; immutable afterwards. */
  publish: endpoint({ ...routes.publish, body: instrumentSchema, answer: instrumentSummarySchema }),
} as const;
