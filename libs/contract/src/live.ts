import * as z from 'zod';
import type { Problem } from './endpoint';
import { acts, type ActName } from './paths';

/**
 * What happened, as far as this receiver may know; the page reads again from the server and uses this for words only.
 * `progress`: some colleague's counter moved (on the minute). Everything else carries question numbers, never scores.
 */
export const liveChangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress') }),
  z.object({ kind: z.literal('team') }),
  z.object({ kind: z.literal('policy') }),
  z.object({ kind: z.literal('dates') }),
  z.object({ kind: z.literal('scoringOpened') }),
  z.object({ kind: z.literal('ownSeal'), questions: z.array(z.string()) }),
  z.object({ kind: z.literal('revealed'), questions: z.array(z.string()) }),
  z.object({ kind: z.literal('roundOpened'), question: z.string(), by: z.string() }),
  z.object({ kind: z.literal('proposed'), questions: z.array(z.string()), by: z.string() }),
  z.object({ kind: z.literal('approved'), questions: z.array(z.string()), by: z.string() }),
  z.object({ kind: z.literal('settled'), questions: z.array(z.string()) }),
  z.object({ kind: z.literal('lock') }),
  /** Something about requests, files or the self-description; what, is read from the server. */
  z.object({ kind: z.literal('documents') }),
  /** Something about the visit: plan, answers, letters, shared notes; what, is read from the server. */
  z.object({ kind: z.literal('plan') }),
]);
export type LiveChange = z.infer<typeof liveChangeSchema>;

/** The one socket event, `changed`. `changes` of one commit come together. */
export const changedSchema = z.object({ evaluationId: z.string(), revision: z.number(), changes: z.array(liveChangeSchema) });
export type Changed = z.infer<typeof changedSchema>;

/** Presence, sent by the browser and told to the other evaluators of an open question: `focus` { evaluationId, question }. */
export const focusSchema = z.object({ evaluationId: z.string(), question: z.string().nullable() });
export const presenceSchema = z.object({ evaluationId: z.string(), people: z.array(z.object({ person: z.string(), question: z.string().nullable() })) });
export type Presence = z.infer<typeof presenceSchema>;

/** The event `act`: a command said over the socket. `as` is the person the page was opened for, as in the request header. */
export const actSchema = z.object({ act: z.enum(Object.keys(acts) as [ActName, ...ActName[]]), evaluation: z.string(), question: z.string().optional(), as: z.string(), body: z.unknown() });
export type ActMessage = z.infer<typeof actSchema>;
/** What comes back: the endpoint's answer or its refusal, with what this very page is told of what happened by it. */
export type ActAnswer = { readonly changed: readonly Changed[] } & ({ readonly answer: unknown } | { readonly problem: Problem });
