import { overlaps, spanOf, type Span } from './clock';
import { shortestBreak } from './finding-days';
import { neverLate, type Places } from './suggest-room';
import { quarter, quarters, type Start } from './suggest-sessions';
import type { Columns } from './suggest-solution';

/** Evaluators who lead together, by index, and at which quarters of each day they may begin. */
export interface PuzzleTeam {
  readonly people: readonly number[];
  readonly starts: readonly (readonly number[])[];
}

export interface PuzzleSession {
  /** Quarters for those who are interviewed, and for the evaluators with the rest after it. */
  readonly plain: number;
  readonly wide: number;
  /** Whether it may run into the evening. */
  readonly late: boolean;
  readonly teams: readonly PuzzleTeam[];
  /** Sessions with somebody in common. */
  readonly clashes: readonly number[];
}

/** A plan to be found, in nothing but numbers, so that it can be laid in another thread. Whether it is good is not asked. */
export interface Puzzle {
  readonly days: number;
  readonly evaluators: number;
  readonly sessions: readonly PuzzleSession[];
  /** Quarters of a lunch, and for each evaluator and day at which it may begin; none where no lunch is asked for. */
  readonly lunch: number;
  readonly lunches: readonly (readonly (readonly number[])[])[];
  /** Rooms left for each day and quarter, or null where they can never be too few. */
  readonly rooms: readonly (readonly number[])[] | null;
  /** Most quarters of several interviews in a row, or null where every rest is a break. */
  readonly stretch: number | null;
  /** Quarters that pinned interviews take from each evaluator each day, where they count into what is in a row. */
  readonly held: readonly (readonly (readonly number[])[])[];
}

/**
 * What `programmeOf` asks of the sessions, but for which room each is in (`columnsOf` finds out). Null where a group has no
 * time at all.
 */
export function puzzleOf(places: Places): Puzzle | null {
  const { world, sessions, starts, lunches, buffer, fixed, wanted } = places;
  const held = fixed.filter(({ kind }) => kind === 'interview');
  const breaks = buffer < shortestBreak;
  if (places.homeless.length > 0) return null;
  const byDay = (all: readonly { readonly day: string; readonly start: number }[]): number[][] => world.plan.days.map(({ day }) => [...new Set(all.filter((own) => own.day === day).map(({ start }) => start / quarter))].sort((a, b) => a - b));
  const teamsOf = (own: readonly Start[]): PuzzleTeam[] => [...new Set(own.map(({ evaluators }) => evaluators.join()))].map((team) => {
    const led = own.filter(({ evaluators }) => evaluators.join() === team);
    return { people: (led[0]?.evaluators ?? []).map((one) => world.evaluators.indexOf(one)), starts: byDay(led) };
  });
  const members = sessions.map(({ group }) => new Set(group.members.map(({ person }) => person)));
  const share = (one: number, other: number): boolean => one !== other && [...(members[one] ?? [])].some((person) => members[other]?.has(person));
  const early = neverLate(places);
  const few = wanted('tracks') && (held.length > 0 || world.plan.tracks.length < world.evaluators.length);
  const during = (day: string, slot: number): typeof held => held.filter((item) => item.day === day && overlaps(spanOf(item), { from: slot * quarter, to: (slot + 1) * quarter }));
  const slots = Array.from({ length: 24 * 4 }, (_, slot) => slot);
  return {
    days: world.plan.days.length, evaluators: world.evaluators.length,
    sessions: sessions.map(({ length }, at) => ({ plain: quarters(length), wide: quarters(length + buffer), late: !early(at), teams: teamsOf(starts.filter(({ session }) => session === at)), clashes: sessions.flatMap((_, other) => (share(at, other) ? [other] : [])) })),
    lunch: quarters(world.plan.rules.lunch), lunches: world.evaluators.map((evaluator) => byDay(lunches.filter((lunch) => lunch.evaluator === evaluator))),
    rooms: few ? world.plan.days.map(({ day }) => slots.map((slot) => world.plan.tracks.length - during(day, slot).length)) : null,
    stretch: breaks ? Math.floor(world.plan.rules.stretch / quarter) : null,
    held: world.evaluators.map((evaluator) => world.plan.days.map(({ day }) => (breaks && held.length > 0 ? slots.filter((slot) => during(day, slot).some(({ evaluators }) => evaluators.includes(evaluator))) : []))),
  };
}

