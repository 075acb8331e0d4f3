import { findings, replanAlternatives, suggestModel, type FindingRule, type PlanItem, type PlanWorld } from '@samsyn/domain';
import { dice, sampleVisit } from '@samsyn/samples';
import { solve } from './solver';
import { replan, suggest } from './suggest';

const calm = { keepPinned: true, fewMoves: true };
/** Rules about who sits together are settled in the groups, not in time. */
const aboutTime: ReadonlySet<FindingRule> = new Set(['evaluatorTwice', 'personTwice', 'trackTwice', 'noTrack', 'outsideHours', 'eveningNotAllowed', 'personCannot', 'noEvaluator', 'evaluatorsMissing', 'groupMissing', 'bufferShort', 'lunchShort', 'lunchMissing', 'noBreak']);
const broken = (world: PlanWorld, items: PlanItem[]): string[] => findings({ ...world, plan: { ...world.plan, items } }).filter(({ rule }) => aboutTime.has(rule)).map(({ key }) => key);

/** Small visits of every make: rooms fewer than evaluators, three evaluators, no buffer, something pinned, own time. */
function visit(seed: number): PlanWorld {
  const roll = dice(seed + 77);
  const evaluators = roll(3) === 0 ? ['ana', 'luis', 'eva'] : ['ana', 'luis'];
  const own = sampleVisit(seed, { groups: 4 + roll(3), days: 1 + roll(2), tracks: 1 + roll(3), refusing: 8, evaluators });
  const [first, second] = own.plan.days.map(({ day }) => day);
  const base = { edition: 1, length: 60, track: 0, pinned: false, pause: null, joins: [] };
  const pinned: PlanItem[] = roll(2) === 0 ? [] : [{ ...base, id: 'pinned', kind: 'interview', group: 'g0', title: '', day: first ?? '', start: 545 + 5 * roll(60), track: roll(own.plan.tracks.length), evaluators: [...evaluators], pinned: true }];
  const travel: PlanItem = { ...base, id: 'travel', kind: 'travel', group: null, title: '', day: second ?? first ?? '', start: 960, evaluators: [...evaluators] };
  const free = own.availability.map((answer) => ({ ...answer, spans: answer.spans.filter(() => !own.plan.groups[0]?.members.some(({ person }) => person === answer.person)) }));
  return { ...own, availability: free, plan: { ...own.plan, items: [...pinned, travel], rules: { ...own.plan.rules, buffer: [0, 5, 15, 30][roll(4)] ?? 15, stretch: [120, 210][roll(2)] ?? 210 } } };
}

describe('a suggested plan', () => {
  it('breaks no rule about time, and leaves what is pinned', async () => {
    const statuses: string[] = [];
    for (let seed = 1; seed <= 14; seed++) {
      const world = visit(seed);
      const { status, items, conflict, gap } = await suggest(world, calm, { seconds: 3 });
      statuses.push(status);
      if (status === 'infeasible' || status === 'timeout') {
        expect(conflict.length).toBeGreaterThan(0);
        continue;
      }
      expect(`${seed}: ${broken(world, items).join()}`).toBe(`${seed}: `);
      expect(items.filter(({ id }) => id === 'pinned' || id === 'travel')).toEqual(world.plan.items);
      if (status === 'optimal') expect(gap).toBe(0);
    }
    expect(statuses.filter((status) => status === 'optimal' || status === 'feasible').length).toBeGreaterThan(5);
  }, 120_000);

  it('moves nobody when the plan is good already, and fewer people when asked to', async () => {
    const world = sampleVisit(2, { groups: 6, days: 2 });
    const first = await suggest(world, calm, { seconds: 5 });
    const again = await suggest({ ...world, plan: { ...world.plan, items: first.items } }, calm, { seconds: 5 });
    expect(again.parts.some(({ rule }) => rule === 'moved')).toBe(false);
    expect(again.items).toEqual(first.items);
  }, 30_000);

  it('explains what is impossible by the people and the group, within seconds', async () => {
    const world = sampleVisit(5, { groups: 5, days: 1, refusing: 0 });
    const group = world.plan.groups.find(({ members }) => members.length > 0);
    const person = group?.members[0]?.person;
    const groups = world.plan.groups.map((own) => (own.id === group?.id ? { ...own, members: own.members.map((member) => ({ ...member, required: true })) } : own));
    const availability = world.availability.map((own) => (own.person === person ? { ...own, spans: [{ day: '2026-11-10', from: 0, to: 1440, answer: 'no' as const }] } : own));
    const { status, conflict, milliseconds } = await suggest({ ...world, availability, plan: { ...world.plan, groups } }, calm, { seconds: 5 });
    expect([status, conflict]).toEqual(['infeasible', [{ rule: 'groupTakesPlace', group: group?.id, person: null }, { rule: 'cannot', group: group?.id, person }]]);
    expect(milliseconds).toBeLessThan(3_000);
  }, 30_000);

  it('names groups without a place when there are simply too many', async () => {
    const { status, conflict } = await suggest(sampleVisit(1, { groups: 14, days: 1 }), calm, { seconds: 5 });
    expect(status).toBe('infeasible');
    expect(conflict.some(({ rule }) => rule === 'groupTakesPlace')).toBe(true);
  }, 30_000);

  it('asks for a whole new plan when no small move is a way out', async () => {
    const world = sampleVisit(3, { groups: 6, days: 2 });
    const { items } = await suggest(world, calm, { seconds: 5 });
    const planned = { ...world, plan: { ...world.plan, items } };
    const absence = { person: 'ana', day: '2026-11-10', from: 480, to: 1140 };
    const small = replanAlternatives(planned, absence);
    const ways = await replan(planned, absence);
    expect(ways.length).toBeLessThanOrEqual(3);
    if (small.length > 0) expect(ways).toEqual(small);
    for (const way of ways) expect(way.moved.length).toBeGreaterThan(0);
  }, 60_000);
});

describe('the solver', () => {
  const hard = suggestModel(sampleVisit(1, { groups: 21, days: 2 }), calm).lp;

  it('works beside the main thread, tells how far it is, and stops at its limit', async () => {
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => { longest = Math.max(longest, performance.now() - last); last = performance.now(); }, 10);
    const began = performance.now();
    const { status } = await solve(hard, { seconds: 1 });
    clearInterval(watch);
    expect(['timeout', 'feasible']).toContain(status);
    expect(performance.now() - began).toBeLessThan(5_500);
    expect(longest).toBeLessThan(400);
  }, 20_000);

  it('gives up early when it has found nothing', async () => {
    const began = performance.now();
    expect((await solve(hard, { seconds: 30, patience: 0.5 })).status).toBe('timeout');
    expect(performance.now() - began).toBeLessThan(6_000);
  }, 40_000);

  it('says what is wrong with a programme that is none', async () => {
    await expect(solve('this is no programme', { seconds: 1 })).rejects.toThrow('the solver refused');
  }, 20_000);
});
