// The parts of a running Samsyn: build, server, demo. `npm start` and the journeys both use them.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { environment, root, run } from '../bootstrap.mjs';
import { alive, commandOf, isFree } from '../database/embedded.mjs';
import { isBuilt, markBuilt, sourcesOf } from './stamps.mjs';

export class StartFault extends Error {}

export const nx = (...args) => [process.execPath, path.join(root, 'node_modules/nx/dist/bin/nx.js'), ...args];

export async function buildIfOlder(app, say) {
  const then = sourcesOf(app);
  if (isBuilt(app, then)) return say(`${app} is built already`);
  say(`building ${app}`);
  const began = Date.now();
  const [command, ...args] = app === 'api' ? [process.execPath, 'tools/build/build-api.mjs'] : nx('run', 'web:build', '--skip-nx-cache');
  const code = await run(command, args, { env: environment() });
  if (code !== 0) throw new StartFault(`${app} could not be built; the reason is above. If you have changed nothing, remove dist and .angular and start again.`);
  markBuilt(app, then);
  say(`${app} built in ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

export async function choosePort(say) {
  const asked = process.env.PORT;
  const everywhere = async (port) => (await isFree(port)) && (await isFree(port, undefined));
  if (asked && !(Number(asked) >= 0 && Number(asked) < 65536)) throw new StartFault(`PORT is "${asked}"; it must be a number below 65536.`);
  const first = Number(asked || 3000);
  if (await everywhere(first)) return first;
  if (asked) throw new StartFault(`Port ${first} is taken by another program. Stop that program, or choose another port: PORT=${first + 1} npm start`);
  for (let port = first + 1; port < first + 50; port++) {
    if (await everywhere(port)) {
      say(`port ${first} is taken by another program, using ${port}`);
      return port;
    }
  }
  throw new StartFault(`Ports ${first} to ${first + 49} are all taken. Choose one: PORT=8080 npm start`);
}

// How Node runs the server, also in the Dockerfile. A house that few use is always in its first minutes: code is compiled
// when it is first met, instead of being read out for a thousand rounds before (docs/performance.md).
export const serverFlags = ['--enable-source-maps', '--always-sparkplug'];

// Starts dist/api/main.mjs; ready when it prints a line READY, after its migrations.
export async function startServer({ databaseUrl, port, demo, more = {}, line = (text) => console.log(text), dev = false, note }) {
  const child = spawn(process.execPath, [...serverFlags, 'dist/api/main.mjs'], {
    cwd: root,
    detached: process.platform !== 'win32', // Ctrl-C must reach it through us, before the database
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment({
      NODE_ENV: dev ? 'development' : 'production',
      ...more,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      SAMSYN_DEMO: demo ? '1' : '0',
      WEB_ROOT: path.join(root, 'dist/web'),
    }),
  });
  const ended = new Promise((done) => {
    child.on('error', (error) => done(error.message));
    child.on('exit', (code, signal) => done(`exit ${code ?? signal}`));
  });
  fs.mkdirSync(path.join(root, '.data'), { recursive: true });
  if (note) fs.writeFileSync(note, String(child.pid));
  const heard = [];
  const ready = new Promise((done) => {
    for (const stream of [child.stdout, child.stderr]) {
      readline.createInterface({ input: stream }).on('line', (text) => {
        if (/^READY\b/.test(text)) return done('ready');
        heard.push(text);
        if (heard.length > 200) heard.shift();
        line(text);
      });
    }
  });
  let timer;
  const late = new Promise((done) => (timer = setTimeout(done, 120_000, 'late')));
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const last = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(last);
    if (note) fs.rmSync(note, { force: true });
  };
  const outcome = await Promise.race([ready, ended, late]);
  clearTimeout(timer);
  if (outcome === 'ready') return { url: `http://localhost:${port}`, pid: child.pid, ended, stop };
  await stop();
  throw new StartFault(`The server did not start (${outcome === 'late' ? 'not ready after two minutes' : outcome}). ${advice(heard.join('\n'), port)}`);
}

// A server whose starter was killed with `kill -9` is stopped before the next one begins.
export async function stopLeftServer(note, say) {
  if (!fs.existsSync(note)) return;
  const pid = Number(fs.readFileSync(note, 'utf8'));
  const runs = () => alive(pid) && commandOf(pid).includes('dist/api/main.mjs');
  if (runs()) {
    say('stopping a server left over from last time');
    process.kill(pid, 'SIGTERM');
    for (let i = 0; i < 100 && runs(); i++) await new Promise((done) => setTimeout(done, 100));
    if (runs()) process.kill(pid, 'SIGKILL');
  }
  fs.rmSync(note, { force: true });
}

function advice(output, port) {
  if (/EADDRINUSE/.test(output)) return `Port ${port} is taken by another program. Choose another: PORT=${port + 1} npm start`;
  if (/ECONNREFUSED|ENOTFOUND|password authentication|ETIMEDOUT/.test(output)) return 'It cannot reach the database. Check DATABASE_URL and that the database server runs.';
  if (/ENOSPC|No space left/i.test(output)) return 'The disk is full. Free some space and start again; nothing has been lost.';
  if (/Migration/i.test(output)) return 'A migration failed; the line above says which. The database is as it was before it.';
  return 'Its own words are above.';
}

// Fills the sandbox; the demo prints its sign-in links itself. Other `output` than 'inherit' is a file.
export async function fillDemo(url, output = 'inherit') {
  const file = 'tools/demo/demo.ts';
  if (!fs.existsSync(path.join(root, file))) return false;
  const out = output === 'inherit' ? 'inherit' : fs.openSync(output, 'w');
  const code = await run(process.execPath, ['--import', 'tsx', path.join(root, file)], {
    stdio: ['ignore', out, 'inherit'],
    env: environment({ SAMSYN_URL: url, TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.json') }),
  });
  if (out !== 'inherit') fs.closeSync(out);
  if (code !== 0) throw new StartFault('The demo could not be filled in; the reason is above. To start without it: SAMSYN_DEMO=0 npm start');
  return true;
}
