import { Upload, type DataStore } from '@tus/server';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';

/** The bytes from `start` to `end`, both included, as HTTP counts them. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** How long an upload may lie unfinished before its bytes are thrown away. */
export const unfinishedMilliseconds = 7 * 24 * 3_600_000;

/**
 * Where bytes lie, by a name that says nothing: a folder, or a bucket. An upload is written under the name it keeps, so
 * that a folder never copies a finished file. Everything streams; nothing here holds a file in memory.
 */
export abstract class FileStorage {
  /** The side that resumable uploads write to. */
  abstract readonly uploads: DataStore;

  /** Puts a complete upload where it stays. Doing it again is harmless. */
  abstract keep(name: string): Promise<void>;

  /** The rest, once the rows say that it is kept. */
  abstract kept(name: string): Promise<void>;

  /** Takes a file of this machine in, as an upload would come; once more it replaces what lies there. */
  async put(name: string, file: string): Promise<void> {
    const { size } = await stat(file);
    await this.uploads.create(new Upload({ id: name, size, offset: 0 }));
    await this.uploads.write(createReadStream(file), name, 0);
    await this.keep(name);
  }

  abstract read(name: string, part?: Part): Promise<Readable>;

  /** Takes the bytes and what is known about them away; what is not there is gone already. */
  abstract remove(name: string): Promise<void>;

  /** A path for libraries that need one; `release` when done. */
  abstract onDisk(name: string): Promise<{ path: string; release: () => Promise<void> }>;

  /** How many bytes more there is room for, as far as can be told. */
  abstract room(): Promise<number>;

  /** Removes uploads begun long ago and never finished; answers how many. */
  abstract tidy(now: Date): Promise<number>;
}

/** Thrown by the writing side when the disk is full; the sender is told, what was received before stays. */
export class StorageFull extends Error {}
