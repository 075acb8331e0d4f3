// npm start: installs if needed, then runs run.mjs under Node 26.
import { continueIn, installIfNeeded, stopUnlessNode20 } from '../bootstrap.mjs';

stopUnlessNode20();
await installIfNeeded((text) => console.log(`1/6 ${text}`));
await continueIn('tools/start/run.mjs', { flags: [], args: process.argv.slice(2) });
