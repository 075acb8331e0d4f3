import { documents } from '@samsyn/contract';
import { pdfOf } from '@samsyn/samples';
import { strToU8 } from 'fflate';
import { randomBytes } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { beginUpload, continueUpload, documentsOf, docxOf, settled, sha256Of, tus, upload, uploaded, xlsxOf } from '../spec-files';
import type { Guest } from '../spec-guest';
import { House } from '../spec-house';
import { evaluationWith, lockAll, on, sealAll, seat, settleAll, type Team } from '../spec-team';

const folderOf = (house: House): string => path.join(os.tmpdir(), `samsyn-${house.database.name}`);
const contentOf = (team: Team, guest: Guest, version: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${guest.url}/api/evaluations/${team.id}/versions/${version}/content`, { headers: { cookie: guest.cookie, ...headers } });

describe('uploading', () => {
  let house: House;
  let team: Team;
  const report = Buffer.from(pdfOf(['Styrningens mål är tydliga.', 'Äldreomsorgen har god kvalitet.']));
  beforeAll(async () => {
    house = await House.open();
    team = await evaluationWith(house);
  }, 60_000);
  afterAll(async () => {
    await house.close();
    await rm(folderOf(house), { recursive: true, force: true });
  });

  it.each(['contact', 'coordinator', 'evaluator'])('by the %s is taken in, checked and read', async (role) => {
    const guest = role === 'contact' ? team.contact : role === 'coordinator' ? team.coordinator : seat(team, 1);
    const version = await uploaded(team, guest, 'Årsredovisning 🌲.pdf', report, { sha256: sha256Of(report) });
    expect(version).toMatchObject({ state: 'unscanned', text: 'done', pages: 2, number: 1, name: 'Årsredovisning 🌲.pdf', type: 'application/pdf', sha256: sha256Of(report), size: report.length, progress: 100 });
  });

  it('is for nobody else, and each step asks again', async () => {
    const stranger = await house.person('Frammande');
    const metadata = { evaluation: team.id, filename: 'a.pdf' };
    expect((await beginUpload(team.observer, 10, metadata)).code).toBe('people/not-allowed');
    expect((await beginUpload(stranger, 10, metadata)).code).toBe('wire/not-found');
    expect((await beginUpload(house.nobody(), 10, metadata)).code).toBe('people/signed-out');
    expect((await tus(team.contact, 'POST', '/api/uploads', { 'upload-length': '10', 'x-samsyn': seat(team, 1).id })).code).toBe('people/signed-out');
    const begun = (await beginUpload(team.contact, 10, metadata)).headers.get('location') ?? '';
    for (const other of [seat(team, 1), stranger, team.observer]) {
      expect((await tus(other, 'HEAD', begun)).status).toBe(404);
      expect((await continueUpload(other, begun, 0, randomBytes(10))).code).toBe('wire/not-found');
      expect((await tus(other, 'DELETE', begun)).code).toBe('wire/not-found');
    }
    expect((await tus(house.nobody(), 'HEAD', begun)).status).toBe(401);
    expect((await tus(team.contact, 'HEAD', begun)).headers.get('upload-offset')).toBe('0');
    expect((await tus(team.contact, 'DELETE', begun)).status).toBe(204);
  });

  it('is refused from a foreign page', async () => {
    const answer = await fetch(`${house.url}/api/uploads`, { method: 'POST', headers: { cookie: team.contact.cookie, 'tus-resumable': '1.0.0', 'upload-length': '10' } });
    expect([answer.status, ((await answer.json()) as { code: string }).code, answer.headers.get('access-control-allow-origin')]).toEqual([403, 'wire/cross-site', null]);
  });

  it('by link is for that request alone, under the name of its holder, until withdrawn', async () => {
    const { requests } = await team.coordinator.call(documents.add, { ...on(team), body: { title: 'Budget', why: '', example: '', questions: [], owner: null, due: null } });
    const request = requests.at(-1)?.request ?? '';
    await team.coordinator.call(documents.moveMany, { ...on(team), body: { requests: [request], to: 'requested', reason: '' } });
    const { link } = await team.contact.call(documents.delegate, { ...on(team, { request }), body: { name: 'Ekonomen Eva', email: 'eva@samsyn.example', days: 5 } });
    const token = link.split('/').at(-1) ?? '';
    const version = await settled(team, await upload(house.nobody(), 'budget.txt', Buffer.from('Budget för äldreomsorgen'), { token }));
    expect(version).toMatchObject({ uploadedBy: 'Ekonomen Eva', state: 'unscanned', text: 'done' });
    expect((await documentsOf(team)).find(({ versions }) => versions[0]?.version === version.version)?.request).toBe(request);
    const begun = (await beginUpload(house.nobody(), 10, { token, filename: 'b.txt' })).headers.get('location') ?? '';
    expect(await tus(house.nobody(), 'HEAD', begun).then(({ headers }) => headers.get('upload-metadata'))).not.toContain(token);
    const view = (await team.coordinator.call(documents.list, on(team))).requests.find((own) => own.request === request);
    await team.contact.call(documents.revoke, { ...on(team, { request, link: view?.links[0]?.link ?? '' }) });
    expect((await continueUpload(house.nobody(), begun, 0, randomBytes(10))).code).toBe('documents/link-spent');
    expect((await beginUpload(house.nobody(), 10, { token, filename: 'b.txt' })).code).toBe('documents/link-spent');
  });

  it('goes on where it stopped, and knows its checksum', async () => {
    const begun = (await beginUpload(team.contact, report.length, { evaluation: team.id, filename: 'plan.pdf', sha256: sha256Of(report) })).headers.get('location') ?? '';
    await continueUpload(team.contact, begun, 0, report.subarray(0, 400));
    expect((await tus(team.contact, 'HEAD', begun)).headers.get('upload-offset')).toBe('400');
    expect((await continueUpload(team.contact, begun, 300, report.subarray(300))).status).toBe(409);
    await continueUpload(team.contact, begun, 400, report.subarray(400));
    expect((await settled(team, begun.split('/').at(-1) ?? '')).state).toBe('unscanned');
    expect((await tus(team.contact, 'DELETE', begun)).status).toBe(400);
    const wrong = await uploaded(team, team.contact, 'fel.pdf', report, { sha256: '0'.repeat(64) });
    expect([wrong.state, wrong.refusedFor, (await contentOf(team, team.contact, wrong.version)).status]).toEqual(['refused', 'checksum', 409]);
  });

  it('that was complete when the server ended is on the shelf as soon as anybody asks', async () => {
    const begun = (await beginUpload(team.contact, report.length, { evaluation: team.id, filename: 'nästan.pdf' })).headers.get('location') ?? '';
    const version = begun.split('/').at(-1) ?? '';
    await continueUpload(team.contact, begun, 0, report.subarray(0, 500));
    const { appendFile } = await import('node:fs/promises');
    await appendFile(path.join(folderOf(house), version), report.subarray(500));
    expect((await tus(team.contact, 'HEAD', begun)).headers.get('upload-offset')).toBe(String(report.length));
    expect((await settled(team, version)).name).toBe('nästan.pdf');
  });

  it('again makes the next version; two at once make two', async () => {
    const first = await uploaded(team, team.contact, 'policy.txt', Buffer.from('Första'));
    const document = (await documentsOf(team)).find(({ versions }) => versions.some(({ version }) => version === first.version))?.document ?? '';
    await Promise.all(['Andra', 'Tredje'].map((text) => uploaded(team, team.contact, 'policy.txt', Buffer.from(text), { replaces: document })));
    expect((await documentsOf(team)).find((own) => own.document === document)?.versions.map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(await (await contentOf(team, team.contact, first.version)).text()).toBe('Första');
  });

  describe('takes names as they are and paths as nothing', () => {
    it.each([['../../../etc/passwd.txt', 'passwd.txt'], ['C:\\temp\\åäö 📎.txt', 'åäö 📎.txt'], ['x\u202etxt.exe.txt', 'xtxt.exe.txt'], ['a\nb"c.txt', 'ab_c.txt']])('%j', async (given, kept) => {
      const version = await uploaded(team, team.contact, given, Buffer.from('Text'));
      const answer = await contentOf(team, team.contact, version.version);
      expect([version.name, decodeURIComponent(answer.headers.get('content-disposition')?.split("''")[1] ?? '')]).toEqual([kept, kept]);
      expect((await readdir(folderOf(house))).every((name) => /^[0-9a-f-]{36}(\.json)?$/.test(name))).toBe(true);
    });
  });

  it.each(['virus.exe', 'page.html', 'bild.svg', 'makro.docm', 'kör.sh', 'utan ändelse', 'arkiv.zip', 'x.constructor'])('never begins for %s', async (filename) => {
    expect((await beginUpload(team.contact, 10, { evaluation: team.id, filename })).code).toBe('documents/type');
  });

  const exe = Buffer.concat([Buffer.from('MZ'), randomBytes(600)]);
  it.each<[string, string, Buffer]>([
    ['a renamed program', 'a.pdf', exe], ['a program as text', 'a.txt', exe], ['a page as text', 'b.txt', Buffer.from('<!doctype html><script>alert(1)</script>')], ['a drawing as a picture', 'c.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a PDF as a picture', 'd.png', report], ['a PDF as Word', 'd.docx', report], ['Excel as Word', 'e.docx', xlsxOf([['a']])], ['a script as text', 'f.csv', Buffer.from('#!/bin/sh\nrm -rf /')], ['Word with a macro', 'g.docx', docxOf(['a'], { 'word/vbaProject.bin': randomBytes(20) })], ['noise', 'h.docx', Buffer.alloc(500, 'x')],
  ])('does not take %s', async (_, filename, bytes) => {
    const { state, refusedFor, version, sha256 } = await uploaded(team, team.contact, filename, bytes);
    expect([state, ['type', 'broken'].includes(refusedFor ?? ''), (await contentOf(team, team.coordinator, version)).status, sha256]).toEqual(['refused', true, 409, sha256Of(bytes)]);
    expect(await readdir(folderOf(house))).not.toContain(version);
  });

  it('unpacks no bomb', async () => {
    const bomb = docxOf(['liten'], { 'word/media/big.xml': new Uint8Array(60 * 1024 * 1024) });
    const { state, refusedFor } = await uploaded(team, team.contact, 'bomb.docx', bomb);
    expect([bomb.length < 1024 * 1024, state, refusedFor]).toEqual([true, 'refused', 'size']);
  });

  it.each<[string, string, () => Uint8Array, string]>([
    ['a PDF with a password', 'låst.pdf', () => pdfOf(['hemligt'], { locked: true }), 'encrypted'], ['a PDF without text', 'skannad.pdf', () => pdfOf(['', '']), 'empty'], ['half a PDF', 'halv.pdf', () => Buffer.from('%PDF-1.7\n1 0 obj<<'), 'failed'],
    ['a broken Word file', 'trasig.docx', () => docxOf([], { 'word/document.xml': strToU8('<w:document') }), 'failed'], ['a picture', 'bild.png', () => Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'), 'unsupported'],
    ['Word', 'plan.docx', () => docxOf(['Målet är <w:br/>'.replace(/<.*>/, 'tydligt')]), 'done'], ['Excel', 'tal.xlsx', () => xlsxOf([['År', 'Andel'], ['2026', '71']]), 'done'], ['Latin-1 text', 'gammal.txt', () => Buffer.from('Räksmörgås', 'latin1'), 'done'],
  ])('keeps %s and says whether it can be searched', async (_, filename, bytes, text) => {
    expect(await uploaded(team, team.contact, filename, bytes())).toMatchObject({ state: 'unscanned', text });
  });

  it('reads ten thousand pages, telling how far it is', async () => {
    const version = await upload(team.contact, 'tjock.pdf', pdfOf(Array.from({ length: 10_000 }, (_, at) => `Sida ${at + 1} om styrningens villkor`)), { evaluation: team.id });
    const seen = new Set<number>();
    const watch = setInterval(() => void documentsOf(team).then((all) => seen.add(all.flatMap(({ versions }) => versions).find((own) => own.version === version)?.progress ?? 0)), 150);
    const found = await settled(team, version, 100);
    clearInterval(watch);
    expect([found.text, found.pages, seen.size > 3]).toEqual(['done', 10_000, true]);
    expect((await team.coordinator.call(documents.page, on(team, { version, page: '9999' }))).text).toContain('Sida 9999');
  }, 120_000);

  it('says clearly when there is no room or it is too large, and disturbs nothing else', async () => {
    const small = await House.open({ beside: house, settings: { FILES_QUOTA_MB: '0.001', UPLOAD_MAX_MB: '1' } });
    const contact = small.welcome(team.contact);
    expect((await beginUpload(contact, 2000, { evaluation: team.id, filename: 'a.pdf' })).code).toBe('documents/disk-full');
    expect((await beginUpload(contact, 2_000_000, { evaluation: team.id, filename: 'a.pdf' })).code).toBe('documents/too-large');
    expect((await documentsOf(team)).length).toBeGreaterThan(5);
    await small.close();
  });

  it('gives bytes only as something to save', async () => {
    const version = await uploaded(team, team.contact, 'utdrag.pdf', report);
    const whole = await contentOf(team, seat(team, 1), version.version);
    expect(Buffer.from(await whole.arrayBuffer())).toEqual(report);
    expect(Object.fromEntries(['content-type', 'content-disposition', 'x-content-type-options', 'content-security-policy', 'cache-control', 'accept-ranges'].map((name) => [name, whole.headers.get(name)]))).toEqual({
      'content-type': 'application/pdf', 'content-disposition': `attachment; filename="utdrag.pdf"; filename*=UTF-8''utdrag.pdf`, 'x-content-type-options': 'nosniff', 'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'", 'cache-control': 'no-store', 'accept-ranges': 'bytes',
    });
    const part = await contentOf(team, team.contact, version.version, { range: 'bytes=5-9' });
    expect([part.status, part.headers.get('content-range'), Buffer.from(await part.arrayBuffer())]).toEqual([206, `bytes 5-9/${report.length}`, report.subarray(5, 10)]);
    expect((await contentOf(team, team.contact, version.version, { range: `bytes=${report.length}-` })).status).toBe(416);
    const other = await evaluationWith(house);
    expect([(await contentOf(team, team.observer, version.version)).status, (await contentOf(other, other.contact, version.version)).status]).toEqual([403, 404]);
  });

  it('throws away what was begun long ago', async () => {
    const begun = (await beginUpload(team.contact, 10, { evaluation: team.id, filename: 'glömd.pdf' })).headers.get('location') ?? '';
    const version = await uploaded(team, team.contact, 'klar.pdf', report);
    const { Uploads } = await import('./uploads');
    await house.app.get(Uploads).tidy(new Date(Date.now() + 8 * 24 * 3_600_000));
    expect([(await tus(team.contact, 'HEAD', begun)).status, (await contentOf(team, team.contact, version.version)).status]).toEqual([404, 200]);
  });

  it('ends with the lock', async () => {
    const locked = await evaluationWith(house);
    const begun = (await beginUpload(locked.contact, 10, { evaluation: locked.id, filename: 'sen.txt' })).headers.get('location') ?? '';
    await sealAll(locked, 50, 50);
    await settleAll(locked, 50);
    await lockAll(locked);
    expect([(await beginUpload(locked.contact, 10, { evaluation: locked.id, filename: 'sen.txt' })).code, (await continueUpload(locked.contact, begun, 0, randomBytes(10))).code]).toEqual(['evaluation/locked', 'evaluation/locked']);
  });
});

/** As much of clamd as INSTREAM needs: it finds the test file that every scanner knows. */
function scanner(): Promise<Server & { port: number }> {
  const server = createServer((socket) => {
    const heard: Buffer[] = [];
    socket.on('error', () => undefined);
    socket.on('data', (part: Buffer) => {
      heard.push(part);
      const all = Buffer.concat(heard);
      if (all.length > 14 && all.subarray(-4).equals(Buffer.alloc(4))) socket.end(all.includes('EICAR-STANDARD-ANTIVIRUS-TEST-FILE') ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0');
    });
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(Object.assign(server, { port: (server.address() as { port: number }).port }))));
}

describe('with a virus scanner', () => {
  it('nothing known to it can ever be opened, and nothing opens while it is silent', async () => {
    const clamd = await scanner();
    const house = await House.open({ settings: { CLAMD_HOST: '127.0.0.1', CLAMD_PORT: String(clamd.port) } });
    const team = await evaluationWith(house);
    const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
    const bad = await uploaded(team, team.contact, 'test.txt', Buffer.from(eicar));
    const good = await uploaded(team, team.contact, 'bra.txt', Buffer.from('God text'));
    expect([bad.state, bad.refusedFor, (await contentOf(team, team.contact, bad.version)).status, good.state, (await contentOf(team, team.contact, good.version)).status]).toEqual(['refused', 'infected', 409, 'clean', 200]);
    await new Promise((done) => clamd.close(done));
    jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
    const waiting = await upload(team.contact, 'vänta.txt', Buffer.from('Text'), { evaluation: team.id });
    await new Promise((done) => setTimeout(done, 700));
    jest.restoreAllMocks();
    const [found] = (await documentsOf(team)).flatMap(({ versions }) => versions).filter(({ version }) => version === waiting);
    expect([found?.state, (await contentOf(team, team.contact, waiting)).status]).toEqual(['checking', 409]);
    await house.close();
    await rm(folderOf(house), { recursive: true, force: true });
  }, 60_000);
});
