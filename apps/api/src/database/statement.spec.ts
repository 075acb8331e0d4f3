import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const sources = path.join(import.meta.dirname, '..');

describe('the names of prepared statements', () => {
  it('stand for one text each: a connection that knows another by that name refuses it', () => {
    const texts = new Map<string, Set<string>>();
    for (const file of globSync('**/*.ts', { cwd: sources }).filter((name) => !name.includes('spec')))
      for (const [, name = '', text = ''] of readFileSync(path.join(sources, file), 'utf8').matchAll(/\bstatement(?:<[^;]*?>)?\(\s*[\w.]+,\s*'([\w-]+)',\s*(\w+|'[^']*'|`[^`]*`)/g))
        texts.set(name, (texts.get(name) ?? new Set()).add(/^\w+$/.test(text) ? `${file} ${text}` : text));
    expect([...texts].filter(([, own]) => own.size > 1)).toEqual([]);
    expect(texts.size).toBeGreaterThan(40);
  });
});
