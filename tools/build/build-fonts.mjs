// Makes dist/fonts/inter-latin.woff2, which every page waits for: of the package's file, the letters that
// apps/web/src/styles.css names for it, in the weights used there.
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import subset from 'subset-font';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const weights = { min: 400, max: 700 };
const most = 60_000;

const styles = await fs.readFile(path.join(root, 'apps/web/src/styles.css'), 'utf8');
const [face = ''] = /@font-face \{[^}]*\/fonts\/inter-latin\.woff2[^}]*\}/.exec(styles) ?? [];
const ranges = /unicode-range: ([^;]+);/.exec(face)?.[1]?.match(/U\+[^,\s]+/g) ?? [];
const letters = ranges.flatMap((part) => {
  const [from, to = from] = part.slice(2).split('-').map((code) => Number.parseInt(code, 16));
  return Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at));
});
if (letters.length === 0) throw new Error('apps/web/src/styles.css no longer says which letters are in /fonts/inter-latin.woff2');

const { resolve } = createRequire(import.meta.url);
const whole = await fs.readFile(resolve('@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2'));
const small = await subset(whole, letters.join(''), { targetFormat: 'woff2', variationAxes: { wght: weights } });
if (small.length > most) throw new Error(`the first font is ${small.length} bytes, more than ${most}`);
await fs.mkdir(path.join(root, 'dist/fonts'), { recursive: true });
await fs.writeFile(path.join(root, 'dist/fonts/inter-latin.woff2'), small);
// The licence goes wherever the fonts go.
for (const [name, family] of [['inter', '@fontsource-variable/inter'], ['pt-serif', '@fontsource/pt-serif']]) await fs.copyFile(resolve(`${family}/LICENSE`), path.join(root, `dist/fonts/${name}-licence.txt`));
console.log(`fonts built: ${Math.round(whole.length / 1000)} kB became ${Math.round(small.length / 1000)} kB`);
