// Playwright global setup: the built product on an empty database and a free port. The journeys
// read SAMSYN_URL and SAMSYN_PAGE_PORT; the sign-in links the demo printed are in the file SAMSYN_DEMO_LINKS.
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../bootstrap.mjs';
import { freePort } from '../database/embedded.mjs';
import { startTemporaryDatabase } from '../database/temporary.mjs';
import { fillDemo, startServer } from '../start/product.mjs';
import { unpackChromium } from './chromium.mjs';

export default async function setUp() {
  await unpackChromium();
  if (process.env.SAMSYN_URL) return undefined; // the journeys visit a product that runs already
  const folder = path.join(root, '.data/journeys');
  fs.mkdirSync(folder, { recursive: true });
  const log = fs.createWriteStream(path.join(folder, 'server.log'));
  const database = await startTemporaryDatabase({ lasting: true });
  let server;
  const stop = async () => {
    await server?.stop();
    await database.stop();
    log.end();
  };
  try {
    const databaseUrl = await database.ensureDatabase('samsyn');
    // Where a journey shows a web page of its own; the product may visit this one place inside.
    process.env.SAMSYN_PAGE_PORT = String(await freePort());
    server = await startServer({ databaseUrl, port: await freePort(), demo: true, more: { WEB_COPIES_ALLOW: `127.0.0.1:${process.env.SAMSYN_PAGE_PORT}` }, line: (text) => log.write(`${text}\n`) });
    process.env.SAMSYN_DEMO_LINKS = path.join(folder, 'demo.txt');
    await fillDemo(server.url, process.env.SAMSYN_DEMO_LINKS);
    process.env.SAMSYN_URL = server.url;
    return stop;
  } catch (error) {
    await stop();
    throw new Error(`${error.message} (server log: .data/journeys/server.log)`, { cause: error });
  }
}
