import { DataSource, type Repository } from 'typeorm';
import { databaseOptions } from '../database';
import type { Settings } from '../http';
import { PersonRow, SignInLinkRow } from './people-rows.entity';
import { hashOfToken, newToken } from './tokens';

const minute = 60_000;
export const invitationDays = 14;
const lifetimes = { invitation: invitationDays * 24 * 60 * minute, mailbox: 20 * minute, demo: 30 * 24 * 60 * minute } as const;

/** `invitation`: while nobody has been in; `mailbox`: asked for by its owner; `demo`: as often as one likes. */
export type LinkKind = keyof typeof lifetimes;

/** Where people reach the house. */
export const publicUrlOf = (settings: Pick<Settings, 'PUBLIC_URL' | 'PORT'>): string => (settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`).replace(/\/$/, '');

/** A new link; only the hash of its token is kept. */
export async function newLink(links: Repository<SignInLinkRow>, settings: Pick<Settings, 'PUBLIC_URL' | 'PORT'>, personId: string, kind: LinkKind): Promise<string> {
  const token = newToken();
  await links.insert({ tokenHash: hashOfToken(token), personId, reusable: kind === 'demo', invitation: kind === 'invitation', expiresAt: new Date(Date.now() + lifetimes[kind]) });
  return `${publicUrlOf(settings)}/lank/${token}`;
}

/** A way in for who has lost theirs in a house without a mail server. For its operator, who holds the database and so everything already. */
export async function operatorsLink(settings: Settings, email: string): Promise<string> {
  const source = await new DataSource(databaseOptions(settings.DATABASE_URL, 1, 'app')).initialize();
  try {
    const person = await source.getRepository(PersonRow).findOneBy({ email: email.toLowerCase() });
    if (!person) throw new Error(`Nobody here has the address "${email}".`);
    return await newLink(source.getRepository(SignInLinkRow), settings, person.id, 'mailbox');
  } finally {
    await source.destroy();
  }
}
