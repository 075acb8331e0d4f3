import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import { hash, verify, type Options } from '@node-rs/argon2';
import { Refusal, titleOf, type EvaluationState } from '@samsyn/domain';
import { randomUUID } from 'node:crypto';
import { DataSource, In, Repository } from 'typeorm';
import { statement } from '../database';
import { SETTINGS, type Settings } from '../http';
import { Outbox } from '../mail';
import { PersonRow, SignInLinkRow } from './people-rows.entity';
import { invitationDays, newLink, publicUrlOf, type LinkKind } from './sign-in-links';
import { hashOfToken } from './tokens';

/** argon2id, 19 MiB, two passes (OWASP's first choice); the library's default algorithm is argon2id. */
const cost: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** How somebody who is invited comes in. `link`: handed over by who invites; `mailed`: to their own mailbox alone; `account`: as they always do. */
export type Way = { readonly way: 'link'; readonly link: string } | { readonly way: 'mailed' | 'account'; readonly link: null };

/** Accounts by invitation: password or one-time link. The same answer whether an address is known or not. */
@Injectable()
export class Accounts implements OnModuleInit {
  private decoy = '';

  constructor(
    @InjectRepository(PersonRow) private readonly persons: Repository<PersonRow>,
    @InjectRepository(SignInLinkRow) private readonly links: Repository<SignInLinkRow>,
    @InjectDataSource() private readonly source: DataSource,
    private readonly outbox: Outbox,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async onModuleInit(): Promise<void> {
    this.decoy = await hash('no one has this password', cost);
    if (this.settings.FIRST_COORDINATOR && (await this.persons.count()) === 0) await this.firstCoordinator(this.settings.FIRST_COORDINATOR.toLowerCase());
  }

  private async firstCoordinator(email: string): Promise<void> {
    const person = await this.findOrCreate({ email, name: email, organisation: '' });
    await this.persons.update(person.id, { mayCreate: true });
    process.stdout.write(`First coordinator: sign in once with ${await this.linkFor(person, 'invitation')}\n`);
  }

  /** The person with that password; refuses `people/wrong-credentials`, in the same time for unknown addresses. */
  async byPassword(email: string, password: string): Promise<PersonRow> {
    const person = await this.persons.findOneBy({ email });
    const right = await verify(person?.passwordHash ?? this.decoy, password);
    if (!person?.passwordHash || !right) throw new Refusal('people/wrong-credentials');
    return person;
  }

  async setPassword(id: string, password: string): Promise<void> {
    if (password.length < 12) throw new Refusal('people/password-weak', { min: 12 });
    await this.persons.update(id, { passwordHash: await hash(password, cost) });
  }

  byId(id: string): Promise<PersonRow> {
    return this.persons.findOneByOrFail({ id });
  }

  byIds(ids: readonly string[]): Promise<PersonRow[]> {
    return this.persons.findBy({ id: In([...ids]) });
  }

  async findOrCreate(given: { email: string; name: string; organisation: string }): Promise<PersonRow> {
    await this.persons
      .createQueryBuilder().insert().values({ id: randomUUID(), email: given.email, name: given.name, organisation: given.organisation, demo: this.settings.SAMSYN_DEMO === '1' && given.email.endsWith('.example') }).orIgnore().execute();
    return this.persons.findOneByOrFail({ email: given.email });
  }

  /**
   * Invites to an evaluation. Whoever invites never holds a way into an account that is somebody's already: they would see
   * what its owner has sealed. Nor one at all where the house can send it to the owner's mailbox.
   */
  async invite(person: PersonRow, evaluation: EvaluationState): Promise<Way> {
    const title = titleOf(evaluation);
    const subject = `Inbjudan: ${title}`;
    const hello = `Hej ${person.name}.\n\nDu är inbjuden till utvärderingen av ${title} i Samsyn.`;
    if (person.enteredAt) {
      await this.outbox.put({ personId: person.id, evaluationId: evaluation.id, to: person.email, subject, text: `${hello} Logga in som vanligt, så finns den i din lista.\n\n${this.publicUrl()}/utvardering/${evaluation.id}\n` });
      return { way: 'account', link: null };
    }
    const link = await this.linkFor(person, 'invitation');
    await this.outbox.put({ personId: person.id, to: person.email, subject, text: `${hello} Öppna länken för att komma in. Den gäller i ${invitationDays} dagar och kan användas en gång.\n\n${link}\n` });
    return this.settings.SMTP_URL ? { way: 'mailed', link: null } : { way: 'link', link };
  }

  async mailLink(email: string): Promise<void> {
    const person = await this.persons.findOneBy({ email });
    if (!person) return;
    const link = await this.linkFor(person, 'mailbox');
    await this.outbox.put({ personId: person.id, to: person.email, subject: 'Logga in i Samsyn', text: `Öppna länken för att logga in. Den gäller i 20 minuter och kan användas en gång.\n\n${link}\n` });
  }

  linkFor(person: PersonRow, kind: LinkKind): Promise<string> {
    return newLink(this.links, this.settings, person.id, kind);
  }

  /** Spends a link and tells whose it is; refuses `people/link-spent` when used, expired or unknown, and for an invitation to an account that somebody has been in. */
  async useLink(token: string): Promise<PersonRow> {
    const [row] = await statement<{ id: string }>(this.source, 'enter-by-link', enterStatement, [hashOfToken(token)]);
    if (!row) throw new Refusal('people/link-spent');
    return this.byId(row.id);
  }

  publicUrl(): string {
    return publicUrlOf(this.settings);
  }
}

/** The person's row is taken first: of several links used at the same moment, one is the first. */
const enterStatement = `WITH given AS (SELECT token_hash, person_id, invitation FROM sign_in_link WHERE token_hash = $1 AND expires_at > now() AND (used_at IS NULL OR reusable)),
  entered AS (UPDATE person SET entered_at = COALESCE(entered_at, now()) FROM given WHERE person.id = given.person_id AND (NOT given.invitation OR person.entered_at IS NULL) RETURNING person.id)
  UPDATE sign_in_link SET used_at = now() FROM entered WHERE token_hash = $1 AND person_id = entered.id AND (used_at IS NULL OR reusable) RETURNING entered.id`;
