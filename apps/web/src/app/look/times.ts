/** Times are UTC on the wire and Europe/Stockholm on screen. */
const format = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'sv-SE', { timeZone: 'Europe/Stockholm', ...options });

/** @example clock('2026-11-22T09:42:00Z', 'sv') // '10.42' */
export const clock = (at: string, language: string): string => {
  const text = format(language, { hour: '2-digit', minute: '2-digit' }).format(new Date(at));
  return language === 'en' ? text : text.replace(':', '.');
};

/** "fre 27 nov": without the full stops that Swedish puts after some of the months, or a sentence would seem to end there. */
export const shortDay = (at: string, language: string): string => format(language, { weekday: 'short', day: 'numeric', month: 'short' }).format(new Date(at)).replace(/\./g, '');

/** "3 maj" */
export const dayOfMonth = (at: string, language: string): string => format(language, { day: 'numeric', month: 'long' }).format(new Date(at));

/** "fredag 27 november 2026" */
export const longDay = (at: string, language: string): string => format(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(at));

/** "3–5 december", "24 november–12 december"; a single day when both are the same. With the year where that is not plain. */
export const dayRange = (from: string, to: string, language: string, withYear: boolean): string =>
  format(language, { day: 'numeric', month: 'long', ...(withYear ? { year: 'numeric' } : {}) }).formatRange(new Date(from), new Date(to));
