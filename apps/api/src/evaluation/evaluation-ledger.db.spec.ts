import { consensus, evaluations, reports, scoring } from '@samsyn/contract';
import { setTimeout as wait } from 'node:timers/promises';
import { pathOf, type Answer, type Guest } from '../spec-guest';
import { ask, House } from '../spec-house';
import { countOf, ledgerOf } from '../spec-ledger';
import { evaluationWith, lockAll, numbers, on, proposal, scoreAll, sealAll, seat, settleAll, type Team } from '../spec-team';
import { teamIn } from '../spec-worlds';

interface Try {
  readonly kind: 'seal' | 'propose' | 'round' | 'declare';
  readonly by: Guest;
  readonly path: string;
  readonly body: unknown;
}

const tryOf = (kind: Try['kind'], team: Team, by: Guest, question: string): Try => {
  const [endpoint, body] = {
    seal: [scoring.seal, { questions: [question] }] as const,
    propose: [consensus.propose, { proposals: [proposal(question, 70)] }] as const,
    round: [scoring.openRound, { question, reason: 'Vi läste olika.' }] as const,
    declare: [evaluations.declare, { conflict: false, text: question }] as const,
  }[kind];
  return { kind, by, path: pathOf(endpoint, { id: team.id }), body };
};

const all = (kind: Try['kind'], team: Team): Try[] => team.evaluators.flatMap((by) => numbers.map((question) => tryOf(kind, team, by, question)));
const send = ({ by, path, body }: Try): Promise<Answer> => by.send('POST', path, body);
const acknowledged = (tries: readonly Try[], answers: readonly Answer[], kind: Try['kind']): number => tries.filter((own, at) => own.kind === kind && answers[at]?.status === 200).length;
const defects = (answers: readonly Answer[]): string[] => answers.filter(({ status }) => status >= 500).map(({ text }) => text);

