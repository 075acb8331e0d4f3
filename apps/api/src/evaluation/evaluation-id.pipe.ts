import { Injectable, type PipeTransform } from '@nestjs/common';
import { evaluationIdOf } from '@samsyn/domain';

/** The evaluation named in a path, in its one spelling. */
@Injectable()
export class EvaluationIdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    return evaluationIdOf(value);
  }
}
