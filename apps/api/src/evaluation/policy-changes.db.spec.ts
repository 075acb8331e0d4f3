import { consensus, evaluations, reports } from '@samsyn/contract';
import type { Policy } from '@samsyn/domain';
import type { Guest } from '../spec-guest';
import { House, minuteNow, stopClock } from '../spec-house';
import { countOf, ledgerOf } from '../spec-ledger';
import { declare, evaluationWith, lockAll, numbers, on, proposal, replaceBy, scoreAll, seal, sealAll, seat, settleAll, write, type Team } from '../spec-team';
import { teamIn, twoWorlds } from '../spec-worlds';

let house: House;
beforeAll(async () => void (house = await House.open()));
afterAll(() => house.close());

const policyOf = async (team: Team, by: Guest): Promise<Policy> => (await by.call(evaluations.read, on(team))).policy;
const asked = async (team: Team, by: Guest, rules: Partial<Policy>, answers: number | null = null, reason = 'Skillnaderna är små.') => ({ ...on(team), body: { policy: { ...(await policyOf(team, team.coordinator)), ...rules }, reason, answers } });
const propose = async (team: Team, by: Guest, rules: Partial<Policy>, answers: number | null = null) => by.call(evaluations.proposePolicy, await asked(team, by, rules, answers));
const refusedPropose = async (team: Team, by: Guest, rules: Partial<Policy>, answers: number | null = null, reason?: string) => { const { status, code } = await by.refusal(evaluations.proposePolicy, await asked(team, by, rules, answers, reason)); return [status, code.replace('evaluation/', '')]; };
const approve = (team: Team, by: Guest, number: number) => by.call(evaluations.approvePolicy, { ...on(team), body: { proposal: number } });
const decline = (team: Team, by: Guest, number: number) => by.call(evaluations.declinePolicy, { ...on(team), body: { proposal: number } });
const refused = async (team: Team, by: Guest, number: number, answer: 'approvePolicy' | 'declinePolicy' = 'approvePolicy') => { const { status, code } = await by.refusal(evaluations[answer], { ...on(team), body: { proposal: number } }); return [status, code.replace('evaluation/', '')]; };

/** Begun: the first evaluator has sealed one question, so that the rules are locked for everybody who may know of it. */
async function begun(more: Parameters<typeof evaluationWith>[1] = {}): Promise<Team> {
  const team = await evaluationWith(house, more);
  await write(team, seat(team, 1), '1.1', 'percent', 50);
  await seal(team, seat(team, 1), ['1.1']);
  return team;
}
async function opened(): Promise<Team> {
  const team = await evaluationWith(house);
  await sealAll(team, 50, 68);
  return team;
}
const joins = async (team: Team, role: 'adjudicator' | 'coordinator'): Promise<Guest> => {
  const guest = await house.person(role === 'adjudicator' ? 'Tredje' : 'Medsamordnare');
  await team.coordinator.call(evaluations.addMember, { ...on(team), body: { email: guest.email, name: guest.email, organisation: '', role } });
  await declare(team, guest);
  return guest;
};

