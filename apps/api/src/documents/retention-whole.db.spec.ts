import { documents } from '@samsyn/contract';
import { addDays, mayLieInBackups, swedishTime } from '@samsyn/domain';
import { readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { documentsOf, docxOf, sha256Of, uploaded } from '../spec-files';
import { House } from '../spec-house';
import { evaluationWith, on, seat, type Team } from '../spec-team';
import { Retention } from './retention';

const page = '<!doctype html><html><head><title>Budgetsidan</title></head><body><main><h1>Budgetsidan</h1><p>Skattesatsen är oförändrad. Styrningen följs upp varje kvartal av nämnderna och redovisas öppet.</p></main></body></html>';
const site = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page));
const backupDays = 45;
let house: House;
let team: Team;

const folder = (): string => path.join(os.tmpdir(), `samsyn-${house.database.name}`);
const found = async (words: string): Promise<string[]> => {
  const { status, text } = await seat(team, 1).send('GET', `/api/evaluations/${team.id}/search?q=${encodeURIComponent(words)}`);
  return status === 200 ? documents.search.answer.parse(JSON.parse(text)).hits.map(({ title }) => title) : [];
};

/** The versions of a copied web page, once it lies there and can be searched. */
async function copied(): Promise<string> {
  for (const end = Date.now() + 20_000; Date.now() < end; await pause(50)) {
    const [newest] = (await documentsOf(team)).find(({ kind }) => kind === 'web')?.versions ?? [];
    if (newest?.copy?.state === 'done' && newest.text === 'done') return newest.version;
  }
  throw new Error('the page was not copied');
}

beforeAll(async () => {
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  const { port } = site.address() as AddressInfo;
  house = await House.open({ settings: { BACKUP_DAYS: `${backupDays}`, WEB_COPIES: 'on', WEB_COPIES_ALLOW: `127.0.0.1:${port}` } });
  team = await evaluationWith(house);
  await team.contact.call(documents.addWeb, { ...on(team), body: { request: null, url: `http://127.0.0.1:${port}/budget`, title: 'Budgetsidan' } });
}, 60_000);

afterAll(async () => {
  await house.close();
  await rm(folder(), { recursive: true, force: true });
  await new Promise<void>((done) => site.close(() => done()));
});

it('deletion takes the file, its preview, its text in the index and the copy of a web page, and says what backups hold still', async () => {
  const word = docxOf(['Äldreomsorgens kvalitet har ökat.']);
  const [first, second] = [await uploaded(team, team.contact, 'Omsorg.docx', word), await copied()];
  const versions = [first.version, second];
  const preview = (version: string) => ({ ...on(team, { version, page: '1' }) });
  // All of it is there before.
  expect((await seat(team, 1).call(documents.preview, preview(first.version))).html).toContain('kvalitet');
  expect([await found('kvalitet'), await found('skattesatsen')]).toEqual([['Omsorg'], ['Budgetsidan']]);
  const stored = await house.sql<{ name: string }>(`SELECT unnest(ARRAY[stored_as, source_as]) AS name FROM document_version`);
  const files = stored.flatMap(({ name }) => name ?? []);
  // The Word file, the copy as PDF, and the page that it was made from.
  const there = await readdir(folder());
  expect([files.length, files.filter((name) => !there.includes(name))]).toEqual([3, []]);
  expect((await house.sql('SELECT 1 FROM document_page')).length).toBeGreaterThan(1);

  const day = new Date(Date.now() + 731 * 86_400_000);
  expect(await house.app.get(Retention).deleteDue(day)).toBe(2);

  expect((await readdir(folder())).filter((name) => files.some((own) => name.startsWith(own)))).toEqual([]);
  expect(await house.sql('SELECT 1 FROM document_page')).toEqual([]);
  expect(await house.sql('SELECT 1 FROM document_version WHERE stored_as IS NOT NULL OR source_as IS NOT NULL')).toEqual([]);
  expect([await found('kvalitet'), await found('skattesatsen'), await documentsOf(team)]).toEqual([[], [], []]);
  for (const version of versions) for (const endpoint of [documents.page, documents.preview]) expect(await seat(team, 1).refusal(endpoint, preview(version))).toMatchObject({ status: 410, code: 'documents/deleted' });
  for (const version of versions) expect((await seat(team, 1).send('GET', `/api/evaluations/${team.id}/versions/${version}/content`)).status).toBe(410);

  const receipts = await team.coordinator.call(documents.receipts, on(team));
  const until = addDays(swedishTime(day).day, backupDays);
  expect(receipts.map(({ title, backupsUntil }) => [title, backupsUntil]).sort()).toEqual([['Budgetsidan', until], ['Omsorg', until]]);
  expect(receipts.find(({ title }) => title === 'Omsorg')?.sha256).toEqual([sha256Of(word)]);
  expect(receipts.find(({ title }) => title === 'Budgetsidan')?.sha256).toContain(sha256Of(Buffer.from(page)));
  // On the list of what backups may hold until that day, and on no list the day after.
  expect([until, addDays(until, 1)].map((today) => receipts.filter(({ backupsUntil }) => mayLieInBackups(backupsUntil, today)).length)).toEqual([2, 0]);
});
