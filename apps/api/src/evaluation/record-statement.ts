import type { Fact } from '@samsyn/domain';
import type { LedgerDraft } from './ledger-draft';

/** What one command adds to one evaluation whose head stands at `before`. */
export interface Recording {
  readonly id: string;
  readonly before: number;
  readonly draft: LedgerDraft;
}

/** A statement by its name, text and values. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/** The people whom these facts bring in, for finding a person's evaluations. */
export const membersIn = (entries: readonly { fact: Fact }[]): string[] => entries.flatMap(({ fact }) => (fact.kind === 'joined' ? [fact.person] : fact.kind === 'replaced' ? [fact.joined] : []));

/**
 * Moves each head that still stands where it was read, and writes the lines of those alone; answers their places, from 1.
 * A part of the statement costs the database its setting up even when it adds nothing, and most facts are lines alone,
 * so that only the parts go along for which there is something.
 */
export function recordStatement(recordings: readonly Recording[]): Prepared {
  const [first] = recordings;
  if (first && recordings.length === 1 && isSmall(first.draft)) return recordOne(first);
  const sealed = recordings.flatMap(({ id, draft }) => draft.sealed.map((own) => ({ id, ...own })));
  const reports = recordings.flatMap(({ id, draft }) => (draft.report ? [{ id, ...draft.report, locked_at: draft.now }] : []));
  const members = recordings.flatMap(({ id, draft }) => membersIn(draft.entries).map((person) => ({ id, person })));
  const kind: keyof typeof statements = reports.length > 0 || members.length > 0 ? 'whole' : sealed.length > 0 ? 'sealed' : 'lines';
  const values = [...headValues(recordings), ...lineValues(recordings), ...(kind === 'lines' ? [] : [JSON.stringify(sealed)]), ...(kind === 'whole' ? [JSON.stringify(reports), members.map(({ id }) => id), members.map(({ person }) => person)] : [])];
  return { name: `record-${kind}`, text: statements[kind], values };
}

const isSmall = ({ entries, sealed, report }: LedgerDraft): boolean => entries.length <= 2 && sealed.length <= 1 && report === null && membersIn(entries).length === 0;

/** One fact alone, as most are while few people work: without lists the database has a third less to do before it can commit. */
function recordOne({ id, before, draft: { state, entries, sealed } }: Recording): Prepared {
  const lines = entries.flatMap(({ revision, at, actor, fact, previous, hash }) => [revision, at, actor, JSON.stringify(fact), previous, hash]);
  const sheets = sealed.flatMap(({ revision, question, person, round, sheet, percent, nonce }) => [revision, question, person, round, JSON.stringify(sheet), percent, nonce]);
  const name = `record-one-${entries.length}-${sealed.length}`;
  return { name, text: textOfOne(name, entries.length, sealed.length), values: [id, state.revision, state.hash, state.locked !== null, before, ...lines, ...sheets] };
}

const textsOfOne = new Map<string, string>();

function textOfOne(name: string, lines: number, sealed: number): string {
  const known = textsOfOne.get(name);
  if (known !== undefined) return known;
  let place = 5;
  const rows = (count: number, types: readonly string[]): string => Array.from({ length: count }, () => `(${types.map((type) => `$${++place}::${type}`).join(', ')})`).join(', ');
  const text = `WITH head AS (UPDATE evaluation SET revision = $2, hash = $3, locked = $4 WHERE id = $1 AND revision = $5 RETURNING id),
  lines AS (INSERT INTO ledger_entry (evaluation_id, revision, at, actor, fact, previous, hash)
    SELECT head.id, x.* FROM head, (VALUES ${rows(lines, ['int', 'timestamptz', 'uuid', 'jsonb', 'text', 'text'])}) AS x)${
      sealed === 0 ? '' : `,
  sealed AS (INSERT INTO sealed_score (evaluation_id, revision, question, person_id, round, sheet, percent, nonce)
    SELECT head.id, x.* FROM head, (VALUES ${rows(sealed, ['int', 'text', 'uuid', 'int', 'jsonb', 'text', 'text'])}) AS x)`
    }
  SELECT 1 AS place FROM head`;
  textsOfOne.set(name, text);
  return text;
}

const headValues = (recordings: readonly Recording[]): unknown[] => [
  recordings.map(({ id }) => id),
  recordings.map(({ draft }) => draft.state.revision),
  recordings.map(({ draft }) => draft.state.hash),
  recordings.map(({ draft }) => draft.state.locked !== null),
  recordings.map(({ before }) => before),
];

function lineValues(recordings: readonly Recording[]): unknown[] {
  const lines = recordings.flatMap(({ id, draft }) => draft.entries.map((entry) => ({ id, entry })));
  return [
    lines.map(({ id }) => id),
    lines.map(({ entry }) => entry.revision),
    lines.map(({ entry }) => entry.at),
    lines.map(({ entry }) => entry.actor),
    lines.map(({ entry }) => entry.previous),
    lines.map(({ entry }) => entry.hash),
    JSON.stringify(lines.map(({ entry }) => entry.fact)),
  ];
}

const parts = {
  head: `head AS (
    UPDATE evaluation SET revision = next.revision, hash = next.hash, locked = next.locked
    FROM unnest($1::uuid[], $2::int[], $3::text[], $4::boolean[], $5::int[]) WITH ORDINALITY AS next(id, revision, hash, locked, before, place)
    WHERE evaluation.id = next.id AND evaluation.revision = next.before RETURNING evaluation.id, next.place)`,
  lines: `lines AS (INSERT INTO ledger_entry (evaluation_id, revision, at, actor, fact, previous, hash)
    SELECT x.id, x.revision, x.at, x.actor, x.fact, x.previous, x.hash FROM head, ROWS FROM (unnest($6::uuid[], $7::int[], $8::timestamptz[], $9::uuid[], $10::text[], $11::text[]), jsonb_array_elements($12::jsonb)) AS x(id, revision, at, actor, previous, hash, fact)
    WHERE x.id = head.id ORDER BY x.id, x.revision)`,
  sealed: `sealed AS (INSERT INTO sealed_score (evaluation_id, revision, question, person_id, round, sheet, percent, nonce)
    SELECT x.id, x.revision, x.question, x.person, x.round, x.sheet, x.percent, x.nonce FROM head, jsonb_to_recordset($13::jsonb) AS x(id uuid, revision int, question text, person uuid, round int, sheet jsonb, percent text, nonce text)
    WHERE x.id = head.id)`,
  report: `report AS (INSERT INTO locked_report (evaluation_id, version, body, hash, locked_at)
    SELECT x.id, x.version, x.body, x.hash, x.locked_at FROM head, jsonb_to_recordset($14::jsonb) AS x(id uuid, version int, body text, hash text, locked_at timestamptz)
    WHERE x.id = head.id)`,
  members: `members AS (INSERT INTO evaluation_member SELECT x.id, x.person FROM head, unnest($15::uuid[], $16::uuid[]) AS x(id, person) WHERE x.id = head.id ON CONFLICT DO NOTHING)`,
} as const;

const withParts = (...names: readonly (keyof typeof parts)[]): string => `WITH ${names.map((name) => parts[name]).join(',\n  ')}\n  SELECT place::int FROM head`;

const statements = { lines: withParts('head', 'lines'), sealed: withParts('head', 'lines', 'sealed'), whole: withParts('head', 'lines', 'sealed', 'report', 'members') } as const;
