import type { CopyFault } from '@samsyn/contract';
import { createHash } from 'node:crypto';
import type { LookupAddress } from 'node:dns';
import { createWriteStream } from 'node:fs';
import { request as plainly, type IncomingMessage } from 'node:http';
import { request as sealed } from 'node:https';
import type { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { NotCopied, type WebGuard } from './web-copy-guard';

const mega = 1024 * 1024;
const most = { page: 10 * mega, redirects: 5, patience: 15_000, file: 180_000 };

export interface Wanted {
  readonly url: string;
  /** Where the bytes are written. */
  readonly path: string;
  readonly userAgent: string;
  /** The most bytes for a linked file. */
  readonly largest: number;
  readonly closing: AbortSignal;
}

export interface Fetched {
  /** Where the redirections ended. */
  readonly url: string;
  /** As the server says, without its parameters; empty where it says nothing. */
  readonly type: string;
  readonly charset: string;
  readonly size: number;
  readonly sha256: string;
}

/** Time that runs out; given anew for a linked file as long as bytes come. */
class Patience {
  private readonly ended = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  readonly signal: AbortSignal;

  constructor(closing: AbortSignal) {
    this.signal = AbortSignal.any([this.ended.signal, closing]);
    this.renew();
  }

  renew(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ended.abort(new NotCopied('timeout')), most.patience);
  }

  end(): void {
    clearTimeout(this.timer);
  }
}

/**
 * Fetches what lies at an address into a file: without cookies, without running anything, each step of a redirection
 * checked and connected to exactly what was checked. Throws `NotCopied` and nothing else, unless the house is closing.
 */
export async function fetchTo(guard: WebGuard, wanted: Wanted): Promise<Fetched> {
  const patience = new Patience(wanted.closing);
  try {
    let url = new URL(wanted.url);
    for (let steps = 0; steps <= most.redirects; steps++) {
      const addresses = await before(patience.signal, guard.addressesOf(url));
      const response = await ask(url, addresses, wanted.userAgent, patience.signal);
      const onward = onwardFrom(response, url);
      if (!onward) return { url: url.href, ...(await take(response, wanted, patience)) };
      response.destroy();
      url = onward;
    }
    throw new NotCopied('redirects');
  } catch (fault) {
    if (wanted.closing.aborted) throw fault;
    throw new NotCopied(whyOf(patience.signal.aborted ? patience.signal.reason : fault));
  } finally {
    patience.end();
  }
}

/** Looking a name up cannot be stopped, but need not be waited for. */
const before = <T>(signal: AbortSignal, work: Promise<T>): Promise<T> =>
  Promise.race([work, new Promise<never>((_, failed) => signal.addEventListener('abort', () => failed(new NotCopied('timeout')), { once: true }))]);

/** One request, without an agent that would keep lines open, to no other address than those given. */
const ask = (url: URL, addresses: readonly LookupAddress[], userAgent: string, signal: AbortSignal): Promise<IncomingMessage> =>
  new Promise((done, failed) => {
    const request = url.protocol === 'https:' ? sealed : plainly;
    const headers = { 'user-agent': userAgent, accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5', 'accept-language': 'sv,en;q=0.5', 'accept-encoding': 'identity' };
    request(url, { agent: false, signal, headers, lookup: (_, { all }, told) => (all ? told(null, [...addresses]) : told(null, addresses[0]?.address ?? '', addresses[0]?.family)) }, done).on('error', failed).end();
  });

function onwardFrom({ statusCode = 0, headers: { location } }: IncomingMessage, from: URL): URL | null {
  if (![301, 302, 303, 307, 308].includes(statusCode) || location === undefined) return null;
  if (!URL.canParse(location, from)) throw new NotCopied('answer');
  return new URL(location, from);
}

async function take(response: IncomingMessage, { path, largest }: Wanted, patience: Patience): Promise<Omit<Fetched, 'url'>> {
  const refused = refusalOf(response.statusCode ?? 0);
  if (refused) {
    response.destroy();
    throw new NotCopied(refused);
  }
  const said = response.headers['content-type'] ?? '';
  const type = (said.split(';')[0] ?? '').trim().toLowerCase();
  const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(said)?.[1] ?? '';
  const isPage = type === '' || type === 'text/html' || type === 'application/xhtml+xml';
  const limit = isPage ? Math.min(most.page, largest) : largest;
  const until = Date.now() + most.file;
  const hash = createHash('sha256');
  let size = 0;
  const measured = async function* (parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const part of parts) {
      size += part.length;
      if (size > limit) throw new NotCopied('large');
      if (Date.now() > until) throw new NotCopied('timeout');
      if (!isPage) patience.renew();
      hash.update(part);
      yield part;
    }
  };
  if (Number(response.headers['content-length'] ?? 0) > limit) {
    response.destroy();
    throw new NotCopied('large');
  }
  const unpacking = unpackingOf(response.headers['content-encoding'] ?? '');
  const into = createWriteStream(path, { mode: 0o600 });
  await (unpacking ? pipeline(response, unpacking, measured, into, { signal: patience.signal }) : pipeline(response, measured, into, { signal: patience.signal }));
  if (size === 0) throw new NotCopied('empty');
  return { type, charset, size, sha256: hash.digest('hex') };
}

/** Asked not to, some servers pack all the same. */
function unpackingOf(encoding: string): Transform | null {
  const name = encoding.trim().toLowerCase();
  if (name === 'gzip' || name === 'x-gzip') return createGunzip();
  if (name === 'deflate') return createInflate();
  if (name === 'br') return createBrotliDecompress();
  if (name === '' || name === 'identity') return null;
  throw new NotCopied('answer');
}

function refusalOf(status: number): CopyFault | null {
  if (status >= 200 && status < 300) return null;
  if (status === 404 || status === 410) return 'missing';
  return status === 401 || status === 403 || status === 451 ? 'forbidden' : 'answer';
}

const codes: Readonly<Record<string, CopyFault>> = {
  ENOTFOUND: 'dns', EAI_AGAIN: 'dns', ECONNREFUSED: 'refused', EHOSTUNREACH: 'refused', ENETUNREACH: 'refused', EHOSTDOWN: 'refused', ETIMEDOUT: 'timeout', ENOSPC: 'full', EDQUOT: 'full',
};

/** The fault's own code says what it was; a line that tore in any other way is `broken`. */
function whyOf(fault: unknown): CopyFault {
  if (fault instanceof NotCopied) return fault.why;
  const code = typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : '';
  return codes[code] ?? (/CERT|SIGNATURE|ISSUER|^ERR_TLS|^ERR_SSL|^EPROTO$/.test(code) ? 'certificate' : 'broken');
}
