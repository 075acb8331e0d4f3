import { Body, Controller, Get, HttpCode, Param, Post, Put, Redirect, UseGuards } from '@nestjs/common';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { documents, oneClickPath, type AnswerOf } from '@samsyn/contract';
import type { z } from 'zod';
import { FromAnywhere, Public, SchemaPipe } from '../http';
import { Caller, type SignedIn } from '../people';
import { MailChoices } from './reminders-choice';

type Choice = AnswerOf<typeof documents.mailChoice>;
type Given = z.output<typeof documents.chooseMail.body>;
const tries = { default: { limit: 120, ttl: 60_000 } };

/** Choosing by the token of a mail, without signing in. Reading never changes anything: scanners of mail open every link. */
@Public()
@Controller()
@UseGuards(ThrottlerGuard)
@Throttle(tries)
export class MailChoiceController {
  constructor(private readonly choices: MailChoices) {}

  @Get(documents.mailChoice.path)
  choice(@Param('token') token: string): Promise<Choice> {
    return this.choices.ofToken(token);
  }

  @Post(documents.chooseMail.path)
  @HttpCode(200)
  choose(@Param('token') token: string, @Body(new SchemaPipe(documents.chooseMail.body)) body: Given): Promise<Choice> {
    return this.choices.chooseByToken(token, body);
  }

  /** By the mail program or its server, which know nothing of our headers; only the token counts, no cookie is looked at. */
  @Post(oneClickPath)
  @HttpCode(200)
  @FromAnywhere()
  stop(@Param('token') token: string): Promise<Choice> {
    return this.choices.chooseByToken(token, { reminders: false });
  }

  @Get(oneClickPath)
  @Redirect()
  page(@Param('token') token: string): { url: string; statusCode: number } {
    return { url: `/utskick/${encodeURIComponent(token)}`, statusCode: 302 };
  }
}

@Controller()
export class OwnMailController {
  constructor(private readonly choices: MailChoices) {}

  @Get(documents.ownMailChoice.path)
  own(@Caller() caller: SignedIn): Promise<Choice> {
    return this.choices.ofAddress(caller.email);
  }

  @Put(documents.chooseOwnMail.path)
  choose(@Caller() caller: SignedIn, @Body(new SchemaPipe(documents.chooseOwnMail.body)) body: Given): Promise<Choice> {
    return this.choices.chooseForAddress(caller.email, body);
  }
}
