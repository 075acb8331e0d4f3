import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileStorage, type Part } from './file-storage';
import { FolderStorage, type FolderUploads } from './folder-storage';

export interface Bucket {
  readonly bucket: string;
  readonly region: string;
  readonly endpoint?: string;
  readonly forcePathStyle: boolean;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/**
 * A bucket of anything that speaks S3, by its four plainest commands. What is still coming waits in a folder, where it can
 * go on after anything; whole, it is sent in one piece. (The stock store for buckets lists the parts of a multipart
 * upload at every step, which smaller servers do not offer.) Several servers before one bucket share that folder.
 */
export class BucketStorage extends FileStorage {
  private readonly client: S3Client;

  constructor(
    private readonly settings: Bucket,
    private readonly waiting: FolderStorage,
  ) {
    super();
    const { bucket: _, ...config } = settings;
    // Checksums after the body are not spoken by every server that calls itself S3; the checksum of the whole is ours.
    this.client = new S3Client({ ...config, requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED' });
  }

  get uploads(): FolderUploads {
    return this.waiting.uploads;
  }

  async keep(name: string): Promise<void> {
    const { path: file } = await this.waiting.onDisk(name);
    const { size } = await stat(file);
    await this.client.send(new PutObjectCommand({ ...this.at(name), Body: createReadStream(file), ContentLength: size }));
  }

  async kept(name: string): Promise<void> {
    await this.waiting.remove(name);
  }

  async read(name: string, part?: Part): Promise<Readable> {
    const { Body } = await this.client.send(new GetObjectCommand({ ...this.at(name), ...(part && { Range: `bytes=${part.start}-${part.end}` }) }));
    return Body as Readable;
  }

  async remove(name: string): Promise<void> {
    await this.waiting.remove(name);
    await this.client.send(new DeleteObjectCommand(this.at(name)));
  }

  async onDisk(name: string): Promise<{ path: string; release: () => Promise<void> }> {
    const copy = path.join(os.tmpdir(), `samsyn-${randomUUID()}`);
    const release = (): Promise<void> => rm(copy, { force: true });
    try {
      await pipeline(await this.read(name), createWriteStream(copy, { mode: 0o600 }));
    } catch (fault) {
      await release();
      throw fault;
    }
    return { path: copy, release };
  }

  room(): Promise<number> {
    return this.waiting.room();
  }

  tidy(now: Date): Promise<number> {
    return this.waiting.tidy(now);
  }

  private at(name: string): { Bucket: string; Key: string } {
    return { Bucket: this.settings.bucket, Key: name };
  }
}
