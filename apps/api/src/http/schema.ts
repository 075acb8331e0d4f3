import type { PipeTransform } from '@nestjs/common';
import { Refusal } from '@samsyn/domain';
import type { z } from 'zod';

/** What came in, as the contract's schema reads it; refuses `wire/invalid` naming the fields, never their values. */
export function soundBy<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new Refusal('wire/invalid', { fields: parsed.error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join('.'), problem: issue.message })) });
}

/** Checks a body or parameter against the contract's schema. */
export class SchemaPipe<S extends z.ZodType> implements PipeTransform<unknown, z.output<S>> {
  constructor(private readonly schema: S) {}

  transform(value: unknown): z.output<S> {
    return soundBy(this.schema, value);
  }
}
