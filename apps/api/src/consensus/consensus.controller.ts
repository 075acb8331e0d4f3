import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { consensus, type AnswerOf, type BodyOf } from '@samsyn/contract';
import type { z } from 'zod';
import { EvaluationIdPipe } from '../evaluation';
import { SchemaPipe } from '../http';
import { Caller, type SignedIn } from '../people';
import { ConsensusService } from './consensus.service';

@Controller()
export class ConsensusController {
  constructor(private readonly consensus: ConsensusService) {}

  @Get(consensus.board.path)
  board(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string): Promise<AnswerOf<typeof consensus.board>> {
    return this.consensus.board(caller.id, id);
  }

  @Post(consensus.propose.path)
  @HttpCode(200)
  propose(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(consensus.propose.body)) body: z.output<typeof consensus.propose.body>): Promise<AnswerOf<typeof consensus.propose>> {
    return this.consensus.propose(caller.id, id, body.proposals);
  }

  @Post(consensus.approve.path)
  @HttpCode(200)
  approve(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(consensus.approve.body)) body: z.output<typeof consensus.approve.body>): Promise<AnswerOf<typeof consensus.approve>> {
    return this.consensus.approve(caller.id, id, body.approvals);
  }

  @Post(consensus.signArea.path)
  @HttpCode(200)
  signArea(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(consensus.signArea.body)) body: BodyOf<typeof consensus.signArea>): Promise<AnswerOf<typeof consensus.signArea>> {
    return this.consensus.signArea(caller.id, id, body.area);
  }

  @Post(consensus.reopenArea.path)
  @HttpCode(200)
  reopenArea(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(consensus.reopenArea.body)) body: BodyOf<typeof consensus.reopenArea>): Promise<AnswerOf<typeof consensus.reopenArea>> {
    return this.consensus.reopenArea(caller.id, id, body.area, body.reason);
  }
}
