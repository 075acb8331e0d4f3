import { clockWords, type PlanItem } from '@samsyn/domain';

/** As a time is written in a field. @example clockOf(785) // '13.05' */
export const clockOf = (minute: number): string => clockWords(minute);

/** A time as people write it, or null. @example minuteOf('13.05') // 785, as are '13:05' and '1305' */
export function minuteOf(text: string): number | null {
  const [, hours, minutes = '00'] = /^(\d{1,2})(?:[.:]?(\d{2}))?$/.exec(text.trim()) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return hours === undefined || Number(minutes) > 59 || minute > 1440 ? null : minute;
}

/** A whole number typed into a field, or null. */
export const wholeOf = (text: string): number | null => (/^\d+$/.test(text.trim()) ? Number(text.trim()) : null);

/** The day after the last, or the one given when there is none. */
export const dayAfter = (days: readonly string[], otherwise: string): string => {
  const last = [...days].sort().at(-1);
  return last === undefined ? otherwise : new Date(Date.parse(`${last}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
};

export const byTime = (a: PlanItem, b: PlanItem): number => a.day.localeCompare(b.day) || a.start - b.start || a.track - b.track || (a.id < b.id ? -1 : 1);
