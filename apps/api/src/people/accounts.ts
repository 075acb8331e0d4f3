import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { hash, verify, type Options } from '@node-rs/argon2';
import { Refusal } from '@samsyn/domain';
import { randomUUID } from 'node:crypto';
import { In, Repository } from 'typeorm';
import { SETTINGS, type Settings } from '../http';
import { Outbox } from '../mail';
import { PersonRow, SignInLinkRow } from './people-rows.entity';
import { hashOfToken, newToken } from './tokens';

/** argon2id, 19 MiB, two passes (OWASP's first choice); the library's default algorithm is argon2id. */
const cost: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const minute = 60_000;
const invitationDays = 14;

/** Accounts by invitation: password or one-time link. The same answer whether an address is known or not. */
@Injectable()
export class Accounts implements OnModuleInit {
  private decoy = '';

  constructor(
    @InjectRepository(PersonRow) private readonly persons: Repository<PersonRow>,
    @InjectRepository(SignInLinkRow) private readonly links: Repository<SignInLinkRow>,
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
    process.stdout.write(`First coordinator: sign in once with ${await this.invite(person)}\n`);
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

  /** A new invitation link; the mail goes to the outbox as well. */
  async invite(person: PersonRow): Promise<string> {
    const link = await this.linkFor(person, invitationDays * 24 * 60 * minute, false);
    await this.outbox.put({ personId: person.id, to: person.email, subject: 'Inbjudan till Samsyn', text: `Hej ${person.name}.\n\nDu är inbjuden till en utvärdering i Samsyn. Öppna länken för att komma in. Den gäller i ${invitationDays} dagar och kan användas en gång.\n\n${link}\n` });
    return link;
  }

  async mailLink(email: string): Promise<void> {
    const person = await this.persons.findOneBy({ email });
    if (!person) return;
    const link = await this.linkFor(person, 20 * minute, false);
    await this.outbox.put({ personId: person.id, to: person.email, subject: 'Logga in i Samsyn', text: `Öppna länken för att logga in. Den gäller i 20 minuter och kan användas en gång.\n\n${link}\n` });
  }

  async linkFor(person: PersonRow, lifetime: number, reusable: boolean): Promise<string> {
    const token = newToken();
    await this.links.insert({ tokenHash: hashOfToken(token), personId: person.id, reusable, expiresAt: new Date(Date.now() + lifetime) });
    return `${this.publicUrl()}/lank/${token}`;
  }

  /** Spends a link and tells whose it is; refuses `people/link-spent` when used, expired or unknown. */
  async useLink(token: string): Promise<PersonRow> {
    const spent = await this.links
      .createQueryBuilder().update().set({ usedAt: new Date() })
      .where('token_hash = :hash AND expires_at > now() AND (used_at IS NULL OR reusable)', { hash: hashOfToken(token) })
      .returning('person_id').execute();
    const [row] = spent.raw as { person_id: string }[];
    if (!row) throw new Refusal('people/link-spent');
    return this.byId(row.person_id);
  }

  publicUrl(): string {
    return (this.settings.PUBLIC_URL ?? `http://localhost:${this.settings.PORT}`).replace(/\/$/, '');
  }
}
