import { endOf, overlaps, spanOf } from './clock';
import { affected } from './difference';
import { findings } from './findings';
import { interviewsOf, inTime, presence, type Interview } from './interviews-of';
import type { PlanItem, PlanWorld } from './plan';
import { quarter } from './suggest-sessions';

/** Somebody cannot be there, from one minute of a day to another: late, or called away. */
export interface Absence {
  readonly person: string;
  readonly day: string;
  readonly from: number;
  readonly to: number;
}

export const moveReasons = ['joinsLater', 'otherEvaluator', 'startsLater', 'startsEarlier', 'otherDay', 'otherTrack', 'swapped'] as const;
export type MoveReason = (typeof moveReasons)[number];

/** A way out: the whole new plan, what was moved and why, how many interviewees notice, and which findings it settles. */
export interface Alternative {
  readonly items: readonly PlanItem[];
  readonly moved: readonly { readonly item: string; readonly why: MoveReason }[];
  readonly people: number;
  readonly solves: readonly string[];
}

type Move = Omit<Alternative, 'people' | 'solves'>;

/** Joining for less than this is not taking part, unless it is half of the interview. */
const worthJoining = 60;

/** The world in which the absence is known: a "no" of somebody who is needed, also where they were optional. */
export function withAbsence(world: PlanWorld, { person, day, from, to }: Absence): PlanWorld {
  const own = world.availability.find((answer) => answer.person === person);
  const spans = [...(own?.spans ?? []), { day, from, to, answer: 'no' as const }];
  const needed = (group: PlanWorld['plan']['groups'][number]): typeof group => ({ ...group, members: group.members.map((member) => (member.person === person && missing.has(group.id) ? { ...member, required: true } : member)) });
  const missing = new Set(missed(world, { person, day, from, to }).map(({ group }) => group.id));
  return { ...world, plan: { ...world.plan, groups: world.plan.groups.map(needed) }, availability: [...world.availability.filter((answer) => answer !== own), { person, answered: true, spans }] };
}

/** The interviews that somebody would miss. */
export function missed(world: PlanWorld, { person, day, from, to }: Absence): Interview[] {
  return interviewsOf(world).filter((own) => {
    const there = own.item.evaluators.includes(person) ? spanOf(own.item) : own.group.members.some((member) => member.person === person) ? presence(own, person) : null;
    return there !== null && own.item.day === day && overlaps(there, { from, to });
  });
}

const changed = (items: readonly PlanItem[], ...next: readonly PlanItem[]): PlanItem[] => items.map((item) => next.find(({ id }) => id === item.id) ?? item);
const at = (item: PlanItem, day: string, start: number, track: number): PlanItem => ({ ...item, day, start, track, joins: [] });

/** They come when they can, after the pause when that is soon. */
function joins({ plan }: PlanWorld, { item, group }: Interview, { person, from, to }: Absence): Move[] {
  const pauseEnds = item.pause ? item.start + item.pause.after + item.pause.length : null;
  const soon = pauseEnds !== null && pauseEnds >= to && pauseEnds - to <= 45 ? pauseEnds : to;
  const rest = endOf(item) - soon;
  if (from > item.start || rest < Math.min(worthJoining, item.length / 2) || !group.members.some((member) => member.person === person)) return [];
  return [{ items: changed(plan.items, { ...item, joins: [...item.joins.filter((late) => late.person !== person), { person, from: soon }] }), moved: [{ item: item.id, why: 'joinsLater' }] }];
}

/** A colleague leads it instead. */
const others = (world: PlanWorld, { item, group }: Interview, { person }: Absence): Move[] =>
  !item.evaluators.includes(person) || group.evaluators === 'all'
    ? []
    : item.evaluators.length > 1
      ? [{ items: changed(world.plan.items, { ...item, evaluators: item.evaluators.filter((own) => own !== person) }), moved: [{ item: item.id, why: 'otherEvaluator' }] }]
      : world.evaluators.filter((own) => own !== person).map((other) => ({ items: changed(world.plan.items, { ...item, evaluators: [other] }), moved: [{ item: item.id, why: 'otherEvaluator' as const }] }));

/** Every other time that is free of other interviews in some track, the own one first. */
function moves({ plan }: PlanWorld, { item }: Interview, absence: Absence): Move[] {
  if (item.pinned) return [];
  const tracks = [item.track, ...[...plan.tracks.keys()].filter((track) => track !== item.track)];
  const rest = interviewsOf({ plan }).map((own) => own.item).filter(({ id }) => id !== item.id);
  return plan.days.flatMap(({ day, from, to, evening }) => {
    const starts = new Set([...(day === absence.day ? [absence.to, absence.from - item.length] : []), ...Array.from({ length: Math.ceil((Math.max(to, evening) - from) / quarter) }, (_, n) => from + n * quarter)]);
    return [...starts].filter((start) => start >= from && start + item.length <= 1440 && (day !== item.day || start !== item.start)).flatMap((start): Move[] => {
      const track = tracks.find((own) => !rest.some((other) => other.track === own && other.day === day && overlaps(spanOf(other), { from: start, to: start + item.length })));
      const why = day !== item.day ? 'otherDay' : start > item.start ? 'startsLater' : 'startsEarlier';
      return track === undefined ? [] : [{ items: changed(plan.items, at(item, day, start, track)), moved: [{ item: item.id, why }] }];
    });
  });
}

