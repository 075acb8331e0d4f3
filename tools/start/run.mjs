// The second half of npm start, under Node 26: database, build, server, demo, and a clean stop.
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { environment, root } from '../bootstrap.mjs';
import { DatabaseFault, startDatabase } from '../database/embedded.mjs';
import { StartFault, buildIfOlder, choosePort, fillDemo, nx, startServer, stopLeftServer } from './product.mjs';

const dev = process.argv.includes('--dev');
const demo = process.env.SAMSYN_DEMO !== '0';
const began = Date.now();
const note = path.join(root, '.data/server.pid');
const step = (number) => (text) => console.log(`${number}/6 ${text}`);

const closers = []; // what to stop, in order
let stopping = false;
async function stop(code, why) {
  if (stopping) return;
  stopping = true;
  if (why) console.log(why);
  for (const close of closers) await close().catch((error) => console.error(error.message));
  if (why) console.log('stopped; the data are kept');
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0, '\nstopping: the server first, then the database'));
const parent = process.ppid;
setInterval(() => process.ppid !== parent && void stop(0, 'the starter is gone, stopping'), 1000).unref();

try {
  await start();
} catch (error) {
  const plain = error instanceof StartFault || error instanceof DatabaseFault;
  const full = error.code === 'ENOSPC' ? 'The disk is full. Free some space and start again.' : undefined;
  if (!stopping) {
    console.error(`\n${full ?? (plain ? error.message : (error.stack ?? String(error)))}`);
    await stop(1);
  }
}

async function start() {
  const databaseUrl = await database(step(2));
  await stopLeftServer(note, step(2));
  if (dev) await startWatching(databaseUrl);
  else {
    await buildIfOlder('api', step(3));
    await buildIfOlder('web', step(4));
    const port = await choosePort(step(5));
    step(5)('starting the server');
    const server = await serve(databaseUrl, port);
    server.ended.then((how) => stopping || stop(1, `The server has stopped by itself (${how}); its last words are above. Start again with npm start.`));
    await finish(server.url);
  }
}

async function database(say) {
  const given = process.env.DATABASE_URL;
  if (given) {
    say('using the database in DATABASE_URL');
    const client = new pg.Client({ connectionString: given, connectionTimeoutMillis: 10_000 });
    try {
      await client.connect();
      await client.query('select 1');
    } catch (error) {
      const why = error.errors?.[0]?.message ?? error.message;
      throw new StartFault(`The database in DATABASE_URL does not answer (${why}). Check the address, the password and that it runs; or unset DATABASE_URL to use the built-in one.`);
    } finally {
      await client.end().catch(() => {});
    }
    return given;
  }
  say('starting PostgreSQL');
  const server = await startDatabase({ say });
  if (server.owned) throw new StartFault('Samsyn is already running from this folder. Use that one, or stop it first with Ctrl-C in its window.');
  closers.push(() => server.stop());
  const url = await server.ensureDatabase('samsyn');
  say(`PostgreSQL is ready on 127.0.0.1:${server.port}`);
  return url;
}

async function serve(databaseUrl, port) {
  const server = await startServer({ databaseUrl, port, demo, dev, note });
  closers.unshift(server.stop);
  if (stopping) await server.stop();
  return server;
}

async function finish(url) {
  if (demo) {
    step(6)('filling the demo');
    await fillDemo(url);
  }
  console.log(`6/6 Samsyn is ready at ${url} after ${((Date.now() - began) / 1000).toFixed(1)} s. Ctrl-C stops it.`);
}

// Both sides are watched: the web is rebuilt in place, the api restarted on the same port.
async function startWatching(databaseUrl) {
  const { spawn } = await import('node:child_process');
  const { watchApi } = await import('../build/build-api.mjs');
  step(3)('watching the web');
  const [command, ...args] = nx('run', 'web:build:development', '--watch');
  const web = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: environment() });
  closers.unshift(async () => void web.kill('SIGTERM'));
  fs.rmSync(path.join(root, 'dist/.web-sources'), { force: true });
  fs.rmSync(path.join(root, 'dist/.api-sources'), { force: true });
  step(4)('watching the api');
  const port = await choosePort(step(5));
  let server;
  let first = true;
  let turn = Promise.resolve();
  const restart = async () => {
    if (stopping) return;
    await server?.stop();
    server = undefined;
    try {
      server = await startServer({ databaseUrl, port, demo, dev, note });
      console.log(`the api runs at http://localhost:${port}`);
      if (first) await finish(server.url);
      first = false;
    } catch (error) {
      console.error(`${error.message}\n(waiting for the next change)`);
    }
  };
  closers.unshift(async () => void (await server?.stop()));
  await watchApi((succeeded) => {
    if (succeeded) turn = turn.then(restart);
    else console.error('the api does not compile; waiting for the next change');
  });
}