describe('a change of the rules after the first seal', () => {
  it('is proposed by one, seen by the team, approved by another, and read in the log', async () => {
    const team = await opened();
    const [anna, bo] = [seat(team, 1), seat(team, 2)];
    const heard: string[] = [];
    await bo.listen((_, text) => heard.push(text));
    const mine = await propose(team, anna, { amber: 20, tolerance: 18 });
    expect([mine.policy.amber, mine.policyProposal]).toEqual([15, expect.objectContaining({ number: 1, by: anna.id, reason: 'Skillnaderna är små.', mayApprove: false })]);
    const seen = await Promise.all([bo, team.coordinator, team.contact, team.observer].map((by) => by.call(evaluations.read, on(team))));
    expect(seen.map(({ policyProposal, waiting }) => [policyProposal?.policy.amber, policyProposal?.mayApprove, waiting.filter(({ what }) => what === 'rules')])).toEqual([
      [20, true, [{ person: bo.id, what: 'rules', count: 1 }]], [20, true, [{ person: team.coordinator.id, what: 'rules', count: 1 }]], [undefined, undefined, []], [undefined, undefined, []],
    ]);
    const after = await approve(team, bo, 1);
    expect([after.policy.amber, after.policy.tolerance, after.policyProposal]).toEqual([20, 18, undefined]);
    expect(await Promise.all([anna, team.coordinator, team.contact, team.observer].map(async (by) => (await policyOf(team, by)).amber))).toEqual(Array(4).fill(20));
    const { lines } = await team.coordinator.call(evaluations.ledger, on(team));
    expect(lines.slice(-2).map(({ line }) => line.sv)).toEqual([
      'föreslog att spelreglerna ändras: gräns för avvikelse 15 procentenheter → 20 procentenheter, medelvärde föreslås till och med 14 procentenheter → 18 procentenheter. Skäl: Skillnaderna är små.', 'godkände ändringen av spelreglerna: gräns för avvikelse 15 procentenheter → 20 procentenheter, medelvärde föreslås till och med 14 procentenheter → 18 procentenheter',
    ]);
    await bo.call(consensus.propose, { ...on(team), body: { proposals: [proposal('1.1', 59, { reason: '', cause: null })] } });
    const { questions } = await bo.call(consensus.board, on(team));
    expect(questions.find(({ number }) => number === '1.1')?.proposals).toMatchObject([{ percent: '59', method: 'withinTolerance' }]);
    expect(heard.filter((text) => text.includes('"policy"')).length).toBe(2);
    const { faults, entries } = await ledgerOf(house, team.id);
    expect([faults, countOf(entries, 'policyProposed'), countOf(entries, 'policyApproved')]).toEqual([[], 1, 1]);
  });

  it('needs two people, one of them an evaluator', async () => {
    const team = await opened();
    const second = await joins(team, 'coordinator');
    await propose(team, team.coordinator, { amber: 20 });
    expect([await refused(team, team.coordinator, 1), await refused(team, second, 1)]).toEqual([[409, 'policy-own-proposal'], [409, 'policy-needs-evaluator']]);
    expect((await second.call(evaluations.read, on(team))).policyProposal?.mayApprove).toBe(false);
    expect((await approve(team, seat(team, 2), 1)).policy.amber).toBe(20);
    await propose(team, seat(team, 1), { amber: 25 });
    expect([await refused(team, seat(team, 1), 2), (await approve(team, second, 2)).policy.amber]).toEqual([[409, 'policy-own-proposal'], 25]);
    const outside = [team.contact, team.observer, await joins(team, 'adjudicator'), await house.person('Frammande'), house.nobody()];
    for (const act of [(by: Guest) => refusedPropose(team, by, { amber: 20 }), (by: Guest) => refused(team, by, 1), (by: Guest) => refused(team, by, 1, 'declinePolicy')])
      expect(await Promise.all(outside.map(act))).toEqual([...Array(3).fill([403, 'people/not-allowed']), [404, 'wire/not-found'], [401, 'people/signed-out']]);
  });

  it('is approved as it was seen: a newer proposal, or an answer, makes the approval stale and says what stands', async () => {
    const team = await begun();
    await propose(team, seat(team, 1), { amber: 20 });
    expect(await refusedPropose(team, seat(team, 2), { amber: 25 })).toEqual([409, 'policy-proposal-changed']);
    await propose(team, seat(team, 2), { amber: 25 }, 1);
    const stale = await team.coordinator.refusal(evaluations.approvePolicy, { ...on(team), body: { proposal: 1 } });
    expect([stale.status, stale.code, stale.facts]).toEqual([409, 'evaluation/policy-proposal-changed', { standing: { number: 2, by: seat(team, 2).id, policy: expect.objectContaining({ amber: 25 }), reason: 'Skillnaderna är små.' } }]);
    await decline(team, seat(team, 1), 2);
    expect([await refused(team, team.coordinator, 2), await refused(team, seat(team, 2), 2, 'declinePolicy'), (await policyOf(team, seat(team, 1))).amber]).toEqual([[409, 'no-policy-proposal'], [409, 'no-policy-proposal'], 15]);
    await propose(team, seat(team, 1), { red: 40 });
    expect((await decline(team, seat(team, 1), 3)).policyProposal).toBeUndefined();
    const { entries } = await ledgerOf(house, team.id);
    expect([countOf(entries, 'policyDeclined'), countOf(entries, 'policyWithdrawn')]).toEqual([1, 1]);
    const both = await Promise.allSettled([propose(team, seat(team, 1), { amber: 21 }), propose(team, seat(team, 2), { amber: 22 })]);
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    const answers = await Promise.allSettled([approve(team, team.coordinator, 4), decline(team, team.coordinator, 4)]);
    expect(answers.filter(({ status }) => status === 'fulfilled').length).toBe(1);
  });

  it('is of limits and the third assessor, sound, with a reason; never of the unit or the way of judging', async () => {
    const team = await begun();
    const anna = seat(team, 1);
    expect(await refusedPropose(team, anna, { revealUnit: 'all' })).toEqual([422, 'policy-fixed']);
    expect(await refusedPropose(team, anna, { judging: 'dimensions', amber: 20 })).toEqual([422, 'policy-fixed']);
    expect(await refusedPropose(team, anna, { red: 15 })).toEqual([422, 'policy-unsound']);
    expect(await refusedPropose(team, anna, {})).toEqual([422, 'policy-unchanged']);
    expect(await refusedPropose(team, anna, { amber: 20 }, null, '  ')).toEqual([422, 'reason-missing']);
    expect(await refusedPropose(team, anna, { adjudicator: team.observer.id })).toEqual([422, 'policy-unsound']);
    expect((await team.coordinator.refusal(evaluations.setPolicy, { ...on(team), body: { ...(await policyOf(team, anna)), amber: 20 } })).code).toBe('evaluation/policy-frozen');
  });

  it('is refused when the third assessor it names has left since, and can still be declined', async () => {
    const team = await begun();
    const third = await joins(team, 'adjudicator');
    await propose(team, seat(team, 1), { adjudicator: third.id });
    await team.coordinator.call(evaluations.removeMember, { ...on(team), body: { person: third.id, role: 'adjudicator' } });
    expect(await refused(team, seat(team, 2), 1)).toEqual([422, 'policy-unsound']);
    expect((await decline(team, seat(team, 2), 1)).policyProposal).toBeUndefined();
  });

  it('falls with who proposed it', async () => {
    const team = await begun();
    await propose(team, seat(team, 1), { amber: 20 });
    const bo = await house.person('Ersattare');
    await replaceBy(team, 1, bo);
    expect((await seat(team, 2).call(evaluations.read, on(team))).policyProposal).toBeUndefined();
    expect(await refused(team, seat(team, 2), 1)).toEqual([409, 'no-policy-proposal']);
  });

  it('leaves what is settled, is printed in the report, voids signatures, and ends with the lock', async () => {
    const team = await opened();
    await settleAll(team, 59);
    const [anna, bo] = [seat(team, 1), seat(team, 2)];
    const before = await anna.call(reports.lockState, on(team));
    await anna.call(reports.sign, { ...on(team), body: { fingerprint: before.fingerprint ?? '', reason: 'Läst.' } });
    await propose(team, bo, { amber: 20 });
    expect((await anna.call(reports.lockState, on(team))).fingerprint).toBe(before.fingerprint);
    await approve(team, team.coordinator, 1);
    const { fingerprint } = await anna.call(reports.lockState, on(team));
    expect(fingerprint).not.toBe(before.fingerprint);
    const { questions } = await anna.call(consensus.board, on(team));
    expect(questions.every(({ settled }) => settled !== null)).toBe(true);
    await propose(team, bo, { amber: 25 });
    await lockAll(team);
    expect([await refused(team, anna, 2), await refused(team, bo, 2, 'declinePolicy'), await refusedPropose(team, anna, { amber: 30, red: 40 })]).toEqual(Array(3).fill([423, 'locked']));
    const { report } = await team.observer.call(reports.read, { params: { id: team.id, version: 'latest' } });
    expect(report.policyChanges).toMatchObject([{ number: 1, proposedBy: bo.id, approvedBy: team.coordinator.id, reason: 'Skillnaderna är små.', changes: [{ rule: 'amber', before: 15, after: 20 }] }]);
    expect((await bo.call(evaluations.read, on(team))).policyProposal).toBeUndefined();
  });
});

