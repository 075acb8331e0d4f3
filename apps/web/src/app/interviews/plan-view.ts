import type { Finding, PlanItem, VisitPlan } from '@samsyn/domain';
import type { Since } from './plan-world';
import { since, titleIn } from './plan-world';
import type { PlanWords } from './plan-words-of';

/** What the grid or the list shows of the plan, and against what. */
export interface PlanView {
  readonly mode: 'draft' | 'released' | 'differences' | 'preview';
  readonly plan: VisitPlan;
  /** To which each item is compared; null where nothing is. */
  readonly before: VisitPlan | null;
  readonly findings: readonly Finding[];
  readonly editable: boolean;
}

export interface Tag {
  readonly severity: 'red' | 'yellow';
  readonly word: string;
}

/** An item in words, the same in the grid and in the list. */
export interface ItemWords {
  readonly title: string;
  readonly span: string;
  readonly people: string;
  readonly evaluators: readonly { readonly person: string; readonly name: string; readonly seat: number }[];
  readonly names: string;
  /** It concerns some of the evaluators only. */
  readonly some: boolean;
  readonly was: string;
  readonly pause: string;
  readonly joins: string;
  readonly tags: readonly Tag[];
  readonly since: Since['kind'] | 'gone';
}

/** One tag per broken rule, the gravest first. */
function tagsOf(item: PlanItem, findings: readonly Finding[], words: PlanWords): Tag[] {
  const own = findings.filter(({ items, accepted }) => !accepted && items.includes(item.id));
  return [...new Set(own.map(({ rule }) => rule))].map((rule) => {
    const broken = own.filter((finding) => finding.rule === rule);
    const people = new Set(broken.flatMap((finding) => finding.people)).size;
    return { severity: broken[0]?.severity ?? 'yellow', word: words.t(`tag.${rule}`, { n: people }) };
  });
}

function wasOf(item: PlanItem, { kind, ...own }: Since, words: PlanWords): string {
  if (kind === 'new') return words.t('since.new');
  if (kind === 'changed') return words.t('since.changed');
  const from = kind === 'moved' && 'from' in own ? own.from : null;
  if (!from) return '';
  const track = from.track === item.track ? '' : `, ${words.trackName(from.track)}`;
  return words.t('since.from', { at: `${from.day === item.day ? '' : `${words.onDay(from.day)} `}${words.clock(from.start)}${track}` });
}

/** Says every item of a view, with those that are gone since what it is compared with. */
export function wordsFor(view: PlanView, words: PlanWords, nameOf: (person: string) => string, team = 0): (item: PlanItem) => ItemWords {
  const changes = view.before ? since(view.before, view.plan) : null;
  const gone = new Set((changes?.gone ?? []).map(({ id }) => id));
  const source = (item: PlanItem): VisitPlan => (gone.has(item.id) && view.before ? view.before : view.plan);
  return (item) => {
    const plan = source(item);
    const group = plan.groups.find(({ id }) => id === item.group);
    const own = changes?.of(item.id) ?? { kind: 'same' };
    const evaluators = words.evaluators(item);
    const number = group ? plan.groups.indexOf(group) + 1 : '';
    return {
      title: `${number} ${titleIn(plan, item) || words.t(`kind.${item.kind}`)}`.trim(), span: words.span(item), evaluators, names: words.list(evaluators.map(({ name }) => name)), some: evaluators.length > 0 && evaluators.length < team,
      people: group ? words.t(group.members.length === 1 ? 'person' : group.protected ? 'peopleProtected' : 'peopleCount', { n: group.members.length }) : '',
      was: gone.has(item.id) ? words.t('since.gone') : wasOf(item, own, words), since: gone.has(item.id) ? 'gone' : own.kind,
      pause: item.pause ? words.t('pauseAt', { at: words.span({ start: item.start + item.pause.after, length: item.pause.length }) }) : '',
      joins: item.joins.map((late) => words.t('joinsAt', { name: nameOf(late.person), at: words.clock(late.from) })).join(', '), tags: tagsOf(item, view.findings, words),
    };
  };
}

/** The plan with what is gone still lying where it was. */
export const withGone = (view: PlanView): VisitPlan => (view.mode === 'differences' && view.before ? { ...view.plan, items: [...view.plan.items, ...since(view.before, view.plan).gone] } : view.plan);
