import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who wants no reminders, and what was therefore not sent; what backups may still hold of the deleted; by which link a version came. */
export class DocumentCare1763901000000 implements MigrationInterface {
  name = 'DocumentCare1763901000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const statements = [
  `CREATE TABLE "mail_choice" ("address_key" text NOT NULL, "reminders" boolean NOT NULL, "changed_at" timestamptz NOT NULL, CONSTRAINT "pk_mail_choice" PRIMARY KEY ("address_key"))`,
  `CREATE TABLE "reminder_withheld" ("address" text NOT NULL, "day" date NOT NULL, "at" timestamptz NOT NULL, "parts" jsonb NOT NULL, CONSTRAINT "pk_reminder_withheld" PRIMARY KEY ("address", "day"))`,

  // Receipts written before this day were signed without a word about backups, and stay as they are: form 1.
  `ALTER TABLE "deletion_receipt" ADD COLUMN "form" smallint NOT NULL DEFAULT 1, ADD COLUMN "backups_until" date`,
  `ALTER TABLE "document_version" ADD COLUMN "link_id" uuid`,

  `GRANT SELECT, INSERT, UPDATE ON "mail_choice" TO "samsyn_app"`,
  `GRANT SELECT, INSERT ON "reminder_withheld" TO "samsyn_app"`,
];
