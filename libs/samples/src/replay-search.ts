/** Whole numbers from low to high, both included. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Every sum of one value out of each list, ascending. */
export function reachable(choices: readonly (readonly number[])[]): number[] {
  const sums = choices.reduce((found, values) => {
    const next = new Set<number>();
    for (const sum of found) for (const value of values) next.add(sum + value);
    return next;
  }, new Set([0]));
  return [...sums].sort((a, b) => a - b);
}

const nearest = (values: Iterable<number>, wanted: number): number | null => {
  let best: number | null = null;
  for (const value of values) if (best === null || Math.abs(value - wanted) < Math.abs(best - wanted)) best = value;
  return best;
};

/**
 * One value out of each list so that their sum lies in the range (null: anywhere), the sum and then each value in turn
 * as near as can be to what is wanted. Null when no such choice exists. Exhaustive, over whole numbers.
 */
export function chooseWithin(choices: readonly (readonly number[])[], wanted: readonly number[], range: Range | null): number[] | null {
  const rest: Set<number>[] = [new Set([0])];
  for (const values of [...choices].reverse()) rest.unshift(new Set(reachable([[...(rest[0] as Set<number>)], values])));
  const inside = [...(rest[0] as Set<number>)].filter((sum) => range === null || (sum >= range.low && sum <= range.high));
  let left = nearest(inside, wanted.reduce((sum, value) => sum + value, 0));
  if (left === null) return null;
  const chosen: number[] = [];
  for (const [at, values] of choices.entries()) {
    const remaining: number = left;
    const value = nearest(values.filter((candidate) => rest[at + 1]?.has(remaining - candidate)), wanted[at] ?? 0);
    if (value === null) return null;
    chosen.push(value);
    left = remaining - value;
  }
  return chosen;
}
