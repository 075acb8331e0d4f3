import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

export interface Transfer {
  /** Brotli bytes of the page and every script and style it loads before anything is clicked. */
  readonly first: number;
  readonly files: number;
  readonly fonts: number;
  /** The largest of what is loaded later, route by route. */
  readonly largestLazy: number;
  readonly lazyFiles: number;
}

const brotli = (file: string): number => zlib.brotliCompressSync(fs.readFileSync(file), { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** What a browser fetches of a built web: read from index.html and the static imports below it. Undefined when nothing is built. */
export function transferOf(folder: string): Transfer | undefined {
  const index = path.join(folder, 'index.html');
  if (!fs.existsSync(index)) return undefined;
  const page = fs.readFileSync(index, 'utf8');
  const named = [...page.matchAll(/(?:src|href)="([^":]+\.(?:js|css))"/g)].map((match) => match[1] ?? '');
  const first = new Set<string>();
  const follow = (name: string): void => {
    const file = path.join(folder, name);
    if (first.has(name) || !fs.existsSync(file)) return;
    first.add(name);
    if (!name.endsWith('.js')) return;
    // Static imports only: `import"./x.js"` and `from"./x.js"`; `import("./x.js")` is loaded later.
    for (const match of fs.readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) follow(match[1] ?? '');
  };
  named.forEach(follow);
  const all = fs.readdirSync(folder, { recursive: true }).map(String);
  // The reader of PDFs is copied as it is and fetched by who opens one; see docs/performance.md.
  const lazy = all.filter((name) => name.endsWith('.js') && !first.has(name) && !/^pdf[\\/]/.test(name)).map((name) => brotli(path.join(folder, name)));
  const fonts = all.filter((name) => name.endsWith('.woff2')).reduce((sum, name) => sum + fs.statSync(path.join(folder, name)).size, 0);
  return { first: brotli(index) + [...first].reduce((sum, name) => sum + brotli(path.join(folder, name)), 0), files: first.size + 1, fonts, largestLazy: Math.max(0, ...lazy), lazyFiles: lazy.length };
}
