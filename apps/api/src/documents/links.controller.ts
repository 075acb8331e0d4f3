import { Body, Controller, Get, HttpCode, Param, Post, UseGuards } from '@nestjs/common';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { documents, type AnswerOf } from '@samsyn/contract';
import type { z } from 'zod';
import { EvaluationIdPipe } from '../evaluation';
import { Public, SchemaPipe } from '../http';
import { Links } from './links';
import { Uploads } from './uploads';

/** For who comes by a link to one request. The token is the only key, so it may not be tried at will. */
@Public()
@Controller()
@UseGuards(ThrottlerGuard)
export class LinksController {
  constructor(
    private readonly links: Links,
    private readonly uploads: Uploads,
  ) {}

  @Get(documents.delegated.path)
  @Throttle({ default: { limit: 300, ttl: 60_000 } })
  delegated(@Param('token') token: string): Promise<AnswerOf<typeof documents.delegated>> {
    return this.links.delegated(token);
  }

  @Post(documents.delegatedMove.path)
  @HttpCode(200)
  @Throttle({ default: { limit: 120, ttl: 60_000 } })
  move(@Param('token') token: string, @Body(new SchemaPipe(documents.delegatedMove.body)) body: z.output<typeof documents.delegatedMove.body>): Promise<AnswerOf<typeof documents.delegatedMove>> {
    return this.links.move(token, body);
  }

  @Post(documents.delegatedRemove.path)
  @HttpCode(200)
  @Throttle({ default: { limit: 120, ttl: 60_000 } })
  remove(@Param('token') token: string, @Param('document', EvaluationIdPipe) document: string): Promise<AnswerOf<typeof documents.delegatedRemove>> {
    return this.links.remove(token, document);
  }

  @Post(documents.delegatedCopy.path)
  @HttpCode(200)
  @Throttle({ default: { limit: 120, ttl: 60_000 } })
  async copy(@Param('token') token: string, @Param('document', EvaluationIdPipe) document: string): Promise<AnswerOf<typeof documents.delegatedCopy>> {
    await this.uploads.copyWeb({ token }, null, document);
    return this.links.delegated(token);
  }

  @Post(documents.delegatedWeb.path)
  @HttpCode(200)
  @Throttle({ default: { limit: 120, ttl: 60_000 } })
  async web(@Param('token') token: string, @Body(new SchemaPipe(documents.delegatedWeb.body)) body: z.output<typeof documents.delegatedWeb.body>): Promise<AnswerOf<typeof documents.delegatedWeb>> {
    await this.uploads.addWeb({ token }, null, { ...body, request: null });
    return this.links.delegated(token);
  }
}
