import { consensus, evaluations, scoring, type BoardQuestion } from '@samsyn/contract';
import { pathOf, type Guest } from '../spec-guest';
import { House } from '../spec-house';
import { evaluationWith, numbers, on, proposal, seal, sealAll, seat, write, type Team } from '../spec-team';

let house: House;
beforeAll(async () => void (house = await House.open()));
afterAll(() => house.close());

const propose = (team: Team, by: Guest, ...proposals: ReturnType<typeof proposal>[]) => by.call(consensus.propose, { ...on(team), body: { proposals } });
const refusedProposal = (team: Team, by: Guest, ...proposals: ReturnType<typeof proposal>[]) => by.refusal(consensus.propose, { ...on(team), body: { proposals } });
const approve = (team: Team, by: Guest, question: string, number: number) => by.call(consensus.approve, { ...on(team), body: { approvals: [{ question, proposal: number }] } });
const refusedApproval = (team: Team, by: Guest, question: string, number: number) => by.refusal(consensus.approve, { ...on(team), body: { approvals: [{ question, proposal: number }] } });
const board = async (team: Team, by = seat(team, 1)): Promise<Record<string, BoardQuestion>> => Object.fromEntries((await by.call(consensus.board, on(team))).questions.map((own) => [own.number, own]));
const bare = { reason: '', cause: null, text: '' } as const;

describe('a proposal', () => {
  let team: Team;
  beforeAll(async () => {
    team = await evaluationWith(house);
    // equal; within tolerance (14); just outside it; amber; red
    await sealAll(team, { '1.1': 50, '1.2': 40, '1.3': 40, '2.1': 40, '2.2': 20 }, { '1.1': 50, '1.2': 53, '1.3': 55, '2.1': 60, '2.2': 80 });
  });

  it('that is what both said, or the mean within the limit, needs no reason; its method is recorded', async () => {
    await propose(team, seat(team, 1), proposal('1.1', 50, bare), proposal('1.2', '46,5', bare));
    const { '1.1': equal, '1.2': mean } = await board(team);
    expect([equal, mean].map((own) => [own?.proposals[0]?.method, own?.proposals[0]?.percent, own?.settled])).toEqual([['equal', '50', null], ['withinTolerance', '93/2', null]]);
  });

  it('that departs from it needs a reason, and a cause where the difference is large', async () => {
    const facts = async (question: string, more: object) => ({ ...(await refusedProposal(team, seat(team, 2), proposal(question, 55, { ...bare, ...more }))).facts });
    expect([await facts('1.3', {}), await facts('2.2', {}), await facts('2.2', { reason: 'Underlaget.' })]).toEqual([{ question: '1.3', field: 'reason' }, { question: '2.2', field: 'reason' }, { question: '2.2', field: 'cause' }]);
    await propose(team, seat(team, 2), proposal('1.3', 55, { ...bare, reason: 'Underlaget.' }), proposal('2.2', 55, { ...bare, reason: 'Underlaget.', cause: 'mistake' }));
    expect(Object.values(await board(team)).map(({ proposals }) => proposals[0]?.method)).toEqual(['equal', 'withinTolerance', 'discussed', undefined, 'discussed']);
  });

  it('must lie between 0 and 100 with one decimal, in the round that is open, on what stands', async () => {
    const code = async (more: Partial<ReturnType<typeof proposal>>) => (await refusedProposal(team, seat(team, 1), { ...proposal('2.1', 50), ...more })).code;
    expect([await code({ percent: 100.1 }), await code({ percent: '45,55' }), await code({ percent: 'NaN' }), await code({ round: 2 }), await code({ answers: 1 }), await code({ question: '9.9' })]).toEqual([
      'scoring/out-of-range', 'scoring/off-step', 'scoring/out-of-range', 'consensus/round-changed', 'consensus/proposal-changed', 'instrument/unknown-question',
    ]);
  });

  it('goes with all others of the same request or not at all', async () => {
    expect((await refusedProposal(team, seat(team, 1), proposal('2.1', 50), proposal('1.1', 50))).code).toBe('consensus/proposal-changed');
    expect((await board(team))['2.1']?.proposals).toEqual([]);
  });

  it('is settled only when the other approves that very one; a stale approval is told what changed', async () => {
    expect((await refusedApproval(team, seat(team, 1), '1.1', 1)).code).toBe('consensus/already-approved');
    expect((await refusedApproval(team, seat(team, 1), '2.1', 1)).code).toBe('consensus/no-proposal');
    await propose(team, seat(team, 1), proposal('1.3', 48, { answers: 1, text: 'Ny text.' }));
    const stale = await refusedApproval(team, seat(team, 2), '1.3', 1);
    expect([stale.status, stale.code, stale.facts]).toEqual([409, 'consensus/proposal-changed', { question: '1.3', standing: { number: 2, by: seat(team, 1).id, percent: '48', text: 'Ny text.' } }]);
    expect((await approve(team, seat(team, 2), '1.3', 2)).settled).toEqual(['1.3']);
    expect((await board(team))['1.3']?.settled).toMatchObject({ proposal: 2 });
  });

  it('after settlement opens it again, and only evaluators take part', async () => {
    await propose(team, seat(team, 2), proposal('1.3', 50, { answers: 2 }));
    expect([(await board(team))['1.3']?.settled, (await board(team))['1.3']?.standing]).toEqual([null, 3]);
    for (const guest of [team.coordinator, team.contact, team.observer]) expect((await refusedProposal(team, guest, proposal('2.1', 50))).code).toBe('people/not-allowed');
  });
});

