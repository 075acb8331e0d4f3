import pg from 'pg';
import { freePort } from '../database/embedded.mjs';
import { startTemporaryDatabase } from '../database/temporary.mjs';
import { Preparation } from './prepare';
import { startSamsyn } from './servers';
const db = await startTemporaryDatabase({ lasting: true });
const url = await db.ensureDatabase('x');
const s = await startSamsyn(url, await freePort());
const pool = new pg.Pool({ connectionString: url, max: 4 });
const pairs = await new Preparation(pool, s.port).pairs(4, 45);
const c = new pg.Client({ connectionString: url, options: '-c role=samsyn_app' }); await c.connect();
const rec = `WITH head AS (UPDATE evaluation SET revision = $2, hash = $3, locked = $4 WHERE id = $1 AND revision = $5 RETURNING id),
  lines AS (INSERT INTO ledger_entry (evaluation_id, revision, at, actor, fact, previous, hash)
  SELECT $1::uuid, x.revision, x.at, x.actor, x.fact, x.previous, x.hash FROM head, jsonb_to_recordset($6::jsonb) AS x(revision int, at timestamptz, actor uuid, fact jsonb, previous text, hash text) ORDER BY x.revision),
  sealed AS (INSERT INTO sealed_score (evaluation_id, revision, question, person_id, round, sheet, percent, nonce)
    SELECT $1::uuid, x.revision, x.question, x.person, x.round, x.sheet, x.percent, x.nonce FROM head, jsonb_to_recordset($7::jsonb) AS x(revision int, question text, person uuid, round int, sheet jsonb, percent text, nonce text)),
  report AS (INSERT INTO locked_report (evaluation_id, version, body, hash, locked_at)
    SELECT $1::uuid, x.version, x.body, x.hash, x.locked_at FROM head, jsonb_to_recordset($8::jsonb) AS x(version int, body text, hash text, locked_at timestamptz)),
  members AS (INSERT INTO evaluation_member SELECT $1::uuid, m FROM head, unnest($9::uuid[]) m ON CONFLICT DO NOTHING)
  SELECT count(*)::int AS n FROM head`;
let rev = 100;
const id = pairs[0]!.evaluations[0]!.id; const person = pairs[0]!.persons[0];
rev = (await pool.query('select revision from evaluation where id=$1', [id])).rows[0].revision;
const one = () => { rev++; return [id, rev, 'h' + rev, false, rev - 1, JSON.stringify([{ revision: rev, at: new Date().toISOString(), actor: person, fact: { kind: 'approved', approvals: [{ question: '1.1', proposal: 1 }] }, previous: 'h' + (rev - 1), hash: 'h' + rev }]), '[]', '[]', []]; };
const time = async (what: string, n: number, f: () => Promise<unknown>) => { for (let i = 0; i < 20; i++) await f(); const t = performance.now(); for (let i = 0; i < n; i++) await f(); console.log(what, ((performance.now() - t) / n).toFixed(3), 'ms'); };
await time('select 1', 300, () => c.query({ name: 's', text: 'select 1' }));
const all = async (label: string) => { await time('record ' + label, 300, () => c.query({ name: 'rec', text: rec, values: one() }));
await c.query('begin'); await time('record, one transaction, ' + label, 300, () => c.query({ name: 'rec', text: rec, values: one() })); const t = performance.now(); await c.query('commit'); console.log('commit of 320 deferred', performance.now() - t); };
await all('as is');
await pool.query(`DROP TRIGGER evaluation_frozen ON evaluation`); await all('no frozen');
await pool.query(`ALTER TABLE evaluation DISABLE TRIGGER evaluation_follows_ledger`); await all('no follows');
await pool.query(`ALTER TABLE ledger_entry DISABLE TRIGGER ledger_entry_locked`); await all('no ledger_locked');
await c.query('set synchronous_commit=off'); await all('sync off'); await c.query('set synchronous_commit=on');
const dr = (f: () => number) => c.query({ name: 'd', text: `INSERT INTO draft_field AS own (evaluation_id, person_id, question, round, field, value, edition, saved_at) VALUES ($1, $2, $3, $4, $5, $6::jsonb, 1, $8)
  ON CONFLICT (evaluation_id, person_id, question, round, field) DO UPDATE SET value = EXCLUDED.value, edition = own.edition + 1, saved_at = EXCLUDED.saved_at WHERE own.edition = $7
  RETURNING edition`, values: [id, person, '1.1', 1, 'percent', '"5"', f(), new Date().toISOString()] });
let e = 0; await time('draft', 300, () => dr(() => ++e));
await pool.query('create table score (id bigint generated always as identity primary key, a int, b int, c int, d int, e bigint, at timestamptz default now()); grant all on score to samsyn_app');
await time('floor insert', 300, () => c.query({ name: 'i', text: 'insert into score (a,b,c,d,e) values ($1,$2,$3,$4,$5)', values: [1, 2, 3, 4, 5] }));
await c.end(); await pool.end(); await s.kill(); await db.stop(); process.exit();
