import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Interview days: the plan with its releases, interviewees with their invitations and letters, notes and ticks, calendars to subscribe to. */
export class InterviewDays1763892000000 implements MigrationInterface {
  name = 'InterviewDays1763892000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const statements = [
  `CREATE TABLE "visit_plan" ("evaluation_id" uuid NOT NULL, "edition" integer NOT NULL, "plan" jsonb NOT NULL, "asked_until" date, CONSTRAINT "pk_visit_plan" PRIMARY KEY ("evaluation_id"), CONSTRAINT "fk_plan_evaluation" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id"))`,
  `CREATE TABLE "visit_release" ("evaluation_id" uuid NOT NULL, "version" integer NOT NULL, "name" text NOT NULL, "at" timestamptz NOT NULL, "person_id" uuid NOT NULL, "plan" jsonb NOT NULL, CONSTRAINT "pk_visit_release" PRIMARY KEY ("evaluation_id", "version"), CONSTRAINT "fk_release_evaluation" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id"))`,
  `CREATE TABLE "interviewee" ("id" uuid NOT NULL, "evaluation_id" uuid NOT NULL, "name" text NOT NULL, "email" text, "phone" text NOT NULL, "role" text NOT NULL, "organisation" text NOT NULL, "kind" text NOT NULL, "label" text, "manager_id" uuid, "answered_at" timestamptz, "spans" jsonb NOT NULL DEFAULT '[]', "token_hash" text NOT NULL, "created_at" timestamptz NOT NULL, "removed_at" timestamptz, CONSTRAINT "pk_interviewee" PRIMARY KEY ("id"), CONSTRAINT "uq_interviewee_token" UNIQUE ("token_hash"), CONSTRAINT "fk_interviewee_evaluation" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id"))`,
  `CREATE INDEX "ix_interviewee_evaluation" ON "interviewee" ("evaluation_id")`,
  `CREATE TABLE "visit_invitation" ("interviewee_id" uuid NOT NULL, "item" text NOT NULL, "evaluation_id" uuid NOT NULL, "uid" text NOT NULL, "sequence" integer NOT NULL, "since" integer NOT NULL, "cancelled" boolean NOT NULL, "reply" text, "reply_text" text NOT NULL DEFAULT '', "replied_at" timestamptz, CONSTRAINT "pk_visit_invitation" PRIMARY KEY ("interviewee_id", "item"), CONSTRAINT "uq_visit_invitation_uid" UNIQUE ("uid"), CONSTRAINT "fk_invitation_interviewee" FOREIGN KEY ("interviewee_id") REFERENCES "interviewee"("id"))`,
  `CREATE INDEX "ix_visit_invitation_evaluation" ON "visit_invitation" ("evaluation_id")`,
  // `once` is what the letter is about; whoever inserts it has made the letter, and nobody makes it again.
  `CREATE TABLE "visit_letter" ("id" uuid NOT NULL, "evaluation_id" uuid NOT NULL, "interviewee_id" uuid NOT NULL, "once" text NOT NULL, "item" text, "kind" text NOT NULL, "name" text NOT NULL, "address" text NOT NULL, "subject" text NOT NULL, "text" text NOT NULL, "calendar" text, "method" text, "state" text NOT NULL DEFAULT 'waiting', "created_at" timestamptz NOT NULL, "released_at" timestamptz, "next_at" timestamptz, "leased_until" timestamptz, "attempts" integer NOT NULL DEFAULT 0, "sent_at" timestamptz, "failure" text NOT NULL DEFAULT '', CONSTRAINT "pk_visit_letter" PRIMARY KEY ("id"), CONSTRAINT "uq_visit_letter_once" UNIQUE ("evaluation_id", "once"), CONSTRAINT "fk_letter_interviewee" FOREIGN KEY ("interviewee_id") REFERENCES "interviewee"("id"))`,
  `CREATE INDEX "ix_visit_letter_due" ON "visit_letter" ("next_at") WHERE "state" IN ('released', 'sending')`,
  `CREATE TABLE "interview_note" ("evaluation_id" uuid NOT NULL, "author_id" uuid NOT NULL, "id" uuid NOT NULL, "group_id" text, "text" text NOT NULL, "edition" integer NOT NULL, "shared" boolean NOT NULL DEFAULT false, "created_at" timestamptz NOT NULL, "at" timestamptz NOT NULL, CONSTRAINT "pk_interview_note" PRIMARY KEY ("evaluation_id", "author_id", "id"), CONSTRAINT "fk_note_evaluation" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id"))`,
  `CREATE TABLE "interview_tick" ("evaluation_id" uuid NOT NULL, "person_id" uuid NOT NULL, "group_id" text NOT NULL, "question" text NOT NULL, "at" timestamptz NOT NULL, CONSTRAINT "pk_interview_tick" PRIMARY KEY ("evaluation_id", "person_id", "group_id", "question"), CONSTRAINT "fk_tick_evaluation" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id"))`,
  `CREATE TABLE "calendar_feed" ("evaluation_id" uuid NOT NULL, "person_id" uuid NOT NULL, "generation" integer NOT NULL, "token_hash" text NOT NULL, CONSTRAINT "pk_calendar_feed" PRIMARY KEY ("evaluation_id", "person_id"), CONSTRAINT "uq_calendar_feed_token" UNIQUE ("token_hash"), CONSTRAINT "fk_feed_evaluation" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id"))`,

  `CREATE TRIGGER "visit_release_append_only" BEFORE UPDATE OR DELETE ON "visit_release" FOR EACH ROW EXECUTE FUNCTION "refuse_change"()`,
  `CREATE TRIGGER "visit_release_no_truncate" BEFORE TRUNCATE ON "visit_release" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"()`,
  ...['visit_plan', 'visit_release'].map((table) => `CREATE TRIGGER "${table}_locked" BEFORE INSERT OR UPDATE OR DELETE ON "${table}" FOR EACH ROW EXECUTE FUNCTION "refuse_when_locked"()`),

  `GRANT SELECT, INSERT ON "visit_release" TO "samsyn_app"`,
  `GRANT SELECT, INSERT, UPDATE ON "visit_plan", "interviewee", "visit_invitation", "visit_letter", "interview_note", "calendar_feed" TO "samsyn_app"`,
  `GRANT SELECT, INSERT, DELETE ON "interview_tick" TO "samsyn_app"`,
];
