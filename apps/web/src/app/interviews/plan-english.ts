import { lengthWords, type Finding, type FindingRule } from '@samsyn/domain';
import { clockIn, dayIn, spanIn } from './guest-times';

interface Said {
  readonly n: (param: string) => number;
  readonly t: (param: string) => string;
  readonly first: string;
  readonly all: string;
  readonly others: string;
  readonly when: string;
  readonly day: string;
}

const clock = (minute: number): string => clockIn(minute, 'en');
const span = (from: number, to: number): string => spanIn({ from, to }, 'en');

const lines: Readonly<Record<FindingRule, (said: Said) => string>> = {
  evaluatorTwice: ({ all, t, when }) => `${all} would be in two places ${when}: ${t('one')} and ${t('other')}.`,
  personTwice: ({ first, t, when }) => `${first} would be in two places ${when}: ${t('one')} and ${t('other')}.`,
  trackTwice: ({ t, when }) => `${t('track')} is booked twice ${when}: ${t('one')} and ${t('other')}.`,
  noTrack: ({ t, when }) => `${t('group')} ${when} is in a track that is no longer there.`,
  outsideHours: ({ t, n, when, day }) => (n('known') === 1 ? `${t('group')} ${when} is outside the hours of the day, ${span(n('opens'), n('evening'))}.` : `${t('group')} is on ${day}, which is not part of the visit.`),
  eveningNotAllowed: ({ t, n, when }) => `${t('group')} ${when} ends in the evening. The group sits until ${clock(n('closes'))} at the latest.`,
  personCannot: ({ first, t, when }) => `${first} cannot ${when} and is required in ${t('group')}.`,
  noEvaluator: ({ t, when }) => `${t('group')} ${when} has no evaluator.`,
  evaluatorsMissing: ({ all, t, when }) => `${t('group')} ${when} lacks ${all}. All evaluators are to be there.`,
  managerWithStaff: ({ first, others, t }) => `${first} manages ${others} in ${t('group')}. Managers and their own staff are heard apart.`,
  unionWithEmployer: ({ t }) => `Unions and employer are both in ${t('group')}. They are heard apart.`,
  calledTooOften: ({ first, n }) => `${first} is called ${n('n')} times, ${n('most')} at most.`,
  groupMissing: ({ t }) => `${t('group')} has no interview in the plan.`,
  personIfNeeded: ({ first, t, when }) => `${first} can ${when} only if need be, and is required in ${t('group')}.`,
  notAnswered: ({ all, t, n }) => (n('n') <= 3 ? `${all} ${n('n') === 1 ? 'has' : 'have'} not answered and ${n('n') === 1 ? 'is' : 'are'} required in ${t('group')}.` : `${n('n')} who are required in ${t('group')} have not answered.`),
  bufferShort: ({ n, t }) => `${n('n') === 0 ? 'No time' : `${n('n')} min`} between ${t('one')} and ${t('other')}, ${n('least')} at least.`,
  lunchShort: ({ first, n, day }) => `${first} gets ${n('n')} min for lunch on ${day}, ${n('least')} at least.`,
  lunchMissing: ({ first, n, day }) => `${first} has no lunch on ${day}: ${n('n') === 0 ? 'nothing is free' : `${n('n')} min are free`} between ${span(n('from'), n('to'))}, ${n('least')} at least.`,
  noBreak: ({ first, n, when }) => `${first} has ${lengthWords(n('n'))} without a break ${when}, ${lengthWords(n('most'))} at most.`,
  longDay: ({ first, n, day }) => `${first} has a day of ${lengthWords(n('n'))} on ${day}, ${span(n('from'), n('to'))}, ${lengthWords(n('most'))} at most.`,
};

const listed = (names: readonly string[]): string => (names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`);

/** The English twin of `findingLine`. */
export function englishLine({ rule, params, people }: Finding, name: (person: string) => string): string {
  const n = (param: string): number => Number(params[param] ?? 0);
  const t = (param: string): string => String(params[param] ?? '');
  const day = params['day'] === undefined ? '' : (dayIn(t('day'), 'en').split(/[ ,]/)[0] ?? '');
  const names = people.map(name);
  const others = names.slice(1);
  return lines[rule]({ n, t, day, first: names[0] ?? '', all: listed(names), others: others.length <= 3 ? listed(others) : `${others.length} people`, when: `${day} ${span(n('from'), n('to'))}`.trim() });
}
