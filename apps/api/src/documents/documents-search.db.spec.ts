import { documents } from '@samsyn/contract';
import type { Place } from '@samsyn/domain';
import { pdfOf } from '@samsyn/samples';
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { documentsOf, docxOf, uploaded, xlsxOf } from '../spec-files';
import type { Guest } from '../spec-guest';
import { House } from '../spec-house';
import { evaluationWith, on, seat, type Team } from '../spec-team';
import { DocumentJobs } from './document-jobs';

let house: House;
let team: Team;
const folder = (): string => path.join(os.tmpdir(), `samsyn-${house.database.name}`);
beforeAll(async () => {
  house = await House.open();
  team = await evaluationWith(house);
}, 60_000);
afterAll(async () => {
  await house.close();
  await rm(folder(), { recursive: true, force: true });
});

const find = async (words: string, guest: Guest = seat(team, 1), after = 0): Promise<{ total: number; capped: boolean; hits: { title: string; page: number; place: Place | null; parts: { text: string; hit: boolean }[] }[]; unsearchable: { title: string; why: string }[] }> => {
  const { status, text } = await guest.send('GET', `/api/evaluations/${team.id}/search?q=${encodeURIComponent(words)}&after=${after}`);
  if (status !== 200) throw new Error(text);
  return JSON.parse(text);
};
const marked = (parts: readonly { text: string; hit: boolean }[]): string[] => parts.filter(({ hit }) => hit).map(({ text }) => text);

