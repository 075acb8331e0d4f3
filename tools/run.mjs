// node tools/run.mjs <tool.ts> [arguments]: runs a TypeScript tool with tsx on Node 26.
import { continueIn, installIfNeeded, root, stopUnlessNode20 } from './bootstrap.mjs';
import fs from 'node:fs';
import path from 'node:path';

const [tool, ...args] = process.argv.slice(2);
stopUnlessNode20();
if (!tool || !fs.existsSync(path.join(root, tool))) {
  console.error(tool ? `There is no ${tool}.` : 'Say which tool to run: node tools/run.mjs tools/replay/replay.ts');
  process.exit(1);
}
await installIfNeeded((text) => text.startsWith('packages are') || console.error(text));
await continueIn(tool, { flags: ['--import', 'tsx'], args }, { TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.json') });
