import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AnswerOf, documents } from '@samsyn/contract';
import { Refusal } from '@samsyn/domain';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { DataSource } from 'typeorm';
import { statement } from '../database';
import { SETTINGS, type Settings } from '../http';
import { Accounts } from '../people';
import { houseSecret } from './house-secret';

type Choice = AnswerOf<typeof documents.mailChoice>;

/** How a mail lets its reader choose: a page for people, and an address for one click in the mail program. */
export interface WayOut {
  readonly page: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Characters of 128 bits in base64url. */
const half = 22;

/**
 * Who wants no reminders. Kept by address, under a key made of it by HMAC, because who delivers by a link has no account:
 * one choice holds for a person however the mail comes to them. The token in a mail is that key and a signature over it,
 * so it is known as ours without a look in the database, and no answer tells whether anybody has that address.
 */
@Injectable()
export class MailChoices {
  private key: Promise<string> | null = null;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly accounts: Accounts,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Those of the addresses that want no reminders. */
  async declined(addresses: readonly string[]): Promise<ReadonlySet<string>> {
    const byKey = new Map(await Promise.all(addresses.map(async (address) => [await this.keyOf(address), address] as const)));
    const rows = await statement<{ key: string }>(this.source, 'declined', 'SELECT address_key AS key FROM mail_choice WHERE NOT reminders AND address_key = ANY($1)', [[...byKey.keys()]]);
    return new Set(rows.flatMap(({ key }) => byKey.get(key) ?? []));
  }

  /** RFC 8058: the two headers by which mail programs show their own button for it. */
  async wayOut(address: string): Promise<WayOut> {
    const key = await this.keyOf(address);
    const token = `${key}${await this.made('signature', key)}`;
    const base = this.accounts.publicUrl();
    return { page: `${base}/utskick/${token}`, headers: { 'List-Unsubscribe': `<${base}/api/mail/${token}/one-click>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } };
  }

  async ofToken(token: string): Promise<Choice> {
    return this.ofKey(await this.known(token));
  }

  async chooseByToken(token: string, choice: Choice): Promise<Choice> {
    return this.choose(await this.known(token), choice);
  }

  async ofAddress(address: string): Promise<Choice> {
    return this.ofKey(await this.keyOf(address));
  }

  async chooseForAddress(address: string, choice: Choice): Promise<Choice> {
    return this.choose(await this.keyOf(address), choice);
  }

  private async ofKey(key: string): Promise<Choice> {
    const [row] = await statement<Choice & Record<string, unknown>>(this.source, 'mail-choice', 'SELECT reminders FROM mail_choice WHERE address_key = $1', [key]);
    return { reminders: row?.reminders ?? true };
  }

  private async choose(key: string, { reminders }: Choice): Promise<Choice> {
    await statement(this.source, 'choose-mail', 'INSERT INTO mail_choice (address_key, reminders, changed_at) VALUES ($1, $2, now()) ON CONFLICT (address_key) DO UPDATE SET reminders = $2, changed_at = now()', [key, reminders]);
    return { reminders };
  }

  /** The key in a token that we made; refuses `documents/link-spent` for any other. */
  private async known(token: string): Promise<string> {
    const key = token.slice(0, half);
    const [given, right] = [Buffer.from(token.slice(half)), Buffer.from(await this.made('signature', key))];
    if (given.length !== right.length || !timingSafeEqual(given, right)) throw new Refusal('documents/link-spent');
    return key;
  }

  private keyOf(address: string): Promise<string> {
    return this.made('address', address.toLowerCase());
  }

  private async made(purpose: 'address' | 'signature', of: string): Promise<string> {
    this.key ??= this.secret().catch((fault: unknown) => {
      this.key = null;
      throw fault;
    });
    return createHmac('sha256', await this.key).update(`mail ${purpose} ${of}`).digest('base64url').slice(0, half);
  }

  private async secret(): Promise<string> {
    return this.settings.HOUSE_KEY ?? houseSecret(this.source, 'mail');
  }
}
