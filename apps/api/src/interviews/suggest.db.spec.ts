import { interviews, type PlanDesk } from '@samsyn/contract';
import { findings, missed, openReds, type PlanItem, type PlanWorld } from '@samsyn/domain';
import { pathOf } from '../spec-guest';
import { House } from '../spec-house';
import { on } from '../spec-team';
import { command, days, desk, firstInterview, moved, plannedVisit, tokenOf, type Visit } from '../spec-visit';

let house: House;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const [first = '', second = ''] = days;
const worldOf = ({ plan, people, availability, evaluators }: PlanDesk, items: readonly PlanItem[] = plan.items): PlanWorld => ({ plan: { ...plan, items: [...items] }, people, availability, evaluators: evaluators.map(({ person }) => person) });
const take = ({ team }: Visit, edition: number, items: readonly PlanItem[]) => team.coordinator.send('POST', pathOf(interviews.command, { id: team.id }), { kind: 'replaceItems', edition, items });
const suggested = ({ team }: Visit, seconds = 5) => team.coordinator.call(interviews.suggest, { ...on(team), body: { keepPinned: true, fewMoves: true, seconds } });
const starts = (items: readonly PlanItem[], id: string): unknown => items.filter((item) => item.id === id).map(({ day, start }) => [day, start])[0];

/** Somebody says by their own link when they cannot; and everybody else has answered. */
async function refuses({ team, anna, bo }: Visit, spans: { day: string; from: number; to: number }[]): Promise<void> {
  await team.coordinator.call(interviews.ask, { ...on(team), body: { until: '2026-12-31' } });
  const { people } = await desk(team);
  for (const [person, own] of [[anna, []], [bo, spans.map((span) => ({ ...span, answer: 'no' as const }))]] as const) {
    await house.nobody().call(interviews.hours, { params: { token: tokenOf(people.find(({ id }) => id === person)?.link) }, body: { spans: [...own] } });
  }
}

describe('a suggestion', () => {
  it('moves what somebody declined, breaks nothing once it is taken, and leaves what is pinned', async () => {
    const visit = await plannedVisit(house);
    await refuses(visit, [{ day: first, from: 780, to: 870 }]);
    await moved(visit, 'item-4', { pinned: true });
    const before = await desk(visit.team);
    expect(openReds(findings(worldOf(before))).map(({ rule, people }) => [rule, people])).toEqual([['personCannot', [visit.bo]]]);
    const { status, items, parts, conflict } = await suggested(visit);
    expect([['optimal', 'feasible'].includes(status), conflict, parts.some(({ rule }) => rule === 'moved')]).toEqual([true, [], true]);
    expect((await take(visit, before.plan.edition, items)).status).toBe(200);
    const after = await desk(visit.team);
    expect(findings(worldOf(after))).toEqual([]);
    expect([starts(after.plan.items, 'item-4'), starts(after.plan.items, firstInterview) === starts(before.plan.items, firstInterview)]).toEqual([starts(before.plan.items, 'item-4'), false]);
    expect((await desk(visit.team)).plan.items.filter(({ kind }) => kind === 'travel')).toEqual(before.plan.items.filter(({ kind }) => kind === 'travel'));
  });

  it('that is impossible names who and what, and changes nothing', async () => {
    const visit = await plannedVisit(house);
    await refuses(visit, [{ day: first, from: 480, to: 1140 }, { day: second, from: 480, to: 1140 }]);
    const before = await desk(visit.team);
    const { status, items, conflict, smallest } = await suggested(visit);
    expect([status, items, smallest, conflict]).toEqual(['infeasible', [], true, [{ rule: 'groupTakesPlace', group: 'group-1', person: null }, { rule: 'cannot', group: 'group-1', person: visit.bo }]]);
    expect(await desk(visit.team)).toEqual(before);
  });

  it('that ran out of time says so, and nothing is lost', async () => {
    const visit = await plannedVisit(house);
    const { plan } = await desk(visit.team);
    const [group] = plan.groups;
    // As many one-hour groups as the evaluators' days could only just hold, each in one room: long to decide either way.
    for (let at = 0; at < 24 && group; at++) await command(visit.team, visit.team.coordinator, { kind: 'putGroup', group: { ...group, id: `many-${at}`, edition: 0, title: `Många ${at}`, length: 30 + 5 * (at % 3), members: [], evaluators: at % 3 === 0 ? 'all' : 'one', questions: [] } });
    const before = await desk(visit.team);
    const answer = await visit.team.coordinator.send('POST', pathOf(interviews.suggest, { id: visit.team.id }), { keepPinned: true, fewMoves: false, seconds: 1 });
    const said = JSON.parse(answer.text) as { status: string | number; code?: string; items?: PlanItem[]; time?: { needed: number; has: number } | null };
    expect(answer.status === 409 || answer.status === 422 || answer.status === 503 ? said.code : ['optimal', 'feasible', 'infeasible', 'timeout'].includes(String(said.status))).toEqual(answer.status === 200 ? true : 'interviews/solver-timeout');
    if (said.status === 'infeasible' || said.status === 'timeout') expect([said.items, (said.time?.needed ?? 0) > 0]).toEqual([[], true]);
    expect(await desk(visit.team)).toEqual(before);
  }, 60_000);

  it('taken by two at once is taken once; the other is told, reads again and goes on', async () => {
    const visit = await plannedVisit(house);
    const { plan } = await desk(visit.team);
    const later = (by: number): PlanItem[] => plan.items.map((item) => (item.id === 'item-9' ? { ...item, start: item.start + by } : item));
    const both = await Promise.all([5, 10].map((by) => take(visit, plan.edition, later(by))));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(JSON.parse(both.find(({ status }) => status === 409)?.text ?? '')).toMatchObject({ code: 'interviews/stale', facts: { what: 'plan' } });
    const now = (await desk(visit.team)).plan;
    const won = both[0]?.status === 200 ? 5 : 10;
    expect([now.items, now.edition]).toEqual([later(won).map((item) => (item.id === 'item-9' ? { ...item, edition: item.edition + 1 } : item)), plan.edition + 1]);
    expect((await take(visit, now.edition, later(15 - won))).status).toBe(200);
  });
});

describe('"forty minutes late"', () => {
  it('has at most three ways out, each with who is moved and why; what is pinned stays, and the one taken leaves nobody out', async () => {
    const visit = await plannedVisit(house);
    await refuses(visit, []);
    await moved(visit, 'item-4', { pinned: true });
    const before = await desk(visit.team);
    const absence = { person: visit.bo, day: first, from: 780, to: 820 };
    const { alternatives } = await visit.team.coordinator.call(interviews.replan, { ...on(visit.team), body: absence });
    expect([alternatives.length > 0, alternatives.length <= 3, alternatives[0]?.moved, alternatives[0]?.people]).toEqual([true, true, [{ item: firstInterview, why: 'joinsLater' }], 1]);
    for (const { items, moved: which } of alternatives) {
      expect([which.length > 0, starts(items, 'item-4'), missed(worldOf(before, items), absence), openReds(findings(worldOf(before, items)))]).toEqual([true, starts(before.plan.items, 'item-4'), [], []]);
    }
    expect((await take(visit, before.plan.edition, alternatives[0]?.items ?? [])).status).toBe(200);
    expect((await desk(visit.team)).plan.items.find(({ id }) => id === firstInterview)?.joins).toEqual([{ person: visit.bo, from: 820 }]);
    expect(alternatives.map(({ people }) => people)).toEqual(alternatives.map(({ people }) => people).sort((a, b) => a - b));
  });
});
