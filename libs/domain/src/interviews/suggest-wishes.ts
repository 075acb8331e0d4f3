import { interviewsOf } from './interviews-of';
import type { PlanWorld } from './plan';

export interface SuggestOptions {
  /** What is pinned stays where it is. */
  readonly keepPinned: boolean;
  /** Prefer what moves few people against the plan as it is. */
  readonly fewMoves: boolean;
}

/**
 * Something a suggested plan must respect and that can be given up: that a group is interviewed at all, somebody's "no",
 * a pin, the day's hours. When they cannot all hold, the smallest set that cannot is shown.
 */
export interface Wish {
  readonly key: string;
  readonly rule: 'groupTakesPlace' | 'tracks' | 'ownTime' | 'buffer' | 'lunch' | 'evening' | 'hours' | 'pinned' | 'cannot';
  readonly group: string | null;
  readonly person: string | null;
}

const wish = (rule: Wish['rule'], group: string | null = null, person: string | null = null): Wish => ({ key: [rule, group ?? '', person ?? ''].join(':'), rule, group, person });

/** Every wish there is, those first that are tried first as not to blame: short interviews before long ones, so that few are left. */
export function wishesOf(world: PlanWorld, { keepPinned }: SuggestOptions): Wish[] {
  const { groups } = world.plan;
  const refusing = new Set(world.availability.filter(({ spans }) => spans.some(({ answer }) => answer === 'no')).map(({ person }) => person));
  return [
    ...groups.map(({ id, length, evaluators }) => ({ id, takes: length * (evaluators === 'all' ? world.evaluators.length : 1) })).sort((a, b) => a.takes - b.takes).map(({ id }) => wish('groupTakesPlace', id)),
    wish('tracks'), wish('ownTime'), wish('buffer'), wish('lunch'),
    ...(keepPinned ? [...new Set(interviewsOf(world).filter(({ item }) => item.pinned).map(({ group }) => group.id))].map((group) => wish('pinned', group)) : []),
    ...groups.filter(({ evening }) => !evening).map(({ id }) => wish('evening', id)),
    wish('hours'),
    ...world.evaluators.filter((person) => refusing.has(person)).map((person) => wish('cannot', null, person)),
    ...groups.flatMap(({ id, members }) => members.filter(({ person, required }) => required && refusing.has(person)).map(({ person }) => wish('cannot', id, person))),
  ];
}

/** Whether a wish still holds among those that are left out. */
export const holds = (without: ReadonlySet<string>) => (rule: Wish['rule'], group: string | null = null, person: string | null = null): boolean => !without.has(wish(rule, group, person).key);
