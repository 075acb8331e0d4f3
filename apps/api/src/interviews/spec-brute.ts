import type { InterviewGroup, PlanWorld } from '@samsyn/domain';
import fc from 'fast-check';

/*
 * Visits so small that every way of planning them can be tried, and the trying itself: slow, simple, and by no rule of the
 * product's own.
 */

const day = '2026-11-10';
const people = ['a', 'b', 'c'];

/** One day, little room: about half of these have no plan. Lengths are whole quarters. */
export const smallWorld = fc.record({
  evaluators: fc.constantFrom(['ana', 'luis'], ['ana', 'luis'], ['ana']), tracks: fc.integer({ min: 1, max: 2 }), from: fc.constantFrom(555, 600, 630), hours: fc.constantFrom(150, 180, 210, 255),
  rules: fc.record({ buffer: fc.constantFrom(0, 15, 30), lunch: fc.constantFrom(0, 30, 45), stretch: fc.constantFrom(90, 120) }),
  groups: fc.array(fc.record({ length: fc.constantFrom(30, 45, 60, 75), evening: fc.boolean(), all: fc.boolean(), members: fc.subarray(people, { maxLength: 2 }), required: fc.boolean() }), { minLength: 2, maxLength: 5 }),
  answers: fc.array(fc.record({ person: fc.constantFrom(...people, 'ana'), from: fc.integer({ min: 37, max: 52 }), quarters: fc.integer({ min: 2, max: 8 }) }), { maxLength: 2 }),
}).map((own): PlanWorld => {
  const groups = own.groups.map((group, at): InterviewGroup => ({ id: `g${at}`, edition: 1, title: `Grupp ${at}`, kind: 'others', length: group.length, evening: group.evening, protected: false, members: group.members.map((person) => ({ person, required: group.required })), evaluators: group.all ? 'all' : 'one', questions: [] }));
  const spansOf = (person: string): PlanWorld['availability'][number]['spans'] => own.answers.filter((one) => one.person === person).map(({ from, quarters }) => ({ day, from: from * 15, to: (from + quarters) * 15, answer: 'no' }));
  return {
    people: [], evaluators: own.evaluators, availability: [...people, ...own.evaluators].map((person) => ({ person, answered: true, spans: spansOf(person) })),
    plan: { edition: 1, frame: 1, days: [{ day, from: own.from, to: own.from + own.hours, evening: own.from + own.hours + 30 }], tracks: Array.from({ length: own.tracks }, (_, at) => ({ name: `Spår ${at + 1}`, place: '', video: '' })), groups, items: [], rules: { longDay: 1440, calls: 9, ...own.rules }, overrides: [] },
  };
});

interface Meeting {
  readonly group: InterviewGroup;
  readonly from: number;
  readonly to: number;
  readonly led: readonly string[];
}

const meet = (one: { from: number; to: number }, other: { from: number; to: number }): boolean => one.from < other.to && other.from < one.to;
const every15 = (from: number, to: number): number[] => Array.from({ length: Math.max(0, Math.floor((to - from) / 15) + 1) }, (_, at) => from + 15 * at);

/** Whether there is a plan with these wishes given up (by key), found by trying everything. */
export function anyPlan({ plan, evaluators, availability }: PlanWorld, without: ReadonlySet<string> = new Set()): boolean {
  const [frame] = plan.days;
  if (!frame) return false;
  const given = (rule: string, group = '', person = ''): boolean => without.has([rule, group, person].join(':'));
  const buffer = given('buffer', '', '') ? 0 : plan.rules.buffer;
  const open = given('hours') ? { from: Math.min(frame.from, 420), to: 1260, evening: 1260 } : frame;
  const refuses = (person: string, span: { from: number; to: number }): boolean => (availability.find((own) => own.person === person)?.spans ?? []).some((own) => meet(own, span));
  const groups = plan.groups.filter(({ id }) => !given('groupTakesPlace', id)).sort((a, b) => b.length - a.length);

  const free = (own: Meeting, laid: readonly Meeting[]): boolean => {
    const beside = laid.filter((other) => meet(own, other));
    if (beside.some(({ group }) => group.members.some(({ person }) => own.group.members.some((member) => member.person === person)))) return false;
    const shared = laid.filter(({ led }) => led.some((one) => own.led.includes(one)));
    if (shared.some((other) => meet({ from: own.from, to: own.to + buffer }, { from: other.from, to: other.to + buffer }))) return false;
    // Only two can ever be at once here, as there are no more evaluators than that.
    return given('tracks') || beside.length < plan.tracks.length;
  };
  const fed = (laid: readonly Meeting[]): boolean => evaluators.every((evaluator) => {
    const own = laid.filter(({ led }) => led.includes(evaluator)).sort((a, b) => a.from - b.from);
    let since = -1;
    for (const [at, { from, to }] of own.entries()) {
      if (own[at - 1]?.to !== from) since = from;
      // One by itself may be longer.
      if (buffer < 10 && since !== from && to - since > plan.rules.stretch) return false;
    }
    const meals = plan.rules.lunch > 0 && !given('lunch') ? every15(Math.max(660, frame.from), Math.min(840, frame.to) - plan.rules.lunch) : [];
    return meals.length === 0 || meals.some((from) => !own.some((one) => meet(one, { from, to: from + plan.rules.lunch })));
  });
  const goOn = (at: number, laid: readonly Meeting[]): boolean => {
    const group = groups[at];
    if (!group) return fed(laid);
    const to = group.evening || given('evening', group.id) ? Math.max(open.to, open.evening) : open.to;
    return every15(open.from, to - group.length).some((from) => {
      const span = { from, to: from + group.length };
      if (group.members.some(({ person, required }) => required && !given('cannot', group.id, person) && refuses(person, span))) return false;
      return (group.evaluators === 'all' ? [evaluators] : evaluators.map((one) => [one])).some((led) => {
        const own = { group, ...span, led };
        return !led.some((one) => !given('cannot', '', one) && refuses(one, span)) && free(own, laid) && goOn(at + 1, [...laid, own]);
      });
    });
  };
  return goOn(0, []);
}
