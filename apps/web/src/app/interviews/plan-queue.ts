import { applyCommand, canonical, Refusal, type InterviewGroup, type PlanCommand, type PlanItem, type VisitPlan } from '@samsyn/domain';

/** The plan as it will be once the server has taken what waits. What it will refuse is left out. */
export function withWaiting(plan: VisitPlan, waiting: readonly PlanCommand[], by: string): VisitPlan {
  return waiting.reduce((now, command) => {
    try {
      return applyCommand(now, command, by, new Date().toISOString());
    } catch (failure) {
      if (failure instanceof Refusal) return now;
      throw failure;
    }
  }, plan);
}

/** The thing that a command changes. */
export const subjectOf = (command: PlanCommand): string => {
  switch (command.kind) {
    case 'putItem': return `item ${command.item.id}`;
    case 'removeItem': return `item ${command.item}`;
    case 'putGroup': return `group ${command.group.id}`;
    case 'removeGroup': return `group ${command.group}`;
    case 'setFrame': return 'frame';
    case 'replaceItems': return 'items';
    case 'override': return `override ${command.finding}`;
  }
};

/**
 * An item changed from how it was drawn. When that is how it still stands, only under a later edition because an own
 * change has been taken meanwhile, it goes on top of that one; anything else stays a clash.
 */
export const onTopOf = (before: PlanItem, after: PlanItem) => ({ items }: VisitPlan): PlanCommand => {
  const now = items.find(({ id }) => id === after.id);
  const asDrawn = now !== undefined && canonical({ ...now, edition: 0 }) === canonical({ ...before, edition: 0 });
  return { kind: 'putItem', item: asDrawn ? { ...after, edition: now.edition } : after };
};

/**
 * Appends a command. An item moved again before the server has heard of the first move is sent once, where it lies in
 * the end. `inFlight`: how many at the front are on their way already.
 */
export function enqueued(waiting: readonly PlanCommand[], command: PlanCommand, inFlight: number): PlanCommand[] {
  const last = waiting.at(-1);
  if (waiting.length <= inFlight || last?.kind !== 'putItem' || command.kind !== 'putItem' || last.item.id !== command.item.id) return [...waiting, command];
  return [...waiting.slice(0, -1), { ...command, item: { ...command.item, edition: last.item.edition } }];
}

/** Days, tracks and rules. */
export type Frame = Pick<VisitPlan, 'days' | 'tracks' | 'rules'>;

/** Both versions of what two people changed at once. `theirs` is null when it was taken away. */
export type Clash = { readonly what: 'frame'; readonly mine: Frame; readonly theirs: Frame & { readonly edition: number } } | { readonly what: 'item'; readonly mine: PlanItem; readonly theirs: PlanItem | null } | { readonly what: 'group'; readonly mine: InterviewGroup; readonly theirs: InterviewGroup | null };

/** Why a refused command could not be: what stands now against it. Null when that already is what was wanted. */
export function clashOf(now: VisitPlan, command: PlanCommand): Clash | null {
  const same = (a: { edition: number }, b: { edition: number } | null): boolean => b !== null && canonical({ ...a, edition: 0 }) === canonical({ ...b, edition: 0 });
  if (command.kind === 'putItem') {
    const theirs = now.items.find(({ id }) => id === command.item.id) ?? null;
    return same(command.item, theirs) ? null : { what: 'item', mine: command.item, theirs };
  }
  if (command.kind === 'putGroup') {
    const theirs = now.groups.find(({ id }) => id === command.group.id) ?? null;
    return same(command.group, theirs) ? null : { what: 'group', mine: command.group, theirs };
  }
  if (command.kind === 'setFrame') {
    const frameOf = ({ days, tracks, rules }: Frame): Frame => ({ days, tracks, rules });
    return canonical(frameOf(command)) === canonical(frameOf(now)) ? null : { what: 'frame', mine: frameOf(command), theirs: { ...frameOf(now), edition: now.frame } };
  }
  return null;
}
