import fc from 'fast-check';
import { Refusal } from '../refusal';
import { applyCommand } from './command';
import { affected, applyDifference, countOf, planDifference } from './difference';
import { findings } from './findings';
import { daysOf, emptyPlan, planFromTemplate, planTemplates } from './template';
import type { PlanCommand, PlanItem, VisitPlan } from './plan';

const plan = planFromTemplate('twoDays', '2026-11-10', ['ana', 'luis']);
const item = (title: string): PlanItem => plan.items.filter((own) => own.title === title)[0] as PlanItem;
const after = (command: PlanCommand, from = plan): VisitPlan => applyCommand(from, command, 'karin', '2026-11-01T10:00:00Z');
const refusal = (command: PlanCommand, from = plan): unknown => {
  try {
    after(command, from);
  } catch (fault) {
    return fault instanceof Refusal ? [fault.code, fault.facts] : fault;
  }
  return null;
};

describe('templates', () => {
  it('is the published pattern: 630 minutes in five groups, the first day as printed', () => {
    const interviews = plan.items.filter(({ kind }) => kind === 'interview').map(({ title, day, start, length }) => [title, day, start, length]);
    expect(interviews).toEqual([
      ['Central ledning', '2026-11-10', 780, 210], ['Politisk ledning', '2026-11-10', 1020, 90], ['Förvaltningschefer', '2026-11-11', 510, 150], ['Resultatenhetschefer', '2026-11-11', 750, 120], ['Fackliga organisationer', '2026-11-11', 885, 60],
    ]);
    expect(plan.items.filter(({ kind }) => kind === 'interview').reduce((sum, { length }) => sum + length, 0)).toBe(630);
    expect(plan.items.some(({ title }) => title === 'Skriv klart, var för sig')).toBe(true);
  });

  it.each(planTemplates)('%s breaks no rule', (template) => {
    const own = planFromTemplate(template, '2026-12-31', ['ana', 'luis']);
    expect(findings({ plan: own, people: [], availability: [], evaluators: ['ana', 'luis'] })).toEqual([]);
    expect(own.days.map(({ day }) => day)).toEqual(['2026-12-31', '2027-01-01', '2027-01-02'].slice(0, daysOf(template)));
  });
});

