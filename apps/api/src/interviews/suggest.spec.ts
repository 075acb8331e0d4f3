import { replanAlternatives, suggestModel } from '@samsyn/domain';
import { sampleVisit } from '@samsyn/samples';
import { solve } from './solver';
import { replan, suggest } from './suggest';

const calm = { keepPinned: true, fewMoves: true };
describe('a suggested plan', () => {
  it('moves nobody when the plan is good already, and fewer people when asked to', async () => {
    const world = sampleVisit(2, { groups: 6, days: 2 });
    const first = await suggest(world, calm, { seconds: 5 });
    const again = await suggest({ ...world, plan: { ...world.plan, items: first.items } }, calm, { seconds: 5 });
    expect(again.parts.some(({ rule }) => rule === 'moved')).toBe(false);
    expect(again.items).toEqual(first.items);
  }, 30_000);

  it('explains what is impossible by the people and the group', async () => {
    const world = sampleVisit(5, { groups: 5, days: 1, refusing: 0 });
    const group = world.plan.groups.find(({ members }) => members.length > 0);
    const person = group?.members[0]?.person;
    const groups = world.plan.groups.map((own) => (own.id === group?.id ? { ...own, members: own.members.map((member) => ({ ...member, required: true })) } : own));
    const availability = world.availability.map((own) => (own.person === person ? { ...own, spans: [{ day: '2026-11-10', from: 0, to: 1440, answer: 'no' as const }] } : own));
    const { status, conflict, smallest } = await suggest({ ...world, availability, plan: { ...world.plan, groups } }, calm, { seconds: 5 });
    expect([status, smallest, conflict]).toEqual(['infeasible', true, [{ rule: 'groupTakesPlace', group: group?.id, person: null }, { rule: 'cannot', group: group?.id, person }]]);
  }, 30_000);

  it('names groups without a place when there are simply too many', async () => {
    const { status, conflict, time } = await suggest(sampleVisit(1, { groups: 14, days: 1 }), calm, { seconds: 5 });
    expect([status, (time?.needed ?? 0) > (time?.has ?? 0)]).toEqual(['infeasible', true]);
    // Counted, not tried: enough groups to fill more than the days hold, the hours, and what takes time between.
    expect([...new Set(conflict.map(({ rule }) => rule))].sort()).toEqual(['buffer', 'groupTakesPlace', 'hours', 'lunch']);
    expect(conflict.filter(({ rule }) => rule === 'groupTakesPlace').length).toBeLessThan(14);
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
    // A solver on this thread would let the timer come only once it has ended.
    let ticks = 0;
    const watch = setInterval(() => ticks++, 10);
    const { status } = await solve(hard, { seconds: 1 });
    clearInterval(watch);
    expect(['timeout', 'feasible']).toContain(status);
    expect(ticks).toBeGreaterThan(5);
  }, 20_000);

  it('gives up early when it has found nothing', async () => {
    const patient = solve(hard, { seconds: 30 });
    const first = await Promise.race([solve(hard, { seconds: 30, patience: 0.5 }).then(({ status }) => status), patient.then(() => 'the patient one')]);
    expect(first).toBe('timeout');
    await patient;
  }, 60_000);

  it('says what is wrong with a programme that is none', async () => {
    await expect(solve('this is no programme', { seconds: 1 })).rejects.toThrow('the solver refused');
  }, 20_000);
});
