import { SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';

const openToAll = 'samsyn:public';

/** For what somebody without an account may call: what lets them in, if it takes anything, is in the address or the body. */
export const Public = (): CustomDecorator => SetMetadata(openToAll, true);

/** Whether the handler, or its controller, is marked so. Uploads come in before Nest and have neither. */
export const isPublic = (context: ExecutionContext): boolean =>
  [context.getHandler(), context.getClass()].some((own: object | null | undefined) => own && Reflect.getMetadata(openToAll, own) === true);
