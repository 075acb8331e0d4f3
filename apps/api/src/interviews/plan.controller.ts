import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { daySheetPath, interviews, type AnswerOf, type PlanDesk } from '@samsyn/contract';
import { daySchema, Refusal } from '@samsyn/domain';
import type { Response } from 'express';
import type { z } from 'zod';
import { EvaluationIdPipe } from '../evaluation';
import { SchemaPipe } from '../http';
import { Caller, type SignedIn } from '../people';
import { CalendarFeeds } from './calendar-feeds';
import { DaySheets } from './day-sheet';
import { Letters } from './letters';
import { Desk } from './plan-desk';
import { Releases } from './releases';
import { replan, suggest } from './suggest';

type Given<E extends { body: z.ZodType }> = z.output<E['body']>;

@Controller()
export class PlanController {
  constructor(
    private readonly desk: Desk,
    private readonly planReleases: Releases,
    private readonly outbox: Letters,
    private readonly sheets: DaySheets,
    private readonly feeds: CalendarFeeds,
  ) {}

  @Get(interviews.desk.path)
  read(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string): Promise<PlanDesk> {
    return this.desk.read(caller.id, id);
  }

  @Post(interviews.command.path)
  @HttpCode(200)
  command(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(interviews.command.body)) body: Given<typeof interviews.command>): Promise<PlanDesk> {
    return this.desk.command(caller, id, body);
  }

  @Put(interviews.putPerson.path)
  putPerson(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(interviews.putPerson.body)) body: Given<typeof interviews.putPerson>): Promise<PlanDesk> {
    return this.desk.putPerson(caller.id, id, body);
  }

  @Post(interviews.removePerson.path)
  @HttpCode(200)
  removePerson(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Param('person', EvaluationIdPipe) person: string): Promise<PlanDesk> {
    return this.desk.removePerson(caller.id, id, person);
  }

  @Post(interviews.ask.path)
  @HttpCode(200)
  async ask(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(interviews.ask.body)) body: Given<typeof interviews.ask>): Promise<PlanDesk> {
    await this.outbox.ask(caller.id, id, body.until);
    return this.desk.read(caller.id, id);
  }

  @Post(interviews.remind.path)
  @HttpCode(200)
  async remind(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(interviews.remind.body)) body: Given<typeof interviews.remind>): Promise<PlanDesk> {
    await this.outbox.remind(caller.id, id, body?.people);
    return this.desk.read(caller.id, id);
  }

  @Post(interviews.suggest.path)
  @HttpCode(200)
  async suggest(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(interviews.suggest.body)) { seconds, ...options }: Given<typeof interviews.suggest>): Promise<AnswerOf<typeof interviews.suggest>> {
    return suggest(await this.desk.world(caller.id, id), options, { seconds });
  }

  @Post(interviews.replan.path)
  @HttpCode(200)
  async replan(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(interviews.replan.body)) body: Given<typeof interviews.replan>): Promise<AnswerOf<typeof interviews.replan>> {
    const found = await replan(await this.desk.world(caller.id, id), body);
    return { alternatives: found.map(({ items, moved, people, solves }) => ({ items: [...items], moved: [...moved], people, solves: [...solves] })) };
  }

  @Post(interviews.release.path)
  @HttpCode(200)
  async release(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(interviews.release.body)) body: Given<typeof interviews.release>): Promise<PlanDesk> {
    await this.planReleases.release(caller.id, id, body);
    return this.desk.read(caller.id, id);
  }

  @Get(interviews.releases.path)
  releases(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string): Promise<AnswerOf<typeof interviews.releases>> {
    return this.desk.releases(caller.id, id);
  }

  @Get(interviews.letters.path)
  letters(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string): Promise<AnswerOf<typeof interviews.letters>> {
    return this.outbox.list(caller.id, id);
  }

  @Post(interviews.letOut.path)
  @HttpCode(200)
  letOut(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(interviews.letOut.body)) body: Given<typeof interviews.letOut>): Promise<AnswerOf<typeof interviews.letOut>> {
    return this.outbox.letOut(caller.id, id, body.letters);
  }

  @Post(interviews.withdraw.path)
  @HttpCode(200)
  withdraw(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(interviews.withdraw.body)) body: Given<typeof interviews.withdraw>): Promise<AnswerOf<typeof interviews.withdraw>> {
    return this.outbox.withdraw(caller.id, id, body.letters);
  }

  @Post(interviews.feed.path)
  @HttpCode(200)
  async feed(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Body(new SchemaPipe(interviews.feed.body)) body: Given<typeof interviews.feed>): Promise<AnswerOf<typeof interviews.feed>> {
    return { address: await this.feeds.address(caller.id, id, body.renew) };
  }

  @Get(daySheetPath)
  async sheet(@Caller() caller: SignedIn, @Param('id', EvaluationIdPipe) id: string, @Param('day') day: string, @Query('draft') draft: unknown, @Res() response: Response): Promise<void> {
    if (!daySchema.safeParse(day).success) throw new Refusal('wire/not-found');
    const bytes = await this.sheets.pdf(caller.id, id, day, draft === '1');
    response.type('application/pdf').setHeader('content-disposition', `inline; filename="dagblad-${day}.pdf"`);
    response.send(bytes);
  }
}
