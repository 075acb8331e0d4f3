import { Service } from '@angular/core';

/** A file on its way, as it is kept in the browser until the server has it: a reload or a restart loses nothing. */
export interface KeptFile {
  readonly key: string;
  /** Whose it is and for which evaluation: nobody else in this browser takes it up. */
  readonly scope: string;
  readonly request: string | null;
  readonly replaces: string | null;
  readonly at: number;
  readonly paused: boolean;
  readonly sha256: string | null;
  readonly file: File;
}

const database = 'samsyn-uploads';
const store = 'files';
/** The server throws away what was begun and never finished; older files are not worth taking up. */
const oldest = 7 * 86_400_000;

const answerOf = <T>(request: IDBRequest<T>): Promise<T> => new Promise((done, fail) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => fail(request.error ?? new Error('indexedDB'));
});

/** Keeps files on their way in the browser's own database. Where it cannot (private window, full disk) it says so and nothing breaks. */
@Service()
export class UploadKeep {
  private opened: Promise<IDBDatabase> | null = null;

  async of(scope: string): Promise<KeptFile[]> {
    try {
      const all = await answerOf((await this.objects('readonly')).getAll() as IDBRequest<KeptFile[]>);
      for (const { key, at } of all) if (at < Date.now() - oldest) await this.drop(key);
      return all.filter((kept) => kept.scope === scope && kept.at >= Date.now() - oldest).sort((a, b) => a.at - b.at);
    } catch {
      return [];
    }
  }

  /** Whether it is kept now. */
  async put(kept: KeptFile): Promise<boolean> {
    try {
      await answerOf((await this.objects('readwrite')).put(kept));
      return true;
    } catch {
      return false;
    }
  }

  async drop(key: string): Promise<void> {
    try {
      await answerOf((await this.objects('readwrite')).delete(key));
    } catch {
      // It was never kept.
    }
  }

  private async objects(mode: IDBTransactionMode): Promise<IDBObjectStore> {
    this.opened ??= new Promise((done, fail) => {
      const request = indexedDB.open(database, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'key' });
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error ?? new Error('indexedDB'));
    });
    return (await this.opened).transaction(store, mode).objectStore(store);
  }
}
