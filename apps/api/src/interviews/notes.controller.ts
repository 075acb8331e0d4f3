import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { interviews, type AnswerOf, type Note } from '@samsyn/contract';
import type { z } from 'zod';
import { EvaluationIdPipe } from '../evaluation';
import { SchemaPipe } from '../http';
import { Caller, type SignedIn } from '../people';
import { Notes } from './notes';

@Controller()
export class NotesController {
  constructor(private readonly notes: Notes) {}

  @Get(interviews.guide.path)
  guide(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string): Promise<AnswerOf<typeof interviews.guide>> {
    return this.notes.guide(caller.id, id);
  }

  @Post(interviews.tick.path)
  @HttpCode(200)
  tick(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(interviews.tick.body)) body: z.output<typeof interviews.tick.body>): Promise<AnswerOf<typeof interviews.tick>> {
    return this.notes.tick(caller.id, id, body);
  }

  @Get(interviews.notes.path)
  list(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string): Promise<Note[]> {
    return this.notes.list(caller.id, id);
  }

  @Put(interviews.putNote.path)
  put(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Param('note', EvaluationIdPipe) note: string, @Body(new SchemaPipe(interviews.putNote.body)) body: z.output<typeof interviews.putNote.body>): Promise<Note> {
    return this.notes.put(caller.id, id, note, body);
  }

  @Post(interviews.shareNote.path)
  @HttpCode(200)
  share(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Param('note', EvaluationIdPipe) note: string): Promise<Note> {
    return this.notes.share(caller.id, id, note);
  }
}
