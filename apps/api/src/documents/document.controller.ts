import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req, Res, UseGuards } from '@nestjs/common';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { contentPath, documents, type AnswerOf, type DocumentView, type RequestList } from '@samsyn/contract';
import type { Request, Response } from 'express';
import * as z from 'zod';
import { EvaluationIdPipe } from '../evaluation';
import { FileStorage } from '../files';
import { SchemaPipe } from '../http';
import { Caller, type SignedIn } from '../people';
import { sendContent } from './content';
import { DocumentDesk } from './document-desk';
import { Requests } from './requests';
import { DocumentSearch } from './search';
import { Uploads } from './uploads';

type Given<E extends { body: z.ZodType }> = z.output<E['body']>;
const numberSchema = z.coerce.number().int().min(1).max(1_000_000);
const afterSchema = z.coerce.number().int().min(0).max(1_000_000).default(0);
const aroundSchema = z.object({ sheet: z.string().max(200).optional(), row: z.coerce.number().int().min(1).max(2_000_000).optional() });
const wordsSchema = z.string().max(400).default('');

@Controller()
export class DocumentController {
  constructor(
    private readonly desk: DocumentDesk,
    private readonly uploads: Uploads,
    private readonly finder: DocumentSearch,
    private readonly requests: Requests,
    private readonly storage: FileStorage,
  ) {}

  @Get(contentPath)
  async content(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Param('version', EvaluationIdPipe) version: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    await sendContent(this.storage, await this.desk.open(caller.id, id, version), request, response);
  }

  @Get(documents.page.path)
  page(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Param('version', EvaluationIdPipe) version: string, @Param('page', new SchemaPipe(numberSchema)) page: number): Promise<AnswerOf<typeof documents.page>> {
    return this.desk.page(caller.id, id, version, page);
  }

  @Get(documents.preview.path)
  preview(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Param('version', EvaluationIdPipe) version: string, @Query(new SchemaPipe(aroundSchema)) { sheet, row }: z.output<typeof aroundSchema>): Promise<AnswerOf<typeof documents.preview>> {
    return this.desk.preview(caller.id, id, version, sheet && row ? { sheet, row } : null);
  }

  @Get(documents.search.path)
  @Throttle({ default: { limit: 240, ttl: 60_000 } })
  @UseGuards(ThrottlerGuard)
  search(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Query('q', new SchemaPipe(wordsSchema)) words: string, @Query('after', new SchemaPipe(afterSchema)) after: number): Promise<AnswerOf<typeof documents.search>> {
    return this.finder.search(caller.id, id, words, after);
  }

  @Post(documents.copyWeb.path)
  @HttpCode(200)
  @Throttle({ default: { limit: 120, ttl: 60_000 } })
  @UseGuards(ThrottlerGuard)
  copyWeb(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Param('document', EvaluationIdPipe) document: string): Promise<DocumentView> {
    return this.uploads.copyWeb({ person: caller }, id, document);
  }

  @Post(documents.addWeb.path)
  @HttpCode(200)
  @Throttle({ default: { limit: 120, ttl: 60_000 } })
  @UseGuards(ThrottlerGuard)
  addWeb(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(documents.addWeb.body)) body: Given<typeof documents.addWeb>): Promise<DocumentView> {
    return this.uploads.addWeb({ person: caller }, id, body);
  }

  @Put(documents.rename.path)
  rename(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Param('document', EvaluationIdPipe) document: string, @Body(new SchemaPipe(documents.rename.body)) body: Given<typeof documents.rename>): Promise<DocumentView> {
    return this.desk.rename(caller, id, document, body);
  }

  @Post(documents.remove.path)
  @HttpCode(200)
  async remove(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Param('document', EvaluationIdPipe) document: string, @Body(new SchemaPipe(documents.remove.body)) body: Given<typeof documents.remove>): Promise<RequestList> {
    await this.desk.remove(caller, id, document, body.reason);
    return this.requests.list(caller.id, id);
  }
}
