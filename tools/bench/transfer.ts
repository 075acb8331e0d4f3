import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

export interface Transfer {
  /** Brotli bytes of the page and every script and style it loads before anything is clicked. */
  readonly first: number;
  readonly files: number;
  /** Bytes of the fonts that the page asks for before anything is drawn; they are compressed as they are. */
  readonly fonts: number;
  /** The most that one step to another page fetches: a part loaded later, with all it imports that is not there already. */
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
  const text = (name: string): string => fs.readFileSync(path.join(folder, name), 'utf8');
  const first = new Set<string>();
  // Static imports only: `import"./x.js"` and `from"./x.js"`; `import("./x.js")` is loaded later.
  const follow = (name: string, into: Set<string>): Set<string> => {
    if (first.has(name) || into.has(name) || !fs.existsSync(path.join(folder, name))) return into;
    into.add(name);
    if (name.endsWith('.js')) for (const match of text(name).matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) follow(match[1] ?? '', into);
    return into;
  };
  named.forEach((name) => follow(name, first));
  const all = fs.readdirSync(folder, { recursive: true }).map(String);
  // The reader of PDFs is copied as it is and fetched by who opens one; see docs/performance.md.
  const lazy = all.filter((name) => name.endsWith('.js') && !first.has(name) && !/^pdf[\\/]/.test(name));
  const weight = new Map([...lazy, ...first].map((name) => [name, brotli(path.join(folder, name))]));
  const weigh = (names: Iterable<string>): number => [...names].reduce((sum, name) => sum + (weight.get(name) ?? 0), 0);
  const asked = new Set([...lazy, ...first].filter((name) => name.endsWith('.js')).flatMap((name) => [...text(name).matchAll(/import\(["`]\.\/([^"`]+\.js)["`]\)/g)].map((match) => match[1] ?? '')));
  const largestLazy = Math.max(0, ...[...asked].map((name) => weigh(follow(name, new Set()))));
  const fonts = [...page.matchAll(/<link rel="preload" href="\/([^"]+)" as="font"/g)].reduce((sum, match) => sum + fs.statSync(path.join(folder, match[1] ?? '')).size, 0);
  return { first: brotli(index) + weigh(first), files: first.size + 1, fonts, largestLazy, lazyFiles: lazy.length };
}
