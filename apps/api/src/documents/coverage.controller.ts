import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import { documents, type AnswerOf } from '@samsyn/contract';
import { EvaluationIdPipe } from '../evaluation';
import { Caller, SignedInGuard, type SignedIn } from '../people';
import { Coverage } from './coverage';

@Controller()
@UseGuards(SignedInGuard)
export class CoverageController {
  constructor(private readonly coverage: Coverage) {}

  @Get(documents.coverage.path)
  read(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string): Promise<AnswerOf<typeof documents.coverage>> {
    return this.coverage.read(caller.id, id);
  }
}
