import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { environment, root } from '../bootstrap.mjs';
import { serverFlags } from '../start/product.mjs';

export interface Server {
  readonly pid: number;
  readonly port: number;
  /** Everything it has said. */
  said(): string;
  kill(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts one of our own servers, `through` another program where one is named, and waits for its READY. `kill` ends exactly this process. */
export async function startServer(file: string, port: number, more: Record<string, string>, flags: readonly string[] = [], through: readonly string[] = []): Promise<Server> {
  const [program = process.execPath, ...args] = [...through, process.execPath, ...flags, path.join(root, file)];
  const child = spawn(program, args, { cwd: root, env: environment({ NODE_ENV: 'production', PORT: `${port}`, ...more }), stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const ready = new Promise<void>((done, failed) => {
    const hear = (data: Buffer): void => {
      said = `${said}${data.toString()}`.slice(-100_000);
      if (said.includes('READY')) done();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    setTimeout(() => failed(new Error(`${file} was not ready after a minute: ${said}`)), 60_000).unref();
    void ended.then(() => failed(new Error(`${file} ended: ${said}`)));
  });
  await ready;
  const kill = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    child.kill(signal);
    const last = setTimeout(() => child.kill('SIGKILL'), 5000);
    await ended;
    clearTimeout(last);
  };
  return { pid: child.pid ?? 0, port, said: () => said, kill };
}

/** Samsyn's own server as `npm start` runs it. */
export const startSamsyn = (databaseUrl: string, port: number, flags: readonly string[] = []): Promise<Server> =>
  startServer(process.env['SAMSYN_API'] ?? 'dist/api/main.mjs', port, { DATABASE_URL: databaseUrl, SAMSYN_DEMO: '1', ...(fs.existsSync(path.join(root, 'dist/web/index.html')) ? { WEB_ROOT: path.join(root, 'dist/web') } : {}) }, [...serverFlags, ...flags]);

/** Resident memory in MB; undefined where the system does not tell. */
export function residentMegabytes(pid: number): number | undefined {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
  } catch {
    return undefined;
  }
}
