import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { documents, type AnswerOf } from '@samsyn/contract';
import type { z } from 'zod';
import { EvaluationIdPipe } from '../evaluation';
import { SchemaPipe } from '../http';
import { Caller, type SignedIn } from '../people';
import { Reminders } from './reminders';
import { CLOCK, type Clock } from './reminders-daily';

@Controller()
export class RemindersController {
  constructor(
    private readonly reminders: Reminders,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(documents.outbox.path)
  outbox(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string): Promise<AnswerOf<typeof documents.outbox>> {
    return this.reminders.mailsOf(caller.id, id);
  }

  @Post(documents.remind.path)
  @HttpCode(200)
  remind(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(documents.remind.body)) body: z.output<typeof documents.remind.body>): Promise<AnswerOf<typeof documents.remind>> {
    return this.reminders.byHand(caller.id, id, body, this.clock());
  }
}
