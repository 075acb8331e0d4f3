import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Put, Res, UseGuards } from '@nestjs/common';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { feedPath, inboundMailPath, interviews, type Personal } from '@samsyn/contract';
import { Refusal } from '@samsyn/domain';
import type { Response } from 'express';
import { createHash, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { Public, SchemaPipe, SETTINGS, type Settings } from '../http';
import { repliesInMail } from '../mail';
import { CalendarFeeds } from './calendar-feeds';
import { PersonalPages } from './personal';

const inboundSchema = z.object({ message: z.string().max(250_000) });
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** For who has no account: interviewees by their link, calendars by their address, a mail gateway by its key. None may be tried at will. */
@Public()
@Controller()
@UseGuards(ThrottlerGuard)
export class PersonalController {
  constructor(
    private readonly pages: PersonalPages,
    private readonly feeds: CalendarFeeds,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get(interviews.personal.path)
  @Throttle({ default: { limit: 300, ttl: 60_000 } })
  read(@Param('token') token: string): Promise<Personal> {
    return this.pages.read(token);
  }

  @Put(interviews.hours.path)
  @Throttle({ default: { limit: 120, ttl: 60_000 } })
  hours(@Param('token') token: string, @Body(new SchemaPipe(interviews.hours.body)) body: z.output<typeof interviews.hours.body>): Promise<Personal> {
    return this.pages.hours(token, body);
  }

  @Post(interviews.reply.path)
  @HttpCode(200)
  @Throttle({ default: { limit: 120, ttl: 60_000 } })
  reply(@Param('token') token: string, @Body(new SchemaPipe(interviews.reply.body)) body: z.output<typeof interviews.reply.body>): Promise<Personal> {
    return this.pages.reply(token, body);
  }

  @Get(feedPath)
  @Throttle({ default: { limit: 120, ttl: 60_000 } })
  async feed(@Param('token') token: string, @Res() response: Response): Promise<void> {
    const calendar = await this.feeds.read(token);
    response.setHeader('content-type', 'text/calendar; charset=utf-8').setHeader('content-disposition', 'inline; filename="besok.ics"');
    response.send(calendar);
  }

  /** Answers how many of the answers in the mail counted. */
  @Post(inboundMailPath)
  @HttpCode(200)
  @Throttle({ default: { limit: 120, ttl: 60_000 } })
  async inbound(@Headers('authorization') authorization: string | undefined, @Body() body: unknown): Promise<{ taken: number }> {
    const key = this.settings.INBOUND_MAIL_KEY;
    if (key === undefined || !timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${key}`))) throw new Refusal('wire/not-found');
    let taken = 0;
    for (const reply of await repliesInMail(new SchemaPipe(inboundSchema).transform(body).message)) if (await this.pages.calendarReply(reply)) taken++;
    return { taken };
  }
}
