// node tools/run.mjs tools/faults/full-disk.ts [--namespace] [--write]: the disk for files gets full while two people send
// files and others score; is it said clearly, does everything else go on, and is what was acknowledged there afterwards?
import { documents, type DocumentVersionView } from '@samsyn/contract';
import path from 'node:path';
import pg from 'pg';
import { writeInto } from '../bench/page';
import { Preparation } from '../bench/prepare';
import { startServer, type Server } from '../bench/servers';
import { sleep } from '../bench/stats';
import { root } from '../bootstrap.mjs';
import { freePort } from '../database/embedded.mjs';
import { startTemporaryDatabase } from '../database/temporary.mjs';
import { buildIfOlder, serverFlags } from '../start/product.mjs';
import { Books } from './books';
import { Sending, sha256Of, thickFile } from './sending';
import { smallDisk, type SmallDisk } from './small-disk';
import { Worker } from './worker';

const [diskMegabytes, earlierMegabytes, eachMegabytes] = [24, 8, 11];
const full = '507 documents/disk-full';
const faults: string[] = [];
const expect = (what: string, right: boolean): void => {
  console.error(`  ${right ? 'yes' : 'NO '} ${what}`);
  if (!right) faults.push(what);
};

interface Scene {
  readonly address: string;
  readonly evaluation: string;
  readonly cookies: readonly [string, string];
}

/** The version once it has been checked, as the list of the evaluation shows it. */
async function checked({ address, evaluation, cookies }: Scene, version: string): Promise<(DocumentVersionView & { document: string }) | undefined> {
  for (let waited = 0; waited < 30_000; waited += 200) {
    const answer = await fetch(`${address}/api/${documents.list.path.replace(':id', evaluation)}`, { headers: { cookie: cookies[0] } });
    const { loose } = documents.list.answer.parse(await answer.json());
    const found = loose.flatMap(({ document, versions }) => versions.map((own) => ({ ...own, document }))).find((own) => own.version === version);
    if (found && found.state !== 'checking') return found;
    await sleep(200);
  }
  return undefined;
}

async function sumOfStored({ address, evaluation, cookies }: Scene, version: string): Promise<string> {
  const answer = await fetch(`${address}/api/evaluations/${evaluation}/versions/${version}/content`, { headers: { cookie: cookies[1] } });
  return answer.ok ? sha256Of(new Uint8Array(await answer.arrayBuffer())) : `${answer.status}`;
}

/** Fills the disk by two uploads that each would fit alone, looks around while it is full, makes room and lets them go on. */
async function fillAndFree(scene: Scene, acknowledged: () => number): Promise<{ stopped: number[]; scored: number }> {
  const [a, b] = scene.cookies;
  const send = (cookie: string, name: string, megabytes: number): Sending => new Sending(scene.address, cookie, scene.evaluation, name, thickFile(megabytes));
  const earlier = send(a, 'Tidigare.pdf', earlierMegabytes);
  expect('a file that fits is taken in whole', (await earlier.begin()) === null && (await earlier.goOn()) === null && earlier.whole);
  const both = [send(a, 'Ena.pdf', eachMegabytes), send(b, 'Andra.pdf', eachMegabytes)];
  expect('two files that each fit alone are let in', (await Promise.all(both.map((one) => one.begin()))).every((code) => code === null));
  const codes = await Promise.all(both.map((one) => one.goOn()));
  expect(`on the way the disk is full, and both are told so (${codes.join(', ')})`, codes.every((code) => code === full));
  const stopped = both.map((one) => one.acknowledged);

  const before = acknowledged();
  const third = send(b, 'Tredje.pdf', eachMegabytes);
  const code = await third.begin();
  expect(`a third is refused before a byte of it is sent (${code})`, code === full);
  expect('trying on at once is refused again, and loses nothing', (await both[0]?.goOn()) === full && ((await both[0]?.held()) ?? 0) >= (stopped[0] ?? 0));
  expect('what was there opens, byte for byte', (await checked(scene, earlier.version))?.state === 'unscanned' && (await sumOfStored(scene, earlier.version)) === earlier.sum);
  await sleep(2000);
  const scored = acknowledged() - before;
  expect(`drafts, seals, proposals and approvals go on meanwhile (${scored} acknowledged)`, scored > 100);

  const { document } = (await checked(scene, earlier.version)) ?? { document: '' };
  const removed = await fetch(`${scene.address}/api/${documents.remove.path.replace(':id', scene.evaluation).replace(':document', document)}`, { method: 'POST', headers: { cookie: a, 'x-samsyn': '1', 'content-type': 'application/json' }, body: JSON.stringify({ reason: 'Ger plats.' }) });
  expect('a document can be taken away while the disk is full', removed.ok);
  const held = await Promise.all(both.map((one) => one.held()));
  expect('every acknowledged byte of both is still there', held.every((at, index) => at >= (stopped[index] ?? 0)));
  expect('with room again both go on where they stopped, to the end', (await Promise.all(both.map((one) => one.goOn()))).every((again) => again === null) && both.every((one) => one.whole));
  for (const one of both) expect('it is checked, and is what was sent', (await checked(scene, one.version))?.sha256 === one.sum && (await sumOfStored(scene, one.version)) === one.sum);
  return { stopped, scored };
}

