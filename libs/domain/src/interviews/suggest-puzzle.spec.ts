import { sampleVisit } from '@samsyn/samples';
import type { PlanWorld } from './plan';
import { placesOf } from './suggest-model';
import { columnsOf, mostOf, partOf, puzzleOf } from './suggest-puzzle';

const calm = { keepPinned: true, fewMoves: false };
const world = sampleVisit(1, { groups: 6, days: 2 });
const puzzle = (own: PlanWorld = world, without: readonly string[] = []) => puzzleOf(placesOf(own, calm, new Set(without)));

describe('a puzzle', () => {
  it('is the plan in quarters: how long, how long with the rest, and until when', () => {
    const own = puzzle();
    expect([own?.days, own?.evaluators, own?.lunch, own?.rooms, own?.stretch]).toEqual([2, 2, 3, null, null]);
    expect(own?.sessions.map(({ plain, wide, late }) => [plain, wide, late])).toEqual(world.plan.groups.map(({ length, evening }) => [length / 15, length / 15 + 1, evening]));
  });

  it('counts rooms only where they can be too few, and what runs on without a break only where nobody rests', () => {
    const one = { ...world, plan: { ...world.plan, tracks: world.plan.tracks.slice(1, 2) } };
    expect([puzzle(one)?.rooms?.[0]?.[40], puzzle(one, ['tracks::'])?.rooms, puzzle(world, ['buffer::'])?.stretch]).toEqual([1, null, world.plan.rules.stretch / 15]);
  });

  it('is none where a group has no time at all', () => {
    expect(puzzle({ ...world, plan: { ...world.plan, days: [] } })).toBeNull();
  });

  it('keeps who clashes with whom in a part of it', () => {
    const own = puzzle();
    const part = own && partOf({ ...own, sessions: own.sessions.map((session, at) => ({ ...session, clashes: at === 2 ? [5, 3] : [] })) }, [5, 2]);
    expect(part?.sessions.map(({ clashes }) => clashes)).toEqual([[], [0]]);
  });

  it('keeps as many as can be laid, those first that take least time', async () => {
    const own = puzzle();
    const takes = (at: number): number => (world.plan.groups[at]?.length ?? 0) * (world.plan.groups[at]?.evaluators === 'all' ? 2 : 1);
    // As if there were room for three.
    const { kept, out } = await mostOf(own ?? { days: 0, evaluators: 0, sessions: [], lunch: 0, lunches: [], rooms: null, stretch: null, held: [] }, (part) => Promise.resolve(part.sessions.length <= 3));
    expect([kept.length, out.length, Math.max(...kept.map(takes)) <= Math.min(...out.map(takes))]).toEqual([3, 3, true]);
  });

  it('deals out rooms that pinned interviews make different, going back where it must, and says where it cannot', () => {
    const [first = '', second = ''] = world.evaluators;
    const base = { edition: 1, kind: 'interview' as const, title: '', day: world.plan.days[0]?.day ?? '', evaluators: [first], pinned: true, pause: null, joins: [] };
    const pin = (group: number, track: number, start: number) => ({ ...base, id: `pin-${group}`, group: `g${group}`, length: world.plan.groups[group]?.length ?? 0, start, track });
    const own = { ...world, availability: [], plan: { ...world.plan, tracks: world.plan.tracks.slice(0, 2), items: [pin(0, 0, 600)] } };
    const places = placesOf(own, calm);
    // Free for a quarter beside the pinned one in the first room: what begins there before it must be in the second.
    const at = (group: number): number => places.sessions.findIndex((session) => session.group.id === `g${group}`);
    const columns = columnsOf(places, [{ session: at(1), day: 0, start: 36, people: [1] }]);
    expect(places.starts.filter(({ name }) => columns?.[name] === 1).map(({ track, evaluators }) => [track, evaluators])).toEqual([[1, [second]]]);
    expect(columnsOf(places, [{ session: at(1), day: 0, start: 36, people: [1] }, { session: at(2), day: 0, start: 38, people: [0] }])).toBeNull();
  });

  it('is read back with a lunch for every evaluator and day, none of them during an interview', () => {
    const places = placesOf(world, calm);
    const columns = columnsOf(places, [{ session: 1, day: 0, start: 45, people: [0] }]);
    const eaten = places.lunches.filter(({ name }) => columns?.[name] === 1);
    expect(places.starts.filter(({ name }) => columns?.[name] === 1).map(({ session, day, start, evaluators }) => [session, day, start, evaluators])).toEqual([[1, world.plan.days[0]?.day, 675, ['ana']]]);
    // From 11.15 to 12.45 this one leads: before is too short for a lunch.
    expect(eaten.map(({ evaluator, day, start }) => [evaluator, world.plan.days.findIndex((own) => own.day === day), start])).toEqual([['ana', 0, 765], ['ana', 1, 660], ['luis', 0, 660], ['luis', 1, 660]]);
  });
});
