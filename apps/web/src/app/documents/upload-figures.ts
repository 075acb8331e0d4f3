import { clock, shortDay } from '../look';

const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : 'sv-SE');

/** A size as people read it. @example sizeInWords(4_404_019, 'sv') // '4,2 MB' */
export function sizeInWords(bytes: number, language: string): string {
  const steps = ['byte', 'kB', 'MB', 'GB'];
  const step = Math.min(steps.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return `${new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: step > 1 ? 1 : 0 }).format(bytes / 1024 ** step)} ${steps[step]}`;
}

/** "fre 27 nov": without the full stop of the abbreviated month, which would stand beside that of the sentence. */
export const plainDay = (at: string, language: string): string => shortDay(at, language).replace(/\./g, '');

/** The time of something recent: "10.31" today, otherwise "fre 16 okt 10.31". */
export function whenInWords(at: string, language: string, now = new Date()): string {
  const day = plainDay(at, language);
  return day === plainDay(now.toISOString(), language) && now.getTime() - new Date(at).getTime() < 86_400_000 ? clock(at, language) : `${day} ${clock(at, language)}`;
}

/** A day that is due, in a sentence: "fredag 23 oktober". */
export const dueInWords = (day: string, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { timeZone: 'Europe/Stockholm', weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(`${day}T12:00:00Z`));

/** The same in a row: "fre 23 okt". */
export const dueShort = (day: string, language: string): string => plainDay(`${day}T12:00:00Z`, language);
