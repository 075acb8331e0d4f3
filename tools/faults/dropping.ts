// node tools/run.mjs tools/faults/dropping.ts [seconds]: every line drops every five seconds while pairs agree; does each
// page end with every ledger line it may know, once and in order?
import { evaluations } from '@samsyn/contract';
import pg from 'pg';
import { io, type Socket } from 'socket.io-client';
import { Preparation } from '../bench/prepare';
import { startSamsyn } from '../bench/servers';
import { sleep } from '../bench/stats';
import { freePort } from '../database/embedded.mjs';
import { startTemporaryDatabase } from '../database/temporary.mjs';
import { buildIfOlder } from '../start/product.mjs';
import { Books } from './books';
import { Worker } from './worker';

const seconds = Number(process.argv.slice(2).find((argument) => /^\d+$/.test(argument)) ?? 30);
const between = 5_000;

/** A page: a push or a new connection makes it read again; what it has read may only grow, in order. */
class Page {
  readonly lines: string[] = [];
  readonly faults: string[] = [];
  drops = 0;
  private reading: Promise<void> = Promise.resolve();
  private wanted = false;

  private constructor(
    private readonly address: string,
    private readonly cookie: string,
    readonly evaluation: string,
    private readonly socket: Socket,
  ) {
    socket.on('changed', () => this.read());
    socket.on('connect', () => this.read());
  }

  static enter(port: number, cookie: string, evaluation: string): Page {
    const address = `http://127.0.0.1:${port}`;
    return new Page(address, cookie, evaluation, io(address, { transports: ['websocket'], forceNew: true, extraHeaders: { cookie }, reconnectionDelay: 100, reconnectionDelayMax: 500 }));
  }

  drop(): void {
    this.drops++;
    this.socket.io.engine.close();
  }

  /** Once the line is back and everything told has been read; at most ten seconds. */
  async settled(): Promise<void> {
    for (let waited = 0; !this.socket.connected && waited < 10_000; waited += 50) await sleep(50);
    await sleep(500);
    do await this.reading;
    while (this.wanted);
  }

  close(): void {
    this.socket.close();
  }

  /** One reading at a time; what is told meanwhile is read by the next. */
  private read(): void {
    if (this.wanted) return;
    this.wanted = true;
    this.reading = this.reading.then(async () => {
      this.wanted = false;
      const now = await linesOf(this.address, this.cookie, this.evaluation);
      const kept = this.lines.every((line, at) => now[at] === line);
      if (!kept || new Set(now).size !== now.length) this.faults.push(`${this.evaluation}: ${now.length} lines after ${this.lines.length}, not the same ones in order`);
      this.lines.splice(0, this.lines.length, ...now);
    });
  }
}

/** The shared lines of the log, oldest first: colleagues' blind acts are counted by the day and left out. */
async function linesOf(address: string, cookie: string, id: string): Promise<string[]> {
  const answer = await fetch(`${address}/api/${evaluations.ledger.path.replace(':id', id)}`, { headers: { cookie } });
  const { lines } = evaluations.ledger.answer.parse(await answer.json());
  return lines.filter(({ kind }) => !['sealed', 'sealWithdrawn'].includes(kind)).map(({ at, who, line }) => `${at} ${who} ${line.sv}`);
}

async function run(): Promise<void> {
  await buildIfOlder('api', (text: string) => console.error(text));
  const database = await startTemporaryDatabase({ lasting: true });
  const [url, port] = [await database.ensureDatabase('samsyn'), await freePort()];
  const pool = new pg.Pool({ connectionString: url, max: 8 });
  pool.on('error', () => undefined);
  try {
    const server = await startSamsyn(url, port);
    const prepared = await new Preparation(pool, port).pairs(12, 30);
    const books = new Books(pool, prepared.map((pair) => pair.evaluations[0]?.id ?? ''));
    const pages = prepared.flatMap((pair) => pair.cookies.map((cookie) => Page.enter(port, cookie, pair.evaluations[0]?.id ?? '')));
    const workers = prepared.flatMap((pair) => Worker.forPair(port, pair, books));
    const work = workers.map((worker) => worker.run());
    const until = performance.now() + seconds * 1000;
    while (performance.now() < until) {
      await sleep(between / pages.length);
      pages[Math.floor(Math.random() * pages.length)]?.drop();
    }
    for (const worker of workers) worker.stop();
    await Promise.all(work);
    await Promise.all(pages.map((page) => page.settled()));
    let behind = 0;
    for (const [index, page] of pages.entries()) {
      const truth = await linesOf(`http://127.0.0.1:${port}`, prepared[Math.floor(index / 2)]?.cookies[index % 2 === 0 ? 0 : 1] ?? '', page.evaluation);
      if (truth.join('\n') !== page.lines.join('\n')) behind++;
    }
    const faults = pages.flatMap((page) => page.faults);
    const delivered = pages.reduce((sum, page) => sum + page.lines.length, 0);
    console.log(`${new Date().toISOString().slice(0, 10)}: ${pages.length} pages, ${pages.reduce((sum, page) => sum + page.drops, 0)} lines dropped in ${seconds} s, ${books.acknowledged} acknowledged writes, ${delivered} shared lines on the pages; ${behind} pages behind at the end, ${faults.length} times a line lost, doubled or out of order.`);
    for (const fault of faults.slice(0, 5)) console.error(`  ${fault}`);
    if (behind + faults.length > 0) process.exitCode = 1;
    for (const page of pages) page.close();
    await server.kill();
  } finally {
    await pool.end();
    await database.stop();
  }
}

await run();
process.exit();
