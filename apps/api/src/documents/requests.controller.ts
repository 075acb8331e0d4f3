import { Body, Controller, Get, HttpCode, Param, Post, Put, UseGuards } from '@nestjs/common';
import { documents, type AnswerOf, type RequestList } from '@samsyn/contract';
import type { z } from 'zod';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { EvaluationIdPipe } from '../evaluation';
import { SchemaPipe } from '../http';
import { Caller, type SignedIn } from '../people';
import { Links } from './links';
import { Requests } from './requests';

type Given<E extends { body: z.ZodType }> = z.output<E['body']>;

@Controller()
export class RequestsController {
  constructor(
    private readonly requests: Requests,
    private readonly links: Links,
  ) {}

  @Get(documents.list.path)
  list(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string): Promise<RequestList> {
    return this.requests.list(caller.id, id);
  }

  @Post(documents.fromInstrument.path)
  @HttpCode(200)
  fromInstrument(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(documents.fromInstrument.body)) body: Given<typeof documents.fromInstrument>): Promise<RequestList> {
    return this.requests.fromInstrument(caller.id, id, body.due);
  }

  @Post(documents.add.path)
  @HttpCode(200)
  add(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(documents.add.body)) body: Given<typeof documents.add>): Promise<RequestList> {
    return this.requests.add(caller.id, id, body);
  }

  @Post(documents.moveMany.path)
  @HttpCode(200)
  moveMany(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(documents.moveMany.body)) body: Given<typeof documents.moveMany>): Promise<RequestList> {
    return this.requests.moveMany(caller.id, id, body);
  }

  @Put(documents.change.path)
  change(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Param('request', EvaluationIdPipe) request: string, @Body(new SchemaPipe(documents.change.body)) body: Given<typeof documents.change>): Promise<RequestList> {
    return this.requests.change(caller.id, id, request, body);
  }

  @Post(documents.move.path)
  @HttpCode(200)
  move(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Param('request', EvaluationIdPipe) request: string, @Body(new SchemaPipe(documents.move.body)) body: Given<typeof documents.move>): Promise<RequestList> {
    return this.requests.move(caller.id, id, request, body);
  }

  @Post(documents.delegate.path)
  @HttpCode(200)
  @Throttle({ default: { limit: 120, ttl: 60_000 } })
  @UseGuards(ThrottlerGuard)
  delegate(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Param('request', EvaluationIdPipe) request: string, @Body(new SchemaPipe(documents.delegate.body)) body: Given<typeof documents.delegate>): Promise<AnswerOf<typeof documents.delegate>> {
    return this.links.delegate(caller, id, request, body);
  }

  @Post(documents.revoke.path)
  @HttpCode(200)
  async revoke(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Param('request', EvaluationIdPipe) request: string, @Param('link', EvaluationIdPipe) link: string): Promise<RequestList> {
    await this.links.revoke(caller.id, id, request, link);
    return this.requests.list(caller.id, id);
  }
}
