import { requestHeader, uploadsPath } from '@samsyn/contract';
import type { Client } from '../client/client';

/** Hands a file in as a browser does (tus), in one piece. */
export async function handIn(by: Client, evaluation: string, { request, name, bytes }: { request: string; name: string; bytes: Uint8Array }): Promise<void> {
  const headers = { [requestHeader]: '1', cookie: by.session, 'tus-resumable': '1.0.0' };
  const metadata = Object.entries({ evaluation, request, filename: name }).map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`).join(',');
  const begun = await fetch(`${by.url}/api/${uploadsPath}`, { method: 'POST', headers: { ...headers, 'upload-length': String(bytes.length), 'upload-metadata': metadata } });
  const place = begun.headers.get('location');
  if (!begun.ok || !place) throw new Error(`${name} was not taken in (${begun.status}): ${await begun.text()}`);
  const sent = await fetch(new URL(place, by.url), { method: 'PATCH', headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }, body: Uint8Array.from(bytes) });
  if (!sent.ok) throw new Error(`${name} did not arrive (${sent.status}): ${await sent.text()}`);
}
