import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long the data of interviewees are kept, and the receipts of those that were forgotten. */
export class VisitCare1763904000000 implements MigrationInterface {
  name = 'VisitCare1763904000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const statements = [
  `CREATE TABLE "visit_care" ("evaluation_id" uuid NOT NULL, "edition" integer NOT NULL, "after_lock" integer NOT NULL, "at_most" integer NOT NULL, "hold" boolean NOT NULL, "controller" text NOT NULL, "basis" text NOT NULL, CONSTRAINT "pk_visit_care" PRIMARY KEY ("evaluation_id"), CONSTRAINT "fk_care_evaluation" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id"))`,
  `CREATE TABLE "visit_receipt" ("id" uuid NOT NULL, "evaluation_id" uuid NOT NULL, "at" timestamptz NOT NULL, "reason" text NOT NULL, "people" integer NOT NULL, "letters" integer NOT NULL, "replies" integer NOT NULL, "signature" text NOT NULL, CONSTRAINT "pk_visit_receipt" PRIMARY KEY ("id"), CONSTRAINT "fk_visit_receipt_evaluation" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id"))`,
  `CREATE INDEX "ix_visit_receipt_evaluation" ON "visit_receipt" ("evaluation_id")`,
  `ALTER TABLE "interviewee" ADD COLUMN "forgotten_at" timestamptz`,

  `CREATE TRIGGER "visit_receipt_append_only" BEFORE UPDATE OR DELETE ON "visit_receipt" FOR EACH ROW EXECUTE FUNCTION "refuse_change"()`,
  `CREATE TRIGGER "visit_receipt_no_truncate" BEFORE TRUNCATE ON "visit_receipt" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"()`,

  `GRANT SELECT, INSERT, UPDATE ON "visit_care" TO "samsyn_app"`,
  `GRANT SELECT, INSERT ON "visit_receipt" TO "samsyn_app"`,
];
