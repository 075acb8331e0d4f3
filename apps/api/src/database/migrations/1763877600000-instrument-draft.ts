import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Instruments under work. The only thing about an instrument that may be changed and removed: nothing is judged with it yet. */
export class InstrumentDraft1763877600000 implements MigrationInterface {
  name = 'InstrumentDraft1763877600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const statements = [
  `CREATE TABLE "instrument_draft" ("id" uuid NOT NULL, "body" jsonb NOT NULL, "based_on" text, "edition" integer NOT NULL DEFAULT 1, "created_by" uuid NOT NULL, "updated_by" uuid NOT NULL, "updated_at" timestamptz NOT NULL DEFAULT now(), CONSTRAINT "pk_instrument_draft" PRIMARY KEY ("id"), CONSTRAINT "fk_instrument_draft_based_on" FOREIGN KEY ("based_on") REFERENCES "instrument"("id"), CONSTRAINT "fk_instrument_draft_created_by" FOREIGN KEY ("created_by") REFERENCES "person"("id"), CONSTRAINT "fk_instrument_draft_updated_by" FOREIGN KEY ("updated_by") REFERENCES "person"("id"))`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON "instrument_draft" TO "samsyn_app"`,
];
