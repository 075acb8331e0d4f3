import { overlaps, spanOf } from './clock';
import { inTime } from './interviews-of';
import type { PlanItem, PlanWorld } from './plan';
import type { PlanModel } from './suggest-model';
import { concerned, fairEnough, lateness, quarter, quarters, type Start } from './suggest-sessions';

/** The value of each column. A solver answers with 0.9999 for one, so they are read rounded. */
export type Columns = Readonly<Record<string, number>>;

/** One thing that a plan costs, in the words of the objective: how many, how many people, how many minutes. */
export interface CostPart {
  readonly rule: 'optionalCannot' | 'ifNeeded' | 'optionalIfNeeded' | 'moved' | 'evening' | 'late' | 'imbalance';
  readonly n: number;
}

interface Placed {
  readonly item: PlanItem;
  /** The track it had before, which it keeps when it can. */
  readonly before: number;
}

/** Deals out tracks that are all alike: in the order of time, the own one from before if it is free, else the first free. */
function withTracks(placed: readonly Placed[], taken: readonly PlanItem[], tracks: number): PlanItem[] {
  const done: PlanItem[] = [...taken];
  return [...placed].sort((a, b) => inTime(a.item, b.item)).map(({ item, before }) => {
    const free = Array.from({ length: tracks }, (_, track) => track).filter((track) => !done.some((own) => own.track === track && own.day === item.day && overlaps(spanOf(own), spanOf(item))));
    const own = { ...item, track: free.includes(before) ? before : (free[0] ?? Math.min(before, tracks - 1)) };
    done.push(own);
    return own;
  });
}

const clash = (items: readonly PlanItem[]): boolean => items.some((one, at) => items.slice(at + 1).some((other) => one.day === other.day && one.track === other.track && overlaps(spanOf(one), spanOf(other))));

function interview({ sessions }: PlanModel, { session, day, start, evaluators, track }: Start): Placed | null {
  const own = sessions[session];
  if (!own) return null;
  const { group, item, length } = own;
  const same = item?.day === day && item.start === start;
  const made: PlanItem = item ?? { id: `interview-${group.id}`, edition: 0, kind: 'interview', group: group.id, title: group.title, day, start, length, track: 0, evaluators: [], pinned: false, pause: null, joins: [] };
  return { item: { ...made, day, start, length, track: track ?? made.track, evaluators: [...evaluators], joins: same ? made.joins : [] }, before: made.track };
}

/** Who eats at the same time eats together, in one item. */
function lunches(model: PlanModel, columns: Columns): PlanItem[] {
  const chosen = model.lunches.filter(({ name }) => Math.round(columns[name] ?? 0) === 1);
  const former = model.world.plan.items.filter((item) => item.kind === 'lunch' && !model.fixed.includes(item)).sort(inTime);
  const used = new Set<string>();
  return [...new Set(chosen.map(({ day, start }) => `${day} ${start}`))].sort().map((at, number) => {
    const own = chosen.filter(({ day, start }) => `${day} ${start}` === at);
    const evaluators = own.map(({ evaluator }) => evaluator);
    const [day, start] = [own[0]?.day ?? '', own[0]?.start ?? 0];
    const before = former.find((item) => item.day === day && !used.has(item.id) && item.evaluators.some((person) => evaluators.includes(person)));
    if (before) used.add(before.id);
    return { ...(before ?? { id: `lunch-${day}-${number}`, edition: 0, kind: 'lunch', group: null, title: 'Lunch', track: 0, pinned: false, pause: null, joins: [] }), day, start, length: quarters(model.world.plan.rules.lunch) * quarter, evaluators };
  });
}

/** The items of a solved model, in the order of time. What the plan had keeps its id. */
export function readSolution(model: PlanModel, columns: Columns): PlanItem[] {
  const placed = model.starts.filter(({ name }) => Math.round(columns[name] ?? 0) === 1).flatMap((start) => interview(model, start) ?? []);
  const held = model.fixed.filter(({ kind }) => kind === 'interview');
  const explicit = model.starts.some(({ track }) => track !== null);
  const dealt = withTracks(placed, held, model.world.plan.tracks.length);
  // What is pinned may leave no way of dealing in the order of time: then the solver's own tracks stand.
  const interviews = explicit && clash([...held, ...dealt]) ? placed.map(({ item }) => item) : dealt;
  return [...model.fixed, ...interviews, ...lunches(model, columns)].sort(inTime);
}

/** The groups that a solution of "as many as can be" has no place for. */
export const leftOutOf = (model: PlanModel, columns: Columns): string[] => model.sessions.filter((_, at) => !model.starts.some(({ name, session }) => session === at && Math.round(columns[name] ?? 0) === 1)).map(({ group }) => group.id);

/** What a plan costs and why, against the plan that was there. */
export function costOf(world: PlanWorld, items: readonly PlanItem[]): CostPart[] {
  const { plan } = world;
  const groups = new Map(plan.groups.map((group) => [group.id, group]));
  const count: Record<CostPart['rule'], number> = { optionalCannot: 0, ifNeeded: 0, optionalIfNeeded: 0, moved: 0, evening: 0, late: 0, imbalance: 0 };
  const alone = new Map(world.evaluators.map((own) => [own, 0]));
  for (const item of items) {
    const group = item.kind === 'interview' && item.group !== null ? groups.get(item.group) : undefined;
    const day = plan.days.find((own) => own.day === item.day);
    if (!group || !day) continue;
    for (const { person, required } of group.members) {
      const hit = (world.availability.find((own) => own.person === person)?.spans ?? []).filter((own) => own.day === item.day && overlaps(own, spanOf(item)));
      if (hit.length === 0) continue;
      const no = hit.some(({ answer }) => answer === 'no');
      if (!no || !required) count[no ? 'optionalCannot' : required ? 'ifNeeded' : 'optionalIfNeeded'] += 1;
    }
    const before = plan.items.find(({ id }) => id === item.id);
    if (before && (before.day !== item.day || before.start !== item.start)) count.moved += concerned(world, { group, item: before });
    if (spanOf(item).to > day.to) count.evening += 1;
    count.late += lateness(item.start, day.from);
    const [only] = item.evaluators;
    if (item.evaluators.length === 1 && only !== undefined) alone.set(only, (alone.get(only) ?? 0) + item.length);
  }
  count.imbalance = Math.max(0, Math.max(0, ...alone.values()) - Math.min(...(alone.size > 0 ? alone.values() : [0])) - fairEnough);
  return (Object.keys(count) as CostPart['rule'][]).filter((rule) => count[rule] > 0).map((rule) => ({ rule, n: count[rule] }));
}
