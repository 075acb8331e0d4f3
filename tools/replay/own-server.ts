import fs from 'node:fs';
import { buildApi } from '../build/build-api.mjs';
import { freePort } from '../database/embedded.mjs';
import { startTemporaryDatabase } from '../database/temporary.mjs';
import { startServer } from '../start/product.mjs';
import { isBuilt, markBuilt, sourcesOf } from '../start/stamps.mjs';

/** Ended from outside: Ctrl-C, or a signal. */
export class Interrupted extends Error {}

/**
 * A server process of its own over a throw-away database, for as long as `work` runs. Whatever happens, both are stopped
 * and the database folder is removed, also on Ctrl-C and when the starter disappears.
 */
export async function withOwnServer<T>(say: (text: string) => void, work: (url: string) => Promise<T>): Promise<T> {
  const closers: (() => Promise<void>)[] = [];
  const { interrupted, isInterrupted, ignore } = listenForTheEnd();
  const opening = open(closers, say);
  try {
    const url = await Promise.race([opening, interrupted]);
    return await Promise.race([work(url), interrupted]);
  } catch (fault) {
    // Ctrl-C reaches the programs we wait for too; their end may be heard of before our own signal.
    await new Promise((done) => setTimeout(done, 50));
    throw isInterrupted() ? new Interrupted('interrupted') : fault;
  } finally {
    // What is being started must be there before it can be stopped.
    await opening.catch(() => undefined);
    for (const close of closers.reverse()) await close().catch((fault: unknown) => say(`not stopped cleanly: ${String(fault)}`));
    ignore();
  }
}

async function open(closers: (() => Promise<void>)[], say: (text: string) => void): Promise<string> {
  await buildIfOlder(say);
  say('starting a throw-away database');
  // Durable like any other: the server refuses to start on one that may lose scores.
  const database = await startTemporaryDatabase({ lasting: true });
  closers.push(() => database.stop());
  const databaseUrl = await database.ensureDatabase('replay');
  const port = (await freePort()) as number;
  const server = await startServer({ databaseUrl, port, demo: true, more: { PUBLIC_URL: '', FIRST_COORDINATOR: '', SMTP_URL: '' }, line: (text: string) => say(`server: ${text}`), dev: false, note: undefined });
  closers.push(() => server.stop());
  say(`the server runs at ${server.url}`);
  return server.url;
}

/** As `npm start` does, but silent on the standard output, which belongs to the result. */
async function buildIfOlder(say: (text: string) => void): Promise<void> {
  const sources = sourcesOf('api');
  if (isBuilt('api', sources) && fs.existsSync('dist/api/main.mjs')) return;
  say('building the server');
  await buildApi();
  markBuilt('api', sources);
}

function listenForTheEnd(): { interrupted: Promise<never>; isInterrupted: () => boolean; ignore: () => void } {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  let ended = false;
  let end: () => void = () => undefined;
  const interrupted = new Promise<never>((_, refuse) => {
    end = () => {
      ended = true;
      refuse(new Interrupted('interrupted'));
    };
  });
  interrupted.catch(() => undefined);
  for (const signal of signals) process.on(signal, end);
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && end(), 1000).unref();
  return {
    interrupted,
    isInterrupted: () => ended,
    ignore: () => {
      clearInterval(watch);
      for (const signal of signals) process.off(signal, end);
    },
  };
}
