import { Injectable, SetMetadata, type CanActivate, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import { requestHeader } from '@samsyn/contract';
import { Refusal } from '@samsyn/domain';
import type { Request } from 'express';

const fromAnywhere = 'samsyn:from-anywhere';

/** For what other programs post to by a token in the address: it looks at no cookie, so a foreign page has nothing to borrow. */
export const FromAnywhere = (): CustomDecorator => SetMetadata(fromAnywhere, true);

/**
 * A changing request must carry our own header, which a foreign page cannot add without a preflight that we never grant,
 * and must not name a foreign origin. Together with SameSite cookies this is the defence against cross-site requests.
 */
@Injectable()
export class CrossSiteGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    // A socket is checked once, when it opens (`allowRequest` of the gateway).
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<Request>();
    if (request.method === 'GET' || request.method === 'HEAD') return true;
    // Uploads come in before Nest and have no handler.
    const handler = context.getHandler() as object | null;
    if (handler && Reflect.getMetadata(fromAnywhere, handler) === true) return true;
    const origin = request.headers.origin;
    const foreign = origin !== undefined && URL.canParse(origin) && new URL(origin).host !== request.headers.host;
    if (foreign || request.headers[requestHeader] === undefined) throw new Refusal('wire/cross-site');
    return true;
  }
}
