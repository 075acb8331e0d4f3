import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests for material with their events and links, the self-description, reminders, receipts of deletion; mail to people without an account. */
export class DocumentRequests1763884800000 implements MigrationInterface {
  name = 'DocumentRequests1763884800000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const appendOnly = ['request_event', 'description_submission', 'deletion_receipt'];
/** Links are not among them: one may be withdrawn from a locked evaluation too. */
const closedByLock = ['document_request', 'request_event', 'description_answer', 'description_submission'];

const statements = [
  `CREATE TABLE "document_request" ("id" uuid NOT NULL, "evaluation_id" uuid NOT NULL, "key" text NOT NULL, "title" jsonb NOT NULL, "why" jsonb NOT NULL, "example" jsonb NOT NULL, "questions" text[] NOT NULL, "owner_id" uuid, "due" date, "status" text NOT NULL DEFAULT 'draft', "reason" text NOT NULL DEFAULT '', "edition" integer NOT NULL DEFAULT 1, "position" integer NOT NULL, "updated_at" timestamptz NOT NULL, CONSTRAINT "pk_document_request" PRIMARY KEY ("id"), CONSTRAINT "uq_document_request_key" UNIQUE ("evaluation_id", "key"), CONSTRAINT "fk_request_evaluation" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id"), CONSTRAINT "fk_request_owner" FOREIGN KEY ("owner_id") REFERENCES "person"("id"))`,
  `CREATE TABLE "request_event" ("request_id" uuid NOT NULL, "edition" integer NOT NULL, "evaluation_id" uuid NOT NULL, "at" timestamptz NOT NULL, "person_id" uuid, "name" text NOT NULL DEFAULT '', "from_status" text NOT NULL, "to_status" text NOT NULL, "reason" text NOT NULL DEFAULT '', CONSTRAINT "pk_request_event" PRIMARY KEY ("request_id", "edition"), CONSTRAINT "fk_event_request" FOREIGN KEY ("request_id") REFERENCES "document_request"("id"))`,
  `CREATE INDEX "ix_request_event_evaluation" ON "request_event" ("evaluation_id")`,
  `CREATE TABLE "request_link" ("id" uuid NOT NULL, "evaluation_id" uuid NOT NULL, "request_id" uuid NOT NULL, "token_hash" text NOT NULL, "name" text NOT NULL, "email" text NOT NULL, "created_by" uuid NOT NULL, "created_at" timestamptz NOT NULL, "expires_at" timestamptz NOT NULL, "revoked_at" timestamptz, "used_at" timestamptz, CONSTRAINT "pk_request_link" PRIMARY KEY ("id"), CONSTRAINT "uq_request_link_token" UNIQUE ("token_hash"), CONSTRAINT "fk_link_request" FOREIGN KEY ("request_id") REFERENCES "document_request"("id"))`,
  `CREATE INDEX "ix_request_link_evaluation" ON "request_link" ("evaluation_id")`,
  `CREATE TABLE "description_answer" ("evaluation_id" uuid NOT NULL, "question" text NOT NULL, "text" text NOT NULL DEFAULT '', "edition" integer NOT NULL DEFAULT 0, "assigned_id" uuid, "updated_at" timestamptz, "updated_by" uuid, CONSTRAINT "pk_description_answer" PRIMARY KEY ("evaluation_id", "question"), CONSTRAINT "fk_answer_evaluation" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id"))`,
  `CREATE TABLE "description_submission" ("evaluation_id" uuid NOT NULL, "number" integer NOT NULL, "at" timestamptz NOT NULL, "person_id" uuid NOT NULL, "answers" jsonb NOT NULL, CONSTRAINT "pk_description_submission" PRIMARY KEY ("evaluation_id", "number"), CONSTRAINT "fk_submission_evaluation" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id"))`,
  `CREATE TABLE "deletion_receipt" ("document_id" uuid NOT NULL, "evaluation_id" uuid NOT NULL, "at" timestamptz NOT NULL, "title" text NOT NULL, "reason" text NOT NULL, "class" text NOT NULL, "files" integer NOT NULL, "pages" integer NOT NULL, "sha256" text[] NOT NULL, "signature" text NOT NULL, CONSTRAINT "pk_deletion_receipt" PRIMARY KEY ("document_id"), CONSTRAINT "fk_receipt_evaluation" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id"))`,
  `CREATE INDEX "ix_deletion_receipt_evaluation" ON "deletion_receipt" ("evaluation_id")`,
  `CREATE TABLE "reminder_sent" ("address" text NOT NULL, "day" date NOT NULL, "mail_id" uuid NOT NULL, "parts" jsonb NOT NULL, CONSTRAINT "pk_reminder_sent" PRIMARY KEY ("address", "day"))`,
  `CREATE TABLE "house_secret" ("name" text NOT NULL, "value" text NOT NULL, CONSTRAINT "pk_house_secret" PRIMARY KEY ("name"))`,

  // A mail may go to an address without an account, and may belong to an evaluation whose coordinator then reads it.
  `ALTER TABLE "outbox_mail" ALTER COLUMN "person_id" DROP NOT NULL, ADD COLUMN "address" text, ADD COLUMN "evaluation_id" uuid`,
  `CREATE INDEX "ix_outbox_mail_evaluation" ON "outbox_mail" ("evaluation_id")`,

  ...appendOnly.flatMap((table) => [
    `CREATE TRIGGER "${table}_append_only" BEFORE UPDATE OR DELETE ON "${table}" FOR EACH ROW EXECUTE FUNCTION "refuse_change"()`,
    `CREATE TRIGGER "${table}_no_truncate" BEFORE TRUNCATE ON "${table}" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"()`,
  ]),
  ...closedByLock.map((table) => `CREATE TRIGGER "${table}_locked" BEFORE INSERT OR UPDATE OR DELETE ON "${table}" FOR EACH ROW EXECUTE FUNCTION "refuse_when_locked"()`),

  `GRANT SELECT, INSERT ON "request_event", "description_submission", "deletion_receipt", "reminder_sent", "house_secret" TO "samsyn_app"`,
  `GRANT SELECT, INSERT, UPDATE ON "document_request", "request_link", "description_answer" TO "samsyn_app"`,
];
