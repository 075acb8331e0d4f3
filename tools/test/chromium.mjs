// Unpacks the Chromium that comes with npm (@sparticuz/chromium) into .data/chromium. Its own
// default is a shared folder in /tmp, where it trusts whatever lies there already.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../bootstrap.mjs';

export async function unpackChromium() {
  if (process.env.SAMSYN_CHROMIUM || process.platform !== 'linux' || process.arch !== 'x64') return process.env.SAMSYN_CHROMIUM;
  const folder = path.join(root, '.data/chromium');
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8'));
  const stamp = path.join(folder, 'version');
  const file = path.join(folder, 'chromium');
  if (!fs.existsSync(stamp) || fs.readFileSync(stamp, 'utf8') !== version) {
    fs.rmSync(folder, { recursive: true, force: true });
    fs.mkdirSync(folder, { recursive: true });
    await inFolder(folder, async ({ default: chromium }) => chromium.executablePath());
    fs.writeFileSync(stamp, version);
  }
  if (!fs.existsSync('/etc/fonts/fonts.conf')) process.env.FONTCONFIG_PATH = path.join(folder, 'fonts');
  if (execFileSync('ldd', [file], { encoding: 'utf8' }).includes('not found')) await addLibraries(folder);
  return file;
}

// The machine lacks a library the browser needs (NSS and the like): use the package's own.
async function addLibraries(folder) {
  const libraries = path.join(folder, 'al2023/lib');
  if (!fs.existsSync(libraries)) await inFolder(folder, ({ inflate }) => inflate(path.join(root, 'node_modules/@sparticuz/chromium/bin/al2023.tar.br')));
  process.env.LD_LIBRARY_PATH = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
}

async function inFolder(folder, work) {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return await work(await import('@sparticuz/chromium'));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
