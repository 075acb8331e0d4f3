import { dice, sampleVisit } from '@samsyn/samples';
import fc from 'fast-check';
import type { FindingRule } from './finding';
import { findingLine } from './finding-line';
import { findings, openReds } from './findings';
import { planFromTemplate } from './template';
import type { Availability, Interviewee, PlanItem, PlanWorld } from './plan';

const names: Record<string, string> = { ana: 'Ana', luis: 'Luis', peter: 'Peter Sand', eva: 'Eva Roth', bo: 'Bo Ek', mia: 'Mia Berg', fia: 'Fia Fack' };
const interviewee = (id: string, more: Partial<Interviewee> = {}): Interviewee => ({ id, name: names[id] ?? id, email: null, phone: '', role: '', organisation: '', kind: 'managers', label: '', manager: null, ...more });
const people = [interviewee('peter'), interviewee('eva'), interviewee('bo', { manager: 'eva' }), interviewee('mia', { manager: 'eva' }), interviewee('fia', { kind: 'unions' })];
const said = (person: string, spans: Availability['spans'] = []): Availability => ({ person, answered: true, spans });
const plan = planFromTemplate('twoDays', '2026-11-10', ['ana', 'luis']);

/** The published pattern with other members, items or answers. */
function world({ members = {}, items = (own) => own, answers = [], tracks = 1, rules = {} }: { members?: Record<string, string[]>; items?: (item: PlanItem) => PlanItem | PlanItem[]; answers?: Availability[]; tracks?: number; rules?: Partial<PlanWorld['plan']['rules']> } = {}): PlanWorld {
  return {
    plan: { ...plan, rules: { ...plan.rules, ...rules }, tracks: Array.from({ length: tracks }, (_, at) => ({ name: `Spår ${at + 1}`, place: '', video: '' })), items: plan.items.flatMap(items), groups: plan.groups.map((group) => ({ ...group, members: (members[group.id] ?? []).map((person) => ({ person, required: true })) })) },
    people, availability: people.map(({ id }) => answers.find(({ person }) => person === id) ?? said(id)), evaluators: ['ana', 'luis'],
  };
}
const lines = (own: PlanWorld): string[] => findings(own).map((finding) => `${finding.severity}: ${findingLine(finding, (person) => names[person] ?? person)}`);
const change = (title: string, more: Partial<PlanItem>) => (item: PlanItem): PlanItem => (item.title === title ? { ...item, ...more } : item);

