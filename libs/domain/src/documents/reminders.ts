import { isOpenRequest, type RequestState } from './request';
import { isWorkingDay, workingDaysTo, type Day } from './working-days';

/** Something a person is to deliver: their own item, or one handed to them by a link. */
export interface DueItem {
  readonly status: RequestState;
  readonly due: Day | null;
}

/** Working days left, when this is a day on which the item is worth a mail; null otherwise. */
function milestone(today: Day, { status, due }: DueItem): number | null {
  if (due === null || !isOpenRequest(status)) return null;
  const left = workingDaysTo(today, due);
  const late = -left;
  return left === 3 || left === 1 || left === 0 || (late > 0 && late % 5 === 3) ? left : null;
}

/** The most working days ahead that a digest speaks of. */
const ahead = 3;

/**
 * What one person is reminded of today: one mail a day or none, never one for each item.
 * A mail goes when some open item is due in three working days, in one, today, is three working days late, or five more
 * each time; it then names everything open that is late or due within three, so that nothing needs a second mail.
 * Nothing goes on a day on which nobody works. Answers the items, most urgent first; empty for no mail.
 * @example digestFor('2026-06-19', items) // [] on midsummer eve
 */
export function digestFor<Item extends DueItem>(today: Day, items: readonly Item[]): Item[] {
  if (!isWorkingDay(today) || !items.some((item) => milestone(today, item) !== null)) return [];
  return items
    .filter((item) => item.due !== null && isOpenRequest(item.status) && workingDaysTo(today, item.due) <= ahead)
    .sort(byUrgency);
}

/** What falls due first stands first; what has no day, last. */
const byUrgency = (a: DueItem, b: DueItem): number => (a.due ?? '9999').localeCompare(b.due ?? '9999');

/**
 * What one person is reminded of when somebody does it by hand: what was chosen, if it is still open, and whatever the
 * digest of that day would have said, so that it stays the only mail of the day. Any day: a person has decided it.
 */
export function digestByHand<Item extends DueItem>(today: Day, items: readonly Item[], isChosen: (item: Item) => boolean): Item[] {
  const due = new Set(digestFor(today, items));
  return items.filter((item) => isOpenRequest(item.status) && (isChosen(item) || due.has(item))).sort(byUrgency);
}

/** Working days that submitted material may lie before the coordinator is told that nobody has looked. */
export const reviewWithin = 5;

/** Whether material submitted that day has waited too long for somebody to look at it. */
export const isUnreviewed = (status: RequestState, submitted: Day, today: Day): boolean => status === 'submitted' && workingDaysTo(submitted, today) > reviewWithin;
