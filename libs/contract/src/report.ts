import { reportSchema } from '@samsyn/domain';
import * as z from 'zod';
import { endpoint, noBody } from './endpoint';
import { reports as routes } from './paths';

export const checklistItemSchema = z.object({ id: z.string(), severity: z.enum(['stop', 'note']), questions: z.array(z.string()), areas: z.array(z.number()), count: z.number() });
export type ChecklistItemView = z.infer<typeof checklistItemSchema>;

export const lockStateSchema = z.object({
  revision: z.number(), phase: z.string(), nextVersion: z.number(), ready: z.boolean(), items: z.array(checklistItemSchema),
  /** Fingerprint of the report as it would be locked now; evaluators only, null while not ready. */
  fingerprint: z.string().nullable(),
  signatures: z.array(z.object({ person: z.string(), at: z.string(), current: z.boolean() })),
  signers: z.array(z.string()),
  unlocks: z.array(z.object({ person: z.string(), at: z.string(), reason: z.string() })),
  unlockers: z.array(z.string()),
  versions: z.array(z.object({ version: z.number(), at: z.string(), reportHash: z.string(), unlockedAt: z.string().nullable(), reason: z.string().nullable() })),
});
export type LockState = z.infer<typeof lockStateSchema>;

export const reports = {
  lockState: endpoint({ ...routes.lockState, body: noBody, answer: lockStateSchema }),
  /** Signs the lock of what was seen; the last evaluator's signature locks. `reason`: why in spite of what is left on the checklist, needed where anything is. */
  sign: endpoint({ ...routes.sign, body: z.object({ fingerprint: z.string(), reason: z.string().max(2000).default('') }), answer: lockStateSchema }),
  unlock: endpoint({ ...routes.unlock, body: z.object({ reason: z.string().max(2000) }), answer: lockStateSchema }),
  /** The preview before the lock (evaluators only): composed, not stored. */
  preview: endpoint({ ...routes.preview, body: noBody, answer: z.object({ report: reportSchema, fingerprint: z.string() }) }),
  /** A locked version, exactly as stored. `:version` is a number or "latest". CSV at the same path with .csv. */
  read: endpoint({ ...routes.read, body: noBody, answer: z.object({ report: reportSchema, hash: z.string(), lockedAt: z.string() }) }),
} as const;
