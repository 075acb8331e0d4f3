import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { SETTINGS, type Settings } from '../http';

type Purpose = 'label' | 'visit-link' | 'calendar-feed' | 'visit-receipt';

/**
 * Keys derived from the one of the house, one for each purpose. Protected labels are sealed with AES-256-GCM for the very
 * person they are about. Personal links and calendar addresses are made by HMAC, so that the same person always has the
 * same link and the database needs only its hash to know it again.
 */
@Injectable()
export class HouseKeys {
  private master: Promise<string> | null = null;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async token(purpose: Exclude<Purpose, 'label'>, ...of: readonly (string | number)[]): Promise<string> {
    return createHmac('sha256', await this.key(purpose)).update(of.join(' ')).digest('base64url');
  }

  /** Null for nothing to hide. */
  async seal(person: string, label: string): Promise<string | null> {
    if (label === '') return null;
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', await this.key('label'), nonce).setAAD(Buffer.from(person));
    const sealed = Buffer.concat([cipher.update(label, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
  }

  async open(person: string, sealed: string | null): Promise<string> {
    if (sealed === null) return '';
    const bytes = Buffer.from(sealed, 'base64');
    const cipher = createDecipheriv('aes-256-gcm', await this.key('label'), bytes.subarray(0, 12)).setAAD(Buffer.from(person)).setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8');
  }

  private async key(purpose: Purpose): Promise<Buffer> {
    this.master ??= this.masterKey().catch((fault: unknown) => {
      this.master = null;
      throw fault;
    });
    return Buffer.from(hkdfSync('sha256', await this.master, '', `samsyn ${purpose}`, 32));
  }

  private async masterKey(): Promise<string> {
    if (this.settings.HOUSE_KEY) return this.settings.HOUSE_KEY;
    await this.source.query(`INSERT INTO house_secret (name, value) VALUES ('house', $1) ON CONFLICT DO NOTHING`, [randomBytes(32).toString('base64url')]);
    const [row] = await this.source.query<{ value: string }[]>(`SELECT value FROM house_secret WHERE name = 'house'`);
    if (!row) throw new Error('the house has no key');
    return row.value;
  }
}
