import { FileStore } from '@tus/file-store';
import { existsSync } from 'node:fs';
import { mkdir, open, rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { FileStorage, StorageFull, unfinishedMilliseconds, type Part } from './file-storage';

const nameOnly = /^[0-9a-f-]{1,64}$/;

/** A folder of this machine, or one that several share. */
export class FolderStorage extends FileStorage {
  private made: FolderUploads | null = null;

  constructor(private readonly directory: string) {
    super();
  }

  /** Made with the first upload, because it makes its folder: an installation without documents has none. */
  get uploads(): FolderUploads {
    return (this.made ??= new FolderUploads({ directory: this.directory, expirationPeriodInMilliseconds: unfinishedMilliseconds }));
  }

  /** It was written where it stays. */
  keep(): Promise<void> {
    return Promise.resolve();
  }

  kept(): Promise<void> {
    return Promise.resolve();
  }

  async read(name: string, part?: Part): Promise<Readable> {
    const file = await open(this.pathOf(name));
    return file.createReadStream(part);
  }

  async remove(name: string): Promise<void> {
    await rm(this.pathOf(name), { force: true });
    await rm(`${this.pathOf(name)}.json`, { force: true });
  }

  onDisk(name: string): Promise<{ path: string; release: () => Promise<void> }> {
    return Promise.resolve({ path: this.pathOf(name), release: () => Promise.resolve() });
  }

  async room(): Promise<number> {
    await mkdir(this.directory, { recursive: true });
    const { bavail, bsize } = await statfs(this.directory);
    return bavail * bsize;
  }

  async tidy(now: Date): Promise<number> {
    if (!existsSync(this.directory)) return 0;
    let removed = 0;
    for (const name of (await this.uploads.configstore.list?.()) ?? []) {
      const upload = await this.uploads.getUpload(name).catch(() => null);
      const begun = Date.parse(upload?.creation_date ?? '');
      if (upload && (upload.size === undefined || upload.offset < upload.size) && begun + unfinishedMilliseconds < now.getTime()) {
        await this.remove(name);
        removed++;
      }
    }
    return removed;
  }

  private pathOf(name: string): string {
    if (!nameOnly.test(name)) throw new Error('a stored name is made by the server and holds no path');
    return path.join(this.directory, name);
  }
}

/**
 * The stock store, but what is acknowledged has reached the disk, and a full disk is called by its name. Its own clearing
 * of expired uploads is not used: it goes by the offset at the start and would take finished files too.
 */
export class FolderUploads extends FileStore {
  /** A disk that is full between the two files of an upload leaves neither. */
  override async create(...[upload]: Parameters<FileStore['create']>): ReturnType<FileStore['create']> {
    return full(() => super.create(upload)).catch(async (fault: unknown) => {
      await Promise.all([upload.id, `${upload.id}.json`].map((name) => rm(path.join(this.directory, path.basename(name)), { force: true })));
      throw fault;
    });
  }

  override write(readable: Readable, name: string, offset: number): Promise<number> {
    return full(async () => {
      const file = await open(path.join(this.directory, path.basename(name)), 'r+');
      let at = offset;
      try {
        for await (const chunk of readable) {
          // On a disk with little room left a write takes a part and says how much: only that is there.
          for (let rest = chunk as Uint8Array; rest.length > 0; ) {
            const { bytesWritten } = await file.write(rest, 0, rest.length, at);
            at += bytesWritten;
            rest = rest.subarray(bytesWritten);
          }
        }
      } finally {
        await file.sync().finally(() => file.close());
      }
      return at;
    });
  }
}

async function full<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (fault) {
    if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes((fault as { code?: string }).code ?? '')) throw new StorageFull('no room', { cause: fault });
    throw fault;
  }
}
