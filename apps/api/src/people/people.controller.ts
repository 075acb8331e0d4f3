import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res, UseGuards } from '@nestjs/common';
import { people, type Me } from '@samsyn/contract';
import { Throttle, ThrottlerGuard } from '@nestjs/throttler';
import { parse } from 'cookie';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { Public, SchemaPipe, SETTINGS, type Settings } from '../http';
import { Accounts } from './accounts';
import type { PersonRow } from './people-rows.entity';
import { Sessions, sessionCookie, type SignedIn } from './sessions';
import { Caller } from './signed-in.guard';
import { hashOfToken } from './tokens';

const tries = { default: { limit: 20, ttl: 60_000 } };

@Controller()
export class PeopleController {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get(people.me.path)
  async me(@Caller() caller: SignedIn): Promise<Me> {
    return meOf(await this.accounts.byId(caller.id));
  }

  @Public()
  @Post(people.signIn.path)
  @HttpCode(200)
  @Throttle(tries)
  @UseGuards(ThrottlerGuard)
  async signIn(@Body(new SchemaPipe(people.signIn.body)) body: z.output<typeof people.signIn.body>, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<Me> {
    return this.enter(await this.accounts.byPassword(body.email, body.password), request, response);
  }

  @Public()
  @Post(people.askLink.path)
  @HttpCode(200)
  @Throttle(tries)
  @UseGuards(ThrottlerGuard)
  async askLink(@Body(new SchemaPipe(people.askLink.body)) body: z.output<typeof people.askLink.body>): Promise<{ sent: boolean }> {
    await this.accounts.mailLink(body.email);
    return { sent: this.settings.SMTP_URL !== undefined };
  }

  @Public()
  @Post(people.useLink.path)
  @HttpCode(200)
  @Throttle({ default: { limit: 120, ttl: 60_000 } })
  @UseGuards(ThrottlerGuard)
  async useLink(@Body(new SchemaPipe(people.useLink.body)) body: z.output<typeof people.useLink.body>, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<Me> {
    return this.enter(await this.accounts.useLink(body.token), request, response);
  }

  @Post(people.signOut.path)
  @HttpCode(200)
  async signOut(@Caller() caller: SignedIn, @Res({ passthrough: true }) response: Response): Promise<{ signedOut: true }> {
    await this.sessions.end(caller.tokenHash);
    response.clearCookie(sessionCookie, { path: '/' });
    return { signedOut: true };
  }

  @Post(people.setPassword.path)
  @HttpCode(200)
  async setPassword(@Caller() caller: SignedIn, @Body(new SchemaPipe(people.setPassword.body)) body: z.output<typeof people.setPassword.body>): Promise<Me> {
    await this.accounts.setPassword(caller.id, body.password);
    await this.sessions.endOthers(caller.id, caller.tokenHash);
    return meOf(await this.accounts.byId(caller.id));
  }

  /** A browser has one session: what was open in it for whoever sat there before ends. */
  private async enter(person: PersonRow, request: Request, response: Response): Promise<Me> {
    const before = parse(request.headers.cookie ?? '')[sessionCookie];
    if (before) await this.sessions.end(hashOfToken(before));
    const { token, expires } = await this.sessions.begin(person);
    response.cookie(sessionCookie, token, { httpOnly: true, sameSite: 'lax', secure: this.settings.PUBLIC_URL?.startsWith('https:') ?? false, path: '/', expires });
    return meOf(person);
  }
}

const meOf = (person: PersonRow): Me => ({
  id: person.id, name: person.name, organisation: person.organisation, email: person.email, hasPassword: person.passwordHash !== null, mayCreate: person.mayCreate, demo: person.demo,
});
