import { clockWords, lengthWords, spanWords, weekdayWord } from './clock';
import type { Finding, FindingRule } from './finding';

/** Looks up the name of an interviewee or an evaluator. */
type NameOf = (person: string) => string;
interface Said {
  readonly n: (param: string) => number;
  readonly t: (param: string) => string;
  /** The first person, all, and all but the first, as a list. */
  readonly first: string;
  readonly all: string;
  readonly others: string;
  /** 'tisdag 13.00–14.30' */
  readonly when: string;
  readonly day: string;
  readonly length: (param: string) => string;
}

const lines: Readonly<Record<FindingRule, (said: Said) => string>> = {
  evaluatorTwice: ({ all, t, when }) => `${all} är på två ställen ${when}: ${t('one')} och ${t('other')}.`,
  personTwice: ({ first, t, when }) => `${first} är på två ställen ${when}: ${t('one')} och ${t('other')}.`,
  trackTwice: ({ t, when }) => `${t('track')} är dubbelbokat ${when}: ${t('one')} och ${t('other')}.`,
  noTrack: ({ t, when }) => `${t('group')} ${when} ligger i ett spår som inte finns längre.`,
  outsideHours: ({ t, n, when, day }) => (n('known') === 1 ? `${t('group')} ${when} ligger utanför dagens tider, ${spanWords({ from: n('opens'), to: n('evening') })}.` : `${t('group')} ligger på ${day}, som inte hör till besöket.`),
  eveningNotAllowed: ({ t, n, when }) => `${t('group')} ${when} slutar på kvällen. Gruppen sitter högst till ${clockWords(n('closes'))}.`,
  personCannot: ({ first, t, when }) => `${first} kan inte ${when} och krävs i ${t('group')}.`,
  noEvaluator: ({ t, when }) => `${t('group')} ${when} har ingen utvärderare.`,
  evaluatorsMissing: ({ all, t, when }) => `${t('group')} ${when} saknar ${all}. Alla utvärderare ska vara med.`,
  managerWithStaff: ({ first, others, t }) => `${first} är chef över ${others} i ${t('group')}. Chef och egen personal intervjuas var för sig.`,
  unionWithEmployer: ({ t }) => `Fack och arbetsgivare sitter båda i ${t('group')}. De intervjuas var för sig.`,
  calledTooOften: ({ first, n }) => `${first} kallas ${n('n')} gånger, högst ${n('most')}.`,
  groupMissing: ({ t }) => `${t('group')} har ingen intervju i planen.`,
  personIfNeeded: ({ first, t, when }) => `${first} kan ${when} bara om det behövs, och krävs i ${t('group')}.`,
  notAnswered: ({ all, t, n }) => (n('n') <= 3 ? `${all} har inte svarat och krävs i ${t('group')}.` : `${n('n')} som krävs i ${t('group')} har inte svarat.`),
  bufferShort: ({ n, t }) => `${n('n') === 0 ? 'Ingen tid' : `${n('n')} min`} mellan ${t('one')} och ${t('other')}, minst ${n('least')}.`,
  lunchShort: ({ first, n, day }) => `${first} får ${n('n')} min lunch på ${day}, minst ${n('least')}.`,
  lunchMissing: ({ first, n, day }) => `${first} har ingen lunch på ${day}: ${n('n') === 0 ? 'inget är ledigt' : `${n('n')} min är lediga`} mellan ${spanWords({ from: n('from'), to: n('to') })}, minst ${n('least')}.`,
  noBreak: ({ first, length, when }) => `${first} har ${length('n')} utan paus ${when}, högst ${length('most')}.`,
  longDay: ({ first, length, day, n }) => `${first} har en dag på ${length('n')} på ${day}, ${spanWords({ from: n('from'), to: n('to') })}, högst ${length('most')}.`,
};

const listed = (names: readonly string[]): string => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} och ${names.at(-1)}`);
const few = (names: readonly string[]): string => (names.length <= 3 ? listed(names) : `${names.length} personer`);

/** A finding in a Swedish sentence, the same in the grid, the list and a letter of refusal. */
export function findingLine({ rule, params, people }: Finding, name: NameOf): string {
  const n = (param: string): number => Number(params[param] ?? 0);
  const t = (param: string): string => String(params[param] ?? '');
  const day = params['day'] === undefined ? '' : weekdayWord(t('day'));
  const names = people.map(name);
  const length = (param: string): string => lengthWords(n(param));
  return lines[rule]({ n, t, day, length, when: `${day} ${spanWords({ from: n('from'), to: n('to') })}`.trim(), first: names[0] ?? '', all: listed(names), others: few(names.slice(1)) });
}
