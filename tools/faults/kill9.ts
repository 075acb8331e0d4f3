// node tools/run.mjs tools/faults/kill9.ts [trials] [--database] [--write]: the server, or PostgreSQL under it, is killed -9
// while people work; what was acknowledged?
import path from 'node:path';
import pg from 'pg';
import { writeInto } from '../bench/page';
import { Preparation } from '../bench/prepare';
import { startSamsyn } from '../bench/servers';
import { sleep } from '../bench/stats';
import { root } from '../bootstrap.mjs';
import { freePort } from '../database/embedded.mjs';
import { startTemporaryDatabase } from '../database/temporary.mjs';
import { buildIfOlder } from '../start/product.mjs';
import { Books } from './books';
import { Watcher } from './watcher';
import { Worker } from './worker';

const trials = Number(process.argv.slice(2).find((argument) => /^\d+$/.test(argument)) ?? 5);
const ofDatabase = process.argv.includes('--database');
const pairsAtWork = 12;
const questionsEach = 30;

interface Sum {
  trials: number;
  acknowledged: number;
  lost: number;
  twice: number;
  changed: number;
  broken: number;
  behind: number;
  catchUp: number;
}

/** Work, death of the server or of its database at a random moment, restart, and the books compared with what is stored. */
async function trial(url: string, port: number, pool: pg.Pool, database: { killAndStartAgain(): Promise<void> }, sum: Sum): Promise<void> {
  const first = await startSamsyn(url, port);
  const prepared = await new Preparation(pool, port).pairs(pairsAtWork, questionsEach);
  const books = new Books(pool, prepared.map((pair) => pair.evaluations[0]?.id ?? ''));
  const watchers = await Promise.all(prepared.map((pair) => Watcher.enter(port, pair.cookies[0], pair.evaluations[0]?.id ?? '')));
  await books.open();
  const workers = prepared.flatMap((pair) => Worker.forPair(port, pair, books));
  const work = workers.map((worker) => worker.run());
  await sleep(700 + Math.random() * 1500);
  if (ofDatabase) await database.killAndStartAgain();
  else await first.kill('SIGKILL');
  for (const worker of workers) worker.stop();
  await Promise.all(work);
  // A connection that the dead server left may still be writing: the database ends it first.
  await books.settled();
  // A server whose database died under it lives on and must find its way back by itself.
  const second = ofDatabase ? first : await startSamsyn(url, port);
  const began = performance.now();
  const caught = await Promise.all(watchers.map((watcher) => watcher.caughtUp(!ofDatabase)));
  const found = await books.compare();
  sum.trials++;
  sum.acknowledged += books.acknowledged;
  sum.lost += found.lost.length;
  sum.twice += found.twice.length;
  sum.changed += found.changed.length;
  sum.broken += found.broken.length;
  sum.behind += caught.filter((at) => at === null).length;
  sum.catchUp = Math.max(sum.catchUp, ...caught.map((at) => (at ?? performance.now()) - began));
  console.error(`trial ${sum.trials}: ${books.acknowledged} acknowledged, ${found.lost.length} lost, ${found.twice.length} twice, ${found.changed.length} sealed values changed, ${found.broken.length} chains broken, ${caught.filter((at) => at !== null).length} of ${caught.length} caught up`);
  for (const fault of [...found.lost, ...found.twice, ...found.changed, ...found.broken].slice(0, 5)) console.error(`  ${fault}`);
  for (const watcher of watchers) watcher.close();
  await second.kill();
}

async function run(): Promise<void> {
  if (!process.env['SAMSYN_API']) await buildIfOlder('api', (text: string) => console.error(text));
  const database = await startTemporaryDatabase({ lasting: true });
  const url = await database.ensureDatabase('samsyn');
  const pool = new pg.Pool({ connectionString: url, max: 8 });
  // At the end the database may hang up before an idle connection has.
  pool.on('error', () => undefined);
  const sum: Sum = { trials: 0, acknowledged: 0, lost: 0, twice: 0, changed: 0, broken: 0, behind: 0, catchUp: 0 };
  try {
    for (let index = 0; index < trials; index++) await trial(url, await freePort(), pool, database, sum);
  } finally {
    await pool.end();
    await database.stop();
  }
  const line = `${new Date().toISOString().slice(0, 10)}: ${sum.trials} trials${ofDatabase ? ' of PostgreSQL' : ''}, ${sum.acknowledged} acknowledged writes, ${sum.lost} lost, ${sum.twice} applied twice, ${sum.changed} sealed values changed, ${sum.broken} chains broken, ${sum.behind} clients left behind; the slowest client had caught up ${(sum.catchUp / 1000).toFixed(1)} s after ${ofDatabase ? 'the database was back' : 'the new server was ready'}.`;
  console.log(line);
  if (process.argv.includes('--write')) writeInto(path.join(root, 'docs/performance.md'), ofDatabase ? 'kill9-database' : 'kill9', line);
  if (sum.lost + sum.twice + sum.changed + sum.broken + sum.behind > 0) process.exitCode = 1;
}

await run();
process.exit();
