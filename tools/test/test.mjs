// npm test: installs if needed, then runs run.mjs under Node 26.
import { continueIn, installIfNeeded, stopUnlessNode20 } from '../bootstrap.mjs';

stopUnlessNode20();
await installIfNeeded((text) => console.log(text));
await continueIn('tools/test/run.mjs', { flags: [], args: process.argv.slice(2) }, { CI: process.env.CI ?? 'true', FORCE_COLOR: '0' });
