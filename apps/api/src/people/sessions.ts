import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Person } from '@samsyn/contract';
import { Refusal } from '@samsyn/domain';
import { DataSource } from 'typeorm';
import { statement } from '../database';
import { PersonRow, SessionRow } from './people-rows.entity';
import { hashOfToken, newToken } from './tokens';

export const sessionCookie = 'samsyn_session';
const hours = 12;
/** How long a found session is trusted without asking the database again. */
const trustedMilliseconds = 10_000;
/** After so long it is asked again, a moment after the act, so that nobody at work waits for the answer. */
const renewedMilliseconds = 5_000;
const renewedAfterMilliseconds = 100;

export interface SignedIn extends Person {
  readonly email: string;
  readonly demo: boolean;
  readonly mayCreate: boolean;
  readonly tokenHash: string;
}

interface Found {
  readonly person: SignedIn;
  readonly until: number;
  /** When it is asked again; never, while that is under way. */
  renewal: number;
}

/** Server-side sessions: a random token in an httpOnly cookie, its hash in the database. */
@Injectable()
export class Sessions {
  /** By token: only here, never stored or logged. */
  private readonly found = new Map<string, Found>();
  /** How many times sessions were ended: what was read before is not kept after. */
  private ends = 0;
  private ended: ((hasEnded: (session: SignedIn) => boolean) => void) | undefined;

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Names who hears of ended sessions, to close what is open for them. */
  onEnd(ended: (hasEnded: (session: SignedIn) => boolean) => void): void {
    this.ended = ended;
  }

  async begin(person: PersonRow): Promise<{ token: string; expires: Date }> {
    const token = newToken();
    const expires = new Date(Date.now() + hours * 3_600_000);
    await this.source.getRepository(SessionRow).insert({ tokenHash: hashOfToken(token), personId: person.id, expiresAt: expires });
    return { token, expires };
  }

  async end(tokenHash: string): Promise<void> {
    await this.source.getRepository(SessionRow).delete({ tokenHash });
    this.ends++;
    for (const [token, { person }] of this.found) if (person.tokenHash === tokenHash) this.found.delete(token);
    this.ended?.((session) => session.tokenHash === tokenHash);
  }

  /** Ends every session of a person but one, after a new password. */
  async endOthers(personId: string, tokenHash: string): Promise<void> {
    await this.source.getRepository(SessionRow).createQueryBuilder().delete().where('person_id = :personId AND token_hash <> :tokenHash', { personId, tokenHash }).execute();
    this.ends++;
    this.found.clear();
    this.ended?.((session) => session.id === personId && session.tokenHash !== tokenHash);
  }

  /** Who the token belongs to; refuses `people/signed-out`. */
  async personOf(token: string | undefined): Promise<SignedIn> {
    if (!token) throw new Refusal('people/signed-out');
    return this.known(token) ?? this.find(token);
  }

  /** The same where it can be said without asking the database. */
  known(token = ''): SignedIn | undefined {
    const found = this.found.get(token);
    const now = Date.now();
    if (!found || found.until <= now) return undefined;
    if (found.renewal <= now) {
      found.renewal = Number.POSITIVE_INFINITY;
      // A moment later, so that it takes no time from what is being done. Refused or failed, it is asked for again, and answered for, when its time is out.
      setTimeout(() => void this.find(token).catch(() => undefined), renewedAfterMilliseconds).unref();
    }
    return found.person;
  }

  private async find(token: string): Promise<SignedIn> {
    const before = this.ends;
    const tokenHash = hashOfToken(token);
    const [row] = await statement<SignedIn>(
      this.source,
      'session-person',
      `SELECT p.id, p.name, p.organisation, p.email, p.demo, p.may_create AS "mayCreate", s.token_hash AS "tokenHash" FROM session s JOIN person p ON p.id = s.person_id WHERE s.token_hash = $1 AND s.expires_at > now()`,
      [tokenHash],
    );
    if (!row) {
      this.found.delete(token);
      throw new Refusal('people/signed-out');
    }
    if (this.found.size > 20_000) this.found.clear();
    if (before === this.ends) this.found.set(token, { person: row, until: Date.now() + trustedMilliseconds, renewal: Date.now() + renewedMilliseconds });
    return row;
  }
}
