import type { Instrument, LedgerEntry } from '@samsyn/domain';
import type pg from 'pg';
import type { StoredEvaluation, StoredReport, StoredSeal } from './stored';

type Head = Pick<StoredEvaluation, 'id' | 'revision' | 'hash' | 'locked' | 'instrument' | 'decimals'>;

/** Time with every digit the database holds: a change below the millisecond must not be rounded away. */
const exactTime = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || 'Z'`;
const asWritten = (time: string): string => time.replace(/(\.\d{3})000Z$/, '$1Z');

/** The ids of all evaluations, oldest first. */
export async function evaluationIds(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>('SELECT id FROM evaluation ORDER BY created_at, id');
  return rows.map(({ id }) => id);
}

/** Everything stored of one evaluation, as it lies; undefined when there is none with that id. */
export async function readStored(client: pg.Client, id: string): Promise<StoredEvaluation | undefined> {
  const rowsOf = async <T extends pg.QueryResultRow>(text: string): Promise<T[]> => (await client.query<T>(text, [id])).rows;
  const [head] = await rowsOf<Head>('SELECT id, revision, hash, locked, instrument, decimals FROM evaluation WHERE id = $1');
  if (!head) return undefined;
  const lines = await rowsOf<LedgerEntry>(`SELECT revision, ${exactTime('at')} AS at, actor, fact, previous, hash FROM ledger_entry WHERE evaluation_id = $1 ORDER BY revision`);
  const reports = await rowsOf<StoredReport>(`SELECT version, body, hash, ${exactTime('locked_at')} AS "lockedAt" FROM locked_report WHERE evaluation_id = $1 ORDER BY version`);
  const fact = lines[0]?.fact;
  const named = fact?.kind === 'created' ? fact.instrument : head.instrument.id;
  const [published] = (await client.query<{ body: Instrument }>('SELECT body FROM instrument WHERE id = $1', [named])).rows;
  return {
    ...head,
    published: published?.body ?? null,
    members: (await rowsOf<{ person: string }>('SELECT person_id AS person FROM evaluation_member WHERE evaluation_id = $1')).map(({ person }) => person),
    lines: lines.map((line) => ({ ...line, at: asWritten(line.at) })),
    sealed: await rowsOf<StoredSeal>('SELECT revision, question, person_id AS person, round, sheet, percent, nonce FROM sealed_score WHERE evaluation_id = $1 ORDER BY revision, question'),
    reports: reports.map((report) => ({ ...report, lockedAt: asWritten(report.lockedAt) })),
  };
}
