import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * That a head follows its ledger was asked of each evaluation by itself at commit. A head and its lines are written by
 * one statement, so it is asked once of all of them, after that statement: the same proof for a fraction of the work.
 */
export class HeadsInOneGo1763906000000 implements MigrationInterface {
  name = 'HeadsInOneGo1763906000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const statements = [
  `CREATE FUNCTION "heads_follow_ledger"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
     IF EXISTS (SELECT 1 FROM "moved" m WHERE NOT EXISTS (SELECT 1 FROM "ledger_entry" l WHERE l."evaluation_id" = m."id" AND l."revision" = m."revision" AND l."hash" = m."hash")) THEN RAISE EXCEPTION 'samsyn: head does not follow the ledger' USING ERRCODE = 'restrict_violation'; END IF;
     IF EXISTS (SELECT 1 FROM "moved" m WHERE m."locked" IS DISTINCT FROM (COALESCE((SELECT l."fact"->>'kind' FROM "ledger_entry" l WHERE l."evaluation_id" = m."id" AND l."fact"->>'kind' IN ('locked', 'unlocked') ORDER BY l."revision" DESC LIMIT 1), '') = 'locked')) THEN RAISE EXCEPTION 'samsyn: lock does not follow the ledger' USING ERRCODE = 'restrict_violation'; END IF;
     RETURN NULL; END $$`,
  `DROP TRIGGER "evaluation_follows_ledger" ON "evaluation"`,
  `DROP FUNCTION "head_follows_ledger"()`,
  `CREATE TRIGGER "evaluation_begun_follows_ledger" AFTER INSERT ON "evaluation" REFERENCING NEW TABLE AS "moved" FOR EACH STATEMENT EXECUTE FUNCTION "heads_follow_ledger"()`,
  `CREATE TRIGGER "evaluation_follows_ledger" AFTER UPDATE ON "evaluation" REFERENCING NEW TABLE AS "moved" FOR EACH STATEMENT EXECUTE FUNCTION "heads_follow_ledger"()`,
];
