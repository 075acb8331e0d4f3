// npm run bench [-- --quick] [-- --write]: Samsyn against the floor of the same machine, in one run, taking turns.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { root } from '../bootstrap.mjs';
import { freePort } from '../database/embedded.mjs';
import { startTemporaryDatabase } from '../database/temporary.mjs';
import { buildIfOlder } from '../start/product.mjs';
import { documentsTable, filesFolder } from './documents';
import { floorPairs } from './floor-pairs';
import { arriving, closedLoop, type Measured, type Pair } from './load';
import { measuredTable, noteOf, writeInto } from './page';
import { planTable } from './plan';
import { Preparation } from './prepare';
import { draftPairs, samsynPairs } from './samsyn-pairs';
import { residentMegabytes, startSamsyn, startServer, type Server } from './servers';
import { sleep } from './stats';
import { transferOf } from './transfer';

const quick = process.argv.includes('--quick');
const repetitions = quick ? 1 : 3;
const seconds = quick ? 4 : 8;
const warm = quick ? 1 : 2;
/** Evaluations live at once, and acts a second over all of them. Where acts are few it goes on for longer: of 160 the p99 would be the second slowest. */
const loads = [{ live: 1, rate: 20, longer: 3 }, { live: 50, rate: 50, longer: 2 }, { live: 500, rate: 250, longer: 1 }];
const drafting = { live: 50, rate: 50 };
const flood = quick ? 50 : 200;
/** `--only=facts,draft`: just the parts whose name holds one of the words. `--profile`: a .cpuprofile of the server in dist/. */
const only = (process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length) ?? '').split(',');
const flags = process.argv.includes('--profile') ? ['--cpu-prof', `--cpu-prof-dir=${path.join(root, 'dist/profiles')}`] : [];

const wanted = (what: string): boolean => only.some((word) => what.includes(word));

export interface Turn {
  readonly what: string;
  readonly floor: Measured;
  readonly samsyn: Measured;
}

interface Place {
  readonly floor: Server;
  readonly samsyn: Server;
  readonly preparation: Preparation;
}

/** Both systems, one after the other, in an order that changes from repetition to repetition. */
async function turn(what: string, repetition: number, floor: () => Promise<Pair[]>, samsyn: () => Promise<Pair[]>, measure: (pairs: Pair[]) => Promise<Measured>): Promise<Turn> {
  const one = async (open: () => Promise<Pair[]>): Promise<Measured> => {
    const pairs = await open();
    await sleep(300);
    const measured = await measure(pairs);
    for (const pair of pairs) pair.close();
    await sleep(200);
    return measured;
  };
  const results = repetition % 2 === 0 ? { floor: await one(floor), samsyn: await one(samsyn) } : await one(samsyn).then(async (own) => ({ samsyn: own, floor: await one(floor) }));
  const { failures } = results.samsyn;
  console.error(`${what}: ${noteOf(results.floor, results.samsyn)}${failures.length > 0 ? `; ${failures.length} failed: ${failures[0]}` : ''}`);
  return { what, ...results };
}

async function repeat({ floor, samsyn, preparation }: Place, repetition: number): Promise<Turn[]> {
  const turns: Turn[] = [];
  const openFloor = (count: number) => (): Promise<Pair[]> => floorPairs(`http://127.0.0.1:${floor.port}`, count);
  for (const { live, rate, longer } of loads) {
    if (!wanted(`shared facts, ${live} live`)) continue;
    const prepared = await preparation.pairs(live, Math.ceil(((seconds * longer + warm) * rate) / live / 3) + 1);
    turns.push(await turn(`shared facts, ${live} live`, repetition, openFloor(live), () => samsynPairs(samsyn.port, prepared), (pairs) => arriving(pairs, rate, seconds * longer, warm)));
  }
  if (wanted('draft, acknowledged')) {
    const drafts = await preparation.pairs(drafting.live, 1, false);
    turns.push(await turn('draft, acknowledged', repetition, openFloor(drafting.live), () => draftPairs(samsyn.port, drafts), (pairs) => arriving(pairs, drafting.rate, seconds, warm)));
  }
  if (wanted('facts a second')) {
    const flooded = await preparation.pairs(flood, 45);
    turns.push(await turn('facts a second', repetition, openFloor(flood), () => samsynPairs(samsyn.port, flooded), (pairs) => closedLoop(pairs, seconds, warm)));
  }
  return turns;
}

/** Needs neither server nor database. */
async function plan(): Promise<void> {
  const table = await planTable(quick);
  console.log(table);
  if (process.argv.includes('--write')) writeInto(path.join(root, 'docs/performance.md'), 'plan', table);
}

async function run(): Promise<void> {
  const loadBefore = os.loadavg()[0] ?? 0;
  if (!process.env['SAMSYN_API']) await buildIfOlder('api', (text: string) => console.error(text));
  const database = await startTemporaryDatabase({ lasting: true });
  const [floorUrl, samsynUrl] = [await database.ensureDatabase('floor'), await database.ensureDatabase('samsyn')];
  const servers: Server[] = [];
  const files = filesFolder();
  process.env['FILES_DIR'] = files.folder;
  const pool = new pg.Pool({ connectionString: samsynUrl, max: 8 });
  // At the end the database may hang up before an idle connection has.
  pool.on('error', () => undefined);
  try {
    const floor = await startServer('tools/bench/floor-server.mjs', await freePort(), { DATABASE_URL: floorUrl });
    servers.push(floor);
    const samsyn = await startSamsyn(samsynUrl, await freePort(), flags);
    servers.push(samsyn);
    const atRest = residentMegabytes(samsyn.pid);
    const place = { floor, samsyn, preparation: new Preparation(pool, samsyn.port) };
    const turns: Turn[] = [];
    for (let repetition = 0; repetition < repetitions; repetition++) turns.push(...(await repeat(place, repetition)));
    const [version] = (await database.query('SHOW server_version')) as unknown as { server_version: string }[];
    if (wanted('documents')) {
      const table = await documentsTable(pool, samsyn.port, quick);
      console.log(table);
      if (process.argv.includes('--write')) writeInto(path.join(root, 'docs/performance.md'), 'documents', table);
    }
    if (turns.length === 0) return;
    const table = measuredTable({
      turns, repetitions, seconds, quick, loadBefore, postgres: version?.server_version ?? '?',
      memory: { atRest, after: residentMegabytes(samsyn.pid), floor: residentMegabytes(floor.pid) },
      transfer: transferOf(path.join(root, 'dist/web')),
    });
    console.log(table);
    if (process.argv.includes('--write')) writeInto(path.join(root, 'docs/performance.md'), 'bench', table);
    const failed = turns.reduce((sum, own) => sum + own.samsyn.failures.length, 0);
    if (failed > 0) process.exitCode = 1;
    fs.writeFileSync(path.join(root, 'dist', 'bench.json'), JSON.stringify(turns));
  } finally {
    await pool.end();
    for (const server of servers) await server.kill();
    await database.stop();
    files.remove();
  }
}

if (wanted('plan')) await plan();
if (only.some((word) => word !== 'plan')) await run();
process.exit();
