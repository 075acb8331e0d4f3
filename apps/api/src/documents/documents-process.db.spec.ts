import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { requestHeader } from '@samsyn/contract';
import { beginUpload, documentsOf, freePort, settled, tus } from '../spec-files';
import type { Guest } from '../spec-guest';
import { House } from '../spec-house';
import { evaluationWith, type Team } from '../spec-team';

const root = path.resolve(__dirname, '../../../..');
const built = path.join(root, 'dist/spec-uploads/main.mjs');
const mega = 1024 * 1024;

/** A server in a process of its own, which can be killed and weighed. */
class Process {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(house: House, more: Record<string, string> = {}): Promise<Process> {
    const port = await freePort();
    const child = spawn(process.execPath, [built], { cwd: root, env: { ...process.env, DATABASE_URL: house.database.url, PORT: String(port), POOL_SIZE: '4', FILES_DIR: folderOf(house), LOG_LEVEL: 'error', ...more }, stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise<void>((done, failed) => {
      child.once('exit', () => failed(new Error('the server ended')));
      readline.createInterface({ input: child.stdout as Readable }).on('line', (line) => line.startsWith('READY') && done());
    });
    return new Process(child, `http://127.0.0.1:${port}`);
  }

  get resident(): number {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(this.child.pid)], { encoding: 'utf8' })) / 1024;
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const ended = new Promise((done) => this.child.once('exit', done));
    this.child.kill(signal);
    await ended;
  }
}

const folderOf = (house: House): string => path.join(os.tmpdir(), `samsyn-${house.database.name}`);
const at = (team: Team, url: string): Team => ({ ...team, coordinator: team.coordinator.at(url), contact: team.contact.at(url) });

/** Made-up text of any length, the same every time, never held as a whole. */
function* text(from: number, to: number): Generator<Buffer> {
  const block = Buffer.from('Rad om styrning och ledning i kommunen.\n'.repeat(1639).slice(0, 65_536));
  for (let at = from; at < to; ) {
    const piece = block.subarray(at % 65_536, Math.min(65_536, (at % 65_536) + to - at));
    yield piece;
    at += piece.length;
  }
}

const sumOf = (size: number): string => {
  const hash = createHash('sha256');
  for (const piece of text(0, size)) hash.update(piece);
  return hash.digest('hex');
};

/** Sends from `offset` on; `sent` hears how far it is, after each piece, and may end the server. Null when the line broke. */
function send(guest: Guest, location: string, offset: number, size: number, sent: (offset: number) => Promise<void> | void = () => undefined): Promise<number | null> {
  return new Promise((done) => {
    const outgoing = httpRequest(`${guest.url}${location}`, { method: 'PATCH', headers: { [requestHeader]: '1', cookie: guest.cookie, 'tus-resumable': '1.0.0', 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream', 'content-length': size - offset } }, (response) => {
      response.resume();
      done(response.statusCode ?? null);
    });
    outgoing.on('error', () => done(null));
    void (async () => {
      let reached = offset;
      for (const piece of text(offset, size)) {
        if (outgoing.destroyed) return;
        if (!outgoing.write(piece)) await new Promise((next) => outgoing.once('drain', next).once('close', next));
        reached += piece.length;
        await sent(reached);
      }
      outgoing.end();
    })();
  });
}

const begin = async (team: Team, filename: string, size: number, sha256: string): Promise<string> => (await beginUpload(team.contact, size, { evaluation: team.id, filename, sha256 })).headers.get('location') ?? '';

describe('a server in a process of its own', () => {
  let house: House;
  let team: Team;

  beforeAll(async () => {
    await promisify(execFile)(process.execPath, ['tools/build/build-api.mjs', 'apps/api/src/spec-process.ts', path.relative(root, built)], { cwd: root });
    house = await House.open();
    team = await evaluationWith(house);
    await house.close();
  }, 240_000);

  afterAll(async () => {
    await rm(folderOf(house), { recursive: true, force: true });
    await rm(path.dirname(built), { recursive: true, force: true });
  });

  it('killed at 60 % of an upload has kept what came, goes on, and the whole is what was sent', async () => {
    const size = 500 * mega;
    const sha256 = sumOf(size);
    const first = await Process.start(house);
    let here = at(team, first.url);
    const location = await begin(here, 'protokoll.txt', size, sha256);
    let killed = false;
    const broken = await send(here.contact, location, 0, size, async (reached) => {
      if (reached < 0.6 * size || killed) return;
      killed = true;
      await first.end('SIGKILL');
    });
    expect([killed, broken]).toEqual([true, null]);
    const second = await Process.start(house);
    try {
      here = at(team, second.url);
      const offset = Number((await tus(here.contact, 'HEAD', location)).headers.get('upload-offset'));
      expect([offset >= 0.55 * size, offset <= 0.61 * size]).toEqual([true, true]);
      expect(await send(here.contact, location, offset, size)).toBe(204);
      expect(await settled(here, location.split('/').at(-1) ?? '', 60)).toMatchObject({ state: 'unscanned', sha256, size });
    } finally {
      await second.end('SIGKILL');
    }
  }, 240_000);

  it('killed while it checks or reads finishes the work when it is back', async () => {
    const size = 20 * mega;
    const first = await Process.start(house);
    const location = await begin(at(team, first.url), 'bilaga.txt', size, sumOf(size));
    await send(at(team, first.url).contact, location, 0, size);
    await first.end('SIGKILL');
    // The lease of the killed process is let run out at once instead of after three minutes.
    await house.sql(`UPDATE document_version SET leased_until = now() WHERE leased_until IS NOT NULL`);
    const second = await Process.start(house);
    try {
      const found = await settled(at(team, second.url), location.split('/').at(-1) ?? '', 90);
      expect([found.state, found.text, await house.sql('SELECT count(DISTINCT page)::int AS pages FROM document_page WHERE version_id = $1', [found.version])]).toEqual(['unscanned', 'done', [{ pages: found.pages }]]);
    } finally {
      await second.end('SIGTERM');
    }
  }, 150_000);

  it('stays as light as it was while 500 MB pass through it, in and out', async () => {
    const size = 500 * mega;
    const own = await Process.start(house);
    try {
      const here = at(team, own.url);
      const readWhole = async (version: string): Promise<number> => {
        const response = await fetch(`${own.url}/api/evaluations/${team.id}/versions/${version}/content`, { headers: { cookie: here.contact.cookie } });
        let received = 0;
        for await (const piece of response.body as unknown as AsyncIterable<Uint8Array>) received += piece.length;
        return received;
      };
      // A fifth of it goes first: what a stream needs at all, before the collector comes round, is not what grows with a file.
      const warm = await begin(here, 'varm.txt', size / 5, sumOf(size / 5));
      await send(here.contact, warm, 0, size / 5);
      await settled(here, warm.split('/').at(-1) ?? '', 60);
      await readWhole(warm.split('/').at(-1) ?? '');
      const before = own.resident;
      let heaviest = 0;
      const weigh = setInterval(() => (heaviest = Math.max(heaviest, own.resident)), 100);
      const location = await begin(here, 'inspelning.txt', size, sumOf(size));
      expect(await send(here.contact, location, 0, size)).toBe(204);
      const version = location.split('/').at(-1) ?? '';
      expect((await settled(here, version, 60)).text).toBe('tooLarge');
      expect(await readWhole(version)).toBe(size);
      clearInterval(weigh);
      expect(heaviest - before).toBeLessThan(48);
      expect((await documentsOf(here)).length).toBeGreaterThan(2);
    } finally {
      await own.end('SIGTERM');
    }
  }, 300_000);
});
