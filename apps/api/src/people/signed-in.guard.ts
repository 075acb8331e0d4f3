import { createParamDecorator, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { requestHeader } from '@samsyn/contract';
import { Refusal } from '@samsyn/domain';
import { parse } from 'cookie';
import type { Request } from 'express';
import { isPublic } from '../http';
import { sessionCookie, Sessions, type SignedIn } from './sessions';

type SignedRequest = Request & { person?: SignedIn };

/**
 * Stands before every handler that is not marked as public, so that a new one is closed until somebody opens it. Only the
 * signed-in pass; who it is, is known to the handler by `@Caller()`. A page opened for one person that calls
 * with the session of another, who signed in in the same browser since, is told that its own person is signed out.
 */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(private readonly sessions: Sessions) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // A socket is checked once, when it opens.
    if (context.getType() !== 'http') return true;
    if (isPublic(context)) return true;
    const request = context.switchToHttp().getRequest<SignedRequest>();
    request.person = await this.sessions.personOf(parse(request.headers.cookie ?? '')[sessionCookie]);
    const asks = request.headers[requestHeader] ?? '1';
    if (asks !== '1' && asks !== request.person.id) throw new Refusal('people/signed-out');
    return true;
  }
}

export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { person } = context.switchToHttp().getRequest<SignedRequest>();
  if (!person) throw new Error('Caller used where nobody need be signed in');
  return person;
});
