import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A page as it is searched: its lines joined, words that a line's end divides made whole, years and figures with one
 * kind of dash. "äldre-⏎omsorgen" is found by "omsorg" and shown as one word; `text` stays as it was drawn.
 */
export class TextJoined1764005000000 implements MigrationInterface {
  name = 'TextJoined1764005000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

/** A hyphen that ends a line, in the ways programs write it; the one in "mål- och" belongs to the word. */
const lineEnd = String.raw`[-\u2010\u00ad] *\n *(?!(?:och|eller|samt|and|or)\y)`;
/** "IT-⏎kommun", "e-⏎tjänst" and "2016-⏎2019" keep theirs, for nothing is divided so. */
const kept = `regexp_replace("text", '(\\y\\w|[[:upper:][:digit:]])${lineEnd}(?=[[:lower:][:digit:]])', '\\1-', 'g')`;
const whole = `regexp_replace(${kept}, '([[:alpha:]])${lineEnd}(?=[[:alpha:]])', '\\1', 'g')`;
const figures = `regexp_replace(${whole}, '([0-9]) ?[-\\u2010-\\u2015\\u2212] ?(?=[0-9])', '\\1-', 'g')`;
const joined = `translate(${figures}, E'\\n\\u00a0\\u2010\\u2011\\u00ad', '  --')`;

const statements = [
  `ALTER TABLE "document_page" ADD COLUMN "joined" text GENERATED ALWAYS AS (${joined}) STORED`,
  `ALTER TABLE "document_page" ALTER COLUMN "tsv" SET EXPRESSION AS (to_tsvector('pg_catalog.swedish', ${joined}))`,
  `DROP INDEX "ix_document_page_parts"`,
  `CREATE INDEX "ix_document_page_parts" ON "document_page" USING gin ("joined" gin_trgm_ops)`,
];
