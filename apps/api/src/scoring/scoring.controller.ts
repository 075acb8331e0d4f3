import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { scoring, type AnswerOf, type BodyOf } from '@samsyn/contract';
import type { z } from 'zod';
import { EvaluationIdPipe } from '../evaluation';
import { SchemaPipe } from '../http';
import { Caller, type SignedIn } from '../people';
import { ScoringService } from './scoring.service';

@Controller()
export class ScoringController {
  constructor(private readonly scoring: ScoringService) {}

  @Get(scoring.sheet.path)
  sheet(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string): Promise<AnswerOf<typeof scoring.sheet>> {
    return this.scoring.sheet(caller.id, id);
  }

  @Put(scoring.draft.path)
  draft(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Param('question') question: string, @Body(new SchemaPipe(scoring.draft.body)) body: z.output<typeof scoring.draft.body>): Promise<AnswerOf<typeof scoring.draft>> {
    return this.scoring.draft(caller.id, id, { ...body, question });
  }

  @Post(scoring.seal.path)
  @HttpCode(200)
  seal(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(scoring.seal.body)) body: BodyOf<typeof scoring.seal>): Promise<AnswerOf<typeof scoring.seal>> {
    return this.scoring.seal(caller.id, id, body.questions);
  }

  @Post(scoring.withdraw.path)
  @HttpCode(200)
  withdraw(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(scoring.withdraw.body)) body: BodyOf<typeof scoring.withdraw>): Promise<AnswerOf<typeof scoring.withdraw>> {
    return this.scoring.withdraw(caller.id, id, body.questions);
  }

  @Post(scoring.openRound.path)
  @HttpCode(200)
  openRound(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(scoring.openRound.body)) body: BodyOf<typeof scoring.openRound>): Promise<AnswerOf<typeof scoring.openRound>> {
    return this.scoring.openRound(caller.id, id, body.question, body.reason);
  }
}