describe('the one door', () => {
  let house: House;
  beforeAll(async () => void (house = await House.open()));
  afterAll(() => house.close());

  it('takes sixty writers at once into one chain without a gap, and loses none', async () => {
    const team = await evaluationWith(house, { evaluators: 3 });
    for (const by of team.evaluators) await scoreAll(team, by, 60);
    const tries = [...all('seal', team), ...all('propose', team), ...all('declare', team), ...all('round', team)];
    const answers = await Promise.all(tries.map(send));
    const { entries, faults } = await ledgerOf(house, team.id);
    expect([tries.length, faults, defects(answers)]).toEqual([60, [], []]);
    expect([countOf(entries, 'sealed'), acknowledged(tries, answers, 'seal')]).toEqual([15, 15]);
    expect([countOf(entries, 'revealed'), countOf(entries, 'declared')]).toEqual([5, 6 + 15]);
    expect(countOf(entries, 'proposed')).toBe(acknowledged(tries, answers, 'propose'));
    expect(countOf(entries, 'roundOpened')).toBe(acknowledged(tries, answers, 'round'));
  });

  it('writes what comes together with other evaluations as it writes what comes alone', async () => {
    const teams = await Promise.all(Array.from({ length: 8 }, () => evaluationWith(house)));
    await Promise.all(teams.flatMap((team) => team.evaluators.map((by) => scoreAll(team, by, { '1.1': 60 }))));
    const acts = [(team: Team) => tryOf('seal', team, seat(team, 1), '1.1'), (team: Team) => tryOf('seal', team, seat(team, 2), '1.1'), (team: Team) => tryOf('propose', team, seat(team, 1), '1.1')];
    const approve = (team: Team) => seat(team, 2).call(consensus.approve, { ...on(team), body: { approvals: [{ question: '1.1', proposal: 1 }] } });
    const [single, ...together] = teams as [Team, ...Team[]];
    for (const act of acts) expect((await send(act(single))).status).toBe(200);
    await approve(single);
    for (const act of acts) expect((await Promise.all(together.map((team) => send(act(team))))).map(({ status }) => status)).toEqual(together.map(() => 200));
    await Promise.all(together.map(approve));
    const told = await Promise.all(teams.map(async (team) => {
      const { entries, sealed, faults } = await ledgerOf(house, team.id);
      expect(faults).toEqual([]);
      return { facts: entries.slice(-6).map(({ fact, actor }) => [fact.kind, actor === null]), sheets: sealed.map(({ question, round, sheet, percent }) => ({ question, round, sheet, percent })) };
    }));
    expect(told[0]).toMatchObject({ facts: [['sealed', false], ['sealed', false], ['revealed', true], ['proposed', false], ['approved', false], ['settled', true]], sheets: [{ percent: '60' }, { percent: '60' }] });
    expect(told).toEqual(teams.map(() => told[0]));
  });

  it('accepts nothing after the lock, however many knock at the same time', async () => {
    let locks = 0;
    for (let again = 0; again < 3; again++) {
      const team = await evaluationWith(house, { evaluators: 3 });
      await sealAll(team, 40, 50, 50);
      await settleAll(team, 45);
      const signed = await lockAll({ ...team, evaluators: team.evaluators.slice(0, 2) }).then(() => seat(team, 3).call(reports.lockState, on(team)));
      const sign = seat(team, 3).send('POST', pathOf(reports.sign, { id: team.id }), { fingerprint: signed.fingerprint, reason: 'Läst.' });
      const tries = [...all('seal', team), ...all('propose', team), ...all('declare', team), ...all('round', team)];
      const answers = await Promise.all(tries.map((own, at) => wait(at).then(() => send(own))));
      const { entries, faults } = await ledgerOf(house, team.id);
      expect([faults, defects([...answers, await sign])]).toEqual([[], []]);
      expect([countOf(entries, 'locked'), (await sign).status === 200]).toEqual([(await sign).status === 200 ? 1 : 0, countOf(entries, 'locked') === 1]);
      locks += countOf(entries, 'locked');
      if (countOf(entries, 'locked') === 1) expect([...new Set(answers.filter(({ status }) => status !== 200 && status !== 409).map(({ status }) => status))]).toEqual([423]);
    }
    expect(locks).toBeGreaterThan(0);
  });

  it('of two processes on one database loses nothing: what the other wrote in between is read, and decided again', async () => {
    const other = await House.open({ beside: house });
    try {
      const team = await evaluationWith(house, { evaluators: 3 });
      for (const by of team.evaluators) await scoreAll(team, by, 60);
      const there = teamIn(other, team);
      const tries = [...all('seal', team), ...all('declare', there), ...all('declare', team)].map((own, at) => (own.kind === 'seal' && at % 2 === 0 ? { ...own, by: other.welcome(own.by) } : own));
      const answers = await Promise.all(tries.map(send));
      const { entries, faults } = await ledgerOf(house, team.id);
      expect([faults, defects(answers)]).toEqual([[], []]);
      expect([countOf(entries, 'sealed'), countOf(entries, 'declared'), countOf(entries, 'revealed')]).toEqual([15, 6 + 30, 5]);
      for (const guest of [seat(team, 1), seat(there, 1)]) expect((await guest.call(consensus.board, on(team))).questions.map(({ voices }) => voices.length)).toEqual([3, 3, 3, 3, 3]);
    } finally {
      await other.close();
    }
  });

  it('of two processes refuses nobody by what it remembers: a refusal is decided on what stands', async () => {
    const other = await House.open({ beside: house });
    try {
      const team = await evaluationWith(house);
      const there = teamIn(other, team);
      await seat(there, 1).call(consensus.board, on(team));
      await sealAll(team, 50, 50);
      await seat(there, 1).call(consensus.propose, { ...on(team), body: { proposals: [proposal('1.1', 50)] } });
      await seat(team, 1).call(scoring.openRound, { ...on(team), body: { question: '1.1', reason: 'Om igen.' } });
      expect(await seat(there, 2).call(scoring.draft, { ...on(team, { question: '1.1' }), body: { field: 'percent', value: 30, edition: 0, round: 2 } })).toMatchObject({ edition: 1 });
    } finally {
      await other.close();
    }
  });

  it('keeps what it acknowledged when every connection is cut, and leaves nothing half done', async () => {
    const team = await evaluationWith(house, { evaluators: 3 });
    for (const by of team.evaluators) await scoreAll(team, by, 60);
    const quiet = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const warned = jest.spyOn(console, 'warn').mockReturnValue(undefined);
    const cut = () => ask(house.database.url, 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()').catch(() => []);
    const tries = [...all('seal', team), ...all('declare', team)];
    const answers = await Promise.all(tries.map(async (own, at) => {
      await wait(at * 4);
      if (at % 7 === 3) await cut();
      return send(own);
    }));
    quiet.mockRestore();
    warned.mockRestore();
    const { entries, faults } = await ledgerOf(house, team.id);
    expect(faults).toEqual([]);
    const sealedBy = entries.flatMap(({ actor, fact }) => (fact.kind === 'sealed' ? fact.seals.map(({ question }) => `${actor} ${question}`) : []));
    const kept = tries.filter(({ kind }, at) => kind === 'seal' && answers[at]?.status === 200).map(({ by, body }) => `${by.id} ${(body as { questions: string[] }).questions[0]}`);
    expect(kept.filter((own) => !sealedBy.includes(own))).toEqual([]);
    expect(countOf(entries, 'declared') - 6).toBeGreaterThanOrEqual(acknowledged(tries, answers, 'declare'));
    expect(await seat(team, 1).call(evaluations.revision, on(team))).toEqual({ revision: expect.any(Number) as number });
    await seat(team, 1).call(evaluations.declare, { ...on(team), body: { conflict: false, text: 'Allt fungerar igen.' } });
    expect((await ledgerOf(house, team.id)).entries.length).toBe(entries.length + 1);
  });
});
