import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where in a document without printed pages its text stands: `[{ at, kind, number, under }]` of each page of text. */
export class TextPlaces1763902000000 implements MigrationInterface {
  name = 'TextPlaces1763902000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const withoutPages = `"state" IN ('clean', 'unscanned') AND "stored_as" IS NOT NULL AND "name" ~* '[.](docx|xlsx|pptx|odt|ods|txt|csv|md)$'`;
const statements = [
  `ALTER TABLE "document_page" ADD COLUMN "places" jsonb`,
  // What was read before is read again from the stored files, now with its places. Citations keep their words and are not touched.
  `DELETE FROM "document_page" WHERE "version_id" IN (SELECT "id" FROM "document_version" WHERE ${withoutPages})`,
  `UPDATE "document_version" SET "text_state" = 'waiting', "progress" = 0, "attempts" = 0, "leased_until" = NULL WHERE ${withoutPages}`,
];
