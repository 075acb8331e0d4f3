import { consensus, reports, scoring } from '@samsyn/contract';
import type { Guest } from '../spec-guest';
import { House } from '../spec-house';
import { ledgerOf } from '../spec-ledger';
import { declare, evaluationWith, lockAll, on, proposal, replaceBy, sealAll, seat, settleAll, type Team } from '../spec-team';

let house: House;
beforeAll(async () => void (house = await House.open()));
afterAll(() => house.close());

const sign = (team: Team, by: Guest, area = 1) => by.call(consensus.signArea, { ...on(team), body: { area } });
const refusedSign = async (team: Team, by: Guest, area = 1) => { const { status, code } = await by.refusal(consensus.signArea, { ...on(team), body: { area } }); return [status, code]; };
const reopen = (team: Team, by: Guest, reason = 'En text saknas.') => by.call(consensus.reopenArea, { ...on(team), body: { area: 1, reason } });
const areas = async (team: Team, by = seat(team, 1)) => (await by.call(consensus.board, on(team))).areas.map(({ area, signatures, lockedAt }) => [area, signatures.map(({ person }) => person), lockedAt !== null]);
const settled = async (): Promise<Team> => {
  const team = await evaluationWith(house);
  await sealAll(team, 40, 60);
  await settleAll(team, 50);
  return team;
};

describe('an area', () => {
  it('is locked by all evaluators and takes nothing more until one reopens it with a reason', async () => {
    const team = await settled();
    const [a, b] = [seat(team, 1), seat(team, 2)];
    expect([(await sign(team, a)).locked, await areas(team), await refusedSign(team, a)]).toEqual([false, [[1, [a.id], false]], [409, 'consensus/area-signed']]);
    expect([(await sign(team, b)).locked, await areas(team, b)]).toEqual([true, [[1, [a.id, b.id], true]]]);
    expect((await a.refusal(consensus.propose, { ...on(team), body: { proposals: [proposal('1.1', 60, { answers: 1 })] } })).code).toBe('consensus/area-locked');
    expect((await b.refusal(scoring.openRound, { ...on(team), body: { question: '1.2', reason: 'Om igen.' } })).code).toBe('consensus/area-locked');
    await a.call(consensus.propose, { ...on(team), body: { proposals: [proposal('2.1', 60, { answers: 1 })] } });
    expect((await a.refusal(consensus.reopenArea, { ...on(team), body: { area: 1, reason: ' ' } })).code).toBe('evaluation/reason-missing');
    await reopen(team, b);
    expect(await areas(team)).toEqual([]);
    await b.call(consensus.propose, { ...on(team), body: { proposals: [proposal('1.1', 60, { answers: 1 })] } });
    expect(await refusedSign(team, a)).toEqual([409, 'consensus/area-unsettled']);
    expect((await ledgerOf(house, team.id)).faults).toEqual([]);
  });

  it('is signed by evaluators alone', async () => {
    const team = await settled();
    const stranger = await house.person('Frammande');
    expect(await Promise.all([team.coordinator, team.contact, team.observer, stranger, house.nobody()].map((by) => refusedSign(team, by)))).toEqual([...Array(3).fill([403, 'people/not-allowed']), [404, 'wire/not-found'], [401, 'people/signed-out']]);
    expect(await refusedSign(team, seat(team, 1), 9)).toEqual([404, 'wire/not-found']);
    expect(await areas(team, team.coordinator)).toEqual([]);
  });

  it('need not be signed by itself: the report’s lock is over all of them', async () => {
    const team = await settled();
    await sign(team, seat(team, 1));
    await lockAll(team);
    expect((await seat(team, 1).call(reports.lockState, on(team))).phase).toBe('locked');
    expect(await refusedSign(team, seat(team, 2))).toEqual([423, 'evaluation/locked']);
  });

  it('half signed is locked when the one it waited for leaves with a conflict, or by who takes over', async () => {
    const three = await evaluationWith(house, { evaluators: 3 });
    await sealAll(three, 40, 60, 50);
    await settleAll(three, 50);
    for (const number of [1, 2]) await sign(three, seat(three, number));
    await declare(three, seat(three, 3), true);
    expect(await areas(three)).toMatchObject([[1, [seat(three, 1).id, seat(three, 2).id], true]]);

    const two = await settled();
    await sign(two, seat(two, 1));
    const bo = await house.person('Bo');
    await replaceBy(two, 1, bo);
    await declare(two, bo);
    expect((await sign(two, seat(two, 2))).locked).toBe(false);
    expect((await sign(two, bo)).locked).toBe(true);
  });
});
