// npm run verify -- [evaluation id]: proves every evaluation from the database alone. Reads only; ends with 1 when
// anything is not as it must be. DATABASE_URL, or the built-in database, started for the while when it does not run.
import fs from 'node:fs';
import pg from 'pg';
import { DatabaseFault, startDatabase } from '../database/embedded.mjs';
import { evaluationIds, readStored } from './read-stored';
import type { Verdict } from './stored';
import { verifyLedger } from './verify-ledger';

/** Something the person at the keyboard can put right. */
class VerifyFault extends Error {}

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

async function verify(asked: string | undefined): Promise<number> {
  if (asked !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(asked)) throw new VerifyFault(`"${asked}" är inget id på en utvärdering. Så här: npm run verify -- [id]`);
  const database = await whereTheDataAre();
  try {
    return await withClient(database.url, async (client) => {
      const ids = asked === undefined ? await evaluationIds(client) : [asked.toLowerCase()];
      if (ids.length === 0) say('Databasen har ingen utvärdering än.');
      let broken = 0;
      for (const id of ids) broken += (await verifyOne(client, id)) ? 0 : 1;
      if (ids.length > 1) say(broken === 0 ? `${ids.length} utvärderingar, allt stämmer` : `${broken} av ${ids.length} utvärderingar stämmer inte`);
      return broken === 0 ? 0 : 1;
    });
  } finally {
    await database.stop();
  }
}

async function verifyOne(client: pg.Client, id: string): Promise<boolean> {
  const stored = await readStored(client, id);
  if (!stored) throw new VerifyFault(`Det finns ingen utvärdering ${id}.`);
  const verdict = verifyLedger(stored);
  for (const line of linesOf(id, verdict)) say(line);
  return verdict.findings.length === 0;
}

function linesOf(id: string, { name, lines, seals, versions, findings }: Verdict): string[] {
  if (findings.length > 0) return [`${name} (${id}): STÄMMER INTE, ${counted(findings.length, 'fel', 'fel')}`, ...findings.map(({ revision, what }) => `  ${revision === null ? '' : `rad ${revision}: `}${what}`)];
  const reports = versions.map((version) => `version ${version} stämmer`);
  return [[`${name}: ${counted(lines, 'rad', 'rader')}`, 'kedjan hel', seals === 0 ? 'inget förseglat' : `${counted(seals, 'försegling', 'förseglingar')} stämmer`, ...reports].join(', ')];
}

/** One snapshot for the whole reading: the product may run and write meanwhile. */
async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return await work(client);
  } catch (fault) {
    throw plainly(fault);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function plainly(fault: unknown): unknown {
  const { code, message } = fault as { code?: string; message?: string };
  if (code === '42P01' || code === '3D000') return new VerifyFault('Databasen är tom: Samsyn har inte startat på den än.');
  if (code !== undefined && /^(ECONN|ENOTFOUND|ETIMEDOUT|28)/.test(code)) return new VerifyFault(`Databasen svarar inte (${message || code}). Kontrollera DATABASE_URL.`);
  return fault;
}

async function whereTheDataAre(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env['DATABASE_URL'];
  if (given) return { url: given, stop: () => Promise.resolve() };
  if (!fs.existsSync('.data/postgres/PG_VERSION')) throw new VerifyFault('Här finns inga data än. Starta Samsyn först (npm start), eller ange DATABASE_URL.');
  const server = await startDatabase();
  return { url: server.url('samsyn'), stop: () => server.stop() };
}

try {
  process.exitCode = await verify(process.argv[2]);
} catch (fault) {
  const plain = fault instanceof VerifyFault || fault instanceof DatabaseFault;
  process.stderr.write(`${plain ? fault.message : `Kontrollen avbröts. ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`}\n`);
  process.exitCode = 1;
}
