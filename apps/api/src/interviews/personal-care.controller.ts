import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { interviews, type Care } from '@samsyn/contract';
import type { z } from 'zod';
import { EvaluationIdPipe } from '../evaluation';
import { SchemaPipe } from '../http';
import { Caller, type SignedIn } from '../people';
import { PersonalCare } from './personal-care';

@Controller()
export class PersonalCareController {
  constructor(private readonly care: PersonalCare) {}

  @Get(interviews.care.path)
  read(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string): Promise<Care> {
    return this.care.read(caller.id, id);
  }

  @Put(interviews.setCare.path)
  set(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(interviews.setCare.body)) body: z.output<typeof interviews.setCare.body>): Promise<Care> {
    return this.care.set(caller.id, id, body);
  }
}
