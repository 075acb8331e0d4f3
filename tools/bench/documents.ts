import { pdfOf } from '@samsyn/samples';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { getDocumentProxy } from 'unpdf';
import { Preparation } from './prepare';
import { median, percentile, sleep } from './stats';
import { Wire } from './wire';

const documents = 200;
const pages = 50;
const thickPages = 1_000;
const words = ['styrning', 'omsorg', 'budget ekonomi', 'skola', '"mål och uppföljning"', 'medborgare dialog', 'äldreomsorgen', 'upphandling'];
const vocabulary = 'kommunen styrningens ledning uppföljning mål äldreomsorgen förskolan grundskolan budget ekonomi medborgarna dialog upphandling personal kvalitet service nämnden fullmäktige styrelsen verksamheten resultat plan näringsliv miljö hållbarhet jämförelse tillgänglighet webbplats delaktighet revision'.split(' ');

/** A page of some 300 words, other words on each, the same in every run. */
function pageText(seed: number): string {
  let state = seed * 2_654_435_761 + 1;
  const next = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  return Array.from({ length: 300 }, (_, at) => (at % 12 === 11 ? 'och\n' : (vocabulary[Math.floor(next() ** 2 * vocabulary.length)] ?? 'kommunen'))).join(' ');
}

/** The floor: the one statement that finds and ranks whole words in the newest versions, and nothing around it. */
const bare = `SELECT p.version_id, p.page, p.text FROM document d JOIN document_version v ON v.document_id = d.id JOIN document_page p ON p.version_id = v.id, websearch_to_tsquery('pg_catalog.swedish', $2) q
  WHERE d.evaluation_id = $1 AND p.tsv @@ q ORDER BY ts_rank(p.tsv, q) DESC LIMIT 20`;

async function fill(pool: pg.Pool, evaluation: string): Promise<void> {
  for (let at = 0; at < documents; at++) {
    const [document, version] = [randomUUID(), randomUUID()];
    await pool.query(`INSERT INTO document (id, evaluation_id, title, kind) VALUES ($1, $2, $3, 'file')`, [document, evaluation, `Dokument ${at}`]);
    await pool.query(`INSERT INTO document_version (id, document_id, number, name, size, type, state, uploaded_by, pages, text_state, progress, stored_as) VALUES ($1, $2, 1, 'a.pdf', 1, 'application/pdf', 'unscanned', 'B', $3, 'done', 100, gen_random_uuid()::text)`, [version, document, pages]);
    const texts = Array.from({ length: pages }, (_, page) => pageText(at * pages + page + 1));
    await pool.query('INSERT INTO document_page (version_id, page, text) SELECT $1, x.page, x.text FROM unnest($2::int[], $3::text[]) x(page, text)', [version, texts.map((_, page) => page + 1), texts]);
  }
  await pool.query('ANALYZE document, document_version');
  await pool.query('VACUUM ANALYZE document_page');
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function searching(pool: pg.Pool, wire: Wire, evaluation: string, times: number): Promise<{ floor: number[]; samsyn: number[] }> {
  const [floor, samsyn]: [number[], number[]] = [[], []];
  for (let round = -1; round < times; round++) {
    for (const word of words) {
      const both = [await timed(() => pool.query(bare, [evaluation, word])), await timed(() => wire.ask('GET', `/api/evaluations/${evaluation}/search?q=${encodeURIComponent(word)}`, {}))];
      if (round < 0) {
        // A search that finds nothing is quick, and says nothing.
        const { total } = JSON.parse(await wire.ask('GET', `/api/evaluations/${evaluation}/search?q=${encodeURIComponent(word)}`, {})) as { total: number };
        if (total === 0) throw new Error(`nothing is found for ${word}`);
        continue;
      }
      floor.push(both[0] ?? 0);
      samsyn.push(both[1] ?? 0);
    }
  }
  return { floor, samsyn };
}

/** Pages a second: bare unpdf on the bytes, and from the last byte sent until every page can be searched. */
async function reading(pool: pg.Pool, port: number, cookie: string, evaluation: string): Promise<{ floor: number; samsyn: number }> {
  const bytes = pdfOf(Array.from({ length: thickPages }, (_, at) => pageText(at + 1)));
  const floor = await timed(async () => {
    const pdf = await getDocumentProxy(bytes.slice());
    for (let page = 1; page <= pdf.numPages; page++) await (await pdf.getPage(page)).getTextContent();
  });
  const headers = { cookie, 'x-samsyn': '1', 'tus-resumable': '1.0.0' };
  const encode = (text: string): string => Buffer.from(text).toString('base64');
  const begun = await fetch(`http://127.0.0.1:${port}/api/uploads`, { method: 'POST', headers: { ...headers, 'upload-length': String(bytes.length), 'upload-metadata': `evaluation ${encode(evaluation)},filename ${encode('tjock.pdf')}` } });
  const location = begun.headers.get('location') ?? '';
  const samsyn = await timed(async () => {
    await fetch(`http://127.0.0.1:${port}${location}`, { method: 'PATCH', headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' }, body: bytes.slice() });
    const version = location.split('/').at(-1);
    while ((await pool.query('SELECT 1 FROM document_version WHERE id = $1 AND text_state IN ($2, $3)', [version, 'waiting', 'working'])).rowCount !== 0) await sleep(20);
  });
  return { floor: (1000 * thickPages) / floor, samsyn: (1000 * thickPages) / samsyn };
}

/** Searching and reading of documents against the bare query and the bare library, as Markdown. */
export async function documentsTable(pool: pg.Pool, port: number, quick: boolean): Promise<string> {
  const [pair] = await new Preparation(pool, port).pairs(1, 1, false);
  const [evaluation, cookie] = [pair?.evaluations[0]?.id ?? '', pair?.cookies[0] ?? ''];
  console.error(`documents: filling ${documents} × ${pages} pages`);
  await fill(pool, evaluation);
  const wire = new Wire(port, cookie);
  const { floor, samsyn } = await searching(pool, wire, evaluation, quick ? 3 : 12);
  wire.close();
  const read: { floor: number; samsyn: number }[] = [];
  for (let at = 0; at < (quick ? 1 : 3); at++) read.push(await reading(pool, port, cookie, evaluation));
  const spread = (values: readonly number[]): string => [50, 95].map((share) => percentile(values, share).toFixed(1)).join(' / ');
  const ratio = median(samsyn.map((own, at) => own / (floor[at] ?? own)));
  const readRatios = read.map((own) => own.samsyn / own.floor);
  return [
    `Measured ${new Date().toISOString().slice(0, 10)}: ${os.cpus().length} cores, Node ${process.versions.node}, ${documents} documents of ${pages} pages, ${words.length} questions, ${samsyn.length} searches${quick ? ', --quick' : ''}. Load average: ${(os.loadavg()[0] ?? 0).toFixed(1)}.`,
    '', '| | floor | Samsyn | ratio |', '|---|---|---|---|',
    `| search, p50 / p95, ms | ${spread(floor)} | ${spread(samsyn)} | ${ratio.toFixed(2)} × |`,
    `| reading a PDF of ${thickPages} pages, pages a second | ${median(read.map((own) => own.floor)).toFixed(0)} | ${median(read.map((own) => own.samsyn)).toFixed(0)} | ${median(readRatios).toFixed(2)} × |`,
  ].join('\n');
}

/** A folder for the files of a run, gone with it. */
export function filesFolder(): { folder: string; remove: () => void } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'samsyn-files-'));
  return { folder, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}
