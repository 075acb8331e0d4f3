import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An invitation opens an account that nobody has been in, and no other: whoever invites holds it in their hand, and
 * could otherwise come in as a colleague. When somebody first came in is kept with the person.
 */
export class FirstIn1764006000000 implements MigrationInterface {
  name = 'FirstIn1764006000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const statements = [
  `ALTER TABLE "person" ADD COLUMN "entered_at" timestamptz`,
  `UPDATE "person" p SET "entered_at" = COALESCE((SELECT min(l."used_at") FROM "sign_in_link" l WHERE l."person_id" = p."id"), now())
     WHERE p."password_hash" IS NOT NULL OR EXISTS (SELECT 1 FROM "sign_in_link" l WHERE l."person_id" = p."id" AND l."used_at" IS NOT NULL) OR EXISTS (SELECT 1 FROM "session" s WHERE s."person_id" = p."id")`,
  `ALTER TABLE "sign_in_link" ADD COLUMN "invitation" boolean NOT NULL DEFAULT false`,
  // A link that was asked for by mail lasts twenty minutes; what lasts longer was an invitation.
  `UPDATE "sign_in_link" SET "invitation" = true WHERE NOT "reusable" AND "expires_at" - "created_at" > interval '1 hour'`,
];
