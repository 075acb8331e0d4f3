import { divergenceCauses, settlementMethods, sheetSchema } from '@samsyn/domain';
import * as z from 'zod';
import { endpoint, noBody } from './endpoint';
import { consensus as routes } from './paths';

const numberSchema = z.string().regex(/^\d{1,2}\.\d{1,2}$/);

export const voiceSchema = z.object({ person: z.string(), round: z.number(), sealedAt: z.string(), percent: z.string().nullable(), sheet: sheetSchema });
export type VoiceView = z.infer<typeof voiceSchema>;

export const proposalSchema = z.object({
  number: z.number(), by: z.string(), at: z.string(), round: z.number(), percent: z.string(), text: z.string(), reason: z.string(),
  cause: z.enum(divergenceCauses).nullable(), method: z.enum(settlementMethods), approvals: z.array(z.object({ person: z.string(), at: z.string() })),
});
export type ProposalView = z.infer<typeof proposalSchema>;

/** One question of the board. Before it opens: number, round and nothing about anybody. */
export const boardQuestionSchema = z.object({
  number: z.string(), round: z.number(), openedRound: z.number(), openedAt: z.string().nullable(),
  voices: z.array(voiceSchema), proposals: z.array(proposalSchema),
  /** Number of the proposal that stands and can be approved; null when none. */
  standing: z.number().nullable(),
  settled: z.object({ proposal: z.number(), at: z.string() }).nullable(),
  rounds: z.array(z.object({ round: z.number(), by: z.string().nullable(), reason: z.string() })),
});
export type BoardQuestion = z.infer<typeof boardQuestionSchema>;

/** What the evaluators have signed off together, area by area; an area nobody has signed is not there. */
export const areaLockSchema = z.object({ area: z.number(), signatures: z.array(z.object({ person: z.string(), at: z.string() })), lockedAt: z.string().nullable() });
export type AreaLockView = z.infer<typeof areaLockSchema>;

export const proposalDraftSchema = z.object({
  question: numberSchema, round: z.number().int(), answers: z.number().int().nullable(),
  /** As typed: "45,7", "45.7" or 45.7. */
  percent: z.union([z.string().max(20), z.number()]),
  text: z.string().max(8000).default(''), reason: z.string().max(2000).default(''), cause: z.enum(divergenceCauses).nullable().default(null),
});

export const consensus = {
  board: endpoint({ ...routes.board, body: noBody, answer: z.object({ revision: z.number(), questions: z.array(boardQuestionSchema), areas: z.array(areaLockSchema) }) }),
  propose: endpoint({ ...routes.propose, body: z.object({ proposals: z.array(proposalDraftSchema).min(1).max(100) }), answer: z.object({ revision: z.number() }) }),
  approve: endpoint({
    ...routes.approve,
    body: z.object({ approvals: z.array(z.object({ question: numberSchema, proposal: z.number().int() })).min(1).max(100) }),
    answer: z.object({ revision: z.number(), settled: z.array(z.string()) }),
  }),
  /** Signs off an area in which all is agreed; the last evaluator's signature locks it. */
  signArea: endpoint({ ...routes.signArea, body: z.object({ area: z.number().int() }), answer: z.object({ revision: z.number(), locked: z.boolean() }) }),
  /** Opens a signed or locked area again, with a reason: all its signatures are void. */
  reopenArea: endpoint({ ...routes.reopenArea, body: z.object({ area: z.number().int(), reason: z.string().max(2000) }), answer: z.object({ revision: z.number() }) }),
} as const;
