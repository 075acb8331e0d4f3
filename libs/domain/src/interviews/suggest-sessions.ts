import { overlaps, spanOf, type Span } from './clock';
import { lunchHours } from './finding-days';
import { interviewsOf } from './interviews-of';
import type { Availability, InterviewGroup, PlanItem, PlanWorld } from './plan';
import { holds, type SuggestOptions } from './suggest-wishes';

/** A suggestion begins things on the quarter. */
export const quarter = 15;
export const quarters = (minutes: number): number => Math.ceil(minutes / quarter);

/** An interview that is to find a time. */
export interface Session {
  readonly group: InterviewGroup;
  readonly item: PlanItem | null;
  readonly length: number;
}

/** One place a session may go, with who leads it there. `track` only where tracks cannot be told apart afterwards. */
export interface Start {
  readonly name: string;
  readonly session: number;
  readonly day: string;
  readonly start: number;
  readonly evaluators: readonly string[];
  readonly track: number | null;
  readonly cost: number;
}

export interface LunchStart {
  readonly name: string;
  readonly evaluator: string;
  readonly day: string;
  readonly start: number;
  readonly cost: number;
}

/** What a plan costs, in points. People weigh more than clock times, and a required person more than an optional one. */
export const weights = { optionalCannot: 30, ifNeeded: 20, optionalIfNeeded: 5, moved: 10, evening: 4, late: 1, imbalance: 2 } as const;

/** Minutes that one evaluator may lead more than another without anybody minding. */
export const fairEnough = 60;

export interface Ground {
  readonly world: PlanWorld;
  readonly options: SuggestOptions;
  readonly sessions: readonly Session[];
  /** What stays as it is. */
  readonly fixed: readonly PlanItem[];
  /** Time that evaluators have given to something fixed. */
  readonly blocks: readonly PlanItem[];
  readonly wanted: ReturnType<typeof holds>;
  readonly buffer: number;
  /** What each person answered, day by day. */
  readonly answers: (person: string, day: string) => Availability['spans'];
}

/** Travel and the evaluators' own time stay; lunches and breaks are laid anew unless they are pinned. */
export function groundOf(world: PlanWorld, options: SuggestOptions, without: ReadonlySet<string>): Ground {
  const wanted = holds(without);
  const interviews = interviewsOf(world);
  const pinned = (item: PlanItem): boolean => options.keepPinned && item.pinned && (item.kind !== 'interview' || wanted('pinned', item.group));
  const fixed = world.plan.items.filter((item) => pinned(item) || item.kind === 'travel' || item.kind === 'reflection');
  const sessions = world.plan.groups
    .filter(({ id }) => wanted('groupTakesPlace', id))
    .flatMap((group): Session[] => {
      const own = interviews.filter((one) => one.group.id === group.id);
      return own.length === 0 ? [{ group, item: null, length: group.length }] : own.filter(({ item }) => !pinned(item)).map(({ item }) => ({ group, item, length: item.length }));
    });
  const blocks = fixed.filter(({ kind }) => wanted('ownTime') || (kind !== 'travel' && kind !== 'reflection'));
  return { world, options, sessions, fixed, blocks, wanted, buffer: wanted('buffer') ? world.plan.rules.buffer : 0, answers: answersIn(world) };
}

function answersIn({ availability }: PlanWorld): Ground['answers'] {
  const by = new Map<string, Availability['spans']>();
  for (const { person, spans } of availability) for (const span of spans) by.set(`${person} ${span.day}`, [...(by.get(`${person} ${span.day}`) ?? []), span]);
  return (person, day) => by.get(`${person} ${day}`) ?? [];
}

const widened = (span: Span, by: number): Span => ({ from: span.from - by, to: span.to + by });

/** The hours of a day that a group may use; without the wish for them, any decent hour. */
function hoursFor({ wanted }: Ground, group: InterviewGroup, day: PlanWorld['plan']['days'][number]): Span {
  if (!wanted('hours')) return { from: Math.min(day.from, 420), to: Math.max(day.to, day.evening, 1260) };
  return { from: day.from, to: group.evening || !wanted('evening', group.id) ? Math.max(day.to, day.evening) : day.to };
}

const noon = 720;

/** When what is fixed keeps somebody away: who travels there in the morning of the first day is not there before, who leaves after noon on the last not after. */
function awayBy(item: PlanItem, { days }: PlanWorld['plan']): Span {
  const span = spanOf(item);
  if (item.kind === 'travel' && item.day === days[0]?.day && item.start < noon) return { from: 0, to: span.to };
  if (item.kind === 'travel' && item.day === days.at(-1)?.day && item.start >= noon) return { from: span.from, to: 2 * noon };
  return span;
}

