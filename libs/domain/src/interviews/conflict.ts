import type { PlanWorld } from './plan';
import { placesOf, programmeOf } from './suggest-model';
import { laidAtOnce } from './suggest-laid';
import { columnsOf, notLaid, puzzleOf, type Laying, type Puzzle } from './suggest-puzzle';
import { overfull, type Places } from './suggest-room';
import { wishesOf, type SuggestOptions, type Wish } from './suggest-wishes';

/** Finds out whether there is any plan; null when it did not in time. */
export interface Trial {
  /** Lays the interviews one after the other. */
  readonly laid: (puzzle: Puzzle) => Promise<Laying>;
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

/** Whether there is a plan, as far as one way of looking can tell. */
type Look = (places: Places) => Promise<boolean | null>;

/**
 * A smallest set of wishes that cannot all hold, of a world in which not all can. Found by leaving out as many as
 * possible: first as long as counting alone says no, then as long as a close look does. What could not be decided in time
 * is kept and the set is not called smallest, so that it names too much rather than too little.
 */
export async function conflictOf(world: PlanWorld, options: SuggestOptions, trial: Trial): Promise<Conflict> {
  const all = wishesOf(world, options);
  const needed = new Set<Wish>();
  let kept: readonly Wish[] = all;
  const possible = async (wishes: readonly Wish[], look: Look): Promise<boolean | null> => {
    const places = placesOf(world, options, new Set(all.filter((own) => !wishes.includes(own)).map(({ key }) => key)));
    return places.homeless.length > 0 ? false : places.starts.length === 0 || laidAtOnce(places) || look(places);
  };
  /** Leaves these out together if the others cannot hold even so. */
  const without = async (part: readonly Wish[], look: Look): Promise<boolean> => {
    if (part.length === 0 || trial.over()) return false;
    const verdict = await possible(kept.filter((own) => !part.includes(own)), look);
    if (verdict === false) kept = kept.filter((own) => !part.includes(own));
    else if (verdict === true && part.length === 1) for (const own of part) needed.add(own);
    return verdict === false;
  };
  /** One by one, and more at once for as long as that goes well. */
  const oneByOne = async (part: readonly Wish[], look: Look): Promise<void> => {
    for (let at = 0, many = 1; at < part.length; ) {
      const gone = await without(part.slice(at, at + many), look);
      if (gone || many === 1) at += many;
      many = gone ? 2 * many : 1;
    }
  };
  const whole = async (rule: Wish['rule'], look: Look): Promise<readonly Wish[]> => {
    const part = kept.filter((own) => own.rule === rule && !needed.has(own));
    return part.length > 1 && (await without(part, look)) ? [] : part;
  };
  const close = closely(trial);
  for (const look of [counted, close]) {
    if (look === counted && (await possible(all, look)) !== false) continue;
    // What people answered hardly matters where there are simply too many, and without it the rest is sooner told apart.
    if (look === close) for (const rule of ['cannot', 'evening'] as const) await whole(rule, look);
    for (const rule of rulesOf(all)) await oneByOne(rule === 'groupTakesPlace' ? kept.filter((own) => own.rule === rule && !needed.has(own)) : await whole(rule, look), look);
  }
  return { wishes: kept, smallest: kept.every((own) => needed.has(own)) };
}

const rulesOf = (all: readonly Wish[]): Wish['rule'][] => [...new Set(all.map(({ rule }) => rule))];

const counted: Look = (places) => Promise.resolve(overfull(places) ? false : null);

const closely = (trial: Trial): Look => async (places) => {
  if (trial.over()) return null;
  const puzzle = puzzleOf(places);
  const { verdict, sessions } = puzzle ? await trial.laid(puzzle) : notLaid;
  if (verdict === 'none') return false;
  if (verdict === 'laid' && columnsOf(places, sessions)) return true;
  const lp = programmeOf(places, 'possible');
  return (await trial.roughly(lp)) === false ? false : trial.exactly(lp);
};
