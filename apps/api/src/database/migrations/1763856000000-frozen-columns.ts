import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an evaluation froze is guarded where it is written: the comparison of the whole instrument ran at every fact,
 * though no statement names that column. A new revision costs one comparison of integers.
 */
export class FrozenColumns1763856000000 implements MigrationInterface {
  name = 'FrozenColumns1763856000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const statements = [
  `CREATE FUNCTION "evaluation_goes_forward"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
     IF NEW."revision" <= OLD."revision" THEN RAISE EXCEPTION 'samsyn: an evaluation keeps what it froze' USING ERRCODE = 'restrict_violation'; END IF;
     RETURN NEW; END $$`,
  `CREATE TRIGGER "evaluation_forward" BEFORE UPDATE ON "evaluation" FOR EACH ROW EXECUTE FUNCTION "evaluation_goes_forward"()`,
  `DROP TRIGGER "evaluation_frozen" ON "evaluation"`,
  `CREATE TRIGGER "evaluation_frozen" BEFORE UPDATE OF "id", "instrument", "decimals", "demo", "created_at" OR DELETE ON "evaluation" FOR EACH ROW EXECUTE FUNCTION "evaluation_is_frozen"()`,
];
