import { documents, type AnswerOf, type DocumentVersionView, type DocumentView } from '@samsyn/contract';
import { readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createLine, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { documentsOf, docxOf, freePort, pdfOf, sha256Of } from '../spec-files';
import type { Guest } from '../spec-guest';
import { House } from '../spec-house';
import { evaluationWith, lockAll, on, sealAll, seat, settleAll, type Team } from '../spec-team';
import { Retention } from './retention';
import { fetchTo } from './web-copy-fetch';
import { NotCopied, WebGuard } from './web-copy-guard';

// Each copy passes three threads, on whatever machine there is.
jest.setTimeout(120_000);

const html = (text: string, charset = 'utf-8'): Buffer => Buffer.from(`<!doctype html><html><head><meta charset="${charset}"><title>Budget 2026</title></head><body><nav>Meny</nav><main><h1>Budget 2026</h1><p>${text}</p><p>${'Styrning och ledning. '.repeat(6)}</p></main><script>document.title='kapad'</script></body></html>`, charset === 'utf-8' ? 'utf8' : 'latin1');
let site: Server;
let port: number;
let pages: Record<string, (request: IncomingMessage, response: ServerResponse) => void>;
let heard: IncomingMessage[];
let house: House;
let team: Team;

const shows = (body: Uint8Array, type = 'text/html; charset=utf-8', headers: Record<string, string> = {}) => (_: IncomingMessage, response: ServerResponse): void => void response.writeHead(200, { 'content-type': type, ...headers }).end(body);
const leads = (to: string) => (_: IncomingMessage, response: ServerResponse): void => void response.writeHead(302, { location: to }).end();
const answers = (status: number) => (_: IncomingMessage, response: ServerResponse): void => void response.writeHead(status).end();
const folder = (): string => path.join(os.tmpdir(), `samsyn-${house.database.name}`);
const url = (page: string): string => `http://127.0.0.1:${port}${page}`;
const add = (address: string, title = 'Budgetsidan'): Promise<DocumentView> => team.contact.call(documents.addWeb, { ...on(team), body: { request: null, url: address, title } });
const again = (document: string, by = team.contact): Promise<DocumentView> => by.call(documents.copyWeb, on(team, { document }));

/** The newest version when nothing is under way with it any more. */
async function copied(document: string): Promise<DocumentVersionView> {
  for (const end = Date.now() + 60_000; ; await pause(80)) {
    const [found] = (await documentsOf(team)).find((own) => own.document === document)?.versions ?? [];
    if (found?.copy && found.copy.state !== 'waiting' && found.state !== 'checking' && found.text !== 'waiting' && found.text !== 'working') return found;
    if (Date.now() > end) throw new Error(`${found?.copy?.state} ${found?.state} ${found?.text}`);
  }
}

const search = async (words: string): Promise<AnswerOf<typeof documents.search>> => JSON.parse((await seat(team, 1).send('GET', `/api/evaluations/${team.id}/search?q=${encodeURIComponent(words)}`)).text) as AnswerOf<typeof documents.search>;
const contentOf = (guest: Guest, version: string): Promise<Response> => fetch(`${guest.url}/api/evaluations/${team.id}/versions/${version}/content`, { headers: { cookie: guest.cookie } });
const brought = async (address: string, title?: string): Promise<DocumentVersionView> => copied((await add(address, title)).document);
const textOf = async (version: string, page = '1'): Promise<string> => (await seat(team, 1).call(documents.page, on(team, { version, page }))).text.replace(/\s+/g, ' ');

beforeAll(async () => {
  site = createServer((request, response) => {
    heard.push(request);
    (pages[request.url ?? ''] ?? answers(404))(request, response);
  });
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  ({ port } = site.address() as AddressInfo);
  house = await House.open({ settings: { WEB_COPIES: 'on', WEB_COPIES_ALLOW: `127.0.0.1:${port}`, UPLOAD_MAX_MB: '12' } });
  team = await evaluationWith(house);
});

beforeEach(() => {
  heard = [];
  pages = {};
});

afterAll(async () => {
  await house.close();
  await rm(folder(), { recursive: true, force: true });
  site.closeAllConnections();
  site.close();
});

describe('a copy of a web page', () => {
  it('is a PDF of its text that says what it is, to be read, found and cited', async () => {
    pages['/budget'] = shows(html('Kommunfullmäktige antog förtjusande flerårsplaner.'));
    const given = await add(url('/budget'));
    expect(given).toMatchObject({ kind: 'web', versions: [{ state: 'unscanned', copy: { state: 'waiting', fault: null } }] });
    const found = await copied(given.document);
    expect(found).toMatchObject({ name: 'Budgetsidan.pdf', type: 'application/pdf', state: 'unscanned', text: 'done', pages: 1, url: url('/budget'), copy: { state: 'done', fault: null, source: sha256Of(html('Kommunfullmäktige antog förtjusande flerårsplaner.')) } });
    const text = await textOf(found.version);
    for (const said of ['Budget 2026', 'Kopia av webbsidans text, utan bilder, menyer och skript.', `Adress: ${url('/budget')}`, 'Hämtad: ', 'svensk tid', found.copy?.source ?? '-', 'antog förtjusande flerårsplaner']) expect(text.replaceAll(' ', '')).toContain(said.replaceAll(' ', ''));
    expect([text.includes('Meny'), text.includes('kapad')]).toEqual([false, false]);
    expect(await search('flerårsplaner')).toMatchObject({ hits: [{ version: found.version, page: 1 }], total: 1 });
    const bytes = Buffer.from(await (await contentOf(seat(team, 1), found.version)).arrayBuffer());
    expect([bytes.subarray(0, 5).toString(), sha256Of(bytes)]).toEqual(['%PDF-', found.sha256]);
    expect([heard.length, heard[0]?.headers['user-agent'], heard[0]?.headers.cookie, heard[0]?.headers.referer]).toEqual([1, 'Samsyn/0.1.0 (+http://samsyn.example)', undefined, undefined]);
  });

  it('keeps the page itself beside it, and both go with the document, named by the receipt', async () => {
    const page = html('Den här sidan ska gallras med allt som hör till.');
    pages['/gallras'] = shows(page);
    const { document } = await add(url('/gallras'), 'Gallras');
    const first = await copied(document);
    pages['/gallras'] = shows(html('En senare lydelse.'));
    await again(document);
    const second = await copied(document);
    const rows = await house.sql<{ stored: string; source: string }>('SELECT stored_as AS stored, source_as AS source FROM document_version WHERE document_id = $1 ORDER BY number', [document]);
    const names = rows.flatMap(({ stored, source }) => [stored, source]);
    expect(await readFile(path.join(folder(), rows[0]?.source ?? ''))).toEqual(page);
    expect((await readdir(folder())).filter((name) => names.includes(name)).length).toBe(4);
    await team.coordinator.call(documents.remove, { ...on(team, { document }), body: { reason: 'Slut.' } });
    await house.app.get(Retention).deleteDue(new Date());
    expect((await readdir(folder())).filter((name) => names.some((own) => name.startsWith(own)))).toEqual([]);
    expect(await house.sql('SELECT 1 FROM document_page WHERE version_id = ANY($1)', [[first.version, second.version]])).toEqual([]);
    const [receipt] = (await team.coordinator.call(documents.receipts, on(team))).filter(({ title }) => title === 'Gallras');
    expect(receipt?.sha256).toEqual([first.sha256, first.copy?.source, second.sha256, second.copy?.source]);
  });

  it('fetched anew is a new version, and what was cited stays on the old one', async () => {
    pages['/plan'] = shows(html('Målet är åttio procent.'));
    const { document } = await add(url('/plan'), 'Planen');
    const first = await copied(document);
    pages['/plan'] = shows(html('Målet är nittio procent.'));
    const asked = await Promise.all([again(document, seat(team, 1)), again(document, team.coordinator)]);
    expect(asked.map(({ versions }) => versions.length)).toEqual([2, 2]);
    const second = await copied(document);
    expect([first.number, second.number, await textOf(first.version), await textOf(second.version)]).toEqual([1, 2, expect.stringContaining('åttio'), expect.stringContaining('nittio')]);
    pages['/plan'] = answers(503);
    await again(document);
    const third = await copied(document);
    expect([third.number, third.copy]).toMatchObject([3, { state: 'failed', fault: 'answer' }]);
    expect((await search('nittio')).hits.map(({ version }) => version)).toEqual([second.version]);
    pages['/plan'] = shows(html('Målet är hundra procent.'));
    await again(document);
    expect([(await copied(document)).version, (await copied(document)).copy?.state]).toEqual([third.version, 'done']);
  });

  it('is the file where the address leads to one, through the same checks as an upload', async () => {
    const report = pdfOf(['Årsredovisningens innehåll.', 'Andra sidan.']);
    pages['/rapport'] = shows(report, 'application/octet-stream');
    expect(await brought(url('/rapport'), 'Årsredovisning')).toMatchObject({ name: 'Årsredovisning.pdf', type: 'application/pdf', sha256: sha256Of(report), pages: 2, text: 'done', copy: { state: 'done', source: '' } });
    pages['/ord'] = shows(docxOf(['Målet är tydligt']), 'application/msword');
    expect(await brought(url('/ord'), 'Ord/plan')).toMatchObject({ name: 'Ord plan.docx', text: 'done' });
    pages['/text'] = shows(Buffer.from('Bara text, å ä ö'), 'text/plain');
    expect(await brought(url('/text'), 'Text')).toMatchObject({ name: 'Text.txt', text: 'done' });
    pages['/makro'] = shows(docxOf(['a'], { 'word/vbaProject.bin': Buffer.from('x') }), 'application/msword');
    expect(await brought(url('/makro'), 'Makro')).toMatchObject({ state: 'unscanned', copy: { state: 'failed', fault: 'type' } });
  });

  it('reads an older page in Latin-1, and one that was packed', async () => {
    pages['/gammal'] = shows(html('Räksmörgås på Västra Ämtervik', 'iso-8859-1'), 'text/html');
    expect(await textOf((await brought(url('/gammal'), 'Gammal')).version)).toContain('Räksmörgås på Västra Ämtervik');
    pages['/packad'] = shows(gzipSync(html('Packad utan att någon bett om det.')), 'text/html', { 'content-encoding': 'gzip' });
    expect(await textOf((await brought(url('/packad'), 'Packad')).version)).toContain('Packad utan att någon bett');
  });

  it('follows a few redirections and says where they ended', async () => {
    Object.assign(pages, { '/a': leads('/b'), '/b': leads(url('/c')), '/c': shows(html('Framme till slut.')), '/runt': leads('/runt') });
    expect((await textOf((await brought(url('/a'), 'Omvägen')).version)).replaceAll(' ', '')).toContain(`Adressenleddevidaretill:${url('/c')}`);
    expect((await brought(url('/runt'), 'Runt')).copy?.fault).toBe('redirects');
    expect(heard.filter((request) => request.url === '/runt').length).toBe(6);
  });

  it.each<[string, string, (request: IncomingMessage, response: ServerResponse) => void]>([
    ['missing', 'what is not there', answers(404)], ['forbidden', 'what is closed', answers(403)], ['answer', 'a server in trouble', answers(500)], ['type', 'neither page nor file', shows(Buffer.from('GIF89a......'), 'image/gif')],
    ['empty', 'a page that only scripts would fill', shows(Buffer.from('<html><body><div id="app"></div><script>fill()</script></body></html>'))], ['empty', 'nothing at all', shows(Buffer.alloc(0))],
    ['large', 'a page beyond measure', shows(Buffer.alloc(11 * 1024 * 1024, '<p>a</p>'))], ['large', 'a bomb', shows(gzipSync(Buffer.alloc(40 * 1024 * 1024)), 'text/html', { 'content-encoding': 'gzip' })], ['large', 'a file beyond the limit', shows(Buffer.alloc(13 * 1024 * 1024), 'application/pdf')],
    ['broken', 'a line that tears', (_, response) => void response.writeHead(200, { 'content-type': 'text/html', 'content-length': '1000' }).write('<p>Halva', () => response.destroy())],
    ['private', 'a way inside', leads('http://127.0.0.1:1/')], ['private', 'the metadata of a cloud', leads('http://169.254.169.254/latest/')], ['private', 'a name and password', leads('http://a:b@127.0.0.1/')], ['private', 'a file of the server', leads('file:///etc/passwd')],
  ])('says "%s" of %s', async (fault, _, does) => {
    pages['/fel'] = does;
    const found = await brought(url('/fel'), 'Fel');
    expect(found).toMatchObject({ state: 'unscanned', copy: { state: 'failed', fault, fetchedAt: expect.any(String) } });
    expect([(await contentOf(team.contact, found.version)).status, (await readdir(folder())).includes(found.version)]).toEqual([409, false]);
  });

  it('says when nobody answers, when nobody is there, and when the name is unknown or lies inside', async () => {
    expect((await brought('http://finns-inte.invalid/', 'Okänd')).copy?.fault).toBe('dns');
    for (const inside of ['http://127.0.0.1:1/', 'http://localhost/', 'http://[::1]/', 'http://10.0.0.1/', 'http://[::ffff:127.0.0.1]/', 'https://192.168.1.1:8443/']) expect((await brought(inside, 'Inne')).copy?.fault).toBe('private');
    expect(await team.contact.refusal(documents.addWeb, { ...on(team), body: { request: null, url: 'http://a:b@granvik.example/', title: 'x' } })).toMatchObject({ code: 'wire/invalid' });
  });

  it('keeps addresses and what servers say out of the log', async () => {
    const logged = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
    try {
      pages['/hemlig'] = answers(500);
      await brought(url('/hemlig?personnummer=191212121212'), 'Hemlig');
      await brought('http://hemligt-namn.invalid/', 'Hemlig');
      expect(logged.mock.calls.flat().join('')).not.toMatch(/hemlig/);
    } finally {
      logged.mockRestore();
    }
  });

  it('is asked for by those who bring material, for their own evaluation, until the lock', async () => {
    pages['/sen'] = shows(html('Sen sida.'));
    const { document } = await add(url('/sen'), 'Sen');
    await copied(document);
    const foreign = await evaluationWith(house);
    expect(await Promise.all([team.observer.refusal(documents.copyWeb, on(team, { document })), foreign.contact.refusal(documents.copyWeb, on(foreign, { document }))])).toMatchObject([{ code: 'people/not-allowed' }, { code: 'wire/not-found' }]);
    const locked = await evaluationWith(house);
    const late = await locked.contact.call(documents.addWeb, { ...on(locked), body: { request: null, url: url('/sen'), title: 'Sen' } });
    await sealAll(locked, 50, 50);
    await settleAll(locked, 50);
    await lockAll(locked);
    expect(await locked.contact.refusal(documents.copyWeb, on(locked, { document: late.document }))).toMatchObject({ code: 'evaluation/locked' });
  });

  it('is made by one process only, and taken up again when a process died over it', async () => {
    pages['/dubbel'] = shows(html('En gång räcker.'));
    const other = await House.open({ beside: house, settings: { FILES_DIR: folder(), WEB_COPIES: 'on', WEB_COPIES_ALLOW: `127.0.0.1:${port}` } });
    try {
      const found = await brought(url('/dubbel'), 'Dubbel');
      expect(heard.filter((request) => request.url === '/dubbel').length).toBe(1);
      await house.sql(`UPDATE document_version SET copy_state = 'fetching', stored_as = NULL, leased_until = now() - interval '1 second', attempts = 1 WHERE id = $1`, [found.version]);
      for (const end = Date.now() + 30_000; heard.length < 2 && Date.now() < end; ) await pause(50);
      await pause(100);
      const [row] = await house.sql<{ document: string }>('SELECT document_id AS document FROM document_version WHERE id = $1', [found.version]);
      expect((await copied(row?.document ?? '')).copy?.state).toBe('done');
    } finally {
      await other.close();
    }
  });
});

describe('where copies are turned off', () => {
  it('nothing is fetched and the address is what it was', async () => {
    const quiet = await House.open({ beside: house, settings: { WEB_COPIES: 'off' } });
    const contact = quiet.welcome(team.contact);
    // The house beside it would fetch it: there the row says nothing of a copy.
    const given = await contact.call(documents.addWeb, { ...on(team), body: { request: null, url: url('/av'), title: 'Av' } });
    expect([given.versions[0]?.copy, (await contact.refusal(documents.copyWeb, on(team, { document: given.document }))).code]).toEqual([null, 'wire/not-found']);
    await quiet.close();
    expect((await documentsOf(team)).find(({ document }) => document === given.document)?.versions[0]?.copy).toEqual({ state: 'none', fault: null, fetchedAt: null, source: '' });
    pages['/av'] = shows(html('Nu hämtas den ändå.'));
    await again(given.document);
    expect((await copied(given.document)).copy?.state).toBe('done');
  });
});

describe('fetching', () => {
  const to = (address: string, guard: WebGuard): Promise<string> => fetchTo(guard, { url: address, path: path.join(os.tmpdir(), `samsyn-fetch-${port}`), userAgent: 'Samsyn', largest: 1000, closing: new AbortController().signal }).then(() => 'fetched', (fault: unknown) => (fault instanceof NotCopied ? fault.why : String(fault)));
  const allowed = (...hosts: string[]): Set<string> => new Set(hosts);

  it('asks anew at every step, so that a name that turns inside is refused', async () => {
    pages['/'] = leads('http://skiftande.example/');
    const told = ['93.184.216.34', '127.0.0.1'];
    const rebinding = new WebGuard(allowed(`127.0.0.1:${port}`), (host) => Promise.resolve([{ address: host === '127.0.0.1' ? host : (told.shift() ?? ''), family: 4 }]));
    expect(await rebinding.addressesOf(new URL('http://skiftande.example/'))).toEqual([{ address: '93.184.216.34', family: 4 }]);
    expect([await to(`http://127.0.0.1:${port}/`, rebinding), told, heard.length]).toEqual(['private', [], 1]);
  });

  it('connects to exactly what was checked, without another look', async () => {
    pages['/'] = shows(html('Hit.'));
    expect(await to(`http://namn-som-inte-finns.invalid:${port}/`, new WebGuard(allowed(`namn-som-inte-finns.invalid:${port}`), () => Promise.resolve([{ address: '127.0.0.1', family: 4 }])))).toBe('fetched');
    expect(heard[0]?.headers.host).toBe(`namn-som-inte-finns.invalid:${port}`);
  });

  it('waits fifteen seconds and no longer, and says when nobody listens', async () => {
    const silent = createLine((line) => line.on('error', () => undefined)).unref();
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
    const { port: deaf } = silent.address() as AddressInfo;
    const nobody = await freePort();
    const began = Date.now();
    expect(await to(`http://127.0.0.1:${deaf}/`, new WebGuard(allowed(`127.0.0.1:${deaf}`)))).toBe('timeout');
    expect(Math.round((Date.now() - began) / 1000)).toBe(15);
    expect(await to(`http://127.0.0.1:${nobody}/`, new WebGuard(allowed(`127.0.0.1:${nobody}`)))).toBe('refused');
    expect(await to(`https://127.0.0.1:${port}/`, new WebGuard(allowed(`127.0.0.1:${port}`)))).toBe('certificate');
    silent.close();
  });
});
