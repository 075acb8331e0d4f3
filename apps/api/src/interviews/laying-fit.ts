/**
 * How interviews of a few lengths fill evaluators' days, whoever is in them: read by the solver's thread, so it imports
 * nothing that has to be compiled.
 */

/** Of each length, how many. */
type Counts = readonly number[];

/** Beyond this many ways of filling, counting takes longer than it saves. */
const most = 300;

const covers = (more: Counts, less: Counts): boolean => more.every((own, at) => own >= (less[at] ?? 0));

/** Only what no other has at least as much of. */
function fullest(all: readonly Counts[]): Counts[] {
  const kept: Counts[] = [];
  const sum = (own: Counts): number => own.reduce((total, n) => total + n, 0);
  for (const own of [...all].sort((a, b) => sum(b) - sum(a))) if (!kept.some((other) => covers(other, own))) kept.push(own);
  return kept;
}

export interface Fit {
  /** Whether so many of each length can be shared out over what is left of a day, evaluator by evaluator, and the days after it. A "no" is a proof. */
  readonly holds: (day: number, left: readonly number[], wanted: Counts) => boolean;
  /** The most quarters of all days that interviews of these lengths can fill; null when there are too many ways to count. */
  readonly filled: number | null;
}

/** `rooms` are the quarters of each day for each evaluator, `wanted` how many of each length there are in all. */
export function fitOf(lengths: readonly number[], wanted: Counts, rooms: readonly (readonly number[])[]): Fit {
  const fillings = new Map<number, Counts[] | null>();
  /** Every fullest way of filling one day of one evaluator. */
  const fillingsOf = (room: number): Counts[] | null => {
    const known = fillings.get(room);
    if (known !== undefined) return known;
    let all: (readonly [Counts, number])[] = [[[], Math.max(0, room)]];
    for (const [at, length] of lengths.entries()) {
      all = all.flatMap(([own, left]) => Array.from({ length: Math.min(wanted[at] ?? 0, Math.floor(left / length)) + 1 }, (_, n) => [[...own, n], left - n * length] as const));
      if (all.length > 10 * most) break;
    }
    const found = all.length > 10 * most ? null : fullest(all.map(([own]) => own));
    fillings.set(room, found);
    return found;
  };
  const joined = (some: readonly Counts[] | null, others: readonly Counts[] | null): Counts[] | null => {
    if (!some || !others || some.length * others.length > 20 * most) return null;
    const sums = new Map(some.flatMap((one) => others.map((other) => {
      const own = one.map((n, at) => Math.min(wanted[at] ?? 0, n + (other[at] ?? 0)));
      return [own.join(), own] as const;
    })));
    if (sums.size > 2 * most) return null;
    const all = fullest([...sums.values()]);
    return all.length > most ? null : all;
  };
  const none: readonly Counts[] = [lengths.map(() => 0)];
  const after: (readonly Counts[] | null)[] = [none];
  for (const day of [...rooms].reverse()) after.unshift(day.reduce<readonly Counts[] | null>((all, room) => joined(all, fillingsOf(room)), after[0] ?? null));
  const cache = new Map<string, readonly Counts[] | null>();
  const ways = (day: number, left: readonly number[]): readonly Counts[] | null => {
    const sorted = [...left].sort((a, b) => a - b);
    const key = `${day} ${sorted.join()}`;
    const known = cache.get(key);
    if (known !== undefined) return known;
    const found = sorted.reduce<readonly Counts[] | null>((all, room) => joined(all, fillingsOf(room)), after[day + 1] ?? null);
    cache.set(key, found);
    return found;
  };
  const quarters = (own: Counts): number => own.reduce((total, n, at) => total + n * (lengths[at] ?? 0), 0);
  const sum = (all: readonly number[]): number => all.reduce((total, own) => total + own, 0);
  const later = rooms.map((_, day) => sum(rooms.slice(day + 1).flat()));
  return {
    holds: (day, left, own) => {
      if (quarters(own) > sum(left) + (later[day] ?? 0)) return false;
      const all = ways(day, left);
      return all === null || all.some((way) => covers(way, own));
    },
    filled: after[0] ? Math.max(...after[0].map(quarters)) : null,
  };
}
