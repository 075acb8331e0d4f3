// A product of one's own for a journey that has to end it the hard way: an empty database and a server on a fixed port.
// Reads one word per line: `kill` ends the server as a power cut would, `start` starts it again on the same database.
// Answers one line each: READY with the address, or KILLED. Ends, and removes all it made, when its input closes.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { freePort } from '../database/embedded.mjs';
import { startTemporaryDatabase } from '../database/temporary.mjs';
import { startServer } from '../start/product.mjs';

const database = await startTemporaryDatabase({ lasting: true });
const files = fs.mkdtempSync(path.join(os.tmpdir(), 'samsyn-files-'));
let server;
try {
  const databaseUrl = await database.ensureDatabase('samsyn');
  const port = process.env.PORT ? Number(process.env.PORT) : await freePort();
  const start = async () => {
    server = await startServer({ databaseUrl, port, demo: true, more: { FILES_DIR: files }, line: (text) => process.stderr.write(`${text}\n`) });
    console.log(`READY ${server.url}`);
  };
  const kill = async () => {
    process.kill(server.pid, 'SIGKILL');
    await server.ended;
    console.log('KILLED');
  };
  await start();
  for await (const word of readline.createInterface({ input: process.stdin })) await { kill, start }[word.trim()]?.();
} finally {
  await server?.stop();
  await database.stop();
  fs.rmSync(files, { recursive: true, force: true });
}
