import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { documents } from '@samsyn/contract';
import { pdfOf } from '@samsyn/samples';
import { beginUpload, continueUpload, documentsOf, freePort, sha256Of, tus, uploaded } from '../spec-files';
import { House } from '../spec-house';
import { evaluationWith, on, seat, type Team } from '../spec-team';
import { FileStorage } from './file-storage';

const root = path.resolve(__dirname, '../../../..');

/** A real server that speaks S3, in a process of its own. */
async function bucketServer(folder: string): Promise<{ port: number; child: ChildProcess }> {
  const port = await freePort();
  const child = spawn(process.execPath, [path.join(root, 'node_modules/s3rver/bin/s3rver.js'), '-d', folder, '-a', '127.0.0.1', '-p', String(port), '--configure-bucket', 'underlag', '--silent'], { stdio: 'ignore' });
  for (let tries = 0; tries < 100; tries++) {
    if (await fetch(`http://127.0.0.1:${port}`).then(() => true, () => false)) return { port, child };
    await promisify(execFile)('sleep', ['0.1']);
  }
  throw new Error('no bucket server');
}

describe('a bucket', () => {
  let folder: string;
  let server: { port: number; child: ChildProcess };
  let house: House;
  let team: Team;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'samsyn-s3-'));
    server = await bucketServer(folder);
    house = await House.open({ settings: { S3_BUCKET: 'underlag', S3_ENDPOINT: `http://127.0.0.1:${server.port}`, S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER' } });
    team = await evaluationWith(house);
  }, 60_000);

  afterAll(async () => {
    await house.close();
    server.child.kill('SIGKILL');
    await rm(path.join(os.tmpdir(), `samsyn-${house.database.name}`), { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  });

  const content = (version: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${house.url}/api/evaluations/${team.id}/versions/${version}/content`, { headers: { cookie: team.contact.cookie, ...headers } });

  it('takes a file in, reads its text and gives it out, whole and in part', async () => {
    const bytes = Buffer.from(pdfOf(['Om styrningens mål']));
    const version = await uploaded(team, team.contact, 'Årsplan 🌲.pdf', bytes, { sha256: sha256Of(bytes) });
    expect(version).toMatchObject({ state: 'unscanned', text: 'done', name: 'Årsplan 🌲.pdf' });
    expect(Buffer.from(await (await content(version.version)).arrayBuffer())).toEqual(bytes);
    expect(Buffer.from(await (await content(version.version, { range: 'bytes=1-3' })).arrayBuffer())).toEqual(bytes.subarray(1, 4));
    expect(await seat(team, 1).call(documents.page, on(team, { version: version.version, page: '1' }))).toMatchObject({ text: 'Om styrningens mål' });
  });

  it('goes on where it stopped, and reaches the bucket whole', async () => {
    const bytes = Buffer.alloc(20 * 1024 * 1024, 'Rad om ledning.\n');
    const begun = (await beginUpload(team.contact, bytes.length, { evaluation: team.id, filename: 'stor.txt', sha256: sha256Of(bytes) })).headers.get('location') ?? '';
    expect((await continueUpload(team.contact, begun, 0, bytes.subarray(0, 12_000_000))).status).toBe(204);
    expect((await tus(team.contact, 'HEAD', begun)).headers.get('upload-offset')).toBe('12000000');
    expect((await continueUpload(team.contact, begun, 12_000_000, bytes.subarray(12_000_000))).status).toBe(204);
    const version = begun.split('/').at(-1) ?? '';
    expect(sha256Of(new Uint8Array(await (await fetchWhenChecked(version)).arrayBuffer()))).toBe(sha256Of(bytes));
  }, 60_000);

  async function fetchWhenChecked(version: string): Promise<Response> {
    for (let tries = 0; tries < 100; tries++) {
      const answer = await content(version);
      if (answer.status === 200) return answer;
      await promisify(execFile)('sleep', ['0.1']);
    }
    throw new Error('not checked');
  }

  it('loses everything of a document that is taken away', async () => {
    const version = (await uploaded(team, team.contact, 'bort.txt', Buffer.from('Bort'))).version;
    const held = async (): Promise<boolean> => (await readdir(folder, { recursive: true })).some((name) => name.includes(version));
    expect([await held(), await readdir(path.join(os.tmpdir(), `samsyn-${house.database.name}`))]).toEqual([true, []]);
    expect((await tus(team.contact, 'HEAD', `/api/uploads/${version}`)).headers.get('upload-offset')).toBe('4');
    expect((await tus(seat(team, 1), 'HEAD', `/api/uploads/${version}`)).status).toBe(404);
    const document = (await documentsOf(team)).find(({ title }) => title === 'bort')?.document ?? '';
    await team.contact.call(documents.remove, { ...on(team, { document }), body: { reason: 'Fel.' } });
    expect(await held()).toBe(false);
    await house.app.get(FileStorage).remove(version);
  });
});
