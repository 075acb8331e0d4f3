import { consensus, people, scoring, type ActAnswer, type ActMessage, type Changed, type OwnSheet } from '@samsyn/contract';
import type { Guest } from '../spec-guest';
import { House } from '../spec-house';
import { evaluationWith, on, proposal, seat, scoreAll, seal, type Team } from '../spec-team';

describe('shared facts over the socket', () => {
  let house: House;
  let team: Team;
  let first: Guest;
  let second: Guest;
  beforeAll(async () => {
    house = await House.open();
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    team = await evaluationWith(house);
    [first, second] = [seat(team, 1), seat(team, 2)];
    for (const own of team.evaluators) await scoreAll(team, own, 50);
  });

  const say = (by: Guest, act: ActMessage['act'], body: unknown, as = '1'): Promise<ActAnswer> => by.act({ act, evaluation: team.id, as, body });
  const sheetOf = async (question: string): Promise<OwnSheet> => {
    const own = (await first.call(scoring.sheet, on(team))).questions.find((sheet) => sheet.question === question);
    if (!own) throw new Error(`no sheet of ${question}`);
    return own;
  };
  const codeOf = (answer: ActAnswer): string => ('problem' in answer ? answer.problem.code : 'done');

  it('seals, proposes and approves as over HTTP, and the other is told', async () => {
    const heard: string[] = [];
    await first.listen((event, text) => void heard.push(`${event} ${text}`));
    await seal(team, first, ['1.1']);
    const sealed = await say(second, 'seal', { questions: ['1.1'] });
    expect(sealed).toMatchObject({ answer: { opened: ['1.1'] } });
    const proposed = await say(first, 'propose', { proposals: [proposal('1.1', 50)] });
    expect(proposed).toEqual({ answer: { revision: expect.any(Number) }, changed: [{ evaluationId: team.id, revision: expect.any(Number), changes: [{ kind: 'proposed', questions: ['1.1'], by: first.id }] }] });
    expect(codeOf(await say(second, 'approve', { approvals: [{ question: '1.1', proposal: 1 }] }))).toBe('done');
    const board = await first.call(consensus.board, on(team));
    expect(board.questions.find(({ number }) => number === '1.1')?.settled).not.toBeNull();
    expect(heard.filter((text) => text.includes('"settled"'))).toHaveLength(1);
  });

  it('tells the page that acted with its answer and the own other page by a push, once each', async () => {
    const [acting, other]: [string[], string[]] = [[], []];
    await second.act({ act: 'seal', evaluation: team.id, as: '1', body: { questions: [] } });
    await second.listen((event, text) => void other.push(`${event} ${text}`));
    const answer = await say(second, 'seal', { questions: ['1.2'] });
    acting.push(...answer.changed.flatMap((changed: Changed) => changed.changes.map(({ kind }) => kind)));
    await first.call(scoring.sheet, on(team));
    expect(acting).toEqual(['ownSeal']);
    expect(other.filter((text) => text.includes('ownSeal'))).toHaveLength(1);
  });

  it('tells a page of what others do after its own act by a push, not never', async () => {
    const heard: string[] = [];
    const socket = await first.listen((event, text) => void heard.push(`${event} ${text}`));
    await socket.emitWithAck('act', { act: 'seal', evaluation: team.id, as: '1', body: { questions: ['2.1'] } });
    await seal(team, second, ['2.1']);
    await first.call(scoring.sheet, on(team));
    expect(heard.filter((text) => text.includes('revealed'))).toHaveLength(1);
  });

  it('saves drafts as over HTTP, in turns with the own seals, and tells nobody', async () => {
    const heard: string[] = [];
    await second.listen((event, text) => void heard.push(`${event} ${text}`));
    const draft = (question: string, value: unknown, edition: number): Promise<ActAnswer> => first.act({ act: 'draft', evaluation: team.id, question, as: '1', body: { field: 'rationale', value, edition, round: 1 } });
    const { editions } = await sheetOf('2.2');
    const saved = await draft('2.2', 'Över sockeln.', editions['rationale'] ?? 0);
    expect(saved).toEqual({ answer: { edition: (editions['rationale'] ?? 0) + 1, savedAt: expect.any(String) }, changed: [] });
    expect((await sheetOf('2.2')).sheet.rationale).toBe('Över sockeln.');
    expect(await draft('2.2', 'En annan flik.', editions['rationale'] ?? 0)).toMatchObject({ problem: { code: 'scoring/edited-elsewhere', status: 409, facts: { value: 'Över sockeln.' } } });
    const written = Promise.all([draft('2.2', 'Med i förseglingen.', (editions['rationale'] ?? 0) + 1), say(first, 'seal', { questions: ['2.2'] })]);
    expect((await written).map(codeOf)).toEqual(['done', 'done']);
    expect((await sheetOf('2.2')).sheet.rationale).toBe('Med i förseglingen.');
    expect(codeOf(await draft('2.2', 'För sent.', 9))).toBe('scoring/already-sealed');
    expect(codeOf(await draft('9.9', 'x', 0))).toBe((await first.refusal(scoring.draft, { params: { id: team.id, question: '9.9' }, body: { field: 'rationale', value: 'x', edition: 0, round: 1 } })).code);
    expect(codeOf(await say(first, 'draft', { field: 'rationale', value: 'utan fråga', edition: 0, round: 1 }))).not.toBe('done');
    expect(heard.filter((text) => !text.startsWith('changed') || text.includes('2.2'))).toEqual([]);
  });

  it('refuses as HTTP does: unknown act, no body, no evaluation, another one, another person', async () => {
    expect(codeOf(await say(first, 'open' as 'seal', {}))).toBe('wire/invalid');
    expect(codeOf(await say(first, 'seal', {}))).toBe('wire/invalid');
    expect(codeOf(await first.act({ act: 'seal', evaluation: 'x', as: '1', body: { questions: ['1.1'] } }))).toBe('wire/not-found');
    expect(codeOf(await first.act({ act: 'seal', evaluation: first.id, as: '1', body: { questions: ['1.1'] } }))).toBe('wire/not-found');
    expect(codeOf(await say(first, 'seal', { questions: ['1.1'] }, second.id))).toBe('people/signed-out');
    expect(codeOf(await say(team.observer, 'seal', { questions: ['1.1'] }))).toBe('people/not-allowed');
    expect(codeOf(await say(first, 'seal', { questions: ['1.1'] }, first.id))).toBe('done');
  });

  it('hangs up when the session ends, and when somebody else signs in in the same browser', async () => {
    const gone = await first.listen(() => undefined);
    const hungUp = new Promise((done) => gone.once('disconnect', done));
    await first.call(people.signOut);
    expect(await hungUp).toBe('io server disconnect');
    const password = 'ett långt lösenord för prov';
    await second.call(people.setPassword, { body: { password } });
    const before = await second.listen(() => undefined);
    const replaced = new Promise((done) => before.once('disconnect', done));
    const old = second.at(second.url);
    await second.call(people.signIn, { body: { email: second.email, password } });
    expect(await replaced).toBe('io server disconnect');
    expect((await old.refusal(people.me)).code).toBe('people/signed-out');
  });
});
