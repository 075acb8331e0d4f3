import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the database itself proves of the lock, whoever writes to it: a report is stored only as the ledger names it, and
 * a lock comes off only after as many people as hold its keys have each said so in the ledger.
 */
export class ProvenLock1763905000000 implements MigrationInterface {
  name = 'ProvenLock1763905000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const statements = [
  // A line joins the chain where it ends, and never without its head: beside the chain nothing can be said, not even in advance.
  // Both are read after the whole statement, in which head and lines are written together.
  `CREATE FUNCTION "ledger_is_one_chain"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
     IF EXISTS (SELECT 1 FROM "added" a WHERE a."revision" < 1 OR a."revision" > (SELECT e."revision" FROM "evaluation" e WHERE e."id" = a."evaluation_id")
       OR a."previous" IS DISTINCT FROM (CASE WHEN a."revision" = 1 THEN '' ELSE (SELECT p."hash" FROM "ledger_entry" p WHERE p."evaluation_id" = a."evaluation_id" AND p."revision" = a."revision" - 1) END)) THEN RAISE EXCEPTION 'samsyn: a line stands beside the ledger' USING ERRCODE = 'restrict_violation'; END IF;
     RETURN NULL; END $$`,
  `CREATE TRIGGER "ledger_entry_chain" AFTER INSERT ON "ledger_entry" REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "ledger_is_one_chain"()`,

  // The keys of a lock: everyone who signed the very report that was locked, and every coordinator who takes part. While
  // it is locked nobody comes or goes, so that the lines before the lock name them all. That each line was said by whom it
  // names only the sessions of the application know; that every rule was kept, `verify` shows, which plays the ledger anew.
  `CREATE FUNCTION "lock_keys_missing"("evaluation" uuid, "locked_at" integer, "unlocked_at" integer) RETURNS bigint LANGUAGE sql STABLE AS $$
     WITH "lock" AS (SELECT (l."fact"->>'version')::int AS "version", s."fact"->>'fingerprint' AS "fingerprint" FROM "ledger_entry" l LEFT JOIN "ledger_entry" s ON s."evaluation_id" = l."evaluation_id" AND s."revision" = l."revision" - 1 WHERE l."evaluation_id" = "lock_keys_missing"."evaluation" AND l."revision" = "locked_at"),
     "signed" AS (SELECT l."actor" AS "person" FROM "ledger_entry" l, "lock" k WHERE l."evaluation_id" = "lock_keys_missing"."evaluation" AND l."revision" < "locked_at" AND l."fact"->>'kind' = 'lockSigned' AND (l."fact"->>'version')::int = k."version" AND l."fact"->>'fingerprint' = k."fingerprint"),
     "coordinating" AS (SELECT (j."fact"->>'person')::uuid AS "person" FROM "ledger_entry" j WHERE j."evaluation_id" = "lock_keys_missing"."evaluation" AND j."revision" < "locked_at" AND j."fact"->>'kind' = 'joined' AND j."fact"->>'role' = 'coordinator'
       AND NOT EXISTS (SELECT 1 FROM "ledger_entry" w WHERE w."evaluation_id" = "lock_keys_missing"."evaluation" AND w."revision" > j."revision" AND w."revision" < "locked_at" AND w."fact"->>'person' = j."fact"->>'person'
         AND ((w."fact"->>'kind' = 'left' AND w."fact"->>'role' = 'coordinator') OR (w."fact"->>'kind' = 'declared' AND (w."fact"->>'conflict')::boolean))))
     SELECT count(*) FROM (SELECT "person" FROM "signed" UNION SELECT "person" FROM "coordinating") k WHERE NOT EXISTS (SELECT 1 FROM "ledger_entry" u WHERE u."evaluation_id" = "lock_keys_missing"."evaluation" AND u."revision" > "locked_at" AND u."revision" < "unlocked_at" AND u."fact"->>'kind' = 'unlockSigned' AND u."actor" = k."person") $$`,
  `CREATE OR REPLACE FUNCTION "ledger_when_locked"() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE "last" record; BEGIN
     SELECT "revision", "fact"->>'kind' AS "kind" INTO "last" FROM "ledger_entry" WHERE "evaluation_id" = NEW."evaluation_id" AND "revision" < NEW."revision" AND "fact"->>'kind' IN ('locked', 'unlocked') ORDER BY "revision" DESC LIMIT 1;
     IF "last"."kind" = 'locked' AND NEW."fact"->>'kind' NOT IN ('unlockSigned', 'unlocked') THEN RAISE EXCEPTION 'samsyn: evaluation is locked' USING ERRCODE = 'restrict_violation'; END IF;
     IF NEW."fact"->>'kind' = 'unlocked' AND ("last"."kind" IS DISTINCT FROM 'locked' OR "lock_keys_missing"(NEW."evaluation_id", "last"."revision", NEW."revision") > 0) THEN RAISE EXCEPTION 'samsyn: not all have signed the unlocking' USING ERRCODE = 'restrict_violation'; END IF;
     RETURN NEW; END $$`,

  // A report is stored together with the line that names its version and its hash, and is the text of that hash.
  `CREATE FUNCTION "report_follows_ledger"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
     IF encode(sha256(convert_to(NEW."body", 'UTF8')), 'hex') <> NEW."hash" OR NOT EXISTS (SELECT 1 FROM "ledger_entry" l JOIN "evaluation" e ON e."id" = l."evaluation_id" AND e."revision" >= l."revision"
       WHERE l."evaluation_id" = NEW."evaluation_id" AND l."fact"->>'kind' = 'locked' AND (l."fact"->>'version')::int = NEW."version" AND l."fact"->>'reportHash' = NEW."hash") THEN RAISE EXCEPTION 'samsyn: the report does not follow the ledger' USING ERRCODE = 'restrict_violation'; END IF;
     RETURN NULL; END $$`,
  `CREATE CONSTRAINT TRIGGER "locked_report_follows_ledger" AFTER INSERT ON "locked_report" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "report_follows_ledger"()`,

  // Who has ever been in an evaluation has been in it, locked or not; who takes part is said in the ledger.
  `CREATE TRIGGER "evaluation_member_append_only" BEFORE UPDATE OR DELETE ON "evaluation_member" FOR EACH ROW EXECUTE FUNCTION "refuse_change"()`,
  `CREATE TRIGGER "evaluation_member_no_truncate" BEFORE TRUNCATE ON "evaluation_member" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"()`,
  `REVOKE DELETE ON "evaluation_member" FROM "samsyn_app"`,

  // What evaluators note and tick off in interviews is closed by the lock like the rest.
  ...['interview_note', 'interview_tick'].map((table) => `CREATE TRIGGER "${table}_locked" BEFORE INSERT OR UPDATE OR DELETE ON "${table}" FOR EACH ROW EXECUTE FUNCTION "refuse_when_locked"()`),
];
