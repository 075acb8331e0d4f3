import { consensus, evaluations, reports, scoring } from '@samsyn/contract';
import { divergenceOf, sumChecks, type Mark } from '@samsyn/domain';
import { sampleInstrument } from '@samsyn/samples';
import { House } from '../spec-house';
import { ledgerOf } from '../spec-ledger';
import { evaluationWith, lockAll, numbers, on, proposal, scoreAll, seal, seat, type Team } from '../spec-team';

/** What each of the four gives: close together, apart, and one far from the other three. */
const given: readonly Record<string, number>[] = [
  { '1.1': 50, '1.2': 40, '1.3': 60, '2.1': 20, '2.2': 70 }, { '1.1': 50, '1.2': 50, '1.3': 62, '2.1': 30, '2.2': 70 },
  { '1.1': 50, '1.2': 60, '1.3': 64, '2.1': 25, '2.2': 71 }, { '1.1': 50, '1.2': 70, '1.3': 10, '2.1': 90, '2.2': 70 },
];

describe('four evaluators', () => {
  let house: House;
  let team: Team;
  const board = async (at = 1) => (await seat(team, at).call(consensus.board, on(team))).questions;

  beforeAll(async () => {
    house = await House.open();
    team = await evaluationWith(house, { evaluators: 4, revealUnit: 'area' });
    for (const [at, by] of team.evaluators.entries()) await scoreAll(team, by, given[at] ?? {});
  });
  afterAll(() => house.close());

  it('open nothing before the fourth has sealed the area, and then all of it to all four', async () => {
    for (const at of [2, 4, 1]) expect((await seal(team, seat(team, at), ['1.1', '1.2', '1.3'])).opened).toEqual([]);
    for (const at of [1, 2, 3, 4]) expect((await board(at)).flatMap(({ voices }) => voices.filter(({ person }) => person !== seat(team, at).id))).toEqual([]);
    expect((await seal(team, seat(team, 3), ['1.1', '1.2', '1.3'])).opened).toEqual(['1.1', '1.2', '1.3']);
    for (const at of [1, 2, 3, 4]) expect((await board(at)).map(({ voices }) => new Set(voices.map(({ person }) => person)).size)).toEqual([4, 4, 4, 0, 0]);
    for (const by of team.evaluators) await seal(team, by, ['2.1', '2.2']);
    expect((await board()).map(({ openedRound }) => openedRound)).toEqual([1, 1, 1, 1, 1]);
  });

  it('are compared all together: spread, median and who stands alone', async () => {
    const policy = (await seat(team, 1).call(evaluations.read, on(team))).policy;
    const marks = Object.fromEntries((await board()).map(({ number, voices }): [string, Mark[]] => [number, team.evaluators.flatMap(({ id }) => voices.filter(({ person }) => person === id).map(({ person, percent }) => ({ person, percent })))]));
    const alone = seat(team, 4).id;
    expect(numbers.map((number) => divergenceOf(marks[number] ?? [], 20, policy)).map(({ band, percentagePoints, median, outlier }) => [band, percentagePoints, median, outlier])).toEqual([
      ['within', '0', '50', null], ['red', '30', '55', null], ['red', '54', '61', alone], ['red', '70', '55/2', alone], ['within', '1', '70', null],
    ]);
    const sums = sumChecks(sampleInstrument, team.evaluators.map(({ id }) => id), marks, policy);
    expect(sums.map(({ area, points, compared }) => [area, points.length, compared])).toEqual([[1, 4, 3], [2, 4, 2], [null, 4, 5]]);
  });

  it('agree only when all four have approved, also after a second blind round', async () => {
    await seat(team, 2).call(scoring.openRound, { ...on(team), body: { question: '2.1', reason: 'En läste olika.' } });
    for (const by of team.evaluators) {
      await scoreAll(team, by, { '2.1': 30 });
      await seal(team, by, ['2.1']);
    }
    await seat(team, 3).call(consensus.propose, { ...on(team), body: { proposals: [proposal('2.1', 30, { round: 2, reason: '', cause: null })] } });
    const approve = (at: number) => seat(team, at).call(consensus.approve, { ...on(team), body: { approvals: [{ question: '2.1', proposal: 1 }] } });
    expect([(await approve(1)).settled, (await approve(2)).settled, (await approve(4)).settled]).toEqual([[], [], ['2.1']]);
    await seat(team, 1).call(consensus.propose, { ...on(team), body: { proposals: [proposal('2.1', 31, { round: 2, answers: 1 })] } });
    for (const at of [2, 3, 4]) await seat(team, at).call(consensus.approve, { ...on(team), body: { approvals: [{ question: '2.1', proposal: 2 }] } });
    const rest = numbers.filter((number) => number !== '2.1');
    await seat(team, 4).call(consensus.propose, { ...on(team), body: { proposals: rest.map((question) => proposal(question, 50)) } });
    for (const at of [1, 2, 3]) await seat(team, at).call(consensus.approve, { ...on(team), body: { approvals: rest.map((question) => ({ question, proposal: 1 })) } });
    expect((await board()).map(({ settled }) => settled !== null)).toEqual([true, true, true, true, true]);
  });

  it('lock with four signatures and not with three, and the report tells each of their voices', async () => {
    await lockAll({ ...team, evaluators: team.evaluators.slice(0, 3) });
    const three = await seat(team, 4).call(reports.lockState, on(team));
    expect([three.phase, three.signatures.length, three.signers.length]).toEqual(['report', 3, 4]);
    await lockAll({ ...team, evaluators: team.evaluators.slice(3) });
    const { report } = await team.observer.call(reports.read, on(team, { version: '1' }));
    expect(report.team.filter(({ role }) => role === 'evaluator').map(({ person, seat: number }) => [person, number])).toEqual(team.evaluators.map(({ id }, at) => [id, at + 1]));
    const rows = report.areas.flatMap((area) => area.rows);
    expect(rows.map(({ voices, approvedBy }) => [voices.length, new Set(voices.map(({ person }) => person)).size, approvedBy.length])).toEqual([[4, 4, 4], [4, 4, 4], [4, 4, 4], [8, 4, 4], [4, 4, 4]]);
    expect(report.total.exact).toBe('443/5');
    expect((await ledgerOf(house, team.id)).faults).toEqual([]);
  });

  it('unlock with five keys: their own and the coordinator’s', async () => {
    const unlock = async (by = team.coordinator): Promise<string> => (await by.call(reports.unlock, { ...on(team), body: { reason: 'Nya uppgifter.' } })).phase;
    expect([await unlock(), await unlock(seat(team, 1)), await unlock(seat(team, 2)), await unlock(seat(team, 3))]).toEqual(['locked', 'locked', 'locked', 'locked']);
    expect(await unlock(seat(team, 4))).toBe('report');
  });
});