/** It changes places with another interview. */
const swaps = (world: PlanWorld, { item }: Interview): Move[] =>
  item.pinned
    ? []
    : interviewsOf(world)
        .map((own) => own.item)
        .filter((other) => other.id !== item.id && !other.pinned)
        .flatMap((other): Move[] => {
          const moved = [item, other].map(({ id }) => ({ item: id, why: 'swapped' as const }));
          const plain = changed(world.plan.items, at(item, other.day, other.start, other.track), at(other, item.day, item.start, item.track));
          // Of two neighbours the second begins where the shorter first one now ends, with the same rest between them.
          const [first, second] = [item, other].sort(inTime);
          const follows = first && second && first.day === second.day && first.track === second.track;
          return [{ items: plain, moved }, ...(follows ? [{ items: changed(world.plan.items, at(second, first.day, first.start, first.track), at(first, first.day, first.start + second.length + second.start - endOf(first), first.track)), moved }] : [])];
        });

interface Ranked extends Alternative {
  readonly rank: readonly number[];
  readonly kind: string;
}

const better = (a: Ranked, b: Ranked): number => {
  const differs = a.rank.findIndex((own, n) => own !== b.rank[n]);
  if (differs >= 0) return (a.rank[differs] ?? 0) - (b.rank[differs] ?? 0);
  const [x, y] = [a, b].map(({ items }) => items.map(({ id, day, start, track }) => `${id} ${day} ${start} ${track}`).sort().join());
  return (x ?? '') < (y ?? '') ? -1 : x === y ? 0 : 1;
};

/** The best of each kind of way out, for variety: three starts a quarter apart are not three alternatives. */
function bestOfKinds(all: readonly Ranked[]): Ranked[] {
  const best = new Map<string, Ranked>();
  for (const own of [...all].sort(better)) if (!best.has(own.kind)) best.set(own.kind, own);
  return [...best.values()];
}

/**
 * At most three ways to go on without somebody, fewest people moved first: they join later, a colleague takes over, the
 * interview starts later or elsewhere, or two change places. Pinned interviews stay, and no way out breaks a red rule
 * that was not broken already. The same question always gets the same answer.
 */
export function replanAlternatives(world: PlanWorld, absence: Absence): Alternative[] {
  const known = withAbsence(world, absence);
  const before = findings(known);
  const already = new Set(findings(world).filter(({ severity }) => severity === 'red').map(({ key }) => key));
  const rankOf = ({ items, moved }: Move): Ranked => {
    const now = findings({ ...known, plan: { ...known.plan, items: [...items] } });
    const left = new Set(now.map(({ key }) => key));
    const told = new Set(affected(world.plan, { ...world.plan, items: [...items] }).map(({ person }) => person)).size;
    const shift = moved.reduce((sum, { item }) => sum + shiftOf(world.plan.items.find(({ id }) => id === item), items.find(({ id }) => id === item)), 0);
    const yellows = now.filter(({ severity }) => severity === 'yellow').length;
    const reds = now.filter(({ severity, key }) => severity === 'red' && !already.has(key)).length;
    return { items, moved, people: told, solves: before.filter(({ key }) => !left.has(key)).map(({ key }) => key), rank: [reds, told, moved.length, yellows, shift], kind: [...new Set(moved.map(({ why }) => why))].sort().join() };
  };
  let ways: Ranked[] = [rankOf({ items: world.plan.items, moved: [] })];
  // Each interview in turn, on top of the best ways found for those before it.
  for (const { item } of missed(world, absence)) {
    ways = bestOfKinds(ways.flatMap((way) => {
      const there = { ...world, plan: { ...world.plan, items: [...way.items] } };
      const own = missed(there, absence).find((one) => one.item.id === item.id);
      if (!own) return [way];
      return [...joins(there, own, absence), ...others(there, own, absence), ...moves(there, own, absence), ...swaps(there, own)].map((move) => rankOf({ items: move.items, moved: [...way.moved.filter((done) => !move.moved.some((next) => next.item === done.item)), ...move.moved] }));
    })).slice(0, 6);
  }
  return ways
    .filter(({ rank, moved }) => rank[0] === 0 && moved.length > 0)
    .slice(0, 3)
    .map(({ items, moved, people, solves }) => ({ items, moved, people, solves }));
}

const shiftOf = (before: PlanItem | undefined, after: PlanItem | undefined): number => (before && after ? (before.day === after.day ? 0 : 1440) + Math.abs(before.start - after.start) : 0);
