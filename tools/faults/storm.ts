// node tools/run.mjs tools/faults/storm.ts [clients]: the server is killed -9 under so many open pages; when are all level again?
import pg from 'pg';
import { Preparation } from '../bench/prepare';
import { startSamsyn } from '../bench/servers';
import { overAll, sleep } from '../bench/stats';
import { freePort } from '../database/embedded.mjs';
import { startTemporaryDatabase } from '../database/temporary.mjs';
import { buildIfOlder } from '../start/product.mjs';
import { Watcher } from './watcher';

const clients = Number(process.argv.slice(2).find((argument) => /^\d+$/.test(argument)) ?? 2000);
const pairs = 100;

async function run(): Promise<void> {
  await buildIfOlder('api', (text: string) => console.error(text));
  const database = await startTemporaryDatabase({ lasting: true });
  const pool = new pg.Pool({ connectionString: await database.ensureDatabase('samsyn'), max: 8 });
  pool.on('error', () => undefined);
  const [url, port] = [await database.ensureDatabase('samsyn'), await freePort()];
  try {
    const first = await startSamsyn(url, port);
    const prepared = await new Preparation(pool, port).pairs(pairs, 10);
    const watchers: Watcher[] = [];
    await overAll(Array.from({ length: clients }), 50, async (_, index) => {
      const pair = prepared[index % pairs];
      if (pair) watchers.push(await Watcher.enter(port, pair.cookies[index % 2 === 0 ? 0 : 1], pair.evaluations[0]?.id ?? ''));
    });
    await sleep(500);
    await first.kill('SIGKILL');
    const second = await startSamsyn(url, port);
    const began = performance.now();
    const level = await Promise.all(watchers.map((watcher) => watcher.caughtUp(true)));
    const late = level.filter((at) => at === null).length;
    const slowest = Math.max(...level.map((at) => (at ?? Number.POSITIVE_INFINITY) - began));
    console.log(`${new Date().toISOString().slice(0, 10)}: ${clients} clients after kill -9: ${clients - late} level again, the slowest ${(slowest / 1000).toFixed(1)} s after the new server was ready.`);
    if (late > 0) process.exitCode = 1;
    for (const watcher of watchers) watcher.close();
    await second.kill();
  } finally {
    await pool.end();
    await database.stop();
  }
}

await run();
process.exit();
