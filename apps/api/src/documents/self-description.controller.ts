import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { documents, type AnswerOf } from '@samsyn/contract';
import type { z } from 'zod';
import { EvaluationIdPipe } from '../evaluation';
import { SchemaPipe } from '../http';
import { Caller, type SignedIn } from '../people';
import { SelfDescription } from './self-description';

type Description = AnswerOf<typeof documents.description>;

@Controller()
export class SelfDescriptionController {
  constructor(private readonly description: SelfDescription) {}

  @Get(documents.description.path)
  read(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string): Promise<Description> {
    return this.description.read(caller.id, id);
  }

  @Post(documents.submit.path)
  @HttpCode(200)
  submit(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string): Promise<Description> {
    return this.description.submit(caller.id, id);
  }

  @Post(documents.assign.path)
  @HttpCode(200)
  assign(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(documents.assign.body)) body: z.output<typeof documents.assign.body>): Promise<Description> {
    return this.description.assign(caller.id, id, body);
  }

  @Get(documents.submission.path)
  submission(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Param('number') number: string): Promise<AnswerOf<typeof documents.submission>> {
    return this.description.submission(caller.id, id, number);
  }

  @Put(documents.answer.path)
  answer(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Param('question') question: string, @Body(new SchemaPipe(documents.answer.body)) body: z.output<typeof documents.answer.body>): Promise<{ edition: number }> {
    return this.description.answer(caller.id, id, question, body);
  }
}
