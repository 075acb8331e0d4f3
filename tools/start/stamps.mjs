// Tells whether dist is older than what it is made from.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../bootstrap.mjs';

const sources = {
  api: ['apps/api', 'libs', 'tools/build', 'tsconfig.base.json', 'package-lock.json'],
  web: ['apps/web', 'libs', 'tools/build/build-fonts.mjs', 'tsconfig.base.json', 'package-lock.json'],
};
const products = { api: 'dist/api/main.mjs', web: 'dist/web/index.html' };
const stampOf = (app) => path.join(root, `dist/.${app}-sources`);

export function sourcesOf(app) {
  const hash = createHash('sha256');
  const add = (place) => {
    const full = path.join(root, place);
    const stat = fs.statSync(full, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) for (const name of fs.readdirSync(full).sort()) add(`${place}/${name}`);
    else if (!place.endsWith('.spec.ts')) hash.update(`${place} ${stat.size} ${stat.mtimeMs}\n`);
  };
  sources[app].forEach(add);
  return hash.digest('hex');
}

export function isBuilt(app, now = sourcesOf(app)) {
  return fs.existsSync(path.join(root, products[app])) && fs.existsSync(stampOf(app)) && fs.readFileSync(stampOf(app), 'utf8') === now;
}

export function markBuilt(app, then) {
  fs.mkdirSync(path.join(root, 'dist'), { recursive: true });
  fs.writeFileSync(stampOf(app), then);
}
