// node tools/run-nx.mjs <arguments of nx>: Nx on Node 26, without daemon or cloud.
import { continueIn, installIfNeeded, stopUnlessNode20 } from './bootstrap.mjs';

stopUnlessNode20();
await installIfNeeded((text) => text.startsWith('packages are') || console.error(text));
await continueIn('node_modules/nx/dist/bin/nx.js', { flags: [], args: process.argv.slice(2) });
