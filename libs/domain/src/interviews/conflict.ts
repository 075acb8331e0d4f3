import type { PlanWorld } from './plan';
import { suggestModel } from './suggest-model';
import { wishesOf, type SuggestOptions, type Wish } from './suggest-wishes';

/** Whether a model has any solution at all; null when that was not found out in time. */
export type IsPossible = (lp: string) => Promise<boolean | null>;

/**
 * A smallest set of wishes that cannot all hold: give up any one of it and there is a plan. Found by leaving out as many
 * as possible, halves first; what is still impossible without them does not need them. What a solver could not decide in
 * time is kept, so that the set names too much rather than too little.
 */
export async function conflictOf(world: PlanWorld, options: SuggestOptions, isPossible: IsPossible): Promise<Wish[]> {
  const all = wishesOf(world, options);
  let kept: readonly Wish[] = all;
  const impossibleWith = async (wishes: readonly Wish[]): Promise<boolean> => {
    const model = suggestModel(world, options, new Set(all.filter((own) => !wishes.includes(own)).map(({ key }) => key)), 'possible');
    return model.homeless.length > 0 || (model.starts.length > 0 && (await isPossible(model.lp)) === false);
  };
  const leaveOut = async (part: readonly Wish[]): Promise<void> => {
    if (part.length === 0) return;
    const without = kept.filter((own) => !part.includes(own));
    if (await impossibleWith(without)) {
      kept = without;
      return;
    }
    if (part.length === 1) return;
    const middle = Math.ceil(part.length / 2);
    await leaveOut(part.slice(0, middle));
    await leaveOut(part.slice(middle));
  };
  await leaveOut(all);
  return [...kept];
}
