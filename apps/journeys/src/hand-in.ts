import { expect } from '@playwright/test';
import { documents, requestHeader, uploadsPath } from '@samsyn/contract';
import { say, type AtWork } from './people-at-work';

/** Hands a file in as the browser does, in one piece; answers with the version once it may be read and searched. */
export async function handIn(person: AtWork, evaluation: string, filename: string, bytes: Uint8Array, replaces?: string): Promise<{ document: string; version: string }> {
  const known = (name: string, value: string): string => `${name} ${Buffer.from(value).toString('base64')}`;
  const headers = { [requestHeader]: '1', 'tus-resumable': '1.0.0' };
  const metadata = [known('evaluation', evaluation), known('filename', filename), known('filetype', 'application/pdf'), ...(replaces ? [known('replaces', replaces)] : [])].join(',');
  const made = await person.context.request.post(`/api/${uploadsPath}`, { headers: { ...headers, 'upload-length': `${bytes.length}`, 'upload-metadata': metadata } });
  expect(made.status()).toBe(201);
  const sent = await person.context.request.patch(made.headers()['location'] ?? '', { headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }, data: Buffer.from(bytes) });
  expect(sent.status()).toBe(204);
  let found: { document: string; version: string } | null = null;
  await expect.poll(async () => {
    const list = await say(person, documents.list, { id: evaluation });
    const all = [...list.requests.flatMap((request) => request.documents), ...list.loose];
    const newest = all.find(({ document, title }) => (replaces ? document === replaces : title.startsWith(filename.replace(/\.\w+$/, ''))));
    found = newest ? { document: newest.document, version: newest.versions[0]?.version ?? '' } : null;
    return newest?.versions[0]?.name === filename ? newest.versions[0].text : 'waiting';
  }, { timeout: 30_000 }).toBe('done');
  if (!found) throw new Error(`${filename} is not on the shelf`);
  return found;
}
