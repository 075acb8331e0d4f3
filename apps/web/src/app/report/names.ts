import { asExact, compareExact, exact, shown, sumOf, swedish, type Exact, type Report } from '@samsyn/domain';

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

/** No longer part of the team when the report was locked. Reports of the first edition tell only of a declared conflict. */
export const hasLeft = (member: Report['team'][number]): boolean => (member.leftAt === undefined ? member.conflict : member.leftAt !== null);

/** How many judged, blind to each other: the seats from which something was opened. One who left before is none of them; two who shared a seat are one. */
export const judgingSeats = (report: Report): number =>
  new Set(report.areas.flatMap((area) => area.rows.flatMap((row) => row.voices.map(({ person }) => memberOf(report, person)?.seat ?? person)))).size;

/**
 * Which questions a person judged in any round, as the table counts them: runs of three or more shortened.
 * @example judgedBy(report, anna) // '1.1–1.4, 2.2'
 */
export function judgedBy(report: Report, person: string): string {
  const rows = report.areas.flatMap((area) => area.rows);
  const runs: string[][] = [];
  rows.forEach((row, at) => {
    if (!row.voices.some((voice) => voice.person === person)) return;
    const last = runs.at(-1);
    if (last && last.at(-1) === rows[at - 1]?.number) last.push(row.number);
    else runs.push([row.number]);
  });
  return runs.map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(', '))).join(', ');
}

/** Whether the printed points of the areas add up to another sum than the printed total, which is right: it is of unrounded points. */
export const areasDiffer = ({ areas, total, decimals }: Report): boolean =>
  compareExact(sumOf(areas.map((area) => asExact(exact(shown(area.total.exact, decimals))))), asExact(exact(shown(total.exact, 0)))) !== 0;

/** First 16 characters in groups of four: enough to compare by eye or by voice. */
export const shortHash = (hash: string): string => (hash.replace(/^sha256:/, '').slice(0, 16).match(/.{1,4}/g) ?? []).join(' ');
