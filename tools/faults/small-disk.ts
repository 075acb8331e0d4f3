import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A folder that is a disk of its own, of so many megabytes. */
export interface SmallDisk {
  readonly folder: string;
  /** In words, for the report. */
  readonly how: string;
  /** What a program is started through so that it sees this disk; empty where everybody sees it. */
  readonly through: readonly string[];
  release(): void;
}

/**
 * A tmpfs: mounted for everybody where one may, otherwise in a namespace of its own, which a user without rights may make
 * on most systems. Null where neither is possible.
 */
export function smallDisk(megabytes: number, onlyNamespace: boolean): SmallDisk | null {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'samsyn-full-disk-'));
  const remove = (): void => fs.rmdirSync(folder);
  const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0777`, 'tmpfs'];
  const possible = (program: string, ...args: string[]): boolean => spawnSync(program, args, { stdio: 'ignore' }).status === 0;
  if (!onlyNamespace && possible('mount', ...options, folder)) {
    const release = (): void => {
      spawnSync('umount', ['-l', folder]);
      remove();
    };
    return { folder, how: `tmpfs of ${megabytes} MB, mounted`, through: [], release };
  }
  const inside = `mount ${options.join(' ')} "$0"`;
  if (possible('unshare', '-Urm', 'sh', '-c', inside, folder)) return { folder, how: `tmpfs of ${megabytes} MB in a namespace of the server's own`, through: ['unshare', '-Urm', 'sh', '-c', `${inside} && exec "$@"`, folder], release: remove };
  remove();
  return null;
}
