import type { PipeTransform } from '@nestjs/common';
import { Refusal } from '@samsyn/domain';
import type { z } from 'zod';

/** Checks a body or parameter against the contract's schema; refuses `wire/invalid` naming the fields, never their values. */
export class SchemaPipe<S extends z.ZodType> implements PipeTransform<unknown, z.output<S>> {
  constructor(private readonly schema: S) {}

  transform(value: unknown): z.output<S> {
    const parsed = this.schema.safeParse(value);
    if (parsed.success) return parsed.data;
    throw new Refusal('wire/invalid', { fields: parsed.error.issues.slice(0, 20).map((issue) => ({ path: issue.path.join('.'), problem: issue.message })) });
  }
}
