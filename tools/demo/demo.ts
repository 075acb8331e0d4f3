// Fills a demo server (SAMSYN_URL, started with SAMSYN_DEMO=1) with people and evaluations over the public contract.
// Runs at every npm start: people get their links anew, evaluations are made only when they are missing.
import { Client } from '../client/client';
import { demoLink } from '../replay/demo-person';
import { makeMissing } from './demo-evaluations';
import { demoPeople, type DemoName } from './demo-people';

const say = (text = ''): void => void process.stdout.write(`${text}\n`);

async function fill(url: string): Promise<void> {
  const names = Object.keys(demoPeople) as DemoName[];
  // One after the other, so that the page of demo people shows them in this order.
  const links = {} as Record<DemoName, string>;
  for (const name of names) links[name] = await demoLink(url, demoPeople[name]);
  const karin = await Client.byLink(url, links.karin);
  const everyone = async (): Promise<Record<DemoName, Client>> => {
    const signedIn = await Promise.all(names.map(async (name): Promise<[DemoName, Client]> => [name, name === 'karin' ? karin : await Client.byLink(url, links[name])]));
    return Object.fromEntries(signedIn) as Record<DemoName, Client>;
  };
  const made = await makeMissing(url, karin, everyone);
  if (made.length > 0) say(`Demon har fyllts med ${made.join(', ')}.`);
  say('\nLogga in som:\n');
  for (const name of names) {
    const { name: shown, role, organisation, note } = demoPeople[name];
    say(`  ${shown}, ${role.toLowerCase()}, ${organisation}\n    ${note}\n    ${links[name]}\n`);
  }
  say(`Öppna ${url}`);
}

try {
  const url = process.env['SAMSYN_URL'];
  if (!url) throw new Error('SAMSYN_URL is missing: it tells which server to fill');
  await fill(url.replace(/\/$/, ''));
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
  process.exitCode = 1;
}
