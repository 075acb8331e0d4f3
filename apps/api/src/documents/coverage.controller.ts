import { Controller, Get, Param } from '@nestjs/common';
import { documents, type AnswerOf } from '@samsyn/contract';
import { EvaluationIdPipe } from '../evaluation';
import { Caller, type SignedIn } from '../people';
import { Coverage } from './coverage';

@Controller()
export class CoverageController {
  constructor(private readonly coverage: Coverage) {}

  @Get(documents.coverage.path)
  read(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string): Promise<AnswerOf<typeof documents.coverage>> {
    return this.coverage.read(caller.id, id);
  }
}