/** The same puzzle with only some of its sessions. */
export function partOf(puzzle: Puzzle, kept: readonly number[]): Puzzle {
  const at = new Map(kept.map((session, number) => [session, number]));
  const sessions = kept.flatMap((session) => puzzle.sessions[session] ?? []);
  return { ...puzzle, sessions: sessions.map((own) => ({ ...own, clashes: own.clashes.flatMap((other) => at.get(other) ?? []) })) };
}

/**
 * As many sessions as can be laid, those that take least time first and more at once for as long as that goes well: none of
 * those left over has a place beside them, where `laid` always knows.
 */
export async function mostOf(puzzle: Puzzle, laid: (part: Puzzle, kept: readonly number[]) => Promise<boolean>): Promise<{ readonly kept: readonly number[]; readonly out: readonly number[] }> {
  const takes = (session: number): number => (puzzle.sessions[session]?.wide ?? 0) * (puzzle.sessions[session]?.teams[0]?.people.length ?? 1);
  const order = [...puzzle.sessions.keys()].sort((a, b) => takes(a) - takes(b));
  const [kept, out]: [number[], number[]] = [[], []];
  for (let at = 0, many = 8; at < order.length; ) {
    const more = order.slice(at, at + many);
    const fits = await laid(partOf(puzzle, [...kept, ...more]), [...kept, ...more]);
    if (fits) kept.push(...more);
    else if (many === 1) out.push(...more);
    if (fits || many === 1) at += more.length;
    many = fits ? 2 * many : Math.ceil(many / 2);
  }
  return { kept, out };
}

/** Where one session of a puzzle was laid: the day by index, the quarter it begins, who leads it. */
export interface LaidSession {
  readonly session: number;
  readonly day: number;
  readonly start: number;
  readonly people: readonly number[];
}

/** What became of a puzzle. `none` is proven. */
export interface Laying {
  readonly verdict: 'laid' | 'none' | 'unknown';
  readonly sessions: readonly LaidSession[];
  /** The most quarters of the evaluators that interviews of these lengths can fill, where that could be counted. */
  readonly filled: number | null;
}

export const notLaid: Laying = { verdict: 'unknown', sessions: [], filled: null };

/** Ways of dealing out rooms that are tried before it is given up. */
const deals = 2_000;

/** A room for each, where rooms are told apart; null when none was found. */
function dealt(ways: readonly (readonly Start[])[], spanAt: (start: Start) => Span): readonly Start[] | null {
  let tried = 0;
  const goOn = (chosen: readonly Start[]): readonly Start[] | null => {
    const next = ways[chosen.length];
    if (!next) return chosen;
    for (const way of next) {
      if (tried++ > deals) return null;
      const taken = way.track !== null && chosen.some((own) => own.track === way.track && own.day === way.day && overlaps(spanAt(own), spanAt(way)));
      const found = taken ? null : goOn([...chosen, way]);
      if (found) return found;
    }
    return null;
  };
  return goOn([]);
}

/** What was laid as a solution of the programme, with rooms and with lunches where they cost least; null when no rooms were found for it. */
export function columnsOf({ world, sessions, starts, lunches }: Places, laid: readonly LaidSession[]): Columns | null {
  const spanAt = ({ session, start }: Start): Span => ({ from: start, to: start + quarters(sessions[session]?.length ?? 0) * quarter });
  const ways = laid.map((own) => starts.filter(({ session, day, start, evaluators }) => session === own.session && day === world.plan.days[own.day]?.day && start === own.start * quarter && evaluators.join() === own.people.map((one) => world.evaluators[one]).join()));
  const chosen = dealt(ways, spanAt);
  if (!chosen) return null;
  const meal = quarters(world.plan.rules.lunch) * quarter;
  const eaten = world.evaluators.flatMap((evaluator) => world.plan.days.flatMap(({ day }) => {
    const busy = chosen.filter((own) => own.day === day && own.evaluators.includes(evaluator)).map(spanAt);
    const free = lunches.filter((own) => own.evaluator === evaluator && own.day === day && !busy.some((span) => overlaps(span, { from: own.start, to: own.start + meal })));
    return [...free].sort((a, b) => a.cost - b.cost).slice(0, 1);
  }));
  return Object.fromEntries([...chosen, ...eaten].map(({ name }) => [name, 1]));
}
