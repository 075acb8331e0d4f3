import type { QueryRunner } from 'typeorm';
import { House } from '../spec-house';
import { FirstIn1764006000000 } from './migrations/1764006000000-first-in';

describe('accounts from before invitations were told apart', () => {
  it('count as entered when there is a password, a session or a used link; a link still open counts as an invitation', async () => {
    const before = await House.open();
    try {
      await before.sql('ALTER TABLE person DROP COLUMN entered_at');
      await before.sql('ALTER TABLE sign_in_link DROP COLUMN invitation');
      const person = async (name: string): Promise<string> => ((await before.sql<{ id: string }>(`INSERT INTO person (id, email, name) VALUES (gen_random_uuid(), $1 || '@samsyn.example', $1) RETURNING id`, [name]))[0] as { id: string }).id;
      const link = (id: string, lasts: string, used: string | null, reusable = false) => before.sql(`INSERT INTO sign_in_link (token_hash, person_id, reusable, expires_at, used_at) VALUES (gen_random_uuid()::text, $1, $4, now() + $2::interval, $3)`, [id, lasts, used, reusable]);
      const [fresh, secret, session, used] = [await person('a.fresh'), await person('b.secret'), await person('c.session'), await person('d.used')];
      await link(fresh, '14 days', null);
      await link(fresh, '20 minutes', null);
      await before.sql(`UPDATE person SET password_hash = 'x' WHERE id = $1`, [secret]);
      await link(secret, '30 days', null, true);
      await before.session(session);
      await link(used, '20 minutes', '2026-11-01T10:00:00Z');
      await new FirstIn1764006000000().up({ query: (text: string) => before.sql(text) } as unknown as QueryRunner);
      const people = await before.sql<{ email: string; entered_at: Date | null }>(`SELECT email, entered_at FROM person WHERE email ~ '^[a-d]\\.' ORDER BY email`);
      expect(people.map(({ entered_at }) => entered_at !== null)).toEqual([false, true, true, true]);
      expect(people.at(-1)?.entered_at).toEqual(new Date('2026-11-01T10:00:00Z'));
      expect(await before.sql(`SELECT p.email, l.invitation FROM sign_in_link l JOIN person p ON p.id = l.person_id ORDER BY 1, 2`)).toEqual([
        { email: 'a.fresh@samsyn.example', invitation: false }, { email: 'a.fresh@samsyn.example', invitation: true }, { email: 'b.secret@samsyn.example', invitation: false }, { email: 'd.used@samsyn.example', invitation: false },
      ]);
    } finally {
      await before.close();
    }
  });
});
