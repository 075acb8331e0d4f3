import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Copies of web pages: how far one is, when it was fetched, and where the page lies from which it was made. */
export class WebCopies1763903000000 implements MigrationInterface {
  name = 'WebCopies1763903000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "document_version" ADD "copy_state" text, ADD "copy_fault" text, ADD "fetched_at" timestamptz, ADD "source_as" text, ADD "source_sha256" text NOT NULL DEFAULT '', ADD CONSTRAINT "uq_document_version_source" UNIQUE ("source_as")`);
    await runner.query(`CREATE INDEX "ix_document_version_copies" ON "document_version" ("uploaded_at") WHERE "copy_state" IN ('waiting', 'fetching')`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
