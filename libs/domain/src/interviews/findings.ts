import { redRules, findingRules, type Finding, type Found } from './finding';
import { clashes } from './finding-clashes';
import { aboutDays } from './finding-days';
import { aboutPeople } from './finding-people';
import type { PlanWorld } from './plan';

const rules = [...clashes, ...aboutPeople, ...aboutDays];

/**
 * What two findings of the same cause have in common. Evaluators with the same short lunch or long day stay apart, for
 * each is a person; but who cannot be told apart by items and people is told once.
 */
const keyOf = ({ rule, items, groups, people, also }: Found): string => [rule, [...items].sort().join('+') || groups.join('+'), [...people].sort().join('+'), also ?? ''].filter(Boolean).join(':');

const when = ({ params }: Found): string => `${params['day'] ?? '9999'} ${String(params['from'] ?? 0).padStart(4, '0')}`;

/**
 * The rules a plan breaks: red ones first, then by time, then by the gravity of the rule. The same set, in the same
 * order, whatever the order of items, groups and people; the grid, the list and the server show the same.
 */
export function findings(world: PlanWorld): Finding[] {
  const reasons = new Map(world.plan.overrides.map(({ finding, ...reason }) => [finding, reason]));
  const found = new Map<string, Found>(rules.flatMap((rule) => rule(world)).map((own) => [keyOf(own), own]));
  return [...found]
    .sort(([a, x], [b, y]) => Number(redRules.has(y.rule)) - Number(redRules.has(x.rule)) || when(x).localeCompare(when(y)) || findingRules.indexOf(x.rule) - findingRules.indexOf(y.rule) || (a < b ? -1 : 1))
    .map(([key, { rule, params, items, groups, people }]) => ({ key, rule, severity: redRules.has(rule) ? 'red' : 'yellow', params, items, groups, people, accepted: reasons.get(key) ?? null }));
}

/** Red findings that nobody has given a reason for: these keep a plan from being released. */
export const openReds = (all: readonly Finding[]): Finding[] => all.filter(({ severity, accepted }) => severity === 'red' && !accepted);
