import type { PlanWorld } from './plan';
import { placesOf, programmeOf } from './suggest-model';
import { laidAtOnce } from './suggest-laid';
import { overfull, type Places } from './suggest-room';
import { wishesOf, type SuggestOptions, type Wish } from './suggest-wishes';

/** Finds out whether a programme has any solution; null when it did not in time. */
export interface Trial {
  /** Quick and half blind: a "no" is a no, a "yes" says nothing, for it may place half an interview here and half there. */
  readonly roughly: (lp: string) => Promise<boolean | null>;
  readonly exactly: (lp: string) => Promise<boolean | null>;
  /** No more is found out. */
  readonly over: () => boolean;
}

export interface Conflict {
  /** Wishes that cannot all hold. */
  readonly wishes: readonly Wish[];
  /** Proven of each: give up this one and the others can hold. */
  readonly smallest: boolean;
}

/** The wishes of one rule together: a whole rule that is not to blame is found out at once. */
const byRule = (all: readonly Wish[]): Wish[][] => [...new Set(all.map(({ rule }) => rule))].map((rule) => all.filter((own) => own.rule === rule));

type Look = (places: Places) => Promise<boolean | null>;

/**
 * A smallest set of wishes that cannot all hold, of a world in which not all can. Found by leaving out as many as
 * possible, whole rules, then halves, then one by one: as long as counting alone says no, then as long as the rough look
 * does, then exactly. What could not be decided in time is kept and the set is not called smallest, so that it names
 * too much rather than too little.
 */
export async function conflictOf(world: PlanWorld, options: SuggestOptions, trial: Trial): Promise<Conflict> {
  const all = wishesOf(world, options);
  const needed = new Set<Wish>();
  let kept: readonly Wish[] = all;
  const possible = async (wishes: readonly Wish[], look: Look): Promise<boolean | null> => {
    const places = placesOf(world, options, new Set(all.filter((own) => !wishes.includes(own)).map(({ key }) => key)));
    return places.homeless.length > 0 ? false : places.starts.length === 0 || laidAtOnce(places) || look(places);
  };
  const exactly: Look = (places) => (trial.over() ? Promise.resolve(null) : trial.exactly(programmeOf(places, 'possible')));
  const leaveOut = async (part: readonly Wish[], look: Look): Promise<void> => {
    if (part.length === 0 || (part.length > 1 && trial.over())) return;
    const verdict = await possible(kept.filter((own) => !part.includes(own)), look);
    if (verdict === false) kept = kept.filter((own) => !part.includes(own));
    else if (part.length > 1) for (const half of halves(part)) await leaveOut(half, look);
    else if (verdict === true && look === exactly) for (const own of part) needed.add(own);
  };
  for (const look of [counted, (places) => (trial.over() ? Promise.resolve(null) : trial.roughly(programmeOf(places, 'possible')))] satisfies Look[]) {
    if (kept.length === all.length && (await possible(all, look)) === false) for (const part of byRule(all)) await leaveOut(part, look);
  }
  // What a quick look has left is nearly the smallest: whole rules of it are hardly ever free of blame.
  for (const part of kept.length < all.length ? kept.map((own) => [own]) : byRule(all)) await leaveOut(part, exactly);
  return { wishes: kept, smallest: kept.every((own) => needed.has(own)) };
}

const counted: Look = (places) => Promise.resolve(!overfull(places));
const halves = <T>(all: readonly T[]): T[][] => [all.slice(0, Math.ceil(all.length / 2)), all.slice(Math.ceil(all.length / 2))];
