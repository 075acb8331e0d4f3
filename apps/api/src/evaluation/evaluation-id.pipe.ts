import { Injectable, type PipeTransform } from '@nestjs/common';
import { evaluationIdSchema, Refusal } from '@samsyn/domain';

/** An id that is none answers like an evaluation that does not exist. One evaluation has one spelling: hashes and turns go by it. */
@Injectable()
export class EvaluationIdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!evaluationIdSchema.safeParse(value).success) throw new Refusal('wire/not-found');
    return value.toLowerCase();
  }
}
