import type { LedgerLineView } from '@samsyn/contract';

export interface DayOfLines {
  /** Day in Stockholm, YYYY-MM-DD. */
  readonly day: string;
  /** `time` is false for a line that carries its day only. */
  readonly lines: readonly (LedgerLineView & { readonly time: boolean })[];
}

const stockholm = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', year: 'numeric', month: '2-digit', day: '2-digit' });
const hasTime = (at: string): boolean => at.length > 10;
const dayOf = (at: string): string => (hasTime(at) ? stockholm.format(new Date(at)) : at);

/** The lines by day in Stockholm, newest day first and newest line first; lines without a time end their day's list. */
export function linesByDay(lines: readonly LedgerLineView[]): DayOfLines[] {
  const days = new Map<string, (LedgerLineView & { time: boolean })[]>();
  for (const line of [...lines].reverse()) {
    const day = dayOf(line.at);
    days.set(day, [...(days.get(day) ?? []), { ...line, time: hasTime(line.at) }]);
  }
  return [...days]
    .sort(([a], [b]) => b.localeCompare(a))
    .map(([day, own]) => ({ day, lines: [...own].sort((a, b) => Number(b.time) - Number(a.time) || (a.time ? b.at.localeCompare(a.at) : 0)) }));
}
