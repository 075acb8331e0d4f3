import { dice, sampleVisit } from '@samsyn/samples';
import fc from 'fast-check';
import { conflictOf } from './conflict';
import { affected } from './difference';
import { findings } from './findings';
import { planFromTemplate } from './template';
import { missed, replanAlternatives, withAbsence } from './replan';
import { placesOf, suggestModel } from './suggest-model';
import { notLaid } from './suggest-puzzle';
import { overfull, timeOf } from './suggest-room';
import { readSolution } from './suggest-solution';
import type { PlanItem, PlanWorld } from './plan';

const plan = planFromTemplate('twoDays', '2026-11-10', ['ana', 'luis']);
const members: Record<string, string[]> = { 'group-1': ['helena', 'peter'], 'group-2': ['olle'], 'group-3': ['eva', 'bo', 'mia'], 'group-4': ['c1', 'c2'], 'group-5': ['fia'] };
const people = Object.values(members).flat().map((id) => ({ id, name: id, email: null, phone: '', role: '', organisation: '', kind: 'others' as const, label: '', manager: null }));

function world(change: (item: PlanItem) => PlanItem = (item) => item): PlanWorld {
  const groups = plan.groups.map((group) => ({ ...group, members: (members[group.id] ?? []).map((person) => ({ person, required: true })) }));
  return { plan: { ...plan, groups, items: plan.items.map(change) }, people, availability: people.map(({ id }) => ({ person: id, answered: true, spans: [] })), evaluators: ['ana', 'luis'] };
}
const itemOf = (items: readonly PlanItem[], group: string): PlanItem | undefined => items.find((item) => item.group === group);
const reds = (own: PlanWorld): string[] => findings(own).filter(({ severity }) => severity === 'red').map(({ key }) => key);

describe('replanning', () => {
  it('lets somebody who is late join after the pause before it moves anybody else', () => {
    const own = world((item) => (item.group === 'group-1' ? { ...item, pause: { after: 100, length: 15 } } : item));
    const [first] = replanAlternatives(own, { person: 'peter', day: '2026-11-10', from: 780, to: 870 });
    expect(first).toMatchObject({ people: 1, moved: [{ item: itemOf(plan.items, 'group-1')?.id, why: 'joinsLater' }] });
    expect(itemOf(first?.items ?? [], 'group-1')?.joins).toEqual([{ person: 'peter', from: 895 }]);
    expect(first?.solves).toHaveLength(1);
  });

  it('moves the fewest people when somebody misses all of it, and says who is moved and why', () => {
    const ways = replanAlternatives(world(), { person: 'fia', day: '2026-11-11', from: 870, to: 960 });
    expect(ways.length).toBeGreaterThan(0);
    expect(ways.length).toBeLessThanOrEqual(3);
    expect(ways[0]).toMatchObject({ people: 1, moved: [{ item: itemOf(plan.items, 'group-5')?.id, why: expect.stringMatching(/otherDay|starts/) }] });
    expect(ways.map(({ people: n }) => n)).toEqual(ways.map(({ people: n }) => n).sort((a, b) => a - b));
  });

  it('does not move what is pinned', () => {
    const own = world((item) => ({ ...item, pinned: true }));
    expect(replanAlternatives(own, { person: 'fia', day: '2026-11-11', from: 870, to: 960 })).toEqual([]);
    expect(replanAlternatives(own, { person: 'peter', day: '2026-11-10', from: 780, to: 840 }).map(({ moved }) => moved[0]?.why)).toEqual(['joinsLater']);
  });

  it('has nothing to say when nobody is missed', () => {
    expect(replanAlternatives(world(), { person: 'fia', day: '2026-11-10', from: 480, to: 1020 })).toEqual([]);
  });

  it('never breaks a red rule anew, keeps pins, counts right, and answers the same to the same', () => {
    fc.assert(fc.property(fc.nat(5_000), (seed) => {
      const roll = dice(seed);
      const own = world((item) => ({ ...item, pinned: roll(4) === 0 }));
      const person = [...people.map(({ id }) => id), 'ana'][roll(people.length + 1)] ?? '';
      const from = 480 + roll(30) * 15;
      const absence = { person, day: plan.days[roll(2)]?.day ?? '', from, to: from + 30 + roll(12) * 15 };
      const ways = replanAlternatives(own, absence);
      const already = new Set(reds(own));
      for (const way of ways) {
        const next = { ...own.plan, items: [...way.items] };
        expect(reds({ ...withAbsence(own, absence), plan: { ...next, groups: withAbsence(own, absence).plan.groups } }).filter((key) => !already.has(key))).toEqual([]);
        for (const item of own.plan.items.filter(({ pinned }) => pinned)) expect(way.items.find(({ id }) => id === item.id)).toMatchObject({ day: item.day, start: item.start, length: item.length });
        expect(missed({ ...own, plan: next }, absence)).toEqual([]);
        expect(way.people).toBe(new Set(affected(own.plan, next).map((told) => told.person)).size);
      }
      expect(replanAlternatives(own, absence)).toEqual(ways);
    }), { numRuns: 25 });
  });
});

