// A throw-away server: own folder, gone when stopped; safe against power cuts only when `lasting`.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startDatabase } from './embedded.mjs';

export async function startTemporaryDatabase({ lasting = false } = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'samsyn-test-'));
  fs.chmodSync(folder, 0o755);
  const remove = () => fs.rmSync(folder, { recursive: true, force: true });
  try {
    const database = await startDatabase({ dir: path.join(folder, 'postgres'), lasting });
    return { ...database, stop: () => database.stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}
