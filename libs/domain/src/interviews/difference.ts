import { canonical } from '../evaluation';
import type { InterviewGroup, PlanItem, VisitPlan } from './plan';

interface Changes<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly changed: readonly { readonly before: T; readonly after: T }[];
  /** The ids of all that there are afterwards, in their order. */
  readonly order: readonly string[];
}

/** All that distinguishes two plans; `applyDifference` makes the second of the first. */
export interface PlanDifference {
  readonly frame: Omit<VisitPlan, 'groups' | 'items'>;
  readonly frameChanged: boolean;
  readonly groups: Changes<InterviewGroup>;
  readonly items: Changes<PlanItem>;
}

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

function changes<T extends { id: string }>(before: readonly T[], after: readonly T[]): Changes<T> {
  const was = new Map(before.map((one) => [one.id, one]));
  const is = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !was.has(id)),
    removed: before.filter(({ id }) => !is.has(id)),
    changed: after.flatMap((one) => {
      const own = was.get(one.id);
      return own && !same(own, one) ? [{ before: own, after: one }] : [];
    }),
    order: after.map(({ id }) => id),
  };
}

const frameOf = ({ groups: _groups, items: _items, ...frame }: VisitPlan): Omit<VisitPlan, 'groups' | 'items'> => frame;

export function planDifference(a: VisitPlan, b: VisitPlan): PlanDifference {
  const [was, is] = [frameOf(a), frameOf(b)];
  return { frame: is, frameChanged: !same([was.days, was.tracks, was.rules], [is.days, is.tracks, is.rules]), groups: changes(a.groups, b.groups), items: changes(a.items, b.items) };
}

function apply<T extends { id: string }>({ added, changed, order }: Changes<T>, before: readonly T[]): T[] {
  const all = new Map([...before, ...added, ...changed.map(({ after }) => after)].map((one) => [one.id, one]));
  return order.flatMap((id) => all.get(id) ?? []);
}

export const applyDifference = (difference: PlanDifference, a: VisitPlan): VisitPlan => ({ ...difference.frame, groups: apply(difference.groups, a.groups), items: apply(difference.items, a.items) });

/** How many things differ, for a counter. */
export const countOf = ({ frameChanged, groups, items }: PlanDifference): number => [groups, items].reduce((sum, own) => sum + own.added.length + own.removed.length + own.changed.length, frameChanged ? 1 : 0);

/** What of an interview one interviewee is told. */
export interface Appointment {
  readonly item: string;
  readonly group: string;
  readonly title: string;
  readonly day: string;
  /** When this person is to be there: later than the others for a late comer. */
  readonly start: number;
  readonly end: number;
  readonly place: string;
  readonly video: string;
}

export interface Affected {
  readonly person: string;
  readonly item: string;
  /** Moved: another day or clock time. Changed: the same time, but another place, link or name. */
  readonly kind: 'added' | 'moved' | 'cancelled' | 'changed';
  readonly before: Appointment | null;
  readonly after: Appointment | null;
}

/** Every interview of a person in a plan, in the order of time. */
export function appointmentsOf(plan: VisitPlan, person: string): Appointment[] {
  const groups = new Map(plan.groups.map((group) => [group.id, group]));
  return plan.items
    .flatMap((item) => {
      const group = item.kind === 'interview' && item.group !== null ? groups.get(item.group) : undefined;
      if (!group?.members.some((member) => member.person === person)) return [];
      const track = plan.tracks[item.track];
      const start = item.joins.find((late) => late.person === person)?.from ?? item.start;
      return [{ item: item.id, group: group.id, title: group.title, day: item.day, start, end: item.start + item.length, place: [track?.name, track?.place].filter(Boolean).join(', '), video: track?.video ?? '' }];
    })
    .sort((a, b) => a.day.localeCompare(b.day) || a.start - b.start || (a.item < b.item ? -1 : 1));
}

/** Whom a difference concerns and how: only they get letters. In the order of the time that holds now. */
export function affected(a: VisitPlan, b: VisitPlan): Affected[] {
  const people = [...new Set([...a.groups, ...b.groups].flatMap(({ members }) => members.map(({ person }) => person)))].sort();
  const told = people.flatMap((person): Affected[] => {
    const was = new Map(appointmentsOf(a, person).map((own) => [own.item, own]));
    const is = new Map(appointmentsOf(b, person).map((own) => [own.item, own]));
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((item) => {
      const [before, after] = [was.get(item) ?? null, is.get(item) ?? null];
      const kind = kindOf(before, after);
      return kind ? [{ person, item, kind, before, after }] : [];
    });
  });
  const at = ({ before, after }: Affected): string => `${(after ?? before)?.day} ${String((after ?? before)?.start).padStart(4, '0')}`;
  return told.sort((x, y) => at(x).localeCompare(at(y)) || (x.item < y.item ? -1 : x.item > y.item ? 1 : 0));
}

function kindOf(before: Appointment | null, after: Appointment | null): Affected['kind'] | null {
  if (!before) return 'added';
  if (!after) return 'cancelled';
  if (before.day !== after.day || before.start !== after.start || before.end !== after.end) return 'moved';
  return before.title !== after.title || before.place !== after.place || before.video !== after.video ? 'changed' : null;
}
