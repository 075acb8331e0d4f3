import { compareExact, exact, shown, swedish, type Exact, type Report } from '@samsyn/domain';

export type Language = 'sv' | 'en';
export const languageOf = (active: string): Language => (active === 'en' ? 'en' : 'sv');

/**
 * A municipality as Swedes write it: genitive s after a consonant, none after a vowel, s, x or z.
 * @example fullName('Norsjö', 'sv') // 'Norsjö kommun'; 'Örnsköldsvik' gives 'Örnsköldsviks kommun'
 */
export function fullName(name: string, language: Language): string {
  if (language === 'en' || /\b(kommun|stad|region)\b/i.test(name)) return name;
  return `${name}${/[aeiouyåäösxz]$/i.test(name) ? '' : 's'} kommun`;
}

/** A longer text as its paragraphs, parted by new lines. */
export const paragraphsOf = (text: string): string[] => text.split(/\n\s*\n|\n/).map((paragraph) => paragraph.trim()).filter(Boolean);

/** An area's title without its explanation after the dash. */
export const plainTitle = (title: string): string => title.split(' - ')[0] ?? title;

/** One or two words for a narrow place: 'Kommunen som arbetsgivare - …' gives 'Arbetsgivare'. */
export function shortTitle(title: string): string {
  const plain = plainTitle(title);
  const role = / (?:som|as) (.+)$/.exec(plain)?.[1];
  const words = (role ?? plain).split(/,| och | and | mellan | between /)[0]?.split(' ').slice(0, 2).join(' ') ?? plain;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** An exact value for a careful reader: the fraction and its decimals, "140/3 ≈ 46,667", "457/10 = 45,7" or just "60". */
export function inFull(value: Exact): string {
  if (!value.includes('/')) return swedish(value, 0);
  const rounded = shown(value, 3);
  const decimals = swedish(value, 3).replace(/,?0+$/, '');
  return `${value.replace('-', '−')} ${compareExact(value, exact(rounded).toFraction()) === 0 ? '=' : '≈'} ${decimals}`;
}

/** Person, mark and organisation as the report itself names them; its own copy, so a locked report never changes. */
export const memberOf = (report: Report, person: string): Report['team'][number] | undefined =>
  report.team.find((member) => member.person === person && member.seat !== null) ?? report.team.find((member) => member.person === person);

/** First 16 characters in groups of four: enough to compare by eye or by voice. */
export const shortHash = (hash: string): string => (hash.replace(/^sha256:/, '').slice(0, 16).match(/.{1,4}/g) ?? []).join(' ');
