import { emptyPlan, type Availability, type Interviewee, type InterviewGroup, type InterviewKind, type PlanWorld } from '@samsyn/domain';

/** The same numbers for the same seed. */
export function dice(seed: number): (sides: number) => number {
  let state = (seed * 7919 + 1) % 2147483648;
  return (sides) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * sides);
  };
}

const kinds: readonly InterviewKind[] = ['politicians', 'managers', 'unions'];
const visitDays = ['2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13'] as const;

export const sampleEvaluators = ['ana', 'luis'] as const;

interface Wanted {
  readonly groups: number;
  readonly days: number;
  readonly tracks?: number;
  /** Of a hundred answers about an hour, how many are "no". */
  readonly refusing?: number;
  readonly evaluators?: readonly string[];
}

const answered = (span: Omit<Availability['spans'][number], 'answer'>, thrown: number, refusing: number): Availability['spans'] => (thrown < refusing ? [{ ...span, answer: 'no' }] : thrown < 2 * refusing ? [{ ...span, answer: 'ifNeeded' }] : []);

/**
 * A visit that might be: about two and a half people to a group, some in two, most required, everyone with a few hours
 * when they cannot or would rather not. Made up from the seed, without any plan yet.
 */
export function sampleVisit(seed: number, { groups: count, days, tracks = 3, refusing = 12, evaluators = sampleEvaluators }: Wanted): PlanWorld {
  const roll = dice(seed);
  const people: Interviewee[] = Array.from({ length: Math.round(2.5 * count) }, (_, at) => ({ id: `p${at}`, name: `Person ${at}`, email: null, phone: '', role: '', organisation: '', kind: kinds[roll(3)] ?? 'others', label: '', manager: null }));
  const groups: InterviewGroup[] = Array.from({ length: count }, (_, at) => {
    const kind = kinds[at % 3] ?? 'others';
    return { id: `g${at}`, edition: 1, title: `Grupp ${at + 1}`, kind, length: kind === 'managers' ? 90 : 60, evening: kind === 'politicians', protected: kind === 'unions', members: [], evaluators: kind === 'politicians' || at % 5 === 0 ? 'all' : 'one', questions: [] };
  });
  for (const { id, kind } of people) {
    const own = groups.filter((group) => group.kind === kind);
    const first = roll(own.length);
    const second = roll(100) < 15 ? roll(count) : -1;
    for (const group of new Set([own[first], groups[second]])) group?.members.push({ person: id, required: roll(100) < 75 });
  }
  const plan = { ...emptyPlan(visitDays.slice(0, days)), groups, tracks: Array.from({ length: tracks }, (_, at) => ({ name: `Spår ${at + 1}`, place: '', video: '' })) };
  const availability: Availability[] = people.map(({ id }) => ({
    person: id, answered: true,
    spans: plan.days.flatMap(({ day }) => Array.from({ length: 9 }, (_, hour) => ({ day, from: 480 + hour * 60, to: 540 + hour * 60 })).flatMap((span): Availability['spans'] => answered(span, roll(100), refusing))),
  }));
  return { plan, people, availability, evaluators };
}
