import pg from 'pg';
import { freePort } from '../database/embedded.mjs';
import { startTemporaryDatabase } from '../database/temporary.mjs';
import { Preparation } from './prepare';
import { startSamsyn } from './servers';
import { Wire } from './wire';
import { percentile, sleep } from './stats';
const db = await startTemporaryDatabase({ lasting: true });
const url = await db.ensureDatabase('x');
const s = await startSamsyn(url, await freePort());
const pool = new pg.Pool({ connectionString: url, max: 4 });
const [pair] = await new Preparation(pool, s.port).pairs(1, 5, false);
const id = pair!.evaluations[0]!.id, person = pair!.persons[1], cookie = pair!.cookies[1];
const wire = new Wire(s.port, cookie);
const c = new pg.Client({ connectionString: url, options: '-c role=samsyn_app' }); await c.connect();
await pool.query('create table score (id bigint generated always as identity primary key, a int, b int, c int, d int, e bigint, at timestamptz default now()); grant all on score to samsyn_app');
let e1 = 1, e2 = 1;
const { draftStatement } = { draftStatement: process.env['NEW'] ?? '' };
const tests: Record<string, () => Promise<unknown>> = {
  'GET me': () => wire.ask('GET', '/api/me', undefined ?? {}),
  'PUT draft': () => wire.ask('PUT', `/api/evaluations/${id}/sheet/1.1`, { field: 'percent', value: `${e1 % 100}`, edition: e1++, round: 1 }),
  'PUT refused (round)': () => wire.ask('PUT', `/api/evaluations/${id}/sheet/1.1`, { field: 'percent', value: '1', edition: 1, round: 9 }).catch(() => 0),
  'pg floor': () => c.query({ name: 'i', text: 'insert into score (a,b,c,d,e) values ($1,$2,$3,$4,$5)', values: [1, 2, 3, 4, 5] }),
  'pg select 1': () => c.query({ name: 's', text: 'select 1' }),
  'pg draft new': () => c.query({ name: 'n', text: draftStatement, values: [[id], [person], ['1.2'], [1], ['percent'], ['"5"'], [e2++], [new Date().toISOString()]] }),
  'pg draft upsert': () => c.query({ name: 'd', text: `INSERT INTO draft_field AS own (evaluation_id, person_id, question, round, field, value, edition, saved_at) VALUES ($1, $2, $3, $4, $5, $6::jsonb, 1, $8)
  ON CONFLICT (evaluation_id, person_id, question, round, field) DO UPDATE SET value = EXCLUDED.value, edition = own.edition + 1, saved_at = EXCLUDED.saved_at WHERE own.edition = $7
  RETURNING edition`, values: [id, person, '1.2', 1, 'percent', '"5"', e2++, new Date().toISOString()] }),
};
for (let r = 0; r < 2; r++) for (const [name, test] of Object.entries(tests)) {
  const t: number[] = [];
  for (let i = 0; i < 120; i++) { const a = performance.now(); const x = await test() as { rowCount?: number }; t.push(performance.now() - a); if (name.startsWith('pg d') && x.rowCount !== 1) console.log('no row'); await sleep(15); }
  console.log(name, percentile(t, 50).toFixed(2), percentile(t, 95).toFixed(2));
}
await s.kill(); await c.end(); await pool.end(); await db.stop(); process.exit();
