// Runs on any Node from 20 and without node_modules: installs what is missing, then goes on
// under the Node 26 that comes with npm. Uses nothing but Node itself.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const modules = path.join(root, 'node_modules');
const stamp = path.join(modules, '.samsyn-lock');

export function stopUnlessNode20() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= 20) return;
  console.error(`Samsyn needs Node 20 or later to begin with; this is Node ${process.versions.node}. Install one from https://nodejs.org and run the same command again.`);
  process.exit(1);
}

export async function installIfNeeded(say) {
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8');
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return say('packages are installed');
  if (holds(JSON.parse(lock))) {
    fs.writeFileSync(stamp, wanted);
    return say('packages are installed');
  }
  say('installing packages with npm ci (about a minute the first time)');
  const began = Date.now();
  const beat = setInterval(() => say(`still installing, ${Math.round((Date.now() - began) / 1000)} s`), 10_000);
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const code = await run(npm[0], [...npm.slice(1), 'ci', '--no-audit', '--no-fund', '--loglevel', 'error'], { shell: process.platform === 'win32' && npm.length === 1 });
  clearInterval(beat);
  if (code !== 0) {
    console.error('The packages could not be installed; npm has written why above. Usual reasons: no network or a proxy (npm config set proxy …), or a full disk. Then run the same command again.');
    process.exit(1);
  }
  fs.writeFileSync(stamp, wanted);
  say(`packages installed in ${Math.round((Date.now() - began) / 1000)} s`);
}

// npm keeps a list of what it has put into node_modules.
function holds(lock) {
  const list = path.join(modules, '.package-lock.json');
  if (!fs.existsSync(list)) return false;
  const present = JSON.parse(fs.readFileSync(list, 'utf8')).packages;
  return Object.entries(lock.packages).every(([place, { version, optional, peer }]) => !place || (!present[place] && (optional || peer)) || present[place]?.version === version);
}

export function node26() {
  const own = path.join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (fs.existsSync(own)) return own;
  if (Number(process.versions.node.split('.')[0]) >= 26) return process.execPath;
  console.error('npm has not fetched Node 26 (its install script may be switched off). Run: npm rebuild node   or use Node 26 yourself.');
  process.exit(1);
}

export function environment(more = {}) {
  const bin = path.join(modules, '.bin');
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  return {
    ...process.env,
    [key]: `${bin}${path.delimiter}${path.join(modules, 'node', 'bin')}${path.delimiter}${process.env[key] ?? ''}`,
    NX_DAEMON: 'false',
    NX_NO_CLOUD: 'true',
    NX_TUI: 'false',
    NG_CLI_ANALYTICS: 'false',
    ...more,
  };
}

// Goes on in `file` under Node 26 and ends with its exit code. Ctrl-C reaches the child by itself.
export async function continueIn(file, given, more) {
  process.exit(await run(node26(), [...given.flags, path.join(root, file), ...given.args], { env: environment(more) }));
}

export function run(command, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    const pass = (signal) => child.kill(signal);
    const ignore = () => {};
    process.on('SIGINT', ignore);
    process.on('SIGTERM', pass);
    process.on('SIGHUP', pass);
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      done(1);
    });
    child.on('exit', (code, signal) => {
      process.off('SIGINT', ignore);
      process.off('SIGTERM', pass);
      process.off('SIGHUP', pass);
      done(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}
