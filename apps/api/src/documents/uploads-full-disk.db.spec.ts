import { documents } from '@samsyn/contract';
import { randomBytes } from 'node:crypto';
import { open, readdir, rm, type FileHandle } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { beginUpload, continueUpload, documentsOf, pdfOf, settled, sha256Of, tus, upload, uploaded } from '../spec-files';
import { House } from '../spec-house';
import { evaluationWith, on, seat, write, type Team } from '../spec-team';

let house: House;
let team: Team;
/** Bytes that still fit; then the disk takes what fits of a write, and nothing of the next. */
let room = Number.POSITIVE_INFINITY;
let disk: jest.SpyInstance;

const folder = (): string => path.join(os.tmpdir(), `samsyn-${house.database.name}`);
const noSpace = (): Error => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
const offset = async (at: string): Promise<number> => Number((await tus(team.contact, 'HEAD', at)).headers.get('upload-offset'));

beforeAll(async () => {
  house = await House.open();
  team = await evaluationWith(house);
  const probe = await open(__filename);
  const handle = Object.getPrototypeOf(probe) as FileHandle;
  await probe.close();
  const real = handle.write as (this: FileHandle, bytes: Uint8Array, from: number, length: number, at: number) => Promise<{ bytesWritten: number; buffer: Uint8Array }>;
  disk = jest.spyOn(handle, 'write').mockImplementation(async function (this: FileHandle, ...[bytes, from, length, at]: unknown[]) {
    if (room <= 0) throw noSpace();
    const fits = Math.min(room, length as number);
    room -= fits;
    return real.call(this, bytes as Uint8Array, from as number, fits, at as number);
  } as never);
}, 60_000);

afterAll(async () => {
  disk.mockRestore();
  await house.close();
  await rm(folder(), { recursive: true, force: true });
});

afterEach(() => void (room = Number.POSITIVE_INFINITY));

describe('a disk that gets full in the middle of an upload', () => {
  it('refuses clearly, acknowledges no byte that is not there, and goes on where it stopped once there is room', async () => {
    const file = Buffer.from(pdfOf(['Styrningens mål är tydliga.', randomBytes(120_000).toString('hex')]));
    const at = (await beginUpload(team.contact, file.length, { evaluation: team.id, filename: 'Budget.pdf', sha256: sha256Of(file) })).headers.get('location') ?? '';
    const half = 50_000;
    expect((await continueUpload(team.contact, at, 0, file.subarray(0, half))).headers.get('upload-offset')).toBe(`${half}`);
    room = 30_001;
    const refused = await continueUpload(team.contact, at, half, file.subarray(half));
    expect([refused.status, refused.code]).toEqual([507, 'documents/disk-full']);
    const kept = await offset(at);
    expect(kept).toBe(half + 30_001);
    // Full still: no more is taken, what is there stays, and nothing of it is on the shelf.
    expect([(await continueUpload(team.contact, at, kept, file.subarray(kept))).code, await offset(at), await documentsOf(team)]).toEqual(['documents/disk-full', kept, []]);
    room = Number.POSITIVE_INFINITY;
    expect((await continueUpload(team.contact, at, kept, file.subarray(kept))).status).toBe(204);
    const found = await settled(team, at.split('/').at(-1) ?? '');
    expect([found.state, found.sha256]).toEqual(['unscanned', sha256Of(file)]);
  });

  it('takes a write that the disk took only a part of for that part', async () => {
    const file = Buffer.from(pdfOf(['Delvis.', randomBytes(60_000).toString('hex')]));
    const at = (await beginUpload(team.contact, file.length, { evaluation: team.id, filename: 'Del.pdf' })).headers.get('location') ?? '';
    // All but the last bytes fit: a store that trusted each write would acknowledge the whole.
    room = file.length - 7;
    expect((await continueUpload(team.contact, at, 0, file)).code).toBe('documents/disk-full');
    expect(await offset(at)).toBe(file.length - 7);
    room = 7;
    expect((await continueUpload(team.contact, at, file.length - 7, file.subarray(-7))).status).toBe(204);
    expect((await settled(team, at.split('/').at(-1) ?? '')).sha256).toBe(sha256Of(file));
  });

  it('disturbs nothing else: what was there opens, scores are saved, and a new upload is refused without a trace', async () => {
    const report = Buffer.from(pdfOf(['Redan här.']));
    const { version } = await uploaded(team, team.contact, 'Redan här.pdf', report);
    room = 0;
    const begun = await beginUpload(team.contact, 5000, { evaluation: team.id, filename: 'Ny.pdf' });
    if (begun.status === 201) expect((await continueUpload(team.contact, begun.headers.get('location') ?? '', 0, randomBytes(5000))).code).toBe('documents/disk-full');
    else expect(begun.code).toBe('documents/disk-full');
    const opened = await fetch(`${house.url}/api/evaluations/${team.id}/versions/${version}/content`, { headers: { cookie: seat(team, 1).cookie } });
    expect(sha256Of(new Uint8Array(await opened.arrayBuffer()))).toBe(sha256Of(report));
    await write(team, seat(team, 1), '1.1', 'percent', 60);
    expect((await team.coordinator.call(documents.list, on(team))).loose.map(({ title }) => title)).toContain('Redan här');
    room = Number.POSITIVE_INFINITY;
    const version2 = await upload(team.contact, 'Ny.pdf', report, { evaluation: team.id });
    expect((await settled(team, version2)).sha256).toBe(sha256Of(report));
  });

  it('leaves no half-made upload behind when it cannot even be begun', async () => {
    const before = await readdir(folder());
    const { prototype } = jest.requireActual<{ FileConfigstore: { prototype: { set: (key: string, value: unknown) => Promise<void> } } }>('@tus/file-store').FileConfigstore;
    const card = jest.spyOn(prototype, 'set').mockRejectedValue(noSpace());
    expect((await beginUpload(team.contact, 5000, { evaluation: team.id, filename: 'Ny.pdf' })).code).toBe('documents/disk-full');
    card.mockRestore();
    expect(await readdir(folder())).toEqual(before);
  });
});