describe('commands', () => {
  it('changes one thing, its edition and that of the plan, and nothing else', () => {
    const next = after({ kind: 'putItem', item: { ...item('Central ledning'), start: 795 } });
    expect(next.edition).toBe(plan.edition + 1);
    expect(next.items.filter((own, at) => own !== plan.items[at])).toEqual([{ ...item('Central ledning'), start: 795, edition: 2 }]);
  });

  it('lets two people change different things, and tells the second of two on the same thing what was changed', () => {
    const first = after({ kind: 'putItem', item: { ...item('Central ledning'), start: 795 } });
    expect(after({ kind: 'putItem', item: { ...item('Politisk ledning'), start: 1035 } }, first).items.filter(({ edition }) => edition === 2)).toHaveLength(2);
    expect(refusal({ kind: 'putItem', item: { ...item('Central ledning'), start: 810 } }, first)).toEqual(['interviews/stale', { what: 'item', id: item('Central ledning').id, title: 'Central ledning', edition: 2 }]);
    expect(refusal({ kind: 'replaceItems', edition: plan.edition, items: [] }, first)).toMatchObject(['interviews/stale', { what: 'plan' }]);
    const framed = after({ kind: 'setFrame', edition: 0, days: plan.days, tracks: plan.tracks, rules: { ...plan.rules, lunch: 60 } });
    expect(refusal({ kind: 'setFrame', edition: 0, days: [], tracks: plan.tracks, rules: plan.rules }, framed)).toMatchObject(['interviews/stale', { what: 'frame' }]);
  });

  it('refuses what is not there, what runs past midnight, a bad length and a missing reason', () => {
    expect(refusal({ kind: 'removeItem', item: 'gone', edition: 1 })).toMatchObject(['interviews/unknown', { what: 'item', id: 'gone' }]);
    expect(refusal({ kind: 'putItem', item: { ...item('Lunch'), id: 'gone', edition: 3 } })).toMatchObject(['interviews/unknown', {}]);
    expect(refusal({ kind: 'putItem', item: { ...item('Lunch'), group: 'nobody' } })).toMatchObject(['interviews/unknown', { what: 'group' }]);
    expect(refusal({ kind: 'putItem', item: { ...item('Politisk ledning'), start: 1380 } })).toMatchObject(['interviews/past-midnight', { longest: 60, latest: 1350 }]);
    expect(after({ kind: 'putItem', item: { ...item('Politisk ledning'), start: 1350 } }).items.some(({ start }) => start === 1350)).toBe(true);
    expect(refusal({ kind: 'putItem', item: { ...item('Lunch'), length: 42 } })).toMatchObject(['interviews/bad-length', { length: 42 }]);
    expect(refusal({ kind: 'override', finding: 'x', reason: '  ' })).toMatchObject(['interviews/reason-missing', {}]);
  });

  it('takes the interviews of a removed group along, and drops a late comer whom a move has made meaningless', () => {
    expect(after({ kind: 'removeGroup', group: 'group-1', edition: 1 }).items.some(({ group }) => group === 'group-1')).toBe(false);
    const late = after({ kind: 'putItem', item: { ...item('Central ledning'), pause: { after: 100, length: 15 }, joins: [{ person: 'peter', from: 895 }] } });
    const moved = late.items.find(({ title }) => title === 'Central ledning') ?? item('Lunch');
    expect(moved.joins).toHaveLength(1);
    expect(after({ kind: 'putItem', item: { ...moved, start: 510 } }, late).items.find(({ id }) => id === moved.id)).toMatchObject({ joins: [], pause: { after: 100, length: 15 } });
  });

  it('keeps the edition of what a suggestion leaves as it is', () => {
    const next = after({ kind: 'replaceItems', edition: plan.edition, items: plan.items.map((own) => (own.title === 'Lunch' ? { ...own, start: own.start + 5 } : own)) });
    expect(next.items.map(({ edition }) => edition)).toEqual(plan.items.map(({ title }) => (title === 'Lunch' ? 2 : 1)));
  });
});

