import { documents, type DocumentView } from '@samsyn/contract';
import { addDays, isWorkingDay, swedishTime } from '@samsyn/domain';
import { randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { documentsOf, pdfOf, sha256Of, uploaded } from '../spec-files';
import { House } from '../spec-house';
import { evaluationWith, lockAll, on, sealAll, seat, settleAll, write, type Team } from '../spec-team';
import { Reminders } from './reminders';
import { DailyWork } from './reminders-daily';
import { receiptSignature, Retention } from './retention';

const text = 'Styrningens mål är tydliga.';
const report = pdfOf([text, 'Andra sidan.']);
let house: House;
let other: House;
let team: Team;
let document: string;
let version: string;

const folder = (): string => path.join(os.tmpdir(), `samsyn-${house.database.name}`);
const inDays = (days: number): Date => new Date(Date.now() + days * 86_400_000);
const deleteDue = (when: Date, of: House = house): Promise<number> => of.app.get(Retention).deleteDue(when);
const shelf = () => documentsOf(team, team.coordinator);
const retain = (body: { retention: 'working' | 'evaluation' | 'archive'; hold: boolean }): Promise<DocumentView> => team.coordinator.call(documents.retain, { ...on(team, { document }), body });
const receipts = () => team.coordinator.call(documents.receipts, on(team));

beforeEach(async () => {
  house = await House.open();
  other = await House.open({ beside: house, settings: { FILES_DIR: folder() } });
  team = await evaluationWith(house);
  ({ version } = await uploaded(team, team.contact, 'Budget.pdf', report));
  document = (await shelf())[0]?.document ?? '';
}, 60_000);

afterEach(async () => {
  await other.close();
  await house.close();
  await rm(folder(), { recursive: true, force: true });
});

describe('keeping and deleting', () => {
  it('deletes when the class is due and not a day before: file, text and preview, with one signed receipt', async () => {
    await retain({ retention: 'working', hold: false });
    expect([await deleteDue(inDays(178)), (await shelf()).length]).toEqual([0, 1]);
    expect((await Promise.all([deleteDue(inDays(181)), deleteDue(inDays(181), other)])).reduce((sum, n) => sum + n)).toBe(1);
    expect(await shelf()).toEqual([]);
    expect((await readdir(folder())).filter((name) => name.startsWith(version))).toEqual([]);
    expect(await house.sql('SELECT 1 FROM document_page')).toEqual([]);
    expect((await seat(team, 1).call(documents.search, on(team))).hits).toEqual([]);
    for (const endpoint of [documents.page, documents.preview]) expect(await seat(team, 1).refusal(endpoint, on(team, { version, page: '1' }))).toMatchObject({ status: 410, code: 'documents/deleted' });
    expect(await receipts()).toEqual([{ at: expect.any(String), title: 'Budget', reason: expect.stringMatching(/^Gallrad: fristen gick ut \d{4}-/), class: 'working', files: 1, pages: 2, sha256: [sha256Of(report)], backupsUntil: null, signature: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    expect(await deleteDue(inDays(400))).toBe(0);
    expect((await receipts()).length).toBe(1);
  });

  it('signs so that a changed receipt is noticed, and keeps receipts as they are', async () => {
    await deleteDue(inDays(731));
    const [row] = await house.sql<Parameters<typeof receiptSignature>[1] & { signature: string }>('SELECT document_id AS "documentId", evaluation_id AS "evaluationId", at, title, reason, class, files, pages, sha256, form, to_char(backups_until, \'YYYY-MM-DD\') AS "backupsUntil", signature FROM deletion_receipt');
    if (!row) throw new Error('no receipt');
    const key = await house.app.get(Retention).secret();
    expect(receiptSignature(key, row)).toBe(row.signature);
    expect(await other.app.get(Retention).secret()).toBe(key);
    for (const change of [{ title: 'Annat' }, { files: 2 }, { sha256: [] }, { at: new Date(0) }, { backupsUntil: '2099-01-01' }, { form: 1 }]) expect(receiptSignature(key, { ...row, ...change })).not.toBe(row.signature);
    for (const said of ['UPDATE deletion_receipt SET title = title', 'DELETE FROM deletion_receipt']) await expect(house.sql(said)).rejects.toThrow('samsyn: deletion_receipt is append-only');
    expect(JSON.stringify(row)).not.toContain(text);
  });

  it('says until when backups may hold what is gone, where the operator has said how long they are kept', async () => {
    const stated = await House.open({ beside: house, settings: { FILES_DIR: folder(), BACKUP_DAYS: '30' } });
    await deleteDue(inDays(731), stated);
    await stated.close();
    const [receipt] = await receipts();
    expect(receipt?.backupsUntil).toBe(addDays(swedishTime(inDays(731)).day, 30));
    // One written before receipts spoke of backups keeps its signature and says nothing of them.
    const key = await house.app.get(Retention).secret();
    const old = { documentId: randomUUID(), evaluationId: team.id, at: new Date('2026-01-01T00:00:00Z'), title: 'Gammal', reason: '', class: 'working', files: 1, pages: 1, sha256: ['0'], form: 1, backupsUntil: null };
    await house.sql(`INSERT INTO deletion_receipt (document_id, evaluation_id, at, title, reason, class, files, pages, sha256, signature) VALUES ($1, $2, $3, 'Gammal', '', 'working', 1, 1, '{0}', $4)`, [old.documentId, old.evaluationId, old.at, receiptSignature(key, old)]);
    expect((await receipts()).map(({ title, backupsUntil }) => [title, backupsUntil])).toEqual([['Budget', receipt?.backupsUntil], ['Gammal', null]]);
  });

  it('never deletes what is held or archived, until the hold is lifted', async () => {
    await retain({ retention: 'working', hold: true });
    expect([await deleteDue(inDays(5000)), (await shelf())[0]?.hold]).toEqual([0, true]);
    expect(await team.coordinator.refusal(documents.remove, { ...on(team, { document }), body: { reason: 'Bort.' } })).toMatchObject({ code: 'documents/held' });
    expect((await retain({ retention: 'archive', hold: false })).deleteOn).toBeNull();
    expect(await deleteDue(inDays(50_000))).toBe(0);
    await retain({ retention: 'working', hold: false });
    expect(await deleteDue(inDays(181))).toBe(1);
  });

  it('writes a receipt also for what a person took away, and for what a dying process left half done', async () => {
    await team.coordinator.call(documents.remove, { ...on(team, { document }), body: { reason: 'Fel fil.' } });
    await deleteDue(new Date());
    expect((await receipts())[0]).toMatchObject({ title: 'Budget', reason: 'Fel fil.', files: 1, sha256: [sha256Of(report)] });
    const second = await uploaded(team, team.contact, 'Plan.pdf', report);
    await house.sql(`UPDATE document SET removed_at = now(), removed_by = 'Samsyn', removed_reason = 'Avbruten' WHERE title = 'Plan'`);
    await deleteDue(new Date());
    expect((await readdir(folder())).filter((name) => name.startsWith(second.version))).toEqual([]);
    expect((await receipts()).map(({ reason, pages }) => [reason, pages])).toEqual(expect.arrayContaining([['Avbruten', 2]]));
  });

  it('puts or lifts a hold also when locked, but changes no class then; and still deletes what is due', async () => {
    await sealAll(team, 50, 50);
    await settleAll(team, 50);
    await lockAll(team);
    expect(await team.coordinator.refusal(documents.retain, { ...on(team, { document }), body: { retention: 'working', hold: false } })).toMatchObject({ code: 'evaluation/locked' });
    expect((await retain({ retention: 'evaluation', hold: true })).hold).toBe(true);
    await retain({ retention: 'evaluation', hold: false });
    expect(await deleteDue(inDays(731))).toBe(1);
  });

  it('runs in the daily round, where one that fails does not stop the other', async () => {
    let days = 731;
    while (!isWorkingDay(swedishTime(inDays(days)).day)) days++;
    const noon = new Date(inDays(days).setUTCHours(11));
    await house.sql('ALTER TABLE request_link RENAME TO request_link_away');
    const logged = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
    try {
      await new DailyWork(house.app.get(Reminders), house.app.get(Retention), () => noon).round();
      expect(logged.mock.calls.join()).toContain('reminders: ');
    } finally {
      logged.mockRestore();
      await house.sql('ALTER TABLE request_link_away RENAME TO request_link');
    }
    expect(await shelf()).toEqual([]);
  });
});

describe('coverage', () => {
  it('counts what may be opened by kind of source, and cites nobody but the caller', async () => {
    const { requests } = await team.coordinator.call(documents.add, { ...on(team), body: { title: 'Budget', why: '', example: '', questions: ['1.1'], owner: null, due: null } });
    const request = requests[0]?.request ?? '';
    const row = async (guest = team.coordinator) => (await guest.call(documents.coverage, on(team))).rows[0];
    expect(await row()).toEqual({ number: '1.1', area: 1, document: { asked: 0, there: 0 }, web: 0, interview: 0, questionnaire: false, own: null, kinds: 0 });
    await team.coordinator.call(documents.move, { ...on(team, { request }), body: { to: 'requested', reason: '', edition: 1 } });
    await uploaded(team, team.contact, 'Mål.pdf', report, { request });
    await team.contact.call(documents.addWeb, { ...on(team), body: { request, url: 'https://provby.example/', title: 'Webben' } });
    await team.contact.call(documents.answer, { ...on(team, { question: '1.1' }), body: { text: 'Så.', edition: 0 } });
    expect(await row()).toMatchObject({ document: { asked: 1, there: 1 }, web: 1, questionnaire: false, kinds: 2 });
    await team.contact.call(documents.submit, on(team));
    await write(team, seat(team, 1), '1.1', 'evidence', [{ kind: 'document', text: 'Budget s. 1', cited: { document, version, page: 1, quote: text } }, { kind: 'interview', text: 'Kommundirektören' }]);
    expect(await row(seat(team, 1))).toMatchObject({ questionnaire: true, kinds: 3, own: { document: 1, web: 0, interview: 1, questionnaire: 0 } });
    expect((await row(seat(team, 2)))?.own).toEqual({ document: 0, web: 0, interview: 0, questionnaire: 0 });
    expect((await row())?.own).toBeNull();
  });
});
