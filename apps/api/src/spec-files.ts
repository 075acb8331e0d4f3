import { documents, requestHeader, type DocumentVersionView, type DocumentView } from '@samsyn/contract';
import * as madeUp from '@samsyn/samples';
import { createHash } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Guest } from './spec-guest';
import { on, type Team } from './spec-team';

export { pdfOf } from '@samsyn/samples';
export const docxOf = (...given: Parameters<typeof madeUp.docxOf>): Buffer => Buffer.from(madeUp.docxOf(...given));
export const xlsxOf = (...given: Parameters<typeof madeUp.xlsxOf>): Buffer => Buffer.from(madeUp.xlsxOf(...given));

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const encoded = (metadata: Readonly<Record<string, string>>): string => Object.entries(metadata).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',');

interface Said {
  readonly status: number;
  readonly code: string;
  readonly headers: Headers;
}

/** One tus request by a guest; refusals with their code. */
export async function tus(guest: Guest, method: string, path: string, headers: Record<string, string> = {}, body?: Uint8Array): Promise<Said> {
  const response = await fetch(`${guest.url}${path}`, {
    method, headers: { [requestHeader]: '1', 'tus-resumable': '1.0.0', ...(guest.cookie && { cookie: guest.cookie }), ...headers, ...(body && { 'content-type': 'application/offset+octet-stream' }) }, ...(body && { body: new Uint8Array(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, code: text.startsWith('{') ? (JSON.parse(text) as { code: string }).code : '' };
}

export const beginUpload = (guest: Guest, size: number, metadata: Readonly<Record<string, string>>): Promise<Said> => tus(guest, 'POST', '/api/uploads', { 'upload-length': String(size), 'upload-metadata': encoded(metadata) });
export const continueUpload = (guest: Guest, path: string, offset: number, bytes: Uint8Array): Promise<Said> => tus(guest, 'PATCH', path, { 'upload-offset': String(offset) }, bytes);

/** Uploads a whole file; answers its version's id. */
export async function upload(guest: Guest, filename: string, bytes: Uint8Array, metadata: Readonly<Record<string, string>>): Promise<string> {
  const begun = await beginUpload(guest, bytes.length, { filename, ...metadata });
  const path = begun.headers.get('location');
  if (begun.status !== 201 || path === null) throw new Error(`not begun: ${begun.status} ${begun.code}`);
  const sent = await continueUpload(guest, path, 0, bytes);
  if (sent.status !== 204) throw new Error(`not sent: ${sent.status} ${sent.code}`);
  return path.split('/').at(-1) ?? '';
}

export async function documentsOf(team: Team, guest: Guest = team.coordinator): Promise<DocumentView[]> {
  const { requests, loose } = await guest.call(documents.list, on(team));
  return [...loose, ...requests.flatMap((request) => request.documents)];
}

/** The version when its file is checked and its text read, or however far it comes. */
export async function settled(team: Team, version: string, seconds = 20): Promise<DocumentVersionView> {
  for (const end = Date.now() + seconds * 1000; ; await pause(50)) {
    const found = (await documentsOf(team)).flatMap(({ versions }) => versions).find((own) => own.version === version);
    if (found && found.state !== 'checking' && found.text !== 'waiting' && found.text !== 'working') return found;
    if (Date.now() > end) throw new Error(`${version} is ${found?.state} ${found?.text} ${found?.progress}`);
  }
}

/** Uploads a file of the evaluation and waits until everything is known about it. */
export const uploaded = async (team: Team, guest: Guest, filename: string, bytes: Uint8Array, metadata: Readonly<Record<string, string>> = {}): Promise<DocumentVersionView> => settled(team, await upload(guest, filename, bytes, { evaluation: team.id, ...metadata }));

/** A port that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
