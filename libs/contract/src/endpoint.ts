import * as z from 'zod';

/** One command or question over HTTP: the path as Nest and the browser both read it, and the shapes of each side. */
export interface Endpoint<Body extends z.ZodType = z.ZodType, Answer extends z.ZodType = z.ZodType> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below /api, with :parameters. */
  readonly path: string;
  readonly body: Body;
  readonly answer: Answer;
}

export const noBody = z.undefined();

export const endpoint = <Body extends z.ZodType, Answer extends z.ZodType>(parts: Endpoint<Body, Answer>): Endpoint<Body, Answer> => parts;

export type BodyOf<E> = E extends Endpoint<infer B, z.ZodType> ? z.input<B> : never;
export type AnswerOf<E> = E extends Endpoint<z.ZodType, infer A> ? z.output<A> : never;

/** A refusal on the wire: application/problem+json (RFC 9457). `code` is from the closed list of libs/domain. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  facts: z.record(z.string(), z.unknown()),
  request: z.string(),
});
export type Problem = z.infer<typeof problemSchema>;

export { requestHeader, webHeader } from './paths';
