import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The whole first schema: people, instruments, evaluations with their ledger, sealed sheets, locked reports, outbox. */
export class FirstHouse1763769600000 implements MigrationInterface {
  name = 'FirstHouse1763769600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const appendOnly = ['ledger_entry', 'sealed_score', 'locked_report', 'instrument'];
const closedByLock = ['draft_field', 'sealed_score'];

const statements = [
  `CREATE TABLE "person" ("id" uuid NOT NULL, "email" text NOT NULL, "name" text NOT NULL, "organisation" text NOT NULL DEFAULT '', "password_hash" text, "may_create" boolean NOT NULL DEFAULT false, "demo" boolean NOT NULL DEFAULT false, "created_at" timestamptz NOT NULL DEFAULT now(), CONSTRAINT "pk_person" PRIMARY KEY ("id"), CONSTRAINT "uq_person_email" UNIQUE ("email"))`,
  `CREATE TABLE "session" ("token_hash" text NOT NULL, "person_id" uuid NOT NULL, "created_at" timestamptz NOT NULL DEFAULT now(), "expires_at" timestamptz NOT NULL, CONSTRAINT "pk_session" PRIMARY KEY ("token_hash"), CONSTRAINT "fk_session_person" FOREIGN KEY ("person_id") REFERENCES "person"("id"))`,
  `CREATE INDEX "ix_session_person" ON "session" ("person_id")`,
  `CREATE TABLE "sign_in_link" ("token_hash" text NOT NULL, "person_id" uuid NOT NULL, "reusable" boolean NOT NULL DEFAULT false, "created_at" timestamptz NOT NULL DEFAULT now(), "expires_at" timestamptz NOT NULL, "used_at" timestamptz, CONSTRAINT "pk_sign_in_link" PRIMARY KEY ("token_hash"), CONSTRAINT "fk_sign_in_link_person" FOREIGN KEY ("person_id") REFERENCES "person"("id"))`,
  `CREATE TABLE "outbox_mail" ("id" uuid NOT NULL, "person_id" uuid NOT NULL, "subject" text NOT NULL, "text" text NOT NULL, "created_at" timestamptz NOT NULL DEFAULT now(), "sent_at" timestamptz, "failure" text, CONSTRAINT "pk_outbox_mail" PRIMARY KEY ("id"), CONSTRAINT "fk_outbox_mail_person" FOREIGN KEY ("person_id") REFERENCES "person"("id"))`,
  `CREATE TABLE "instrument" ("id" text NOT NULL, "body" jsonb NOT NULL, "shipped" boolean NOT NULL DEFAULT false, "created_at" timestamptz NOT NULL DEFAULT now(), CONSTRAINT "pk_instrument" PRIMARY KEY ("id"))`,
  `CREATE TABLE "evaluation" ("id" uuid NOT NULL, "revision" integer NOT NULL, "hash" text NOT NULL, "locked" boolean NOT NULL DEFAULT false, "instrument" jsonb NOT NULL, "decimals" smallint NOT NULL DEFAULT 0, "demo" boolean NOT NULL DEFAULT false, "created_at" timestamptz NOT NULL DEFAULT now(), CONSTRAINT "pk_evaluation" PRIMARY KEY ("id"))`,
  `CREATE TABLE "evaluation_member" ("evaluation_id" uuid NOT NULL, "person_id" uuid NOT NULL, CONSTRAINT "pk_evaluation_member" PRIMARY KEY ("evaluation_id", "person_id"), CONSTRAINT "fk_member_evaluation" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id"), CONSTRAINT "fk_member_person" FOREIGN KEY ("person_id") REFERENCES "person"("id"))`,
  `CREATE INDEX "ix_member_person" ON "evaluation_member" ("person_id")`,
  `CREATE TABLE "ledger_entry" ("evaluation_id" uuid NOT NULL, "revision" integer NOT NULL, "at" timestamptz NOT NULL, "actor" uuid, "fact" jsonb NOT NULL, "previous" text NOT NULL, "hash" text NOT NULL, CONSTRAINT "pk_ledger_entry" PRIMARY KEY ("evaluation_id", "revision"), CONSTRAINT "fk_ledger_evaluation" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id"))`,
  `CREATE TABLE "sealed_score" ("evaluation_id" uuid NOT NULL, "revision" integer NOT NULL, "question" text NOT NULL, "person_id" uuid NOT NULL, "round" integer NOT NULL, "sheet" jsonb NOT NULL, "percent" text, "nonce" text NOT NULL, CONSTRAINT "pk_sealed_score" PRIMARY KEY ("evaluation_id", "revision", "question"), CONSTRAINT "fk_sealed_evaluation" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id"))`,
  `CREATE TABLE "draft_field" ("evaluation_id" uuid NOT NULL, "person_id" uuid NOT NULL, "question" text NOT NULL, "round" integer NOT NULL, "field" text NOT NULL, "value" jsonb, "edition" integer NOT NULL, "saved_at" timestamptz NOT NULL, CONSTRAINT "pk_draft_field" PRIMARY KEY ("evaluation_id", "person_id", "question", "round", "field"), CONSTRAINT "fk_draft_evaluation" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id"))`,
  `CREATE TABLE "locked_report" ("evaluation_id" uuid NOT NULL, "version" integer NOT NULL, "body" text NOT NULL, "hash" text NOT NULL, "locked_at" timestamptz NOT NULL, CONSTRAINT "pk_locked_report" PRIMARY KEY ("evaluation_id", "version"), CONSTRAINT "fk_report_evaluation" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id"))`,
  `CREATE TABLE "published_result" ("id" text NOT NULL, "body" jsonb NOT NULL, "evaluation_id" uuid, CONSTRAINT "pk_published_result" PRIMARY KEY ("id"))`,

  // What has been said stays said: no row of these is ever changed or removed, whoever asks.
  `CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'samsyn: % is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$`,
  ...appendOnly.flatMap((table) => [
    `CREATE TRIGGER "${table}_append_only" BEFORE UPDATE OR DELETE ON "${table}" FOR EACH ROW EXECUTE FUNCTION "refuse_change"()`,
    `CREATE TRIGGER "${table}_no_truncate" BEFORE TRUNCATE ON "${table}" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"()`,
  ]),
  // A locked evaluation takes no draft and no seal, and no ledger line but the unlocking itself.
  `CREATE FUNCTION "refuse_when_locked"() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE "is_locked" boolean; BEGIN
     SELECT "locked" INTO "is_locked" FROM "evaluation" WHERE "id" = COALESCE(NEW."evaluation_id", OLD."evaluation_id") FOR SHARE;
     IF "is_locked" THEN RAISE EXCEPTION 'samsyn: evaluation is locked' USING ERRCODE = 'restrict_violation'; END IF;
     RETURN COALESCE(NEW, OLD); END $$`,
  ...closedByLock.map((table) => `CREATE TRIGGER "${table}_locked" BEFORE INSERT OR UPDATE OR DELETE ON "${table}" FOR EACH ROW EXECUTE FUNCTION "refuse_when_locked"()`),
  `CREATE FUNCTION "ledger_when_locked"() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE "last_kind" text; BEGIN
     SELECT "fact"->>'kind' INTO "last_kind" FROM "ledger_entry" WHERE "evaluation_id" = NEW."evaluation_id" AND "revision" < NEW."revision" AND "fact"->>'kind' IN ('locked', 'unlocked') ORDER BY "revision" DESC LIMIT 1;
     IF "last_kind" = 'locked' AND NEW."fact"->>'kind' NOT IN ('unlockSigned', 'unlocked') THEN RAISE EXCEPTION 'samsyn: evaluation is locked' USING ERRCODE = 'restrict_violation'; END IF;
     RETURN NEW; END $$`,
  `CREATE TRIGGER "ledger_entry_locked" BEFORE INSERT ON "ledger_entry" FOR EACH ROW EXECUTE FUNCTION "ledger_when_locked"()`,
  `CREATE INDEX "ix_ledger_lock" ON "ledger_entry" ("evaluation_id", "revision" DESC) WHERE "fact"->>'kind' IN ('locked', 'unlocked')`,
  // The head may only follow its own ledger: at commit it must name the last line, and be locked exactly when that ledger says so.
  `CREATE FUNCTION "head_follows_ledger"() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE "last_lock" text; BEGIN
     IF NOT EXISTS (SELECT 1 FROM "ledger_entry" WHERE "evaluation_id" = NEW."id" AND "revision" = NEW."revision" AND "hash" = NEW."hash") THEN RAISE EXCEPTION 'samsyn: head does not follow the ledger' USING ERRCODE = 'restrict_violation'; END IF;
     SELECT "fact"->>'kind' INTO "last_lock" FROM "ledger_entry" WHERE "evaluation_id" = NEW."id" AND "fact"->>'kind' IN ('locked', 'unlocked') ORDER BY "revision" DESC LIMIT 1;
     IF NEW."locked" IS DISTINCT FROM (COALESCE("last_lock", '') = 'locked') THEN RAISE EXCEPTION 'samsyn: lock does not follow the ledger' USING ERRCODE = 'restrict_violation'; END IF;
     RETURN NULL; END $$`,
  `CREATE CONSTRAINT TRIGGER "evaluation_follows_ledger" AFTER INSERT OR UPDATE ON "evaluation" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "head_follows_ledger"()`,
  `CREATE FUNCTION "evaluation_is_frozen"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
     IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'samsyn: evaluations are not removed' USING ERRCODE = 'restrict_violation'; END IF;
     IF (NEW."id", NEW."instrument", NEW."decimals", NEW."demo", NEW."created_at") IS DISTINCT FROM (OLD."id", OLD."instrument", OLD."decimals", OLD."demo", OLD."created_at") OR NEW."revision" <= OLD."revision" THEN RAISE EXCEPTION 'samsyn: an evaluation keeps what it froze' USING ERRCODE = 'restrict_violation'; END IF;
     RETURN NEW; END $$`,
  `CREATE TRIGGER "evaluation_frozen" BEFORE UPDATE OR DELETE ON "evaluation" FOR EACH ROW EXECUTE FUNCTION "evaluation_is_frozen"()`,

  // The application's own role: it may add where things are added, and change only what changes.
  `DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'samsyn_app') THEN CREATE ROLE "samsyn_app" NOLOGIN; END IF; EXCEPTION WHEN unique_violation OR duplicate_object THEN NULL; END $$`,
  `GRANT "samsyn_app" TO CURRENT_USER`,
  `GRANT USAGE ON SCHEMA public TO "samsyn_app"`,
  `GRANT SELECT, INSERT ON "ledger_entry", "sealed_score", "locked_report", "instrument" TO "samsyn_app"`,
  `GRANT SELECT, INSERT, UPDATE ON "evaluation", "draft_field", "person", "published_result", "outbox_mail", "sign_in_link" TO "samsyn_app"`,
  `GRANT SELECT, INSERT, DELETE ON "evaluation_member" TO "samsyn_app"`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON "session" TO "samsyn_app"`,
];
