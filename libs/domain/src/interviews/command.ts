import { canonical } from '../evaluation';
import { Refusal } from '../refusal';
import { endOf } from './clock';
import type { PlanCommand, PlanItem, VisitPlan } from './plan';

const midnight = 1440;

/** An item as it may lie in a plan: a whole day is its frame, and a late comer comes while it lasts. */
function sound(item: PlanItem): PlanItem {
  if (item.length < 5 || item.length > 720 || item.length % 5 !== 0) throw new Refusal('interviews/bad-length', { title: item.title, length: item.length });
  if (endOf(item) > midnight) throw new Refusal('interviews/past-midnight', { title: item.title, day: item.day, longest: midnight - item.start, latest: midnight - item.length });
  const pause = item.pause && item.pause.after + item.pause.length < item.length ? item.pause : null;
  return { ...item, pause, joins: item.joins.filter(({ from }) => from > item.start && from < endOf(item)) };
}

interface Edited {
  readonly id: string;
  readonly edition: number;
  readonly title: string;
}

/** The one that a command means: none for a new one. Refuses what was changed or taken away meanwhile, by its name. */
function meant<T extends Edited>(what: 'item' | 'group', all: readonly T[], id: string, edition: number, title?: string): T | undefined {
  const found = all.find((one) => one.id === id);
  if (!found && (edition > 0 || title === undefined)) throw new Refusal('interviews/unknown', { what, id, title: title ?? '' });
  if (found && found.edition !== edition) throw new Refusal('interviews/stale', { what, id, title: found.title, edition: found.edition });
  return found;
}

const put = <T extends { id: string }>(all: readonly T[], one: T): T[] => (all.some(({ id }) => id === one.id) ? all.map((own) => (own.id === one.id ? one : own)) : [...all, one]);

function items(plan: VisitPlan, next: readonly PlanItem[]): Partial<VisitPlan> {
  if (new Set(next.map(({ id }) => id)).size < next.length) throw new Refusal('interviews/stale', { what: 'plan', id: '', title: '', edition: plan.edition });
  const unknown = next.find(({ group }) => group !== null && !plan.groups.some(({ id }) => id === group));
  if (unknown) throw new Refusal('interviews/unknown', { what: 'group', id: unknown.group, title: unknown.title });
  return { items: [...next] };
}

function changed(plan: VisitPlan, command: PlanCommand, by: string, now: string): Partial<VisitPlan> {
  switch (command.kind) {
    case 'setFrame': {
      if (command.edition !== plan.frame) throw new Refusal('interviews/stale', { what: 'frame', id: '', title: '', edition: plan.frame });
      return { days: command.days, tracks: command.tracks, rules: command.rules, frame: plan.frame + 1 };
    }
    case 'putGroup': {
      const { group } = command;
      const before = meant('group', plan.groups, group.id, group.edition, group.title);
      return { groups: put(plan.groups, { ...group, edition: (before?.edition ?? 0) + 1 }) };
    }
    case 'removeGroup': {
      meant('group', plan.groups, command.group, command.edition);
      return { groups: plan.groups.filter(({ id }) => id !== command.group), items: plan.items.filter(({ group }) => group !== command.group) };
    }
    case 'putItem': {
      const before = meant('item', plan.items, command.item.id, command.item.edition, command.item.title);
      return items(plan, put(plan.items, { ...sound(command.item), edition: (before?.edition ?? 0) + 1 }));
    }
    case 'removeItem': {
      meant('item', plan.items, command.item, command.edition);
      return { items: plan.items.filter(({ id }) => id !== command.item) };
    }
    case 'replaceItems': {
      if (command.edition !== plan.edition) throw new Refusal('interviews/stale', { what: 'plan', id: '', title: '', edition: plan.edition });
      const before = new Map(plan.items.map((item) => [item.id, item]));
      return items(plan, command.items.map((item) => kept(before.get(item.id), sound(item))));
    }
    case 'override': {
      if (command.reason.trim() === '') throw new Refusal('interviews/reason-missing', { finding: command.finding });
      return { overrides: [...plan.overrides.filter(({ finding }) => finding !== command.finding), { finding: command.finding, reason: command.reason.trim(), by, at: now }] };
    }
  }
}

/** What a suggestion leaves as it is keeps its edition, so that nobody's form on it goes stale. */
function kept(before: PlanItem | undefined, item: PlanItem): PlanItem {
  const next = { ...item, edition: before?.edition ?? 0 };
  return before && canonical(before) === canonical(next) ? before : { ...next, edition: next.edition + 1 };
}

/**
 * The plan after one command, or a refusal: `interviews/stale` (names what was changed meanwhile), `interviews/unknown`,
 * `interviews/past-midnight` (with the longest and the latest that fits), `interviews/bad-length`,
 * `interviews/reason-missing`. `by` and `now` are kept with an override.
 */
export function applyCommand(plan: VisitPlan, command: PlanCommand, by: string, now: string): VisitPlan {
  return { ...plan, ...changed(plan, command, by, now), edition: plan.edition + 1 };
}
