import type { NestExpressApplication } from '@nestjs/platform-express';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Client, type QueryResultRow } from 'pg';
import { createApplication } from './application';
import { migrate } from './database';
import { readSettings } from './http';
import { Guest } from './spec-guest';

const serverUrl = (): string => {
  const url = process.env['SAMSYN_TEST_PG'];
  if (!url) throw new Error('SAMSYN_TEST_PG names no server: run with jest.db.config.mjs');
  return url;
};

const databaseUrl = (name: string): string => {
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return url.href;
};

/** One statement, or several, on a connection of its own as the owner of the database. */
export async function ask<Row extends QueryResultRow>(url: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined); // a cut connection fails the statement below, which is enough
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** A database of its own: empty and migrated, or a copy of `template`. Made one at a time, whatever the workers. */
export async function newDatabase(template?: string): Promise<{ name: string; url: string }> {
  const name = `spec_${randomBytes(6).toString('hex')}`;
  const url = databaseUrl(name);
  const keeper = new Client({ connectionString: serverUrl() });
  await keeper.connect();
  try {
    await keeper.query('SELECT pg_advisory_lock(51)');
    await keeper.query(`CREATE DATABASE "${name}"${template ? ` TEMPLATE "${template}"` : ''}`);
    if (!template) await migrate(url);
  } finally {
    await keeper.end();
  }
  return { name, url };
}

/** A running application on a database of its own, and the people in it. */
export class House {
  private readonly guests: Guest[] = [];

  private constructor(
    readonly app: NestExpressApplication,
    readonly url: string,
    readonly database: { name: string; url: string },
  ) {}

  /** `beside`: a second process on the database of another house. `settings`: as in the environment. */
  static async open({ beside, template, settings = {} }: { beside?: House; template?: string; settings?: Record<string, string> } = {}): Promise<House> {
    const database = beside?.database ?? (await newDatabase(template));
    const app = await createApplication(readSettings({ DATABASE_URL: database.url, PUBLIC_URL: 'http://samsyn.example', POOL_SIZE: '8', LOG_LEVEL: 'error', HOUSE_KEY: 'only-for-specs-'.repeat(3), FILES_DIR: path.join(os.tmpdir(), `samsyn-${database.name}`), WEB_COPIES: 'off', ...settings }));
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    return new House(app, `http://127.0.0.1:${port}`, database);
  }

  /** Asks the database as its owner. */
  sql<Row extends QueryResultRow = QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return ask<Row>(this.database.url, text, values);
  }

  /** A new person, signed in. */
  async person(name: string, { mayCreate = false, id = randomUUID() as string } = {}): Promise<Guest> {
    const email = `${name.toLowerCase()}.${id.slice(0, 8)}@samsyn.example`;
    await this.sql('INSERT INTO person (id, email, name, organisation, may_create) VALUES ($1, $2, $3, $4, $5)', [id, email, name, 'Provkommun', mayCreate]);
    return this.guest(new Guest(this.url, id, email, await this.session(id)));
  }

  /** The cookie of a new session. */
  async session(person: string, lasts = '12 hours'): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.sql(`INSERT INTO session (token_hash, person_id, expires_at) VALUES ($1, $2, now() + $3::interval)`, [createHash('sha256').update(token).digest('base64url'), person, lasts]);
    return `samsyn_session=${token}`;
  }

  /** Nobody signed in. */
  nobody(): Guest {
    return this.guest(new Guest(this.url, '', ''));
  }

  /** A person of another house, here. */
  welcome(guest: Guest): Guest {
    return this.guest(guest.at(this.url));
  }

  async close(): Promise<void> {
    for (const guest of this.guests) guest.close();
    await this.app.close();
  }

  private guest(guest: Guest): Guest {
    this.guests.push(guest);
    return guest;
  }
}

/** Stops the clock of the application at a time (only what `Date` says; timers run on) until `jest.useRealTimers()`. */
export function stopClock(at: string): void {
  jest.useFakeTimers({
    now: new Date(at),
    doNotFake: ['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'],
  });
}

/** Today, a whole minute ago or more, so that sessions of the database are valid; then `seconds` later. */
export const minuteNow = (): number => Math.floor(Date.now() / 60_000) * 60_000;
