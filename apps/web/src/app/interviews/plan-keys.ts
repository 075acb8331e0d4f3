import { endOf, type PlanItem } from '@samsyn/domain';
import { quarterHour, type Column } from './plan-columns';

/** What a key asks for: another place or length of the item, or something else of the grid. */
export type Asked = { readonly kind: 'put'; readonly item: PlanItem } | { readonly kind: 'open' } | { readonly kind: 'remove' } | { readonly kind: 'undo' } | { readonly kind: 'go'; readonly to: 'up' | 'down' | 'left' | 'right' | 'first' | 'last' };

type Key = Pick<KeyboardEvent, 'key' | 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;
const midnight = 1440;

/** To the next quarter, so that five past moves to a quarter past. */
const quarter = (minute: number, step: 1 | -1): number => (step > 0 ? Math.floor(minute / quarterHour) + 1 : Math.ceil(minute / quarterHour) - 1) * quarterHour;

const within = (item: PlanItem): boolean => item.start >= 0 && endOf(item) <= midnight && item.length >= quarterHour && item.length <= 720;

/** Late comers move with their interview. */
export const movedTo = (item: PlanItem, to: Pick<PlanItem, 'day' | 'start' | 'track'>): PlanItem => ({ ...item, ...to, joins: item.joins.map((late) => ({ ...late, from: late.from + to.start - item.start })) });

function byAlt(item: PlanItem, key: string, shift: boolean, columns: readonly Column[]): PlanItem | null {
  const up = key === 'ArrowUp';
  if (up || key === 'ArrowDown') {
    const step = up ? -1 : 1;
    return shift ? { ...item, length: quarter(endOf(item), step) - item.start } : movedTo(item, { ...item, start: quarter(item.start, step) });
  }
  const step = key === 'ArrowLeft' ? -1 : 1;
  const days = [...new Set(columns.map(({ day }) => day))];
  if (shift) {
    const day = days[days.indexOf(item.day) + step];
    return day === undefined ? null : { ...item, day };
  }
  const next = columns[columns.findIndex(({ day, track }) => day === item.day && track === item.track) + step];
  return next ? { ...item, day: next.day, track: next.track } : null;
}

const goes: Readonly<Record<string, 'up' | 'down' | 'left' | 'right' | 'first' | 'last'>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right', Home: 'first', End: 'last' };

/**
 * Alt with arrows moves 15 minutes, or to the next track and day; with Shift it is the length, or the day. Enter opens,
 * P pins, Delete takes away, arrows alone walk. Null for every other key, and for what leads past midnight.
 */
export function askedBy(key: Key, item: PlanItem, columns: readonly Column[], mayEdit: boolean): Asked | null {
  const command = key.ctrlKey || key.metaKey;
  if (command) return key.key.toLowerCase() === 'z' && !key.shiftKey && !key.altKey ? { kind: 'undo' } : null;
  if (key.altKey) {
    const next = mayEdit && key.key.startsWith('Arrow') ? byAlt(item, key.key, key.shiftKey, columns) : null;
    return next && within(next) ? { kind: 'put', item: next } : null;
  }
  const go = goes[key.key];
  if (go) return { kind: 'go', to: go };
  if (key.key === 'Enter') return { kind: 'open' };
  if (!mayEdit) return null;
  if (key.key === 'Delete' || key.key === 'Backspace') return { kind: 'remove' };
  return key.key.toLowerCase() === 'p' ? { kind: 'put', item: { ...item, pinned: !item.pinned } } : null;
}
