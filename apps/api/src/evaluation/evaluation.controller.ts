import { Body, Controller, Get, HttpCode, Param, Post, Put, UseGuards } from '@nestjs/common';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { evaluations, type AnswerOf, type BodyOf, type EvaluationSummary, type EvaluationView, type LedgerLineView } from '@samsyn/contract';
import { requireAccess, revisionSeenBy, type Instrument, type Policy } from '@samsyn/domain';
import type { z } from 'zod';
import { SchemaPipe } from '../http';
import { Caller, type SignedIn } from '../people';
import { EvaluationLedger } from './evaluation-ledger';
import { EvaluationIdPipe } from './evaluation-id.pipe';
import { Evaluations } from './evaluations';
import { PolicyChanges } from './policy-changes';
import { Seats } from './seats';

@Controller()
export class EvaluationController {
  constructor(
    private readonly evaluations: Evaluations,
    private readonly ledger: EvaluationLedger,
    private readonly seats: Seats,
    private readonly policyChanges: PolicyChanges,
  ) {}

  @Get(evaluations.list.path)
  list(@Caller() caller: SignedIn): Promise<EvaluationSummary[]> {
    return this.evaluations.list(caller);
  }

  @Post(evaluations.create.path)
  @HttpCode(200)
  create(@Caller() caller: SignedIn, @Body(new SchemaPipe(evaluations.create.body)) body: z.output<typeof evaluations.create.body>): Promise<AnswerOf<typeof evaluations.create>> {
    return this.evaluations.create(caller, body);
  }

  @Get(evaluations.read.path)
  read(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string): Promise<EvaluationView> {
    return this.evaluations.read(caller, id);
  }

  @Get(evaluations.instrument.path)
  instrument(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string): Promise<Instrument> {
    return this.evaluations.instrument(caller, id);
  }

  @Post(evaluations.train.path)
  @HttpCode(200)
  train(@Caller() caller: SignedIn, @Body(new SchemaPipe(evaluations.train.body)) body: BodyOf<typeof evaluations.train>): Promise<EvaluationView> {
    return this.evaluations.train(caller, body.language);
  }

  @Get(evaluations.material.path)
  material(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string): Promise<AnswerOf<typeof evaluations.material>> {
    return this.evaluations.material(caller, id);
  }

  @Get(evaluations.revision.path)
  async revision(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string): Promise<{ revision: number }> {
    const standing = await this.ledger.read(id);
    requireAccess(standing.state, caller.id);
    return { revision: revisionSeenBy(standing.counts, caller.id, new Date().toISOString()) };
  }

  @Post(evaluations.declare.path)
  @HttpCode(200)
  declare(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(evaluations.declare.body)) body: BodyOf<typeof evaluations.declare>): Promise<{ declared: true }> {
    return this.evaluations.declare(caller, id, body);
  }

  @Post(evaluations.addMember.path)
  @HttpCode(200)
  addMember(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(evaluations.addMember.body)) body: z.output<typeof evaluations.addMember.body>): Promise<AnswerOf<typeof evaluations.addMember>> {
    return this.evaluations.addMember(caller, id, body);
  }

  @Post(evaluations.removeMember.path)
  @HttpCode(200)
  removeMember(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(evaluations.removeMember.body)) body: z.output<typeof evaluations.removeMember.body>): Promise<EvaluationView> {
    return this.evaluations.removeMember(caller, id, body);
  }

  @Post(evaluations.inviteAgain.path)
  @HttpCode(200)
  @Throttle({ default: { limit: 20, ttl: 60_000 } })
  @UseGuards(ThrottlerGuard)
  inviteAgain(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(evaluations.inviteAgain.body)) { person }: BodyOf<typeof evaluations.inviteAgain>): Promise<AnswerOf<typeof evaluations.inviteAgain>> {
    return this.evaluations.inviteAgain(caller, id, person);
  }

  @Post(evaluations.nudge.path)
  @HttpCode(200)
  nudge(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(evaluations.nudge.body)) body: BodyOf<typeof evaluations.nudge>): Promise<EvaluationView> {
    return this.seats.nudge(caller, id, body);
  }

  @Post(evaluations.replace.path)
  @HttpCode(200)
  replace(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(evaluations.replace.body)) body: z.output<typeof evaluations.replace.body>): Promise<AnswerOf<typeof evaluations.replace>> {
    return this.seats.replace(caller, id, body);
  }

  @Put(evaluations.setPolicy.path)
  setPolicy(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(evaluations.setPolicy.body)) body: Policy): Promise<EvaluationView> {
    return this.evaluations.setPolicy(caller, id, body);
  }

  @Post(evaluations.proposePolicy.path)
  @HttpCode(200)
  proposePolicy(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(evaluations.proposePolicy.body)) body: BodyOf<typeof evaluations.proposePolicy>): Promise<EvaluationView> {
    return this.policyChanges.propose(caller, id, body);
  }

  @Post(evaluations.approvePolicy.path)
  @HttpCode(200)
  approvePolicy(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(evaluations.approvePolicy.body)) body: BodyOf<typeof evaluations.approvePolicy>): Promise<EvaluationView> {
    return this.policyChanges.approve(caller, id, body.proposal);
  }

  @Post(evaluations.declinePolicy.path)
  @HttpCode(200)
  declinePolicy(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(evaluations.declinePolicy.body)) body: BodyOf<typeof evaluations.declinePolicy>): Promise<EvaluationView> {
    return this.policyChanges.decline(caller, id, body.proposal);
  }

  @Put(evaluations.setDates.path)
  setDates(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(evaluations.setDates.body)) body: BodyOf<typeof evaluations.setDates>): Promise<EvaluationView> {
    return this.evaluations.setDates(caller, id, body);
  }

  @Post(evaluations.openScoring.path)
  @HttpCode(200)
  openScoring(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string): Promise<EvaluationView> {
    return this.evaluations.openScoring(caller, id);
  }

  @Get(evaluations.ledger.path)
  async log(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string): Promise<{ lines: LedgerLineView[] }> {
    return { lines: await this.evaluations.log(caller, id) };
  }
}
