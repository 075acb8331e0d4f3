import * as z from 'zod';

/** Branded identifiers: a person's id cannot be passed where an evaluation's is asked for. UUIDs are made by the server. */
export const evaluationIdSchema = z.uuid().brand<'EvaluationId'>();
export type EvaluationId = z.infer<typeof evaluationIdSchema>;

export const personIdSchema = z.uuid().brand<'PersonId'>();
export type PersonId = z.infer<typeof personIdSchema>;