describe('before the first seal', () => {
  it('the coordinator changes the rules alone, as ever, and there is nothing to propose', async () => {
    const team = await evaluationWith(house);
    expect(await Promise.all([team.coordinator, seat(team, 1)].map((by) => refusedPropose(team, by, { amber: 20 })))).toEqual(Array(2).fill([409, 'policy-open']));
    expect((await team.coordinator.call(evaluations.setPolicy, { ...on(team), body: { ...(await policyOf(team, seat(team, 1))), amber: 20 } })).policy.amber).toBe(20);
  });

  it('a colleague’s first seal of this minute is not told by what may be proposed', async () => {
    const start = minuteNow() - 3_600_000;
    stopClock(new Date(start).toISOString());
    const origin = await House.open();
    const team = await evaluationWith(origin);
    await scoreAll(team, seat(team, 2), 40);
    const worlds = await twoWorlds(origin);
    try {
      jest.setSystemTime(start + 10_000);
      await seal(team, seat(teamIn(worlds[1], team), 2), numbers);
      const says = async (world: House): Promise<unknown> => {
        const { status, code } = await seat(teamIn(world, team), 1).refusal(evaluations.proposePolicy, { ...on(team), body: { policy: { ...(await policyOf(team, seat(teamIn(world, team), 1))), amber: 20 }, reason: 'Små.', answers: null } });
        return [status, code];
      };
      jest.setSystemTime(start + 40_000);
      expect(await Promise.all(worlds.map(says))).toEqual(Array(2).fill([409, 'evaluation/policy-open']));
    } finally {
      jest.useRealTimers();
      for (const world of worlds) await world.close();
    }
  }, 60_000);
});
