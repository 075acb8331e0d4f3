import { Refusal } from '@samsyn/domain';
import type { Request, Response } from 'express';
import { pipeline } from 'node:stream/promises';
import type { FileStorage, Part } from '../files';
import type { Openable } from './document-desk';

/** The part asked for; the whole when none is, null when there is no such part. */
export function partOf(header: string | undefined, size: number): Part | 'whole' | null {
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return 'whole';
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return start <= end && start < size ? { start, end } : null;
}

/**
 * Sends the bytes as a thing to be saved, never as a page: nothing in them may run, and no other site may have them.
 * Whoever opens a foreign file inside our own address would otherwise let it act for the person who reads it.
 */
export async function sendContent(storage: FileStorage, found: Openable, request: Request, response: Response): Promise<void> {
  const part = partOf(request.headers.range, found.size);
  response.setHeader('content-type', found.type.startsWith('text/') ? 'text/plain; charset=utf-8' : found.type);
  response.setHeader('content-disposition', `attachment; filename="${found.name.replace(/[^\x20-\x7e]|["\\%]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(found.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`);
  response.setHeader('content-security-policy', "sandbox; default-src 'none'; frame-ancestors 'none'");
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader('accept-ranges', 'bytes');
  if (part === null) return void response.status(416).setHeader('content-range', `bytes */${found.size}`).end();
  if (part !== 'whole') response.status(206).setHeader('content-range', `bytes ${part.start}-${part.end}/${found.size}`);
  response.setHeader('content-length', String(part === 'whole' ? found.size : part.end - part.start + 1));
  const bytes = await storage.read(found.stored, part === 'whole' ? undefined : part).catch(() => {
    throw new Refusal('documents/not-openable', { state: 'lost' });
  });
  // Who hangs up in the middle is no fault of ours.
  await pipeline(bytes, response).catch(() => response.destroy());
}
