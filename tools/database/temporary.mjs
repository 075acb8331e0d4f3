// A throw-away server: own folder, gone when stopped; safe against power cuts only when `lasting`.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { alive, commandOf, startDatabase } from './embedded.mjs';

export async function startTemporaryDatabase({ lasting = false } = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'samsyn-test-'));
  fs.chmodSync(folder, 0o755);
  const remove = () => fs.rmSync(folder, { recursive: true, force: true });
  try {
    const dir = path.join(folder, 'postgres');
    let database = await startDatabase({ dir, lasting });
    return {
      ...database,
      stop: () => database.stop().finally(remove),
      // As a power cut takes it: the server and every process it has, at once. Then the same folder again, on the same port.
      async killAndStartAgain() {
        const children = spawnSync('ps', ['-o', 'pid=', '--ppid', String(database.pid)], { encoding: 'utf8' }).stdout.trim().split(/\s+/).filter(Boolean).map(Number);
        for (const pid of [database.pid, ...children])
          try {
            process.kill(pid, 'SIGKILL');
          } catch {
            // gone already
          }
        while ([database.pid, ...children].some((pid) => alive(pid) && commandOf(pid) !== '')) await new Promise((done) => setTimeout(done, 20));
        database = await startDatabase({ dir, lasting });
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