async function work(disk: SmallDisk, url: string, pool: pg.Pool): Promise<string> {
  const port = await freePort();
  const server: Server = await startServer(process.env['SAMSYN_API'] ?? 'dist/api/main.mjs', port, { DATABASE_URL: url, SAMSYN_DEMO: '0', FILES_DIR: disk.folder }, serverFlags, disk.through);
  try {
    const [sender, ...pairs] = await new Preparation(pool, port).pairs(5, 30);
    if (!sender) throw new Error('nobody to send files');
    const books = new Books(pool, pairs.map((pair) => pair.evaluations[0]?.id ?? ''));
    await books.open();
    const workers = pairs.flatMap((pair) => Worker.forPair(port, pair, books));
    let ended = 0;
    const works = workers.map((worker) => worker.run().then(() => ended++));
    const { stopped, scored } = await fillAndFree({ address: `http://127.0.0.1:${port}`, evaluation: sender.evaluations[0]?.id ?? '', cookies: sender.cookies }, () => books.acknowledged);
    expect('nobody who scored was refused anything', ended === 0);
    for (const worker of workers) worker.stop();
    await Promise.all(works);
    await books.settled();
    const found = await books.compare();
    expect('everything acknowledged about scores is stored, once and unchanged', Object.values(found).flat().length === 0);
    const defects = server.said().split('\n').filter((line) => /ERROR|FATAL/.test(line));
    for (const line of defects.slice(0, 5)) console.error(`  ${line}`);
    expect('the server met nothing that it did not know', defects.length === 0);
    return `${disk.how}: two uploads of ${eachMegabytes} MB refused with ${full} after ${stopped.map((at) => (at / 1024 / 1024).toFixed(1)).join(' and ')} MB acknowledged, ${scored} acts of scoring acknowledged while it was full and ${books.acknowledged} in all, none lost; after a document was taken away both went on where they stopped and came out byte for byte`;
  } finally {
    await server.kill();
  }
}

async function run(): Promise<void> {
  const disk = smallDisk(diskMegabytes, process.argv.includes('--namespace'));
  if (!disk) {
    console.log('Not run: a small disk can be made neither by mount (only root may) nor by unshare -Urm (namespaces of users are switched off here).');
    process.exit(2);
  }
  if (!process.env['SAMSYN_API']) await buildIfOlder('api', (text: string) => console.error(text));
  const database = await startTemporaryDatabase({ lasting: true });
  const pool = new pg.Pool({ connectionString: await database.ensureDatabase('samsyn'), max: 8 });
  pool.on('error', () => undefined);
  try {
    const line = `${new Date().toISOString().slice(0, 10)}: ${await work(disk, await database.ensureDatabase('samsyn'), pool)}. ${faults.length} expectations failed.`;
    console.log(line);
    for (const fault of faults) console.log(`  ${fault}`);
    if (process.argv.includes('--write')) writeInto(path.join(root, 'docs/performance.md'), 'full-disk', line);
  } finally {
    await pool.end();
    await database.stop();
    disk.release();
  }
  if (faults.length > 0) process.exitCode = 1;
}

await run();
process.exit();
