import { columnsOf, findings, placesOf, puzzleOf, readSolution, wishesOf, type PlanWorld } from '@samsyn/domain';
import { sampleVisit } from '@samsyn/samples';
import fc from 'fast-check';
import { lay } from './laying';
import { anyPlan, smallWorld } from './spec-brute';
import { suggest } from './suggest';

const calm = { keepPinned: true, fewMoves: false };
const keyOf = ({ rule, group, person }: { rule: string; group: string | null; person: string | null }): string => [rule, group ?? '', person ?? ''].join(':');

/** Laid with all the time in the world; null where it is no puzzle. */
function laid(world: PlanWorld, without: ReadonlySet<string> = new Set()) {
  const places = placesOf(world, calm, without);
  if (places.homeless.length > 0) return { verdict: 'none' as const, places, sessions: [] };
  const puzzle = puzzleOf(places);
  return puzzle && { places, ...lay(puzzle, () => false) };
}

describe('laying', () => {
  it('finds a plan exactly where trying everything does, whichever wish is given up', () => {
    const seen = new Set<string>();
    fc.assert(fc.property(smallWorld, fc.constantFrom('none', 'buffer', 'lunch', 'tracks', 'cannot', 'evening', 'hours'), (world, rule) => {
      const without = new Set(wishesOf(world, calm).filter((own) => own.rule === rule).map(({ key }) => key));
      const own = laid(world, without);
      expect(own?.verdict).toBe(anyPlan(world, without) ? 'laid' : 'none');
      seen.add(own?.verdict ?? '');
      if (rule !== 'none' || own?.verdict !== 'laid') return;
      const items = readSolution({ ...own.places, lp: '' }, columnsOf(own.places, own.sessions) ?? {});
      const broken = findings({ ...world, plan: { ...world.plan, items } }).filter((found) => ['evaluatorTwice', 'personTwice', 'trackTwice', 'outsideHours', 'eveningNotAllowed', 'personCannot', 'evaluatorsMissing', 'groupMissing', 'bufferShort', 'lunchMissing', 'lunchShort'].includes(found.rule) || (found.rule === 'noBreak' && found.items.length > 1 && world.plan.groups.every(({ length }) => length <= world.plan.rules.stretch)));
      expect(broken).toEqual([]);
    }), { numRuns: 150 });
    expect([...seen].sort()).toEqual(['laid', 'none']);
  }, 60_000);

  it('proves that a nearly full visit has no plan, and lays it with any one interview fewer', () => {
    const world = sampleVisit(1, { groups: 21, days: 2 });
    // 42 h 45 min of 43 h, but of 75 and 105 minutes no more than 41 h 30 min fit into the days.
    expect(laid(world)).toMatchObject({ verdict: 'none', filled: (41 * 60 + 30) / 15 });
    const answers = wishesOf(world, calm).filter(({ rule }) => rule === 'cannot').map(({ key }) => key);
    for (const { id } of world.plan.groups) expect([id, laid(world, new Set([...answers, `groupTakesPlace:${id}:`]))?.verdict]).toEqual([id, 'laid']);
  }, 60_000);

  it('leaves off in time and says that it does not know', () => {
    const puzzle = puzzleOf(placesOf(sampleVisit(2, { groups: 21, days: 2 }), calm, new Set(['groupTakesPlace:g0:'])));
    expect(puzzle && lay(puzzle, () => true).verdict).toBe('unknown');
  });
});

describe('what cannot all hold', () => {
  it('cannot, and without any one of it there is a plan: both by trying everything', async () => {
    const seen = { plan: 0, conflict: 0 };
    await fc.assert(fc.asyncProperty(smallWorld, async (world) => {
      const { status, conflict, smallest } = await suggest(world, calm, { seconds: 5 });
      expect(status === 'infeasible').toBe(!anyPlan(world));
      seen[status === 'infeasible' ? 'conflict' : 'plan']++;
      if (status !== 'infeasible') return;
      const named = new Set(conflict.map(keyOf));
      const others = wishesOf(world, calm).filter(({ key }) => !named.has(key)).map(({ key }) => key);
      expect([smallest, anyPlan(world, new Set(others))]).toEqual([true, false]);
      for (const one of named) expect([one, anyPlan(world, new Set([...others, one]))]).toEqual([one, true]);
    }), { numRuns: 16 });
    expect([seen.plan > 0, seen.conflict > 0]).toEqual([true, true]);
  }, 120_000);
});
