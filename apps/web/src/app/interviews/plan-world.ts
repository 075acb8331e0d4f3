import type { PlanDesk } from '@samsyn/contract';
import { affected, findings, interviewsOf, planDifference, type Finding, type InterviewGroup, type PlanItem, type PlanWorld, type VisitPlan } from '@samsyn/domain';

/** What the rules see, with the plan as it stands on this screen. */
export const worldOf = (desk: PlanDesk, plan: VisitPlan): PlanWorld => ({ plan, people: desk.people, availability: desk.availability, evaluators: desk.evaluators.map(({ person }) => person) });

/** The name of an interviewee or an evaluator. */
export const nameIn = (desk: Pick<PlanDesk, 'people' | 'evaluators'>): ((person: string) => string) => {
  const names = new Map<string, string>([...desk.people.map((own) => [own.id, own.name] as const), ...desk.evaluators.map((own) => [own.person, own.name] as const)]);
  return (person) => names.get(person) ?? '';
};

/** A group is called by its place in the list and its title: "1 Central ledning". */
export const numberOf = (plan: VisitPlan, group: string | null): string => {
  const at = plan.groups.findIndex(({ id }) => id === group);
  return at < 0 ? '' : String(at + 1);
};
export const titleIn = (plan: VisitPlan, item: PlanItem): string => plan.groups.find(({ id }) => id === item.group)?.title ?? item.title;

export interface Counts {
  readonly red: number;
  readonly yellow: number;
}

/** What is still to be put right: a breach with a reason is settled. */
export const countsOf = (all: readonly Finding[]): Counts => {
  const open = all.filter(({ accepted }) => !accepted);
  return { red: open.filter(({ severity }) => severity === 'red').length, yellow: open.filter(({ severity }) => severity === 'yellow').length };
};

/** What became of an item since another plan. */
export type Since = { readonly kind: 'new' } | { readonly kind: 'same' } | { readonly kind: 'changed' } | { readonly kind: 'moved'; readonly from: PlanItem };

/** Each item against another plan, and the items of that other plan which are gone. */
export function since(before: VisitPlan, after: VisitPlan): { readonly of: (item: string) => Since; readonly gone: readonly PlanItem[] } {
  const { items } = planDifference(before, after);
  const added = new Set(items.added.map(({ id }) => id));
  const changed = new Map(items.changed.map(({ before: was, after: is }) => [is.id, was.day !== is.day || was.start !== is.start || was.track !== is.track ? ({ kind: 'moved', from: was } as const) : ({ kind: sameBut(was, is) ? 'same' : 'changed' } as const)]));
  return { of: (item) => (added.has(item) ? { kind: 'new' } : (changed.get(item) ?? { kind: 'same' })), gone: items.removed };
}

/** Only the counter of changes differs. */
const sameBut = (a: PlanItem, b: PlanItem): boolean => JSON.stringify({ ...a, edition: 0 }) === JSON.stringify({ ...b, edition: 0 });

/** What a list of items in place of those of the plan would mean, for a choice between suggestions. */
export interface Outcome {
  readonly solvesRed: number;
  readonly solvesYellow: number;
  /** Breaches that are not there now. */
  readonly breaks: number;
  readonly moved: readonly PlanItem[];
  readonly added: readonly PlanItem[];
  readonly people: number;
}

export function outcomeOf(world: PlanWorld, items: readonly PlanItem[]): Outcome {
  const next = { ...world.plan, items: [...items] };
  const [before, after] = [findings(world), findings({ ...world, plan: next })].map((all) => all.filter(({ accepted }) => !accepted));
  const left = new Set((after ?? []).map(({ key }) => key));
  const known = new Set((before ?? []).map(({ key }) => key));
  const solved = (before ?? []).filter(({ key }) => !left.has(key));
  const { of } = since(world.plan, next);
  const interviews = interviewsOf({ plan: next }).map(({ item }) => item);
  return {
    solvesRed: solved.filter(({ severity }) => severity === 'red').length, solvesYellow: solved.filter(({ severity }) => severity === 'yellow').length,
    breaks: (after ?? []).filter(({ key }) => !known.has(key)).length,
    moved: interviews.filter(({ id }) => of(id).kind === 'moved'), added: interviews.filter(({ id }) => of(id).kind === 'new'),
    people: new Set(affected(world.plan, next).map(({ person }) => person)).size,
  };
}

/** How many of a group have answered about their hours. */
export function answersOf(desk: PlanDesk, group: InterviewGroup): { readonly answered: number; readonly of: number } {
  const answered = new Set(desk.availability.filter((own) => own.answered).map(({ person }) => person));
  return { answered: group.members.filter(({ person }) => answered.has(person)).length, of: group.members.length };
}

/** Whom the house may still remind: asked for their hours, with an address, without an answer. */
export const silentIn = (desk: PlanDesk): PlanDesk['people'] => {
  const answered = new Set(desk.availability.filter((own) => own.answered).map(({ person }) => person));
  return desk.people.filter(({ id, email }) => email !== null && !answered.has(id));
};
