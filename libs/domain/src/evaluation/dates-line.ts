import type { DateChange, PlannedDate } from './dates';

const labels: Readonly<Record<PlannedDate, { readonly sv: string; readonly en: string }>> = {
  scoringFrom: { sv: 'bedömning från', en: 'scoring from' }, scoringTo: { sv: 'bedömning till', en: 'scoring to' },
  visitFrom: { sv: 'besök från', en: 'visit from' }, visitTo: { sv: 'besök till', en: 'visit to' },
  consensus: { sv: 'samsynsmöte', en: 'consensus meeting' }, reportDue: { sv: 'rapport klar', en: 'report due' },
};
const told = (locale: string): ((day: string) => string) => {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
  return (day) => format.format(new Date(day));
};
const days = { sv: told('sv-SE'), en: told('en-GB') };
const removed = { sv: 'tas bort', en: 'removed' };
const earlier = { sv: 'förut', en: 'before' };

/** Which dates were set, moved or taken away, by name. @example "samsynsmöte 14 december 2026, förut 12 december 2026" */
export function datesLine(changes: readonly DateChange[]): { sv: string; en: string } {
  const listed = (language: 'sv' | 'en'): string =>
    changes.map(({ date, from, to }) => `${labels[date][language]} ${to === null ? removed[language] : days[language](to)}${from === null ? '' : `, ${earlier[language]} ${days[language](from)}`}`).join('; ');
  const first = changes.every(({ from }) => from === null);
  return { sv: `${first ? 'planerade' : 'ändrade datum:'} ${listed('sv')}`, en: `${first ? 'planned' : 'changed dates:'} ${listed('en')}` };
}
