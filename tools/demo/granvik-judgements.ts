import { dimensions, judgementKey, type Judgements, type Question } from '@samsyn/domain';

/** How far the criteria of a question lie from its level: no practice is equally good at everything, and in all they even out. */
const apart: Readonly<Record<number, readonly number[]>> = { 1: [0], 2: [10, -10], 3: [10, 0, -10], 4: [0, 10, 0, -10], 5: [0, 10, -10, 10, -10] };

/**
 * A judgement in every cell from one level per side of the question; with fewer levels than sides the work has only begun,
 * and just the first criterion is judged. `turn` moves the strong and the weak criteria along, so that evaluators differ.
 */
export function judgementsOf({ number, criteria }: Question, levels: readonly number[], turn: number): Judgements {
  const sides = dimensions.filter((side) => criteria.some((criterion) => criterion.dimensions.includes(side)));
  const begun = levels.length < sides.length;
  const offsets = begun ? [0] : (apart[criteria.length] ?? [0]);
  const first = Number(number.replace('.', '')) + turn;
  return Object.fromEntries(criteria.slice(0, begun ? 1 : criteria.length).flatMap(({ key, dimensions: own }, at) => sides.flatMap((side, place) => {
    const level = levels[place];
    if (level === undefined || !own.includes(side)) return [];
    // Results and their evaluation follow the level itself: they are shown for few criteria.
    const offset = place < 2 ? (offsets[(at + first) % offsets.length] ?? 0) : 0;
    return [[judgementKey(key, side), Math.min(100, Math.max(0, level + offset))]];
  })));
}
