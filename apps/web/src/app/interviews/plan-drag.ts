import type { PlanItem } from '@samsyn/domain';
import { quarterHour } from './plan-columns';
import { movedTo } from './plan-keys';

/** Where the columns of the grid are on the screen while something is dragged. */
export interface DropColumn {
  readonly day: string;
  readonly track: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly height: number;
}

export interface Grip {
  readonly item: PlanItem;
  readonly what: 'move' | 'length';
  readonly x: number;
  readonly y: number;
  readonly columns: readonly DropColumn[];
  /** The span of the grid, in minutes. */
  readonly from: number;
  readonly to: number;
}

/** Shorter than this a press is a click. */
export const dragSlack = 4;

const near = (minute: number): number => Math.round(minute / quarterHour) * quarterHour;
const between = (least: number, value: number, most: number): number => Math.min(Math.max(value, least), most);

/** The item as it would lie where the pointer is: on a quarter, inside the grid, in the column below the pointer or nearest to it. */
export function draggedTo({ item, what, x, y, columns, from, to }: Grip, pointer: { readonly x: number; readonly y: number }): PlanItem {
  const [first] = columns;
  if (!first || first.height === 0) return item;
  const minutes = ((pointer.y - y) / first.height) * (to - from);
  if (what === 'length') return { ...item, length: between(quarterHour, near(item.start + item.length + minutes) - item.start, Math.min(720, to - item.start)) };
  const here = columns.find(({ day, track }) => day === item.day && track === item.track) ?? first;
  const middle = (here.left + here.right) / 2 + pointer.x - x;
  const away = ({ left, right }: DropColumn): number => (middle < left ? left - middle : middle > right ? middle - right : 0);
  const column = [...columns].sort((a, b) => away(a) - away(b))[0] ?? here;
  return movedTo(item, { day: column.day, track: column.track, start: between(from, near(item.start + minutes), to - item.length) });
}
