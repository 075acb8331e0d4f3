import type { PlanItem } from './plan';

export const endOf = (item: Pick<PlanItem, 'start' | 'length'>): number => item.start + item.length;

/** Whether two things of the same day share time; what only touches does not. */
export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;
export interface Span {
  readonly from: number;
  readonly to: number;
}
export const spanOf = (item: Pick<PlanItem, 'start' | 'length'>): Span => ({ from: item.start, to: endOf(item) });

/** @example clockWords(785) // '13.05' */
export const clockWords = (minute: number): string => `${Math.floor(minute / 60)}.${String(minute % 60).padStart(2, '0')}`;

/** @example spanWords({ from: 780, to: 990 }) // '13.00–16.30' */
export const spanWords = ({ from, to }: Span): string => `${clockWords(from)}–${clockWords(to)}`;

const weekdays = ['söndag', 'måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag'] as const;
const months = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'] as const;

export const weekdayWord = (day: string): string => weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? day;

/** @example dayWords('2026-11-10') // 'tisdag 10 november' */
export const dayWords = (day: string): string => `${weekdayWord(day)} ${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1] ?? ''}`.trim();

/** @example lengthWords(210) // '3 h 30 min' */
export const lengthWords = (minutes: number): string => [minutes >= 60 ? `${Math.floor(minutes / 60)} h` : '', minutes % 60 > 0 || minutes < 60 ? `${minutes % 60} min` : ''].filter(Boolean).join(' ');

/** The day after, by the calendar. */
export const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
