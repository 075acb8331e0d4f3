import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Documents, their versions, and the text of their pages. `document_page` has no entity: its column `tsv` is generated
 * by the database, and it is read and written by the search and the reading of text alone.
 */
export class DocumentShelf1763874000000 implements MigrationInterface {
  name = 'DocumentShelf1763874000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const statements = [
  `CREATE EXTENSION IF NOT EXISTS "pg_trgm"`,
  `CREATE TABLE "document" ("id" uuid NOT NULL, "evaluation_id" uuid NOT NULL, "request_id" uuid, "title" text NOT NULL, "kind" text NOT NULL, "retention" text NOT NULL DEFAULT 'evaluation', "hold" boolean NOT NULL DEFAULT false, "created_at" timestamptz NOT NULL DEFAULT now(), "removed_at" timestamptz, "removed_by" text, "removed_reason" text, CONSTRAINT "pk_document" PRIMARY KEY ("id"), CONSTRAINT "fk_document_evaluation" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id"))`,
  `CREATE INDEX "ix_document_evaluation" ON "document" ("evaluation_id")`,
  `CREATE TABLE "document_version" ("id" uuid NOT NULL, "document_id" uuid NOT NULL, "number" integer NOT NULL, "name" text NOT NULL, "size" bigint NOT NULL, "type" text NOT NULL, "sha256" text NOT NULL DEFAULT '', "promised" text, "state" text NOT NULL, "refused_for" text, "uploaded_at" timestamptz NOT NULL DEFAULT now(), "uploaded_by" text NOT NULL, "person_id" uuid, "url" text, "stored_as" text, "pages" integer, "text_state" text NOT NULL, "progress" smallint NOT NULL DEFAULT 0, "attempts" smallint NOT NULL DEFAULT 0, "leased_until" timestamptz, CONSTRAINT "pk_document_version" PRIMARY KEY ("id"), CONSTRAINT "uq_document_version_number" UNIQUE ("document_id", "number"), CONSTRAINT "uq_document_version_stored" UNIQUE ("stored_as"), CONSTRAINT "fk_version_document" FOREIGN KEY ("document_id") REFERENCES "document"("id"))`,
  `CREATE INDEX "ix_document_version_jobs" ON "document_version" ("uploaded_at") WHERE "state" = 'checking' OR "text_state" IN ('waiting', 'working')`,
  // A word parted at the end of a line is one word.
  `CREATE TABLE "document_page" ("version_id" uuid NOT NULL, "page" integer NOT NULL, "text" text NOT NULL, "tsv" tsvector GENERATED ALWAYS AS (to_tsvector('pg_catalog.swedish', replace("text", E'-\\n', ''))) STORED, CONSTRAINT "pk_document_page" PRIMARY KEY ("version_id", "page"), CONSTRAINT "fk_page_version" FOREIGN KEY ("version_id") REFERENCES "document_version"("id"))`,
  `CREATE INDEX "ix_document_page_words" ON "document_page" USING gin ("tsv")`,
  // Parts of compounds: "omsorg" in "äldreomsorgen" is no word of its own to the stemmer.
  `CREATE INDEX "ix_document_page_parts" ON "document_page" USING gin ("text" gin_trgm_ops)`,
  `GRANT SELECT, INSERT, UPDATE ON "document", "document_version" TO "samsyn_app"`,
  `GRANT SELECT, INSERT, DELETE ON "document_page" TO "samsyn_app"`,
];