describe('consensus', () => {
  it('of three needs all three', async () => {
    const team = await evaluationWith(house, { evaluators: 3 });
    await sealAll(team, 40, 45, 50);
    await propose(team, seat(team, 2), proposal('1.1', 45, bare));
    expect((await approve(team, seat(team, 1), '1.1', 1)).settled).toEqual([]);
    expect((await approve(team, seat(team, 3), '1.1', 1)).settled).toEqual(['1.1']);
    expect((await board(team))['1.1']?.proposals[0]?.approvals.map(({ person }) => person)).toEqual([2, 1, 3].map((number) => seat(team, number).id));
  });

  it('goes on without one who leaves for a conflict of interest: what waited only for them opens and is settled', async () => {
    const team = await evaluationWith(house, { evaluators: 3 });
    await sealAll({ ...team, evaluators: team.evaluators.slice(0, 2) }, 50, 50);
    await write(team, seat(team, 3), '1.1', 'percent', 50);
    expect((await seal(team, seat(team, 3), ['1.1'])).opened).toEqual(['1.1']);
    await propose(team, seat(team, 1), proposal('1.1', 50, bare));
    await approve(team, seat(team, 2), '1.1', 1);
    await seat(team, 3).call(evaluations.declare, { ...on(team), body: { conflict: true, text: 'Släkt.' } });
    const after = Object.values(await board(team));
    expect([after.map(({ openedRound }) => openedRound), after.map(({ settled }) => settled !== null)]).toEqual([[1, 1, 1, 1, 1], [true, false, false, false, false]]);
  });

  it('takes all questions in one request', async () => {
    const team = await evaluationWith(house);
    await sealAll(team, 50, 50);
    await propose(team, seat(team, 1), ...numbers.map((question) => proposal(question, 50, bare)));
    const answer = await seat(team, 2).call(consensus.approve, { ...on(team), body: { approvals: numbers.map((question) => ({ question, proposal: 1 })) } });
    expect(answer.settled).toEqual(numbers);
  });

  it('after a second blind round records a re-vote, and forgets what stood before it', async () => {
    const team = await evaluationWith(house);
    await sealAll(team, 20, 80);
    await propose(team, seat(team, 1), proposal('1.1', 50));
    await seat(team, 2).call(scoring.openRound, { ...on(team), body: { question: '1.1', reason: 'Vi läste olika.' } });
    expect((await refusedApproval(team, seat(team, 2), '1.1', 1)).code).toBe('consensus/no-proposal');
    for (const [at, by] of team.evaluators.entries()) {
      await write(team, by, '1.1', 'percent', 40 + 20 * at);
      await seal(team, by, ['1.1']);
    }
    await propose(team, seat(team, 1), proposal('1.1', 50, { round: 2, reason: 'Omgång två.' }));
    expect((await board(team))['1.1']).toMatchObject({ standing: 2, proposals: [{ method: 'discussed' }, { method: 'revote' }] });
  });

  it('of two proposals at the same moment keeps one and tells the other', async () => {
    const team = await evaluationWith(house);
    await sealAll(team, 20, 80);
    for (const question of numbers) {
      const answers = await Promise.all(team.evaluators.map((by, at) => by.send('POST', pathOf(consensus.propose, { id: team.id }), { proposals: [proposal(question, 40 + at)] })));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const own = (await board(team))[question];
      const winner = answers.findIndex(({ status }) => status === 200);
      expect(own?.proposals.map(({ by, percent }) => [by, percent])).toEqual([[seat(team, winner + 1).id, `${40 + winner}`]]);
      expect(JSON.parse(answers[1 - winner]?.text ?? '')).toMatchObject({ code: 'consensus/proposal-changed', facts: { standing: { by: seat(team, winner + 1).id, percent: `${40 + winner}` } } });
    }
  });
});
