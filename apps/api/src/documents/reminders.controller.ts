import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import { documents, type AnswerOf } from '@samsyn/contract';
import { EvaluationIdPipe } from '../evaluation';
import { Caller, SignedInGuard, type SignedIn } from '../people';
import { Reminders } from './reminders';

@Controller()
@UseGuards(SignedInGuard)
export class RemindersController {
  constructor(private readonly reminders: Reminders) {}

  @Get(documents.outbox.path)
  outbox(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string): Promise<AnswerOf<typeof documents.outbox>> {
    return this.reminders.mailsOf(caller.id, id);
  }
}
