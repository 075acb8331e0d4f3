import { clockWords, type Span } from '@samsyn/domain';

/** "13.00", in English "13:00". */
export const clockIn = (minute: number, language: string): string => (language === 'en' ? clockWords(minute).replace('.', ':') : clockWords(minute));

/** "13.00–16.30" */
export const spanIn = ({ from, to }: Span, language: string): string => `${clockIn(from, language)}–${clockIn(to, language)}`;

/** "tisdag 10 november" */
export const dayIn = (day: string, language: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'sv-SE', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(`${day}T12:00:00Z`));

/** "tis 10 nov" */
export const dayShortIn = (day: string, language: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'sv-SE', { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' }).format(new Date(`${day}T12:00:00Z`)).replace(/\.$/, '');

/** A video link, if that is what it says; other words ("länk kommer") stay words. */
export function webAddress(text: string): string | null {
  try {
    const { protocol, href } = new URL(text.trim());
    return protocol === 'https:' || protocol === 'http:' ? href : null;
  } catch {
    return null;
  }
}