describe('difference', () => {
  const anyItem = fc.record({ at: fc.nat(11), start: fc.integer({ min: 96, max: 200 }), drop: fc.boolean(), first: fc.boolean() });

  it('makes the second plan of the first', () => {
    fc.assert(fc.property(fc.array(anyItem), fc.array(anyItem), (left, right) => {
      const [a, b] = [left, right].map((changes) => changes.reduce<VisitPlan>((own, { at, start, drop, first }) => {
        const one = own.items[at];
        if (!one) return { ...own, rules: { ...own.rules, lunch: start }, groups: own.groups.slice(1) };
        const rest = own.items.filter(({ id }) => id !== one.id);
        const moved = { ...one, start: start * 5 };
        return { ...own, edition: own.edition + 1, items: drop ? rest : first ? [moved, ...rest] : [...rest, { ...moved, id: `${one.id}-${start}` }] };
      }, plan));
      if (a && b) expect(applyDifference(planDifference(a, b), a)).toEqual(b);
    }));
    expect(countOf(planDifference(plan, plan))).toBe(0);
  });

  it('makes any second plan of any first, in its order, and back again; what is equal differs in nothing', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const person = fc.constantFrom('anna', 'bo', 'cilla');
    const day = fc.constantFrom('2026-11-10', '2026-11-11');
    const anyGroup = fc.record({ edition: fc.nat(3), title: fc.string({ minLength: 1, maxLength: 8 }), kind: fc.constantFrom('managers', 'unions'), length: fc.constantFrom(30, 60, 210), evening: fc.boolean(), protected: fc.boolean(), members: fc.array(fc.record({ person, required: fc.boolean() }), { maxLength: 3 }), evaluators: fc.constantFrom('all', 'one'), questions: fc.subarray(['1.1', '1.2', '3.2']) });
    const anyOf = fc.record({ edition: fc.nat(3), kind: fc.constantFrom('interview', 'lunch'), group: fc.constantFrom(...ids, null), title: fc.string({ maxLength: 8 }), day, start: fc.integer({ min: 0, max: 200 }).map((n) => n * 5), length: fc.constantFrom(30, 60, 90), track: fc.nat(2), evaluators: fc.subarray(['ana', 'luis']), pinned: fc.boolean(), pause: fc.option(fc.record({ after: fc.constantFrom(30, 45), length: fc.constant(15) })), joins: fc.array(fc.record({ person, from: fc.nat(1000) }), { maxLength: 2 }) });
    const some = <T extends object>(one: fc.Arbitrary<T>): fc.Arbitrary<(T & { id: string })[]> => fc.shuffledSubarray(ids).chain((own) => fc.tuple(...own.map((id) => one.map((made) => ({ ...made, id })))));
    const anyPlan = fc.record({ edition: fc.nat(9), frame: fc.nat(9), days: fc.array(fc.record({ day, from: fc.constantFrom(480, 540), to: fc.constant(1020), evening: fc.constant(1140) }), { maxLength: 2 }), tracks: fc.array(fc.record({ name: fc.constantFrom('Granen', 'Tallen'), place: fc.string({ maxLength: 4 }), video: fc.constant('') }), { minLength: 1, maxLength: 3 }), groups: some(anyGroup), items: some(anyOf), rules: fc.record({ buffer: fc.nat(30), lunch: fc.nat(60), stretch: fc.constant(210), longDay: fc.constant(600), calls: fc.nat(3) }), overrides: fc.array(fc.record({ finding: fc.string(), reason: fc.string(), by: fc.constant('karin'), at: fc.constant('') }), { maxLength: 2 }) }) as fc.Arbitrary<VisitPlan>;
    fc.assert(fc.property(anyPlan, anyPlan, (a, b) => {
      expect(applyDifference(planDifference(a, b), a)).toEqual(b);
      expect(applyDifference(planDifference(b, a), b)).toEqual(a);
      expect(planDifference(a, b).items.added).toEqual(planDifference(b, a).items.removed.length === 0 ? [] : b.items.filter(({ id }) => !a.items.some((own) => own.id === id)));
      expect(countOf(planDifference(a, structuredClone(a)))).toBe(0);
      // Who is told of the way there is told of the way back, unless it concerned them not at all.
      expect(new Set(affected(a, b).map(({ person: one, item: of }) => `${one} ${of}`))).toEqual(new Set(affected(b, a).map(({ person: one, item: of }) => `${one} ${of}`)));
    }), { numRuns: 200 });
  });

  it('names whom it concerns, each once per interview', () => {
    const withPeople = (own: VisitPlan, members: Record<string, string[]>): VisitPlan => ({ ...own, groups: own.groups.map((group) => ({ ...group, members: (members[group.id] ?? []).map((person) => ({ person, required: true })) })) });
    const a = withPeople(plan, { 'group-1': ['peter', 'sara'], 'group-2': ['olle'], 'group-3': ['eva'] });
    const moved = { ...plan, items: plan.items.map((own) => (own.group === 'group-1' ? { ...own, start: 795, joins: [{ person: 'sara', from: 895 }] } : own.group === 'group-3' ? { ...own, evaluators: ['ana'] } : own)) };
    const b = withPeople(moved, { 'group-1': ['peter', 'sara', 'new'], 'group-3': ['eva'] });
    expect(affected(a, b).map(({ person, kind, after: now }) => [person, kind, now?.start ?? null])).toEqual([['new', 'added', 795], ['peter', 'moved', 795], ['sara', 'moved', 895], ['olle', 'cancelled', null]]);
    const elsewhere = { ...a, tracks: [{ name: 'Granen', place: 'Storgatan 1', video: '' }] };
    expect(affected(a, elsewhere).map(({ kind, after: now }) => [kind, now?.place])).toEqual(Array.from({ length: 4 }, () => ['changed', 'Granen, Storgatan 1']));
    expect(affected(a, a)).toEqual([]);
    expect(emptyPlan(['2026-11-10']).items).toEqual([]);
  });
});
