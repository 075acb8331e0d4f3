import { consensus, reports, scoring, type BoardQuestion, type OwnSheet } from '@samsyn/contract';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { pathOf, type Answer, type Guest } from '../spec-guest';
import { House } from '../spec-house';
import { countOf, ledgerOf } from '../spec-ledger';
import { evaluationWith, numbers, on, proposal, scoreAll, seat, type Team } from '../spec-team';

const root = path.resolve(__dirname, '../../../..');

/** The same numbers for the same seed (mulberry32), so that an order that broke something can be had again. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    const again = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((again ^ (again >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Act {
  readonly kind: 'draft' | 'seal' | 'withdraw' | 'round' | 'propose' | 'approve' | 'sign';
  readonly by: Guest;
  readonly question: string;
  /** Under which an acknowledged act is found again; for a draft its field. */
  readonly key: string;
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly body: unknown;
}

interface Seen {
  readonly sheets: ReadonlyMap<string, Readonly<Record<string, OwnSheet>>>;
  readonly board: Readonly<Record<string, BoardQuestion>>;
  readonly fingerprint: string | null;
}

/** Several evaluators at one evaluation, everything at once; what they were answered, act by act. */
class Crowd {
  readonly done: { readonly act: Act; readonly answer: Answer }[] = [];
  private made = 0;

  constructor(
    private readonly team: Team,
    readonly random: () => number,
  ) {}

  one<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }

  async look(): Promise<Seen> {
    const own = async (by: Guest) => [by.id, Object.fromEntries((await by.call(scoring.sheet, on(this.team))).questions.map((one) => [one.question, one]))] as const;
    const [first] = this.team.evaluators as [Guest];
    const [sheets, board, lock] = await Promise.all([Promise.all(this.team.evaluators.map(own)), first.call(consensus.board, on(this.team)), first.call(reports.lockState, on(this.team))]);
    return { sheets: new Map(sheets), board: Object.fromEntries(board.questions.map((one) => [one.number, one])), fingerprint: lock.fingerprint };
  }

  /** What somebody would send who saw that; every text and percent in it is another. */
  act(kind: Act['kind'], by: Guest, question: string, { sheets, board, fingerprint }: Seen): Act {
    const own = sheets.get(by.id)?.[question];
    const { standing = null, openedRound = 0 } = board[question] ?? {};
    const n = ++this.made;
    const field = n % 2 === 0 ? 'percent' : 'rationale';
    const to = (endpoint: Parameters<typeof pathOf>[0]): string => pathOf(endpoint, { id: this.team.id, question });
    const make = (method: Act['method'], endpoint: Parameters<typeof pathOf>[0], body: unknown, key: string): Act => ({ kind, by, question, key, method, path: to(endpoint), body });
    switch (kind) {
      case 'draft': return make('PUT', scoring.draft, { field, value: field === 'percent' ? (n % 1001) / 10 : `Text ${n}.`, edition: own?.editions[field] ?? 0, round: own?.round ?? 1 }, `${by.id} ${question} ${own?.round ?? 1} ${field}`);
      case 'seal': return make('POST', scoring.seal, { questions: [question] }, `${by.id} sealed ${question}`);
      case 'withdraw': return make('POST', scoring.withdraw, { questions: [question] }, `${by.id} withdrew ${question}`);
      case 'round': return make('POST', scoring.openRound, { question, reason: `Igen ${n}.` }, `${by.id} reopened ${question} Igen ${n}.`);
      case 'propose': return make('POST', consensus.propose, { proposals: [proposal(question, (n % 1001) / 10, { round: openedRound || 1, answers: standing, text: `Förslag ${n}.` })] }, `${by.id} proposed ${question} Förslag ${n}.`);
      case 'approve': return make('POST', consensus.approve, { approvals: [{ question, proposal: standing ?? 1 }] }, `${by.id} approved ${question} ${standing ?? 1}`);
      case 'sign': return make('POST', reports.sign, { fingerprint: fingerprint ?? '', reason: 'Läst.' }, `${by.id} signed`);
    }
  }

  /** All at once, each a moment later than the one before. */
  async send(acts: readonly Act[]): Promise<void> {
    const delays = acts.map((_, at) => Math.floor(at / 2) + this.random() * 4);
    this.done.push(...(await Promise.all(acts.map(async (act, at) => {
      await wait(delays[at]);
      return { act, answer: await act.by.send(act.method, act.path, act.body) };
    }))));
  }

  /** Any acts by anybody. */
  some(count: number, kinds: readonly Act['kind'][], seen: Seen, people = this.team.evaluators): Act[] {
    return Array.from({ length: count }, () => this.act(this.one(kinds), this.one(people), this.one(numbers), seen));
  }

  get acknowledged(): readonly { readonly act: Act; readonly answer: Answer }[] {
    return this.done.filter(({ answer }) => answer.status === 200);
  }
}

const everything: readonly Act['kind'][] = ['draft', 'draft', 'draft', 'seal', 'seal', 'seal', 'withdraw', 'round', 'propose', 'propose', 'approve', 'approve', 'approve', 'sign'];
const counted = (keys: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const key of [...keys].sort()) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
};

