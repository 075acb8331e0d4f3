import type { Rows } from './suggest-rows';
import { terms } from './suggest-rows';
import { quarter, quarters, type Ground, type LunchStart, type Start } from './suggest-sessions';

/** Everything that may be put somewhere, and where. */
export interface Places extends Ground {
  readonly starts: readonly Start[];
  readonly lunches: readonly LunchStart[];
  /** Groups that have no possible time at all: no solver is needed to see that it is impossible. */
  readonly homeless: readonly string[];
}

type Some = (session: number) => boolean;
const every: Some = () => true;
const run = (from: number, length: number): number[] => Array.from({ length }, (_, at) => from + at);

/** Quarters of one evaluator with the rest after it, of everybody there without. */
const withRest = ({ sessions, buffer }: Ground, session: number): number => quarters((sessions[session]?.length ?? 0) + buffer);
const alone = ({ sessions }: Ground, session: number): number => quarters(sessions[session]?.length ?? 0);

interface Day {
  readonly own: readonly Start[];
  /** Quarters that interviews and the rest after them could fill: nothing that has no start counts, nor what lunch takes beyond the rest. */
  readonly room: number;
}

/** What each day of an evaluator can hold of some of the sessions, at the very most. */
function daysOf(places: Places, evaluator: string, some: Some): Day[] {
  const { world, starts, lunches, buffer } = places;
  const rest = Math.ceil(buffer / quarter);
  const meal = Math.max(0, quarters(world.plan.rules.lunch) - rest);
  return world.plan.days.flatMap(({ day }): Day[] => {
    const own = starts.filter((start) => start.day === day && start.evaluators.includes(evaluator) && some(start.session));
    const filled = new Set(own.flatMap(({ session, start }) => run(start / quarter, withRest(places, session))));
    const eating = lunches.filter((lunch) => lunch.evaluator === evaluator && lunch.day === day);
    const within = eating.length > 0 && eating.every(({ start }) => run(start / quarter + rest, meal).every((slot) => filled.has(slot)));
    return own.length === 0 ? [] : [{ own, room: filled.size - (within ? meal : 0) }];
  });
}

const sum = (all: readonly number[]): number => all.reduce((total, own) => total + own, 0);

/** Sessions that can never run into the evening. */
export function neverLate({ world, sessions, starts }: Places): Some {
  const ends = new Map(world.plan.days.map(({ day, to }) => [day, to]));
  const late = new Set(starts.filter(({ session, day, start }) => start + (sessions[session]?.length ?? 0) > (ends.get(day) ?? 0)).map(({ session }) => session));
  return (session) => !late.has(session);
}

/** Sessions that can only be on one day. */
const onlyOn = ({ starts }: Places, day: string): Some => {
  const elsewhere = new Set(starts.filter((own) => own.day !== day).map(({ session }) => session));
  return (session) => !elsewhere.has(session);
};

const time = (places: Places, some: Some): { needed: number; has: number } => ({
  needed: sum(places.sessions.map(({ group }, at) => (some(at) ? withRest(places, at) * (group.evaluators === 'all' ? places.world.evaluators.length : 1) : 0))),
  has: sum(places.world.evaluators.flatMap((evaluator) => daysOf(places, evaluator, some).map(({ room }) => room))),
});

/**
 * Minutes of all evaluators that the sessions take with the rest after each, and minutes there are at the very most. Where
 * the first is more than the second there is no plan. `fits` is how many of the minutes there are such sessions can use,
 * where somebody counted (`filled`, in quarters): lengths that do not fill a day evenly leave some over.
 */
export function timeOf(places: Places, filled: number | null = null): { readonly needed: number; readonly has: number; readonly fits: number | null } {
  const { needed, has } = time(places, every);
  return { needed: needed * quarter, has: has * quarter, fits: filled === null ? null : filled * quarter };
}

/**
 * Whether counting alone shows that there is no plan: more time needed than there is, of the evaluators together (all
 * sessions, those that never sit late, those of one day), of one evaluator, of somebody in several groups, or of the
 * tracks. A "yes" is a proof, a "no" says nothing.
 */
export function overfull(places: Places): boolean {
  const { world, sessions, starts, wanted } = places;
  const days = world.plan.days.map(({ day }) => onlyOn(places, day));
  const short = [every, neverLate(places), ...days].some((some) => {
    const { needed, has } = time(places, some);
    return needed > has;
  });
  if (short) return true;
  const shared: Some = (session) => sessions[session]?.group.evaluators === 'all';
  const together = sum(sessions.map((_, at) => (shared(at) ? withRest(places, at) : 0)));
  if (world.evaluators.some((evaluator) => together > sum(daysOf(places, evaluator, shared).map(({ room }) => room)))) return true;
  const filled = (some: Some): number => new Set(starts.filter(({ session }) => some(session)).flatMap(({ session, day, start }) => run(start / quarter, alone(places, session)).map((slot) => `${day} ${slot}`))).size;
  const people = [...new Set(sessions.flatMap(({ group }) => group.members.map(({ person }) => person)))].map((person): Some => (session) => sessions[session]?.group.members.some((member) => member.person === person) === true);
  const needs = (some: Some): number => sum(sessions.map((_, at) => (some(at) ? alone(places, at) : 0)));
  return people.some((some) => needs(some) > filled(some)) || (wanted('tracks') && needs(every) > filled(every) * world.plan.tracks.length);
}

/**
 * Which evaluator has which session on which day, as columns of their own, and how much a day holds. The programme means
 * the same without; with them a solver sees in whole sessions what it otherwise smears over the starts, and proves
 * sooner that there are too many.
 */
export function dayShares(rows: Rows, places: Places): string[] {
  const { world, starts } = places;
  const share = ({ session, day, evaluators }: Start): string => `y${session}_${world.plan.days.findIndex((own) => own.day === day)}_${evaluators.length > 1 ? 'all' : world.evaluators.indexOf(evaluators[0] ?? '')}`;
  const columns = new Map<string, Start[]>();
  for (const start of starts) columns.set(share(start), [...(columns.get(share(start)) ?? []), start]);
  for (const [name, own] of columns) rows.add(`${terms(own.map((start) => [start.name, 1]))} - ${name}`, '=', 0);
  for (const some of [every, neverLate(places)]) {
    for (const { own, room } of world.evaluators.flatMap((evaluator) => daysOf(places, evaluator, some))) {
      const held = new Map(own.map((start) => [share(start), withRest(places, start.session)]));
      if (sum([...held.values()]) > room) rows.add(terms([...held]), '<=', room);
    }
  }
  return [...columns.keys()];
}
