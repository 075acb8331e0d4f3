import { requestHeader } from '@samsyn/contract';
import { Client } from '../client/client';

/** A demo person as the server takes it; the address ends in .example. */
export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  readonly organisation: string;
  readonly role: string;
  readonly note: string;
  readonly mayCreate?: boolean;
}

/** Adds or finds a demo person and answers with a reusable sign-in link. Only where the server runs with SAMSYN_DEMO=1. */
export async function demoLink(url: string, person: DemoPerson): Promise<string> {
  const response = await fetch(`${url}/api/demo/people`, { method: 'POST', headers: { [requestHeader]: '1', 'content-type': 'application/json' }, body: JSON.stringify(person) });
  if (!response.ok) throw new Error(`${person.name} could not be added as a demo person (${response.status}): ${await response.text()}`);
  const { link } = (await response.json()) as { link: string };
  return link;
}

/** The demo person, signed in. */
export const signedInDemo = async (url: string, person: DemoPerson): Promise<Client> => Client.byLink(url, await demoLink(url, person));
