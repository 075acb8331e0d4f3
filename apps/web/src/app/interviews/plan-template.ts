import { planFromTemplate, type PlanCommand, type PlanTemplate, type PlanWorld } from '@samsyn/domain';
import type { Step } from './plan-undo';

/**
 * Lays a template into the plan: its days, the groups that are not there yet by title, and its items in place of those
 * there are. Ids are new, so that a template laid twice never meets itself; a group keeps the members it has.
 */
export function templateSteps(world: PlanWorld, template: PlanTemplate, firstDay: string, newId: () => string): (PlanCommand | Step)[] {
  const { plan } = world;
  const pattern = planFromTemplate(template, firstDay, world.evaluators);
  const ids = new Map(pattern.groups.map((group) => [group.id, plan.groups.find(({ title }) => title === group.title)?.id ?? newId()]));
  const fresh = pattern.groups.filter(({ title }) => !plan.groups.some((own) => own.title === title));
  const items = pattern.items.map((item) => ({ ...item, id: newId(), edition: 0, group: item.group === null ? null : (ids.get(item.group) ?? null), title: item.group === null ? item.title : '' }));
  return [
    { kind: 'setFrame', edition: plan.frame, days: pattern.days, tracks: plan.tracks, rules: plan.rules },
    ...fresh.map((group) => ({ kind: 'putGroup' as const, group: { ...group, id: ids.get(group.id) ?? group.id, edition: 0 } })),
    (now) => ({ kind: 'replaceItems', edition: now.edition, items }),
  ];
}