/** Whether something fixed or an answer forbids these evaluators to be there. */
function evaluatorsFree({ world, blocks, buffer, wanted, answers }: Ground, evaluators: readonly string[], day: string, span: Span): boolean {
  const blocked = blocks.some((item) => item.day === day && item.evaluators.some((own) => evaluators.includes(own)) && overlaps(span, widened(awayBy(item, world.plan), item.kind === 'interview' ? buffer : 0)));
  return !blocked && !evaluators.some((person) => answers(person, day).some((own) => own.answer === 'no' && overlaps(own, span)) && wanted('cannot', null, person));
}

/** The points somebody's answers cost at that time, or null where a required person said no. */
function answersCost({ answers, wanted }: Ground, group: InterviewGroup, day: string, span: Span): number | null {
  let cost = 0;
  for (const { person, required } of group.members) {
    const hit = answers(person, day).filter((own) => overlaps(own, span));
    if (hit.some(({ answer }) => answer === 'no')) {
      if (required && wanted('cannot', group.id, person)) return null;
      cost += weights.optionalCannot;
    } else if (hit.length > 0) cost += required ? weights.ifNeeded : weights.optionalIfNeeded;
  }
  return cost;
}

/** How many people a move of an interview concerns. */
export const concerned = (world: PlanWorld, { group, item }: Pick<Session, 'group' | 'item'>): number => group.members.length + (item?.evaluators.length ?? world.evaluators.length);

export const lateness = (start: number, opens: number): number => Math.floor(Math.max(0, start - opens) / 120);

/** Every place every session may go. */
export function startsOf(ground: Ground, explicitTracks: boolean): Start[] {
  const { world, sessions, fixed, options, wanted } = ground;
  const all: Start[] = [];
  const held = fixed.filter(({ kind }) => kind === 'interview');
  const groups = new Map(world.plan.groups.map((group) => [group.id, group]));
  const pinnedWith = (group: InterviewGroup): PlanItem[] => held.filter((item) => (groups.get(item.group ?? '')?.members ?? []).some(({ person }) => group.members.some((own) => own.person === person)));
  sessions.forEach((session, at) => {
    const { group, item, length } = session;
    const teams = group.evaluators === 'all' ? [world.evaluators] : world.evaluators.map((own) => [own]);
    const elsewhere = pinnedWith(group);
    for (const day of world.plan.days) {
      const hours = hoursFor(ground, group, day);
      for (let start = quarters(hours.from) * quarter; start + length <= hours.to; start += quarter) {
        const span = { from: start, to: start + length };
        const answers = answersCost(ground, group, day.day, span);
        if (answers === null || elsewhere.some((own) => own.day === day.day && overlaps(span, spanOf(own)))) continue;
        const moved = options.fewMoves && item && (item.day !== day.day || item.start !== start) ? weights.moved * concerned(world, session) : 0;
        const cost = answers + moved + weights.late * lateness(start, day.from) + (span.to > day.to ? weights.evening : 0);
        const full = held.filter((own) => own.day === day.day && overlaps(span, spanOf(own)));
        if (!explicitTracks && wanted('tracks') && full.length >= world.plan.tracks.length) continue;
        for (const evaluators of teams) {
          if (!evaluatorsFree(ground, evaluators, day.day, span)) continue;
          for (const track of explicitTracks ? world.plan.tracks.keys() : [null]) {
            if (track !== null && full.some((own) => own.track === track)) continue;
            all.push({ name: `x${all.length}`, session: at, day: day.day, start, evaluators, track, cost });
          }
        }
      }
    }
  });
  return all;
}

/** Every time each evaluator may eat: one lunch a day, where the day has a noon and nothing pinned is their lunch already. */
export function lunchesOf({ world, blocks, fixed, wanted }: Ground): LunchStart[] {
  if (!wanted('lunch') || world.plan.rules.lunch <= 0) return [];
  const length = quarters(world.plan.rules.lunch) * quarter;
  const all: LunchStart[] = [];
  for (const evaluator of world.evaluators) {
    for (const { day, from, to } of world.plan.days) {
      const own = world.plan.items.filter((item) => item.kind === 'lunch' && item.day === day && item.evaluators.includes(evaluator));
      if (own.some((item) => fixed.includes(item))) continue;
      const window = { from: Math.max(lunchHours.from, from), to: Math.min(lunchHours.to, to) };
      for (let start = quarters(window.from) * quarter; start + length <= window.to; start += quarter) {
        const span = { from: start, to: start + length };
        if (blocks.some((item) => item.day === day && item.evaluators.includes(evaluator) && overlaps(span, spanOf(item)))) continue;
        all.push({ name: `l${all.length}`, evaluator, day, start, cost: own.length > 0 && own.every((item) => item.start !== start) ? 1 : 0 });
      }
    }
  }
  return all;
}