describe('models', () => {
  it('reads a solution rounded, keeps ids and what is fixed, and lets who eats together eat together', () => {
    const model = suggestModel(world((item) => ({ ...item, pinned: item.group === 'group-2' })), { keepPinned: true, fewMoves: true });
    const chosen = ['group-1', 'group-3', 'group-4', 'group-5'].flatMap((group) => model.starts.find(({ session, day, start }) => model.sessions[session]?.group.id === group && itemOf(plan.items, group)?.day === day && itemOf(plan.items, group)?.start === start) ?? []);
    const eaten = model.lunches.filter(({ day, start }) => plan.items.some((item) => item.kind === 'lunch' && item.day === day && item.start === start));
    const items = readSolution(model, Object.fromEntries([...chosen, ...eaten].map(({ name }) => [name, 0.9999])));
    expect(items.filter(({ kind }) => kind === 'interview').map(({ id, start }) => [id, start])).toEqual(plan.items.filter(({ kind }) => kind === 'interview').map(({ id, start }) => [id, start]));
    expect(items.filter(({ kind }) => kind === 'lunch').map(({ id, evaluators }) => [id, evaluators])).toEqual(plan.items.filter(({ id, kind }) => kind === 'lunch' && eaten.some(({ day }) => plan.items.some((item) => item.id === id && item.day === day))).map(({ id }) => [id, ['ana', 'luis']]));
    expect(items.filter(({ kind }) => kind === 'travel')).toHaveLength(2);
  });

  it('puts nothing before the journey there nor after the journey home', () => {
    const { starts, sessions } = suggestModel(world((item) => (item.kind === 'travel' ? { ...item, ...(item.day === '2026-11-10' ? { start: 600, length: 120 } : { start: 900, length: 60 }) } : item)), { keepPinned: true, fewMoves: false });
    const span = (day: string): number[] => starts.filter((own) => own.day === day).flatMap(({ start, session }) => [start, start + (sessions[session]?.length ?? 0)]);
    expect([Math.min(...span('2026-11-10')), Math.max(...span('2026-11-11'))]).toEqual([720, 900]);
  });

  it('counts without a solver that there is too little time, of the day, of one person, of the rooms', () => {
    const calm = { keepPinned: true, fewMoves: false };
    expect([overfull(placesOf(sampleVisit(1, { groups: 14, days: 1 }), calm)), overfull(placesOf(sampleVisit(1, { groups: 6, days: 2 }), calm))]).toEqual([true, false]);
    const { needed, has } = timeOf(placesOf(sampleVisit(1, { groups: 14, days: 1 }), calm));
    // Two evaluators from 8 to 19 with the rest after the last, less what lunch takes beyond the rest.
    expect([needed > has, has]).toEqual([true, 2 * (11 * 60 + 15 - 30)]);
    const all = world();
    const alone = { ...all, plan: { ...all.plan, items: [], tracks: [{ name: '', place: '', video: '' }, { name: '', place: '', video: '' }], groups: all.plan.groups.map((group) => ({ ...group, evaluators: 'one' as const, length: 210, evening: false, members: [{ person: 'peter', required: true }] })), days: all.plan.days.map((day) => ({ ...day, from: 480, to: 960 })) } };
    expect([overfull(placesOf(alone, calm)), overfull(placesOf({ ...alone, plan: { ...alone.plan, groups: alone.plan.groups.slice(0, 4) } }, calm))]).toEqual([true, false]);
    const rooms = { ...alone, plan: { ...alone.plan, tracks: alone.plan.tracks.slice(1), groups: alone.plan.groups.map((group) => ({ ...group, members: [] })) } };
    expect([overfull(placesOf(rooms, calm)), overfull(placesOf({ ...rooms, plan: alone.plan.groups.length > 0 ? { ...rooms.plan, tracks: alone.plan.tracks } : rooms.plan }, calm))]).toEqual([true, false]);
  });

  it('says without a solver which wishes leave a group no time, and no others', async () => {
    const own = sampleVisit(4, { groups: 5, days: 1, refusing: 0 });
    const day = own.plan.days[0]?.day ?? '';
    const [group] = own.plan.groups.filter(({ members: all }) => all.length >= 2);
    const [a, b] = group?.members.map(({ person }) => person) ?? [];
    const hindered = {
      ...own, plan: { ...own.plan, groups: own.plan.groups.map((one) => (one.id === group?.id ? { ...one, evening: false, members: one.members.map((member) => ({ ...member, required: true })) } : one)) },
      availability: own.availability.map((answer) => ({ ...answer, spans: answer.person === a ? [{ day, from: 480, to: 780, answer: 'no' as const }] : answer.person === b ? [{ day, from: 780, to: 1020, answer: 'no' as const }] : [] })),
    };
    const yes = (): Promise<boolean> => Promise.resolve(true);
    const { wishes, smallest } = await conflictOf(hindered, { keepPinned: true, fewMoves: false }, { laid: () => Promise.resolve(notLaid), roughly: yes, exactly: yes, over: () => false });
    expect(smallest).toBe(true);
    expect(wishes.map(({ rule, group: of, person }) => [rule, of, person])).toEqual([['groupTakesPlace', group?.id, null], ['evening', group?.id, null], ['hours', null, null], ...[a, b].map((person) => ['cannot', group?.id, person])]);
  });
});
