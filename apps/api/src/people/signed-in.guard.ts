import { createParamDecorator, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { parse } from 'cookie';
import type { Request } from 'express';
import { sessionCookie, Sessions, type SignedIn } from './sessions';

type SignedRequest = Request & { person?: SignedIn };

/** Only the signed-in pass; who it is, is known to the handler by `@Caller()`. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(private readonly sessions: Sessions) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedRequest>();
    request.person = await this.sessions.personOf(parse(request.headers.cookie ?? '')[sessionCookie]);
    return true;
  }
}

export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { person } = context.switchToHttp().getRequest<SignedRequest>();
  if (!person) throw new Error('Caller used without SignedInGuard');
  return person;
});
