import type { Fact } from '@samsyn/domain';
import type { LedgerDraft } from './ledger-draft';

/** What one command adds to one evaluation whose head stands at `before`. */
export interface Recording {
  readonly id: string;
  readonly before: number;
  readonly draft: LedgerDraft;
}

/** The people whom these facts bring in, for finding a person's evaluations. */
export const membersIn = (entries: readonly { fact: Fact }[]): string[] => entries.flatMap(({ fact }) => (fact.kind === 'joined' ? [fact.person] : fact.kind === 'replaced' ? [fact.joined] : []));

export function recordValues(recordings: readonly Recording[]): unknown[] {
  const members = recordings.flatMap(({ id, draft }) => membersIn(draft.entries).map((person) => ({ id, person })));
  return [
    recordings.map(({ id }) => id),
    recordings.map(({ draft }) => draft.state.revision),
    recordings.map(({ draft }) => draft.state.hash),
    recordings.map(({ draft }) => draft.state.locked !== null),
    recordings.map(({ before }) => before),
    JSON.stringify(recordings.flatMap(({ id, draft }) => draft.entries.map((entry) => ({ id, ...entry })))),
    JSON.stringify(recordings.flatMap(({ id, draft }) => draft.sealed.map((sealed) => ({ id, ...sealed })))),
    JSON.stringify(recordings.flatMap(({ id, draft }) => (draft.report ? [{ id, ...draft.report, locked_at: draft.now }] : []))),
    members.map(({ id }) => id),
    members.map(({ person }) => person),
  ];
}

/** Moves each head that still stands where it was read, and writes the lines of those alone; answers their places, from 1. */
export const recordStatement = `WITH head AS (
    UPDATE evaluation SET revision = next.revision, hash = next.hash, locked = next.locked
    FROM unnest($1::uuid[], $2::int[], $3::text[], $4::boolean[], $5::int[]) WITH ORDINALITY AS next(id, revision, hash, locked, before, place)
    WHERE evaluation.id = next.id AND evaluation.revision = next.before RETURNING evaluation.id, next.place),
  lines AS (INSERT INTO ledger_entry (evaluation_id, revision, at, actor, fact, previous, hash)
    SELECT x.id, x.revision, x.at, x.actor, x.fact, x.previous, x.hash FROM head, jsonb_to_recordset($6::jsonb) AS x(id uuid, revision int, at timestamptz, actor uuid, fact jsonb, previous text, hash text)
    WHERE x.id = head.id ORDER BY x.id, x.revision),
  sealed AS (INSERT INTO sealed_score (evaluation_id, revision, question, person_id, round, sheet, percent, nonce)
    SELECT x.id, x.revision, x.question, x.person, x.round, x.sheet, x.percent, x.nonce FROM head, jsonb_to_recordset($7::jsonb) AS x(id uuid, revision int, question text, person uuid, round int, sheet jsonb, percent text, nonce text)
    WHERE x.id = head.id),
  report AS (INSERT INTO locked_report (evaluation_id, version, body, hash, locked_at)
    SELECT x.id, x.version, x.body, x.hash, x.locked_at FROM head, jsonb_to_recordset($8::jsonb) AS x(id uuid, version int, body text, hash text, locked_at timestamptz)
    WHERE x.id = head.id),
  members AS (INSERT INTO evaluation_member SELECT x.id, x.person FROM head, unnest($9::uuid[], $10::uuid[]) AS x(id, person) WHERE x.id = head.id ON CONFLICT DO NOTHING)
  SELECT place::int FROM head`;
