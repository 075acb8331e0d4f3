import { draftFieldSchema, sheetSchema, type DraftField } from '@samsyn/domain';
import * as z from 'zod';
import { endpoint, noBody } from './endpoint';
import { scoring as routes } from './paths';
import { progressSchema } from './evaluation';

const numberSchema = z.string().regex(/^\d{1,2}\.\d{1,2}$/);

/** The own sheet of one question. `editions` holds the edition of each field ever written in this round; a field not there has edition 0. */
export const ownSheetSchema = z.object({
  question: z.string(), round: z.number(), sheet: sheetSchema, editions: z.record(z.string(), z.number()), savedAt: z.record(z.string(), z.string()),
  /**
   * When it was closed to this person: by their own seal, or, where one before them in the seat had sealed it or it was
   * open already, when they took over. `sealedBy` is whose seal stands; null where it is open without one.
   */
  sealedAt: z.string().nullable(), sealedBy: z.string().nullable(), opened: z.boolean(),
});
export type OwnSheet = z.infer<typeof ownSheetSchema>;

export const scoring = {
  sheet: endpoint({ ...routes.sheet, body: noBody, answer: z.object({ revision: z.number(), questions: z.array(ownSheetSchema), progress: z.array(progressSchema) }) }),
  /** Writes one draft field. `edition` is the one last read (0 for a new field); `round` is the round written to. null empties. */
  draft: endpoint({
    ...routes.draft,
    body: z.object({ field: draftFieldSchema, value: z.unknown(), edition: z.number().int().min(0), round: z.number().int().min(1) }),
    answer: z.object({ edition: z.number(), savedAt: z.string() }),
  }),
  seal: endpoint({
    ...routes.seal, body: z.object({ questions: z.array(numberSchema).min(1).max(100) }),
    /** `opened`: what this very seal opened for everyone. */
    answer: z.object({ revision: z.number(), sealedAt: z.string(), opened: z.array(z.string()) }),
  }),
  withdraw: endpoint({ ...routes.withdraw, body: z.object({ questions: z.array(numberSchema).min(1).max(100) }), answer: z.object({ revision: z.number() }) }),
  openRound: endpoint({ ...routes.openRound, body: z.object({ question: numberSchema, reason: z.string().max(2000) }), answer: z.object({ revision: z.number(), round: z.number() }) }),
} as const;
export type { DraftField };
