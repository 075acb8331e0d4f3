import * as z from 'zod';
import { Refusal } from './refusal';

/** Branded identifiers: a person's id cannot be passed where an evaluation's is asked for. UUIDs are made by the server. */
export const evaluationIdSchema = z.uuid().brand<'EvaluationId'>();
export type EvaluationId = z.infer<typeof evaluationIdSchema>;

/**
 * An evaluation's id in its one spelling, by which hashes and turns go. Refuses `wire/not-found`: an id that is none
 * answers like an evaluation that does not exist.
 */
export function evaluationIdOf(given: string): EvaluationId {
  const parsed = evaluationIdSchema.safeParse(given.toLowerCase());
  if (!parsed.success) throw new Refusal('wire/not-found');
  return parsed.data;
}

export const personIdSchema = z.uuid().brand<'PersonId'>();
export type PersonId = z.infer<typeof personIdSchema>;
