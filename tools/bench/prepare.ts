import { defaultPolicy, questionsOf } from '@samsyn/domain';
import { shippedInstrument } from '@samsyn/domain/shipped';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { overAll } from './stats';
import { Wire } from './wire';

export interface PreparedEvaluation {
  readonly id: string;
  /** Drafted by both, sealed by A. B's seal opens each. */
  readonly questions: readonly string[];
}

export interface PreparedPair {
  readonly persons: readonly [string, string];
  readonly cookies: readonly [string, string];
  readonly evaluations: readonly PreparedEvaluation[];
}

interface Created {
  readonly evaluation: { readonly id: string };
}

const instrumentId = 'kk-2010';
const numbers = questionsOf(shippedInstrument(instrumentId) ?? { areas: [] } as never).map((question) => question.number);
const policy = { ...defaultPolicy, revealUnit: 'question', judging: 'percent' };

/**
 * Everything that lies before the measured moment. Persons, sessions and drafts are written straight into the database,
 * evaluations and A's seals go through the API: the ledger is the server's own.
 */
export class Preparation {
  private coordinator: Wire | undefined;

  constructor(
    private readonly pool: pg.Pool,
    private readonly port: number,
  ) {}

  /** `count` pairs, each with enough questions for so many seals. `sealed` false leaves everything as drafts. */
  async pairs(count: number, seals: number, sealed = true): Promise<PreparedPair[]> {
    const pairs: PreparedPair[] = [];
    await overAll(Array.from({ length: count }), 12, async (_, index) => {
      const [first, second] = await Promise.all([this.person(false), this.person(false)]);
      const evaluations: PreparedEvaluation[] = [];
      for (let left = seals; left > 0; left -= numbers.length) evaluations.push(await this.evaluation(first, second, numbers.slice(0, left), sealed));
      pairs[index] = { persons: [first.id, second.id], cookies: [first.cookie, second.cookie], evaluations };
    });
    await this.pool.query('CHECKPOINT');
    return pairs;
  }

  private async evaluation(first: Person, second: Person, questions: readonly string[], sealed: boolean): Promise<PreparedEvaluation> {
    this.coordinator ??= new Wire(this.port, (await this.person(true)).cookie);
    const answer = await this.coordinator.ask('POST', '/api/evaluations', {
      municipality: { code: null, name: 'Bänkköping' }, year: 2026, instrument: instrumentId, policy, openScoring: true,
      members: [first, second].map(({ email }) => ({ email, name: email, organisation: '', role: 'evaluator' })),
    });
    const { id } = (JSON.parse(answer) as Created).evaluation;
    const wires = [first, second].map(({ cookie }) => new Wire(this.port, cookie));
    for (const wire of wires) await wire.ask('POST', `/api/evaluations/${id}/declaration`, { conflict: false, text: '' });
    await this.pool.query(
      `INSERT INTO draft_field (evaluation_id, person_id, question, round, field, value, edition, saved_at)
       SELECT $1, person, question, 1, 'percent', '"60"', 1, now() FROM unnest($2::uuid[]) person, unnest($3::text[]) question`,
      [id, [first.id, second.id], questions],
    );
    if (sealed) await wires[0]?.ask('POST', `/api/evaluations/${id}/seals`, { questions });
    for (const wire of wires) wire.close();
    return { id, questions };
  }

  private async person(mayCreate: boolean): Promise<Person> {
    const id = randomUUID();
    const email = `${id}@bench.example`;
    const token = randomBytes(32).toString('base64url');
    await this.pool.query('INSERT INTO person (id, email, name, may_create) VALUES ($1, $2, $2, $3)', [id, email, mayCreate]);
    await this.pool.query(`INSERT INTO session (token_hash, person_id, expires_at) VALUES ($1, $2, now() + interval '1 day')`, [createHash('sha256').update(token).digest('base64url'), id]);
    return { id, email, cookie: `samsyn_session=${token}` };
  }
}

interface Person {
  readonly id: string;
  readonly email: string;
  readonly cookie: string;
}
