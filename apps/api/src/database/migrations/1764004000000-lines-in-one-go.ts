import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is asked of a line of the ledger (that it stands in the chain of an evaluation there is, and that a lock lets it
 * in) was asked line by line, with a lock on the evaluation's row for each. It is asked once of all lines of a
 * statement: the same proof, also of lines that come together. No evaluation is ever removed, so none needs holding.
 *
 * That a head names its last line is asked by a look into the index for each: asked as a join, the database read the
 * whole ledger at every fact, however few heads had moved.
 */
export class LinesInOneGo1764004000000 implements MigrationInterface {
  name = 'LinesInOneGo1764004000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const lastLock = (what: string): string =>
  `(SELECT ${what} FROM "ledger_entry" l WHERE l."evaluation_id" = a."evaluation_id" AND l."revision" < a."revision" AND l."fact"->>'kind' IN ('locked', 'unlocked') ORDER BY l."revision" DESC LIMIT 1)`;

const statements = [
  `CREATE OR REPLACE FUNCTION "heads_follow_ledger"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
     IF EXISTS (SELECT 1 FROM "moved" m WHERE m."hash" IS DISTINCT FROM (SELECT l."hash" FROM "ledger_entry" l WHERE l."evaluation_id" = m."id" AND l."revision" = m."revision")) THEN RAISE EXCEPTION 'samsyn: head does not follow the ledger' USING ERRCODE = 'restrict_violation'; END IF;
     IF EXISTS (SELECT 1 FROM "moved" m WHERE m."locked" IS DISTINCT FROM (COALESCE((SELECT l."fact"->>'kind' FROM "ledger_entry" l WHERE l."evaluation_id" = m."id" AND l."fact"->>'kind' IN ('locked', 'unlocked') ORDER BY l."revision" DESC LIMIT 1), '') = 'locked')) THEN RAISE EXCEPTION 'samsyn: lock does not follow the ledger' USING ERRCODE = 'restrict_violation'; END IF;
     RETURN NULL; END $$`,
  `CREATE OR REPLACE FUNCTION "ledger_is_one_chain"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
     IF EXISTS (SELECT 1 FROM "added" a WHERE a."fact"->>'kind' NOT IN ('unlockSigned', 'unlocked') AND ${lastLock(`l."fact"->>'kind'`)} = 'locked') THEN RAISE EXCEPTION 'samsyn: evaluation is locked' USING ERRCODE = 'restrict_violation'; END IF;
     IF EXISTS (SELECT 1 FROM "added" a WHERE a."fact"->>'kind' = 'unlocked' AND COALESCE(${lastLock(`CASE WHEN l."fact"->>'kind' = 'locked' THEN "lock_keys_missing"(a."evaluation_id", l."revision", a."revision") ELSE 1 END`)}, 1) > 0) THEN RAISE EXCEPTION 'samsyn: not all have signed the unlocking' USING ERRCODE = 'restrict_violation'; END IF;
     IF EXISTS (SELECT 1 FROM "added" a WHERE a."revision" < 1 OR COALESCE(a."revision" > (SELECT e."revision" FROM "evaluation" e WHERE e."id" = a."evaluation_id"), true)
       OR a."previous" IS DISTINCT FROM (CASE WHEN a."revision" = 1 THEN '' ELSE (SELECT p."hash" FROM "ledger_entry" p WHERE p."evaluation_id" = a."evaluation_id" AND p."revision" = a."revision" - 1) END)) THEN RAISE EXCEPTION 'samsyn: a line stands beside the ledger' USING ERRCODE = 'restrict_violation'; END IF;
     RETURN NULL; END $$`,
  `DROP TRIGGER "ledger_entry_locked" ON "ledger_entry"`,
  `DROP FUNCTION "ledger_when_locked"()`,
  `ALTER TABLE "ledger_entry" DROP CONSTRAINT "fk_ledger_evaluation"`,
  `CREATE TRIGGER "evaluation_no_truncate" BEFORE TRUNCATE ON "evaluation" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"()`,
];
