import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { documents, type AnswerOf, type DocumentView } from '@samsyn/contract';
import type { z } from 'zod';
import { EvaluationIdPipe } from '../evaluation';
import { SchemaPipe } from '../http';
import { Caller, type SignedIn } from '../people';
import { Retention } from './retention';

@Controller()
export class RetentionController {
  constructor(private readonly retention: Retention) {}

  @Put(documents.retain.path)
  retain(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Param('document', EvaluationIdPipe) document: string, @Body(new SchemaPipe(documents.retain.body)) body: z.output<typeof documents.retain.body>): Promise<DocumentView> {
    return this.retention.retain(caller.id, id, document, body);
  }

  @Get(documents.receipts.path)
  receipts(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string): Promise<AnswerOf<typeof documents.receipts>> {
    return this.retention.receipts(caller.id, id);
  }
}
