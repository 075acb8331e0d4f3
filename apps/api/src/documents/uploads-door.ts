import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host';
import { uploadsPath } from '@samsyn/contract';
import { Refusal } from '@samsyn/domain';
import { Metadata, Server, type Upload } from '@tus/server';
import { parse } from 'cookie';
import type { NextFunction, Request, Response } from 'express';
import { randomUUID } from 'node:crypto';
import { FileStorage } from '../files';
import { CrossSiteGuard, problemOf, RefusalFilter } from '../http';
import { sessionCookie, SignedInGuard, type SignedIn } from '../people';
import { asRefusal, keptOf, metadataOf, Uploads, type Kept, type Sender } from './uploads';

type Incoming = Request & { person?: SignedIn; kept?: Kept };

const path = `/api/${uploadsPath}`;
const methods = new Set(['POST', 'PATCH', 'HEAD', 'DELETE']);
const tidyEvery = 6 * 3_600_000;

/**
 * Resumable uploads (tus) in front of Nest and its body parsers, so that bytes go from the line to the storage without a
 * stop. Every request is let in by the same guards as elsewhere, and asks again whether its sender may, before tus sees it.
 */
@Injectable()
export class UploadsDoor implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('uploads');
  private server: Server | null = null;
  private timer: NodeJS.Timeout | undefined;
  private readonly crossSite = new CrossSiteGuard();
  private readonly refusals = new RefusalFilter();

  constructor(
    private readonly uploads: Uploads,
    private readonly storage: FileStorage,
    private readonly signedIn: SignedInGuard,
  ) {}

  onModuleInit(): void {
    const tidy = (): void => void this.uploads.tidy(new Date());
    tidy();
    this.timer = setInterval(tidy, tidyEvery).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** As Express calls it; requests for other paths pass. */
  readonly handle = (request: Incoming, response: Response, next: NextFunction): void => {
    if (request.path !== path && !request.path.startsWith(`${path}/`)) return next();
    this.letIn(request, response).catch((fault: unknown) => this.refuse(request, response, fault));
  };

  private async letIn(request: Incoming, response: Response): Promise<void> {
    if (!methods.has(request.method)) throw new Refusal('wire/not-found');
    this.crossSite.canActivate(new ExecutionContextHost([request, response]));
    if (request.method === 'POST') request.kept = await this.begin(request, response);
    else if (await this.isOver(request, response)) return;
    else await this.goOn(request, response);
    await this.tus.handle(request, response);
  }

  private async begin(request: Incoming, response: Response): Promise<Kept> {
    const metadata = metadataIn(request.headers['upload-metadata']);
    const size = Number(request.headers['upload-length']);
    if (!Number.isSafeInteger(size) || size < 1) throw new Refusal('wire/invalid', { fields: [{ path: 'upload-length', problem: 'a file of at least one byte, with its length' }] });
    const { token, ...rest } = metadata;
    return this.uploads.begin(token ? { token } : await this.sender(request, response), rest, size);
  }

  /** Tells who asks how far an upload came, when it came all the way and its bytes wait here no more: else they would begin again. */
  private async isOver(request: Incoming, response: Response): Promise<boolean> {
    if (request.method !== 'HEAD' || (await this.waiting(request))) return false;
    const signedIn = parse(request.headers.cookie ?? '')[sessionCookie] !== undefined;
    const id = idIn(request);
    const size = id === null ? null : await this.uploads.sizeOf(id, signedIn ? await this.sender(request, response) : null);
    if (size === null) return false;
    response.set({ 'tus-resumable': '1.0.0', 'upload-offset': String(size), 'upload-length': String(size) }).status(200).end();
    return true;
  }

  private async waiting(request: Incoming): Promise<Upload | null> {
    const id = idIn(request);
    return id === null ? null : this.storage.uploads.getUpload(id).catch(() => null);
  }

  private async goOn(request: Incoming, response: Response): Promise<void> {
    const upload = await this.waiting(request);
    if (!upload) throw new Refusal('wire/not-found');
    const kept = keptOf(upload.metadata);
    await this.uploads.goOn(kept.link === '' ? await this.sender(request, response) : null, kept);
    const complete = upload.size !== undefined && upload.offset >= upload.size;
    // The server ended between the last byte and the shelf: whoever asks how far it came finishes it.
    if (complete && request.method !== 'DELETE') await this.uploads.finish(upload);
  }

  private async sender(request: Incoming, response: Response): Promise<Sender> {
    if (!parse(request.headers.cookie ?? '')[sessionCookie]) throw new Refusal('people/signed-out');
    await this.signedIn.canActivate(new ExecutionContextHost([request, response]));
    if (!request.person) throw new Refusal('people/signed-out');
    return { person: request.person };
  }

  /** Made with the first upload. No origin but our own is answered, and what is on the shelf is not taken away here. */
  private get tus(): Server {
    return (this.server ??= new Server({
      path, datastore: this.storage.uploads, relativeLocation: true, allowedOrigins: () => false, maxSize: this.uploads.largest, disableTerminationForFinishedUploads: true,
      namingFunction: () => randomUUID(),
      // Only what the server itself wrote down: nothing that was sent along is kept unread.
      onUploadCreate: (request) => {
        const kept = (request.runtime?.node?.req as Incoming | undefined)?.kept;
        return kept ? Promise.resolve({ metadata: metadataOf(kept) }) : Promise.reject(new Refusal('wire/not-found'));
      },
      onUploadFinish: async (_, upload: Upload) => {
        await this.uploads.finish(upload);
        return {};
      },
      onResponseError: (_, given) => {
        const fault = asRefusal(given);
        if (fault instanceof Error && !(fault instanceof Refusal)) this.logger.error(fault.stack);
        if (!(fault instanceof Refusal)) return 'status_code' in given ? undefined : { status_code: 500, body: '' };
        const problem = problemOf(fault);
        return { status_code: problem.status, body: JSON.stringify(problem) };
      },
    }));
  }

  private refuse(request: Request, response: Response, fault: unknown): void {
    this.refusals.catch(asRefusal(fault), new ExecutionContextHost([request, response]));
  }
}

function idIn(request: Request): string | null {
  const id = request.path.slice(path.length + 1);
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : null;
}

function metadataIn(header: unknown): Record<string, string | null> {
  try {
    return typeof header === 'string' ? Metadata.parse(header) : {};
  } catch {
    throw new Refusal('wire/malformed');
  }
}