describe('a thousand requests of several people at one evaluation', () => {
  let house: House;
  let team: Team;
  let crowd: Crowd;
  const seed = Number(process.env['SAMSYN_SEED'] ?? 2026);

  beforeAll(async () => {
    house = await House.open();
    team = await evaluationWith(house, { evaluators: 3 });
    crowd = new Crowd(team, dice(seed));
    for (const by of team.evaluators) await scoreAll(team, by, 50);
  });
  afterAll(() => house.close());

  /** Judges, seals and agrees on what is left, and then everybody signs while somebody may still be at it; true when it locked. */
  async function close(disturbed: boolean): Promise<boolean> {
    const each = async (kind: Act['kind'], wanted: (seen: Seen, by: Guest, question: string) => boolean): Promise<void> => {
      const seen = await crowd.look();
      await crowd.send(team.evaluators.flatMap((by) => numbers.filter((question) => wanted(seen, by, question)).map((question) => crowd.act(kind, by, question, seen))));
    };
    const blind = ({ sheets }: Seen, by: Guest, question: string): boolean => sheets.get(by.id)?.[question]?.opened === false;
    // A percent and a text, or the other way round: what is missing comes with the second.
    for (let again = 0; again < 2; again++) await each('draft', (seen, by, question) => blind(seen, by, question) && sealable(seen, by, question) === false);
    await each('seal', blind);
    await each('propose', ({ board }, _, question) => board[question]?.standing === null);
    await each('approve', ({ board }, by, question) => board[question]?.settled === null && board[question]?.proposals.at(-1)?.approvals.every(({ person }) => person !== by.id) === true);
    const seen = await crowd.look();
    await crowd.send([...team.evaluators, ...team.evaluators].map((by) => crowd.act('sign', by, numbers[0] ?? '', seen)).concat(disturbed ? crowd.some(6, ['propose', 'approve', 'draft', 'round'], seen) : []));
    return (await seat(team, 1).call(reports.lockState, on(team))).phase === 'locked';
  }

  const sealable = ({ sheets }: Seen, by: Guest, question: string): boolean => sheets.get(by.id)?.[question]?.sheet.percent !== null;

  it('loses none, doubles none and lets none in after the lock', async () => {
    while (crowd.done.length < 930) await crowd.send(crowd.some(14, everything, await crowd.look()));
    let locked = false;
    for (let again = 0; again < 12 && !locked; again++) locked = await close(again < 3);
    expect({ seed, locked }).toEqual({ seed, locked: true });
    const [before, sent, seen] = [crowd.acknowledged.length, crowd.done.length, await crowd.look()];
    for (let again = 0; again < 5; again++) await crowd.send(crowd.some(14, everything, seen));
    expect([crowd.acknowledged.length, [...new Set(crowd.done.slice(sent).map(({ answer }) => answer.status))]]).toEqual([before, [423]]);
    expect(crowd.done.length).toBeGreaterThan(1000);
    expect(crowd.done.filter(({ answer }) => answer.status >= 500).map(({ answer }) => answer.text)).toEqual([]);
    // Everything was among what succeeded, or the test tells nothing.
    expect(new Set(crowd.acknowledged.map(({ act }) => act.kind))).toEqual(new Set(everything));
  }, 240_000);

  it('has each acknowledged act in the ledger exactly once, and nothing that nobody was told of', async () => {
    const { entries, faults } = await ledgerOf(house, team.id);
    const inLedger = entries.flatMap(({ actor, fact }) => {
      switch (fact.kind) {
        case 'sealed': return fact.seals.map(({ question }) => `${actor} sealed ${question}`);
        case 'sealWithdrawn': return fact.seals.map(({ question }) => `${actor} withdrew ${question}`);
        case 'roundOpened': return [`${actor} reopened ${fact.question} ${fact.reason}`];
        case 'proposed': return fact.proposals.map(({ question, text }) => `${actor} proposed ${question} ${text}`);
        case 'approved': return fact.approvals.map(({ question, proposal: number }) => `${actor} approved ${question} ${number}`);
        case 'lockSigned': return [`${actor} signed`];
        default: return [];
      }
    });
    expect(faults).toEqual([]);
    expect(counted(inLedger)).toEqual(counted(crowd.acknowledged.filter(({ act }) => act.kind !== 'draft').map(({ act }) => act.key)));
    expect(countOf(entries, 'locked')).toBe(1);
  });

  it('keeps every acknowledged draft as an edition of its own, the last one standing', async () => {
    const rows = await house.sql<{ key: string; edition: number; value: unknown }>(`SELECT person_id || ' ' || question || ' ' || round || ' ' || field AS key, edition, value FROM draft_field WHERE evaluation_id = $1`, [team.id]);
    const written = new Map<string, { edition: number; value: unknown }[]>();
    for (const { act, answer } of crowd.acknowledged.filter((own) => own.act.kind === 'draft')) written.set(act.key, [...(written.get(act.key) ?? []), { edition: (JSON.parse(answer.text) as { edition: number }).edition, value: (act.body as { value: unknown }).value }]);
    expect(written.size).toBeGreaterThan(0);
    for (const { key, edition, value } of rows) {
      const acknowledged = (written.get(key) ?? []).sort((a, b) => a.edition - b.edition);
      // Before the crowd came, a percent of the first round was written to each question.
      const first = key.endsWith(' 1 percent') ? 2 : 1;
      expect([key, acknowledged.map((own) => own.edition)]).toEqual([key, Array.from({ length: edition - first + 1 }, (_, at) => at + first)]);
      if (key.endsWith('rationale')) expect([key, value]).toEqual([key, acknowledged.at(-1)?.value]);
    }
    expect([...written.keys()].filter((key) => !rows.some((row) => row.key === key))).toEqual([]);
  });

  it('stands before `verify`, which plays it all again by the rules and no code of the server', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'tools/verify/verify.ts', team.id], { cwd: root, env: { ...process.env, DATABASE_URL: house.database.url, TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.json') } });
    expect(stdout).toMatch(/kedjan hel, \d+ förseglingar stämmer, version 1 stämmer/);
  }, 60_000);
});
