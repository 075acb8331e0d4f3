import { Injectable, type PipeTransform } from '@nestjs/common';
import { evaluationIdSchema, Refusal } from '@samsyn/domain';

/** An id that is none answers like an evaluation that does not exist. */
@Injectable()
export class EvaluationIdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!evaluationIdSchema.safeParse(value).success) throw new Refusal('wire/not-found');
    return value;
  }
}
