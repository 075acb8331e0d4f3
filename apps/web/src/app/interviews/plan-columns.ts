import { endOf, overlaps, spanOf, type PlanItem, type Span, type VisitPlan } from '@samsyn/domain';

/** An item where it is drawn: things at the same time in the same column stand side by side. */
export interface Placed {
  readonly item: PlanItem;
  readonly lane: number;
  readonly lanes: number;
}

/** One track of one day. */
export interface Column {
  readonly key: string;
  readonly day: string;
  readonly track: number;
  /** The first track of its day carries the day's name over all of them. */
  readonly opens: number;
  readonly placed: readonly Placed[];
}

export const quarterHour = 15;
const usual: Span = { from: 480, to: 1140 };
const hour = 60;

/** Eight to seven, further when something is earlier or later. Whole hours. */
export function hoursOf(plan: VisitPlan): Span {
  const from = Math.min(usual.from, ...plan.days.map((day) => day.from), ...plan.items.map(({ start }) => start));
  const to = Math.max(usual.to, ...plan.days.map((day) => Math.max(day.to, day.evening)), ...plan.items.map(endOf));
  return { from: Math.floor(from / hour) * hour, to: Math.ceil(to / hour) * hour };
}

/** The days that something lies on, also those that are no longer part of the visit. */
export const daysOf = (plan: VisitPlan): string[] => [...new Set([...plan.days.map(({ day }) => day), ...plan.items.map(({ day }) => day)])].sort();

const early = (a: PlanItem, b: PlanItem): number => a.start - b.start || endOf(b) - endOf(a) || (a.id < b.id ? -1 : 1);

/** Puts each item in the first lane that is free; those who hang together by time share the width. */
export function lanesOf(items: readonly PlanItem[]): Placed[] {
  const placed: Placed[] = [];
  let cluster: { item: PlanItem; lane: number }[] = [];
  let ends = 0;
  const close = (): void => {
    const lanes = Math.max(0, ...cluster.map(({ lane }) => lane)) + 1;
    placed.push(...cluster.map((own) => ({ ...own, lanes })));
    cluster = [];
  };
  for (const item of [...items].sort(early)) {
    if (item.start >= ends) close();
    let lane = 0;
    while (cluster.some((own) => own.lane === lane && overlaps(spanOf(own.item), spanOf(item)))) lane++;
    cluster.push({ item, lane });
    ends = Math.max(ends, endOf(item));
  }
  close();
  return placed;
}

/** What stands in the first column of a day: a track that is gone, too. */
const trackOf = (plan: VisitPlan, item: PlanItem): number => Math.min(item.track, plan.tracks.length - 1);

export function columnsOf(plan: VisitPlan): Column[] {
  return daysOf(plan).flatMap((day) =>
    plan.tracks.map((_, track) => ({
      key: `${day} ${track}`, day, track, opens: track === 0 ? plan.tracks.length : 0,
      placed: lanesOf(plan.items.filter((item) => item.day === day && trackOf(plan, item) === track)),
    })),
  );
}

/** In the order of reading: column by column, each from the morning on. */
export const inOrder = (columns: readonly Column[]): PlanItem[] => columns.flatMap(({ placed }) => placed.map(({ item }) => item));

/** The nearest item in the next column that has any, to the left or right. */
export function beside(columns: readonly Column[], item: PlanItem, step: 1 | -1): PlanItem | null {
  const here = columns.findIndex(({ placed }) => placed.some((own) => own.item.id === item.id));
  for (let at = here + step; here >= 0 && at >= 0 && at < columns.length; at += step) {
    const near = [...(columns[at]?.placed ?? [])].sort((a, b) => Math.abs(a.item.start - item.start) - Math.abs(b.item.start - item.start))[0];
    if (near) return near.item;
  }
  return null;
}

/** Where the first piece of free time of that length is, in the day's hours; else the first morning. */
export function firstFree(plan: VisitPlan, length: number): Pick<PlanItem, 'day' | 'start' | 'track'> {
  for (const { day, from, to } of plan.days) {
    for (let start = from; start + length <= to; start += quarterHour) {
      if (!plan.items.some((item) => item.day === day && overlaps(spanOf(item), { from: start, to: start + length }))) return { day, start, track: 0 };
    }
  }
  return { day: plan.days[0]?.day ?? '', start: plan.days[0]?.from ?? usual.from, track: 0 };
}
