import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { House } from '../spec-house';
import { evaluationWith, lockAll, sealAll, settleAll, write, seat, type Team } from '../spec-team';
import { databaseOptions } from './data-source';

const asOwner = '';
const asApp = 'SET ROLE samsyn_app; ';
const roles = [['the application', asApp], ['the owner', asOwner]] as const;

/** What the database says to a statement: "done", or its fault. */
async function said(house: House, role: string, text: string): Promise<string> {
  try {
    await house.sql(`${role}${text}`);
    return 'done';
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault);
  }
}

describe('the database itself', () => {
  let house: House;
  let open: Team;
  let locked: Team;

  beforeAll(async () => {
    house = await House.open();
    open = await evaluationWith(house);
    await write(open, seat(open, 1), '1.1', 'percent', 50);
    locked = await evaluationWith(house);
    await sealAll(locked, 50, 50);
    await settleAll(locked, 50);
    await lockAll(locked);
  }, 60_000);

  afterAll(() => house.close());

  describe.each(['ledger_entry', 'sealed_score', 'locked_report', 'instrument', 'evaluation_member'])('keeps every row of %s', (table) => {
    it.each([
      ['update', `UPDATE ${table} SET ${table === 'instrument' ? 'shipped = NOT shipped' : 'evaluation_id = evaluation_id'}`],
      ['delete', `DELETE FROM ${table}`], ['truncate', `TRUNCATE ${table} CASCADE`],
    ])('against %s by its owner and by the application', async (_, text) => {
      const before = await house.sql(`SELECT * FROM ${table}`);
      expect(before.length).toBeGreaterThan(0);
      expect(await said(house, asApp, text)).toBe(`permission denied for table ${table}`);
      expect(await said(house, asOwner, text)).toMatch(new RegExp(`^samsyn: ${table} is append-only$`));
      expect(await house.sql(`SELECT * FROM ${table}`)).toEqual(before);
    });
  });

  describe.each(roles)('refuses %s, when an evaluation is locked,', (_, role) => {
    const lockedFault = 'samsyn: evaluation is locked';
    const id = (): string => `'${locked.id}'`;

    it('a draft, new or changed', async () => {
      expect(await said(house, role, `INSERT INTO draft_field VALUES (${id()}, '${seat(locked, 1).id}', '1.1', 1, 'unsure', 'true', 1, now())`)).toBe(lockedFault);
      expect(await said(house, role, `UPDATE draft_field SET value = '"99"', edition = edition + 1 WHERE evaluation_id = ${id()}`)).toBe(lockedFault);
    });

    it('a sealed sheet', async () => {
      expect(await said(house, role, `INSERT INTO sealed_score SELECT evaluation_id, revision + 1000, question, person_id, round, sheet, percent, nonce FROM sealed_score WHERE evaluation_id = ${id()}`)).toBe(lockedFault);
    });

    it.each(['sealed', 'proposed', 'approved', 'settled', 'joined', 'created', 'policyChanged', 'scheduled', 'locked'])('a ledger line that says %s', async (kind) => {
      expect(await said(house, role, `INSERT INTO ledger_entry SELECT evaluation_id, revision + 1, now(), NULL, '{"kind":"${kind}"}', hash, 'x' FROM ledger_entry WHERE evaluation_id = ${id()} ORDER BY revision DESC LIMIT 1`)).toBe(lockedFault);
    });

    it.each([
      ['the lock taken off', 'locked = false, revision = revision + 1', 'samsyn: head does not follow the ledger'], ['the lock taken off in place', 'locked = false', 'samsyn: an evaluation keeps what it froze'],
      ['another instrument', `instrument = '{}', revision = revision + 1`, 'samsyn: an evaluation keeps what it froze'], ['other decimals', 'decimals = 1, revision = revision + 1', 'samsyn: an evaluation keeps what it froze'],
      ['another hash', `hash = 'x', revision = revision + 1`, 'samsyn: head does not follow the ledger'], ['a step back', 'revision = revision - 1', 'samsyn: an evaluation keeps what it froze'],
    ])('%s', async (_name, change, fault) => {
      expect(await said(house, role, `UPDATE evaluation SET ${change} WHERE id = ${id()}`)).toBe(fault);
      expect(await house.sql('SELECT locked, decimals FROM evaluation WHERE id = $1', [locked.id])).toEqual([{ locked: true, decimals: 0 }]);
    });

    it('its removal', async () => {
      expect(await said(house, role, `DELETE FROM evaluation WHERE id = ${id()}`)).toBe(role === asApp ? 'permission denied for table evaluation' : 'samsyn: evaluations are not removed');
    });
  });

  describe.each(roles)('lets %s', (_, role) => {
    const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
    const report = (team: Team, version: number, body: string, sum = hash(body)): string => `INSERT INTO locked_report VALUES ('${team.id}', ${version}, '${body}', '${sum}', now())`;
    /** A statement that adds lines to a ledger and moves its head over them, as one who writes past the product would. */
    const recorded = (team: Team, locked: boolean, ...facts: readonly (readonly [fact: object, actor: string | null])[]): string => `WITH before AS (SELECT revision, hash FROM evaluation WHERE id = '${team.id}'),
      head AS (UPDATE evaluation SET revision = revision + ${facts.length}, hash = 'forged-${facts.length}', locked = ${locked} WHERE id = '${team.id}')
      INSERT INTO ledger_entry SELECT '${team.id}', before.revision + own.nth, now(), own.actor::uuid, own.fact::jsonb, CASE own.nth WHEN 1 THEN before.hash ELSE 'forged-' || (own.nth - 1) END, 'forged-' || own.nth
      FROM before, (VALUES ${facts.map(([fact, actor], at) => `(${at + 1}, '${JSON.stringify(fact)}', ${actor === null ? 'NULL' : `'${actor}'`})`).join()}) AS own(nth, fact, actor) ORDER BY own.nth`;
    const unlockedLine = [{ kind: 'unlocked', version: 1, reason: 'x' }, null] as const;
    const signedBy = (actor: string) => [{ kind: 'unlockSigned', version: 1, reason: 'x' }, actor] as const;
    const unsigned = 'samsyn: not all have signed the unlocking';
    const stands = async (): Promise<void> => expect(await house.sql('SELECT locked FROM evaluation WHERE id = $1', [locked.id])).toEqual([{ locked: true }]);

    it('store no report that the ledger does not name, by version and by hash, and none whose hash is of another text', async () => {
      const fault = 'samsyn: the report does not follow the ledger';
      const [own] = await house.sql<{ hash: string }>('SELECT hash FROM locked_report WHERE evaluation_id = $1', [locked.id]);
      expect(await Promise.all([report(locked, 7, '{}'), report(locked, 7, '{}', own?.hash), report(locked, 0, '{}', own?.hash), report(open, 1, '{}')].map((text) => said(house, role, text)))).toEqual([fault, fault, fault, fault]);
      expect(await said(house, role, recorded(open, false, [{ kind: 'locked', version: 1, reportHash: hash('{}') }, null]))).toBe('samsyn: lock does not follow the ledger');
    });

    it.each([
      ['before any has signed', () => []], ['when one has signed', () => [signedBy(seat(locked, 1).id)]], ['when one has signed twice, and another', () => [seat(locked, 1), seat(locked, 1), seat(locked, 2)].map(({ id }) => signedBy(id))],
      ['when the evaluators have signed without the coordinator', () => locked.evaluators.map(({ id }) => signedBy(id))], ['when others have signed', () => [seat(locked, 1), locked.contact, locked.observer].map(({ id }) => signedBy(id))],
    ])('take no lock off %s', async (_name, lines) => {
      expect(await said(house, role, recorded(locked, false, ...lines(), unlockedLine))).toBe(unsigned);
      await stands();
    });

    it('take a lock off when all who hold its keys have signed, and none off what is not locked', async () => {
      const all = [...locked.evaluators, locked.coordinator].map(({ id }) => signedBy(id));
      expect(await said(house, role, `BEGIN; ${recorded(locked, false, ...all, unlockedLine)}; SET CONSTRAINTS ALL IMMEDIATE; ROLLBACK`)).toBe('done');
      expect(await said(house, role, recorded(open, false, unlockedLine))).toBe(unsigned);
      await stands();
    });

    it.each([['before its beginning', '-3'], ['ahead of its head', 'revision + 1'], ['far ahead of it', 'revision + 9']])('write no line beside the ledger: %s', async (_name, at) => {
      expect(await said(house, role, `INSERT INTO ledger_entry SELECT id, ${at}, now(), NULL, '{"kind":"scoringOpened"}', hash, 'x' FROM evaluation WHERE id = '${open.id}'`)).toBe('samsyn: a line stands beside the ledger');
    });

    it('write no line of an evaluation that there is not, and take none away whole', async () => {
      expect(await said(house, role, `INSERT INTO ledger_entry VALUES ('00000000-0000-4000-8000-000000000009', 1, now(), NULL, '{"kind":"scoringOpened"}', '', 'x')`)).toBe('samsyn: a line stands beside the ledger');
      expect(await said(house, role, 'TRUNCATE evaluation CASCADE')).toMatch(role === asApp ? /^permission denied/ : /append-only$/);
    });

    it('take nobody out of an evaluation, locked or not', async () => {
      for (const { id } of [open, locked]) expect(await said(house, role, `DELETE FROM evaluation_member WHERE evaluation_id = '${id}'`)).toMatch(role === asApp ? /^permission denied/ : /append-only$/);
    });

    it('note and tick nothing once it is locked', async () => {
      const who = `'${locked.id}', '${seat(locked, 1).id}'`;
      expect(await said(house, role, `INSERT INTO interview_note VALUES (${who}, '${locked.id}', NULL, 'x', 1, false, now(), now())`)).toBe('samsyn: evaluation is locked');
      expect(await said(house, role, `INSERT INTO interview_tick VALUES (${who}, 'group-1', '1.1', now())`)).toBe('samsyn: evaluation is locked');
    });
  });

  it('takes a lock only together with its ledger line', async () => {
    for (const [, role] of roles) expect(await said(house, role, `UPDATE evaluation SET locked = true, revision = revision + 1 WHERE id = '${open.id}'`)).toBe('samsyn: head does not follow the ledger');
  });

  it('gives the application the rights it needs and no more', async () => {
    const grants = await house.sql<{ own: string }>(`SELECT table_name || ' ' || string_agg(privilege_type, ' ' ORDER BY privilege_type) AS own FROM information_schema.role_table_grants WHERE grantee = 'samsyn_app' AND table_schema = 'public' GROUP BY table_name ORDER BY table_name`);
    expect(grants.map(({ own }) => own)).toEqual([
      'calendar_feed INSERT SELECT UPDATE', 'deletion_receipt INSERT SELECT', 'description_answer INSERT SELECT UPDATE', 'description_submission INSERT SELECT', 'document INSERT SELECT UPDATE', 'document_page DELETE INSERT SELECT', 'document_request INSERT SELECT UPDATE', 'document_version INSERT SELECT UPDATE',
      'draft_field INSERT SELECT UPDATE', 'evaluation INSERT SELECT UPDATE', 'evaluation_member INSERT SELECT', 'house_secret INSERT SELECT', 'instrument INSERT SELECT', 'instrument_draft DELETE INSERT SELECT UPDATE', 'interview_note INSERT SELECT UPDATE', 'interview_tick DELETE INSERT SELECT', 'interviewee INSERT SELECT UPDATE', 'ledger_entry INSERT SELECT', 'locked_report INSERT SELECT', 'mail_choice INSERT SELECT UPDATE',
      'outbox_mail INSERT SELECT UPDATE', 'person INSERT SELECT UPDATE', 'published_result INSERT SELECT UPDATE', 'reminder_sent INSERT SELECT', 'reminder_withheld INSERT SELECT', 'request_event INSERT SELECT', 'request_link INSERT SELECT UPDATE', 'sealed_score INSERT SELECT', 'session DELETE INSERT SELECT UPDATE', 'sign_in_link INSERT SELECT UPDATE',
      'visit_care INSERT SELECT UPDATE', 'visit_invitation INSERT SELECT UPDATE', 'visit_letter INSERT SELECT UPDATE', 'visit_plan INSERT SELECT UPDATE', 'visit_receipt INSERT SELECT', 'visit_release INSERT SELECT',
    ]);
    const [own] = await house.sql(`SELECT rolsuper, rolcreatedb, rolcreaterole, rolbypassrls, has_schema_privilege('samsyn_app', 'public', 'CREATE') AS may_create, has_table_privilege('samsyn_app', 'migrations', 'SELECT') AS migrations FROM pg_roles WHERE rolname = 'samsyn_app'`);
    expect(own).toEqual({ rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolbypassrls: false, may_create: false, migrations: false });
  });

  it.each(['DROP TABLE ledger_entry', 'DROP TRIGGER ledger_entry_append_only ON ledger_entry', 'ALTER TABLE ledger_entry DISABLE TRIGGER ALL', 'ALTER TABLE evaluation ADD COLUMN x int', 'CREATE TABLE x (y int)'])('does not let the application say %s', async (text) => {
    expect(await said(house, asApp, text)).toMatch(/^(must be owner of|permission denied)/);
  });

  it('is the one the entities describe', async () => {
    const source = await new DataSource(databaseOptions(house.database.url, 2, 'owner')).initialize();
    try {
      const { upQueries } = await source.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query)).toEqual([]);
      expect(await source.showMigrations()).toBe(false);
    } finally {
      await source.destroy();
    }
  });
});
