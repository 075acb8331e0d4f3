import type { PlanCommand, VisitPlan } from '@samsyn/domain';

/** A command made when it is its turn, on the plan as the ones before it left it. Null: nothing to do. */
export type Step = (plan: VisitPlan) => PlanCommand | null;

const item = (before: VisitPlan, id: string): Step => (now) => {
  const [was, is] = [before, now].map(({ items }) => items.find((own) => own.id === id));
  if (was) return { kind: 'putItem', item: { ...was, edition: is?.edition ?? 0 } };
  return is ? { kind: 'removeItem', item: id, edition: is.edition } : null;
};

const group = (before: VisitPlan, id: string): Step => (now) => {
  const [was, is] = [before, now].map(({ groups }) => groups.find((own) => own.id === id));
  if (was) return { kind: 'putGroup', group: { ...was, edition: is?.edition ?? 0 } };
  return is ? { kind: 'removeGroup', group: id, edition: is.edition } : null;
};

/** What takes one command back. A reason that was given stays: it can only be given anew. */
function backOf(before: VisitPlan, command: PlanCommand): Step[] {
  switch (command.kind) {
    case 'putItem': return [item(before, command.item.id)];
    case 'removeItem': return [item(before, command.item)];
    case 'putGroup': return [group(before, command.group.id)];
    case 'removeGroup': return [group(before, command.group), ...before.items.filter((own) => own.group === command.group).map(({ id }) => item(before, id))];
    case 'replaceItems': return [(now) => ({ kind: 'replaceItems', edition: now.edition, items: before.items })];
    case 'setFrame': return [(now) => ({ kind: 'setFrame', edition: now.frame, days: before.days, tracks: before.tracks, rules: before.rules })];
    case 'override': return [];
  }
}

/** Takes commands back, the last one first, on whatever has come in between from others. */
export const undoOf = (before: VisitPlan, commands: readonly PlanCommand[]): Step[] => [...commands].reverse().flatMap((command) => backOf(before, command));