describe('findings', () => {
  it.each<[string, Parameters<typeof world>[0], string[]]>([
    ['nothing in the published pattern', {}, []],
    ['a required no', { members: { 'group-1': ['peter'] }, answers: [said('peter', [{ day: '2026-11-10', from: 780, to: 870, answer: 'no' }])] }, ['red: Peter Sand kan inte tisdag 13.00–14.30 och krävs i Central ledning.']],
    ['only the no of a no and an if needed', { members: { 'group-1': ['peter'] }, answers: [said('peter', [{ day: '2026-11-10', from: 780, to: 870, answer: 'no' }, { day: '2026-11-10', from: 870, to: 900, answer: 'ifNeeded' }])] }, ['red: Peter Sand kan inte tisdag 13.00–14.30 och krävs i Central ledning.']],
    ['no longer for who joins later', { members: { 'group-1': ['peter'] }, answers: [said('peter', [{ day: '2026-11-10', from: 780, to: 870, answer: 'no' }])], items: change('Central ledning', { joins: [{ person: 'peter', from: 895 }] }) }, []],
    ['if needed', { members: { 'group-1': ['peter'] }, answers: [said('peter', [{ day: '2026-11-10', from: 780, to: 870, answer: 'ifNeeded' }])] }, ['yellow: Peter Sand kan tisdag 13.00–14.30 bara om det behövs, och krävs i Central ledning.']],
    ['manager with staff', { members: { 'group-4': ['eva', 'bo', 'mia'] } }, ['red: Eva Roth är chef över Bo Ek och Mia Berg i Resultatenhetschefer. Chef och egen personal intervjuas var för sig.']],
    ['union with employer', { members: { 'group-5': ['fia', 'peter'] } }, ['red: Fack och arbetsgivare sitter båda i Fackliga organisationer. De intervjuas var för sig.']],
    ['called too often', { members: { 'group-1': ['peter'], 'group-3': ['peter'], 'group-4': ['peter'] } }, ['red: Peter Sand kallas 3 gånger, högst 2.']],
    ['a clash of evaluators and room', { items: change('Politisk ledning', { start: 960 }) }, ['red: Ana och Luis är på två ställen tisdag 16.00–16.30: Central ledning och Politisk ledning.', 'red: Spår 1 är dubbelbokat tisdag 16.00–16.30: Central ledning och Politisk ledning.']],
    ['a person in two places', { tracks: 2, members: { 'group-1': ['peter'], 'group-2': ['peter'] }, items: (item) => (item.title === 'Politisk ledning' ? { ...item, start: 960, track: 1, evaluators: ['luis'] } : item.title === 'Central ledning' ? { ...item, evaluators: ['ana'] } : item) },
      ['red: Central ledning tisdag 13.00–16.30 saknar Luis. Alla utvärderare ska vara med.', 'red: Peter Sand är på två ställen tisdag 16.00–16.30: Central ledning och Politisk ledning.', 'red: Politisk ledning tisdag 16.00–17.30 saknar Ana. Alla utvärderare ska vara med.']],
    ['nobody to ask', { items: change('Fackliga organisationer', { evaluators: [] }) }, ['red: Fackliga organisationer onsdag 14.45–15.45 har ingen utvärderare.']],
    ['outside hours', { items: change('Politisk ledning', { start: 1065 }) }, ['red: Politisk ledning tisdag 17.45–19.15 ligger utanför dagens tider, 8.00–19.00.']],
    ['another day', { items: change('Politisk ledning', { day: '2026-11-12' }) }, ['red: Politisk ledning ligger på torsdag, som inte hör till besöket.']],
    ['no evening', { items: change('Central ledning', { start: 840, evaluators: ['ana', 'luis'] }) }, ['red: Central ledning tisdag 14.00–17.30 slutar på kvällen. Gruppen sitter högst till 17.00.', 'red: Ana och Luis är på två ställen tisdag 17.00–17.30: Central ledning och Politisk ledning.', 'red: Spår 1 är dubbelbokat tisdag 17.00–17.30: Central ledning och Politisk ledning.'].sort((a, b) => (a.includes('kvällen') ? -1 : b.includes('kvällen') ? 1 : 0))],
    ['a group without interview', { items: (item) => (item.title === 'Fackliga organisationer' ? [] : item) }, ['red: Fackliga organisationer har ingen intervju i planen.']],
    ['a vanished track', { items: change('Fackliga organisationer', { track: 3 }) }, ['red: Fackliga organisationer onsdag 14.45–15.45 ligger i ett spår som inte finns längre.']],
    ['a short buffer', { rules: { buffer: 20 } }, ['yellow: 15 min mellan Resultatenhetschefer och Fackliga organisationer, minst 20.']],
    ['a short lunch', { items: (item) => (item.kind === 'lunch' && item.day === '2026-11-11' ? [{ ...item, length: 20, evaluators: ['luis'] }, { ...item, id: 'other', evaluators: ['ana'] }] : item) }, ['yellow: Luis får 20 min lunch på onsdag, minst 40.']],
    ['no lunch', { items: (item) => (item.kind === 'lunch' && item.day === '2026-11-11' ? [] : item.title === 'Förvaltningschefer' ? { ...item, start: 570 } : item.title === 'Resultatenhetschefer' ? { ...item, start: 735 } : item) }, ['Ana', 'Luis'].map((name) => `yellow: ${name} har ingen lunch på onsdag: 15 min är lediga mellan 11.00–14.00, minst 40.`)],
    ['no break, unless there is a pause', { rules: { stretch: 180 } }, ['yellow: Ana har 3 h 30 min utan paus tisdag 13.00–16.30, högst 3 h.', 'yellow: Luis har 3 h 30 min utan paus tisdag 13.00–16.30, högst 3 h.']],
    ['a pause', { rules: { stretch: 180 }, items: change('Central ledning', { pause: { after: 100, length: 15 } }) }, []],
    ['a long day', { rules: { longDay: 500 } }, ['yellow: Ana har en dag på 8 h 30 min på onsdag, 8.30–17.00, högst 8 h 20 min.', 'yellow: Luis har en dag på 8 h 30 min på onsdag, 8.30–17.00, högst 8 h 20 min.']],
  ])('%s', (_, given, expected) => expect(lines(world(given))).toEqual(expected));

  it('names who has not answered, once per interview', () => {
    const silent = { ...world({ members: { 'group-1': ['peter', 'eva'] } }), availability: [] };
    expect(lines(silent)).toEqual(['yellow: Eva Roth och Peter Sand har inte svarat och krävs i Central ledning.']);
  });

  it('keeps a reason by the key of the very breach, and then nothing is open', () => {
    const own = world({ members: { 'group-4': ['eva', 'bo'] } });
    const [red] = findings(own);
    const kept = { ...own, plan: { ...own.plan, overrides: [{ finding: red?.key ?? '', reason: 'Eva är tillförordnad', by: 'karin', at: '' }] } };
    expect(findings(kept)[0]?.accepted?.reason).toBe('Eva är tillförordnad');
    expect([openReds(findings(own)).length, openReds(findings(kept)).length]).toEqual([1, 0]);
    const more = { ...kept, plan: { ...kept.plan, groups: kept.plan.groups.map((group) => (group.id === 'group-4' ? { ...group, members: [...group.members, { person: 'mia', required: true }] } : group)) } };
    expect(openReds(findings(more))).toHaveLength(1);
  });

  it('is the same whatever the order of items, groups, people and answers, and no key comes twice', () => {
    const kinds = new Set<FindingRule>();
    fc.assert(fc.property(fc.nat(10_000), fc.nat(10_000), (seed, shuffle) => {
      const own = scattered(seed);
      const roll = dice(shuffle);
      const mixed = <T>(all: readonly T[]): T[] => all.map((one) => [roll(1e6), one] as const).sort(([a], [b]) => a - b).map(([, one]) => one);
      const other = { ...own, people: mixed(own.people), availability: mixed(own.availability), evaluators: mixed(own.evaluators), plan: { ...own.plan, items: mixed(own.plan.items), groups: mixed(own.plan.groups).map((group) => ({ ...group, members: mixed(group.members) })) } };
      const found = findings(own);
      for (const { rule } of found) kinds.add(rule);
      expect(findings(other)).toEqual(found);
      expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
      expect(found.map(({ severity }) => severity)).toEqual([...found.map(({ severity }) => severity)].sort());
    }), { numRuns: 60 });
    expect([...kinds]).toEqual(expect.arrayContaining(['evaluatorTwice', 'personTwice', 'trackTwice', 'outsideHours', 'eveningNotAllowed', 'personCannot', 'evaluatorsMissing', 'unionWithEmployer', 'personIfNeeded', 'bufferShort', 'lunchMissing']));
  });
});

/** A visit whose interviews lie anywhere. */
function scattered(seed: number): PlanWorld {
  const own = sampleVisit(seed, { groups: 9, days: 2 });
  const roll = dice(seed + 1);
  const items: PlanItem[] = own.plan.groups.map((group, at) => ({ id: `i${at}`, edition: 1, kind: 'interview', group: group.id, title: group.title, day: own.plan.days[roll(2)]?.day ?? '', start: 450 + roll(130) * 5, length: group.length, track: roll(3), evaluators: [['ana'], ['luis'], ['ana', 'luis']][roll(3)] ?? [], pinned: false, pause: null, joins: [] }));
  return { ...own, plan: { ...own.plan, items } };
}

