import { endOf, spanOf, type Span } from './clock';
import type { InterviewGroup, PlanItem, PlanWorld } from './plan';

/** An interview with its group. */
export interface Interview {
  readonly item: PlanItem;
  readonly group: InterviewGroup;
}

export const inTime = (a: PlanItem, b: PlanItem): number => a.day.localeCompare(b.day) || a.start - b.start || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The interviews of a plan in the order of time. */
export function interviewsOf({ plan }: Pick<PlanWorld, 'plan'>): Interview[] {
  const groups = new Map(plan.groups.map((group) => [group.id, group]));
  return plan.items
    .filter(({ kind }) => kind === 'interview')
    .sort(inTime)
    .flatMap((item) => {
      const group = item.group === null ? undefined : groups.get(item.group);
      return group ? [{ item, group }] : [];
    });
}

/** When somebody is in an interview: a late comer only from then on. */
export const presence = ({ item }: Interview, person: string): Span => ({ from: item.joins.find((late) => late.person === person)?.from ?? item.start, to: endOf(item) });

/** The parts of an interview on either side of its pause. */
export function sittings(item: PlanItem): Span[] {
  const { from, to } = spanOf(item);
  return item.pause ? [{ from, to: from + item.pause.after }, { from: from + item.pause.after + item.pause.length, to }] : [{ from, to }];
}

/** Every pair, each once, in the given order. */
export const pairsOf = <T>(all: readonly T[]): (readonly [T, T])[] => all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other] as const));

/** The free spans inside `within`. */
export function freeIn(busy: readonly Span[], within: Span): Span[] {
  const free: Span[] = [];
  let from = within.from;
  for (const own of [...busy].sort((a, b) => a.from - b.from)) {
    if (own.from > from) free.push({ from, to: Math.min(own.from, within.to) });
    from = Math.max(from, own.to);
  }
  if (from < within.to) free.push({ from, to: within.to });
  return free.filter((own) => own.to > own.from && own.from < within.to);
}
