import { Inject, Injectable } from '@nestjs/common';
import type { DocumentVersionView } from '@samsyn/contract';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { SETTINGS, type Settings } from '../http';
import { isInfected } from './document-scanner';
import { claimedKind, faultOf } from './document-types';
import { lookAt } from './text-thread';

/** What became of a file: whether it may be opened, and its checksum. */
export interface Checked {
  readonly state: Exclude<DocumentVersionView['state'], 'checking'>;
  readonly refusedFor: DocumentVersionView['refusedFor'];
  readonly sha256: string;
}

/** Looks at a file before anybody may open it: its checksum, what it really is, and whether the virus scanner knows it. */
@Injectable()
export class DocumentCheck {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  get scans(): boolean {
    return this.settings.CLAMD_HOST !== undefined;
  }

  /** Throws when the scanner cannot be asked: then the file stays closed and is looked at again. */
  async check(path: string, name: string, promised: string | null): Promise<Checked> {
    const hash = createHash('sha256');
    await pipeline(createReadStream(path), hash);
    const sha256 = hash.digest('hex');
    if (promised !== null && promised !== sha256) return { state: 'refused', refusedFor: 'checksum', sha256 };
    if (await this.isInfected(path)) return { state: 'refused', refusedFor: 'infected', sha256 };
    const fault = faultOf(name, await lookAt(path, claimedKind(name).ending));
    if (fault) return { state: 'refused', refusedFor: fault, sha256 };
    return { state: this.scans ? 'clean' : 'unscanned', refusedFor: null, sha256 };
  }

  /** Asks the virus scanner, where there is one; throws when it is silent. */
  async isInfected(path: string): Promise<boolean> {
    const { CLAMD_HOST: host, CLAMD_PORT: port } = this.settings;
    return host !== undefined && isInfected(path, host, port);
  }
}