describe('searching', () => {
  beforeAll(async () => {
    await uploaded(team, team.contact, 'plan.pdf', pdfOf(['Inledning', 'Om styrningens former i kommunen', 'Kvaliteten inom äldreomsorgen är god', 'Fullmäktiges mål för styr-\nningen av skolan']));
    await uploaded(team, team.contact, 'budget.docx', docxOf(['Budgeten för förskolan ökar med <b>'.replace('<b>', '100 % av ramen')]));
    await uploaded(team, team.contact, 'tal.xlsx', xlsxOf([['Nyckeltal', 'Andel'], ['Barnomsorg', '71']]));
    await uploaded(team, team.contact, 'skannad.pdf', pdfOf(['']));
    await uploaded(team, team.contact, 'bild.png', Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'));
  }, 60_000);

  it.each([
    ['styrning', ['plan 2', 'plan 4'], 'styrningens'], ['omsorg', ['plan 3', 'tal 1'], 'omsorg'], ['ÄLDREOMSORG', ['plan 3'], null], ['"former i kommunen"', ['plan 2'], null], ['skola -fullmäktige', [], null], ['100 %', ['budget 1'], null], ['kvalitet god', ['plan 3'], null], ['förskola', ['budget 1'], 'förskola'],
    ["'; DROP TABLE document; --", [], null], ['%', [], null], ['xyzzy', [], null], ['', [], null],
  ])('%j finds %j', async (words, places, word) => {
    const { hits, total, capped } = await find(words);
    expect(hits.map(({ title, page }) => `${title} ${page}`).sort()).toEqual(places);
    expect([total, capped]).toEqual([places.length, false]);
    if (word !== null) expect(hits.flatMap(({ parts }) => marked(parts))).toContain(word);
  });

  it.each([
    ['omsorg', 'Kvaliteten inom äldreom-\nsorgen är god', 'omsorg', 'Kvaliteten inom äldreomsorgen är god'], ['äldreomsorg', 'inom äldre\u2010\nomsorgen', 'äldreomsorgen', 'inom äldreomsorgen'],
    ['styrning', 'målstyr\u00ad\nning', 'styrning', 'målstyrning'], ['IT-kommun', 'årets IT-\nkommun', null, 'årets IT-kommun'], ['"mål- och"', 'mål-\noch budget', null, 'mål- och budget'],
    ['2016-2019', 'plan 2016–2019', null, 'plan 2016-2019'], ['2016 – 2019', 'plan 2016-\n2019', null, 'plan 2016-2019'], ['"god serv"', 'en god\nservice', 'god serv', 'en god service'], ['”god service”', 'en god\nservice', null, 'god service'],
  ])('%j is found in %j over the ends of its lines, and the words are shown whole', async (words, text, hit, shown) => {
    const { version } = await uploaded(team, team.contact, 'rader.pdf', pdfOf(['x']));
    await house.sql('DELETE FROM document_page WHERE version_id = $1', [version]);
    await house.sql('INSERT INTO document_page (version_id, page, text) VALUES ($1, 1, $2)', [version, text]);
    const found = (await find(words)).hits.filter(({ title }) => title === 'rader');
    await house.sql('DELETE FROM document_page WHERE version_id = $1', [version]);
    expect(found.map(({ parts }) => parts.map((part) => part.text).join(''))).toEqual([shown]);
    expect(marked(found[0]?.parts ?? []).length).toBeGreaterThan(0);
    if (hit !== null) expect(marked(found[0]?.parts ?? [])).toEqual([hit]);
  });

  it('names the place in documents that have no printed pages', async () => {
    const placeOf = async (words: string): Promise<Place | null | undefined> => (await find(words)).hits[0]?.place;
    expect(await placeOf('kvalitet god')).toBeNull();
    expect(await placeOf('förskola')).toEqual({ kind: 'paragraph', number: 1, under: '' });
    expect(await placeOf('barnomsorg')).toEqual({ kind: 'row', number: 2, under: 'Nyckeltal' });
  });

  it('shows what looks like markup as it stands in the page', async () => {
    await uploaded(team, team.contact, 'tecken.pdf', pdfOf(['Andelen <ska vara> under 5 % & minska, enligt glesbygdsprogrammet']));
    const [hit] = (await find('glesbygdsprogram')).hits;
    expect(hit?.parts.map(({ text }) => text).join('')).toBe('Andelen <ska vara> under 5 % & minska, enligt glesbygdsprogrammet');
  });

  it('says what cannot be searched, and why', async () => {
    expect((await find('x')).unsearchable.map(({ title, why }) => `${title} ${why}`)).toEqual(['bild unsupported', 'skannad empty']);
  });

  it('is for readers of the material only', async () => {
    const stranger = await house.person('Frammande');
    await expect(find('styrning', team.observer)).rejects.toThrow('people/not-allowed');
    await expect(find('styrning', stranger)).rejects.toThrow('wire/not-found');
    expect((await find('styrning', team.contact)).total).toBe(2);
  });

  it('reads only the newest version; a page of an earlier one can still be read', async () => {
    const first = await uploaded(team, team.contact, 'mål.txt', Buffer.from('Gamla vattenplanen'));
    const document = (await documentsOf(team)).find(({ title }) => title === 'mål')?.document ?? '';
    await uploaded(team, team.contact, 'mål.txt', Buffer.from('Nya skogsplanen'), { replaces: document });
    expect([(await find('vattenplan')).total, (await find('skogsplan')).total]).toEqual([0, 1]);
    expect(await seat(team, 1).call(documents.page, on(team, { version: first.version, page: '1' }))).toEqual({ page: 1, pages: 1, text: 'Gamla vattenplanen', places: [{ at: 0, kind: 'line', number: 1, under: '' }] });
    expect((await seat(team, 1).refusal(documents.page, on(team, { version: first.version, page: '2' }))).code).toBe('wire/not-found');
  });

  it('counts to a thousand and says that there is more', async () => {
    const version = await uploaded(team, team.contact, 'lång.txt', Buffer.from('x'));
    await house.sql(`INSERT INTO document_page (version_id, page, text) SELECT $1, n, 'Översiktsplanen sida ' || n FROM generate_series(2, 1400) n`, [version.version]);
    const [first, second] = [await find('översiktsplan'), await find('översiktsplan', seat(team, 1), 20)];
    expect([first.total, first.capped, first.hits.length, second.hits.length, first.hits.some(({ page }) => second.hits.some((own) => own.page === page))]).toEqual([1000, true, 20, 20, false]);
  });
});

describe('a document', () => {
  it('is shown as cleaned text and tables', async () => {
    const word = await uploaded(team, team.contact, 'a.docx', docxOf(['Målet är', '&lt;script&gt;alert(1)&lt;/script&gt;']));
    const sheet = await uploaded(team, team.contact, 'b.xlsx', xlsxOf([['År', 'Andel'], ['2026', '71']]));
    const text = await uploaded(team, team.contact, 'c.txt', Buffer.from('Rad ett'));
    const pdf = await uploaded(team, team.contact, 'd.pdf', pdfOf(['x']));
    const preview = (version: string) => seat(team, 1).call(documents.preview, on(team, { version }));
    expect(await preview(word.version)).toEqual({ kind: 'html', html: '<p>Målet är</p><p>&lt;script&gt;alert(1)&lt;/script&gt;</p>', sheets: null, text: null, places: [{ kind: 'paragraph', number: 1, under: '', page: 1 }, { kind: 'paragraph', number: 2, under: '', page: 1 }] });
    expect(await preview(sheet.version)).toEqual({ kind: 'sheets', html: null, sheets: [{ name: 'Nyckeltal', first: 1, of: 2, rows: [['År', 'Andel'], ['2026', '71']], pages: [1, 1], cut: false }], text: null, places: null });
    expect(await preview(text.version)).toEqual({ kind: 'text', html: null, sheets: null, text: 'Rad ett', places: null });
    expect((await preview(pdf.version)).kind).toBe('pdf');
    expect((await team.observer.refusal(documents.preview, on(team, { version: text.version }))).code).toBe('people/not-allowed');
  });

  it('that is a long table is shown around the row asked for', async () => {
    const { version } = await uploaded(team, team.contact, 'lang.xlsx', xlsxOf(Array.from({ length: 1200 }, (_, at) => [`Rad nummer ${at + 1}`, 'Tal'])));
    const [hit] = (await find('"rad nummer 1100"')).hits;
    expect([hit?.title, hit?.place]).toEqual(['lang', { kind: 'row', number: 1100, under: 'Nyckeltal' }]);
    const read = async (query: string) => JSON.parse((await seat(team, 1).send('GET', `/api/evaluations/${team.id}/versions/${version}/preview${query}`)).text).sheets[0] as { first: number; of: number; cut: boolean; rows: string[][]; pages: number[] };
    const [start, around] = [await read(''), await read('?sheet=Nyckeltal&row=1100')];
    expect([start.first, start.of, start.cut, start.rows.length, start.rows[0]]).toEqual([1, 1200, true, 500, ['Rad nummer 1', 'Tal']]);
    expect([around.first, around.rows[1100 - around.first], around.pages[1100 - around.first]]).toEqual([701, ['Rad nummer 1100', 'Tal'], hit?.page]);
  });

  it('may be an address, kept with its day and never fetched', async () => {
    const added = await team.contact.call(documents.addWeb, { ...on(team), body: { request: null, url: 'https://provby.example/plan', title: 'Planen på webben' } });
    expect(added).toMatchObject({ kind: 'web', title: 'Planen på webben', versions: [{ url: 'https://provby.example/plan', uploadedBy: 'Kontakt', state: 'unscanned' }] });
    expect((await team.contact.refusal(documents.addWeb, { ...on(team), body: { request: null, url: 'javascript:alert(1)', title: 'x' } })).code).toBe('wire/invalid');
    expect((await team.observer.refusal(documents.addWeb, { ...on(team), body: { request: null, url: 'https://a.example', title: 'x' } })).code).toBe('people/not-allowed');
  });

  it('is renamed and moved, and taken away by who brought it or the coordinator, bytes and text and all', async () => {
    const { requests } = await team.coordinator.call(documents.add, { ...on(team), body: { title: 'Avtal', why: '', example: '', questions: [], owner: null, due: null } });
    const request = requests.at(-1)?.request ?? '';
    const version = (await uploaded(team, team.contact, 'avtal.txt', Buffer.from('Hemligt avtalsord'))).version;
    const document = (await documentsOf(team)).find(({ title }) => title === 'avtal')?.document ?? '';
    expect(await team.coordinator.call(documents.rename, { ...on(team, { document }), body: { title: 'Avtalet', request } })).toMatchObject({ title: 'Avtalet', request });
    expect((await seat(team, 1).refusal(documents.remove, { ...on(team, { document }), body: { reason: 'Fel fil.' } })).code).toBe('people/not-allowed');
    await team.coordinator.call(documents.retain, { ...on(team, { document }), body: { retention: 'evaluation', hold: true } });
    expect((await team.contact.refusal(documents.remove, { ...on(team, { document }), body: { reason: 'Fel fil.' } })).code).toBe('documents/held');
    await team.coordinator.call(documents.retain, { ...on(team, { document }), body: { retention: 'evaluation', hold: false } });
    expect(existsSync(path.join(folder(), version))).toBe(true);
    await team.contact.call(documents.remove, { ...on(team, { document }), body: { reason: 'Fel fil.' } });
    const list = await team.coordinator.call(documents.list, on(team));
    expect(list.requests.find((own) => own.request === request)).toMatchObject({ documents: [], history: [{ who: 'Kontakt', from: 'draft', to: 'draft', reason: 'Avtalet: Fel fil.' }] });
    expect([(await readdir(folder())).some((name) => name.startsWith(version)), await house.sql('SELECT 1 FROM document_page WHERE version_id = $1', [version]), (await find('avtalsord')).total]).toEqual([false, [], 0]);
    expect((await seat(team, 1).refusal(documents.page, on(team, { version, page: '1' }))).code).toBe('documents/deleted');
    expect((await fetch(`${house.url}/api/evaluations/${team.id}/versions/${version}/content`, { headers: { cookie: team.coordinator.cookie } })).status).toBe(410);
    expect(await house.sql('SELECT removed_by, removed_reason FROM document WHERE id = $1', [document])).toEqual([{ removed_by: 'Kontakt', removed_reason: 'Fel fil.' }]);
  });

  it('whose reading was interrupted is read on, after the pages already stored', async () => {
    const version = (await uploaded(team, team.contact, 'avbruten.pdf', pdfOf(['Ett', 'Två', 'Tre']))).version;
    await house.sql('DELETE FROM document_page WHERE version_id = $1 AND page > 1', [version]);
    await house.sql(`UPDATE document_page SET text = 'Orörd' WHERE version_id = $1`, [version]);
    await house.sql(`UPDATE document_version SET text_state = 'working', progress = 33, leased_until = now() - interval '1 second' WHERE id = $1`, [version]);
    house.app.get(DocumentJobs).wake();
    for (let at = 0; at < 100 && (await house.sql(`SELECT 1 FROM document_version WHERE id = $1 AND text_state = 'done'`, [version])).length === 0; at++) await new Promise((done) => setTimeout(done, 50));
    expect((await house.sql<{ text: string }>('SELECT text FROM document_page WHERE version_id = $1 ORDER BY page', [version])).map(({ text }) => text.trim())).toEqual(['Orörd', 'Två', 'Tre']);
  });
});
