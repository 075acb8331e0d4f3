import { endOf, type Finding, type InterviewGroup, type PlanCommand, type PlanItem, type PlanWorld } from '@samsyn/domain';
import { firstFree } from './plan-columns';

/** A way out of a finding: changes that can be made at once, or something to look at. `facts` are for its words. */
export type Way =
  | { readonly kind: 'do'; readonly word: string; readonly facts: Readonly<Record<string, string | number>>; readonly commands: readonly PlanCommand[] }
  | { readonly kind: 'replan'; readonly person: string; readonly day: string; readonly from: number; readonly to: number }
  | { readonly kind: 'show'; readonly item: string }
  | { readonly kind: 'remind'; readonly people: readonly string[] };

const put = (item: PlanItem): PlanCommand => ({ kind: 'putItem', item });
const putGroup = (group: InterviewGroup): PlanCommand => ({ kind: 'putGroup', group });
const without = (group: InterviewGroup, person: string): InterviewGroup => ({ ...group, members: group.members.filter((own) => own.person !== person) });

/** An interview of a group as it is first laid into the plan. */
export const itemOf = (world: PlanWorld, group: InterviewGroup, id: string): PlanItem => ({
  id, edition: 0, kind: 'interview', group: group.id, title: '', ...firstFree(world.plan, group.length), length: group.length,
  evaluators: group.evaluators === 'all' ? [...world.evaluators] : world.evaluators.slice(0, 1), pinned: false, pause: null, joins: [],
});

/** The other group of managers that a manager can join without meeting own staff there. */
function calmGroup({ plan, people }: PlanWorld, manager: string, not: string): InterviewGroup | undefined {
  const staff = new Set(people.filter((own) => own.manager === manager).map(({ id }) => id));
  return plan.groups.find(({ id, kind, members }) => id !== not && kind === 'managers' && !members.some(({ person }) => person === manager || staff.has(person)));
}

/** What one can do about a finding beside keeping it with a reason, the mildest first. */
export function waysOut(finding: Finding, world: PlanWorld, newId: () => string): Way[] {
  const { plan } = world;
  const [person] = finding.people;
  const items = finding.items.flatMap((id) => plan.items.find((own) => own.id === id) ?? []);
  const groups = finding.groups.flatMap((id) => plan.groups.find((own) => own.id === id) ?? []);
  const [item, second] = items;
  const [group] = groups;
  const n = (param: string): number => Number(finding.params[param] ?? 0);
  const act = (word: string, facts: Readonly<Record<string, string | number>>, ...commands: PlanCommand[]): Way => ({ kind: 'do', word, facts, commands });
  const show: Way[] = item ? [{ kind: 'show', item: item.id }] : [];
  const optional = group && person ? [act('makeOptional', { person }, putGroup({ ...group, members: group.members.map((own) => (finding.people.includes(own.person) ? { ...own, required: false } : own)) }))] : [];

  switch (finding.rule) {
    case 'personCannot':
    case 'personIfNeeded':
      return [...(person ? [{ kind: 'replan', person, day: String(finding.params['day']), from: n('from'), to: n('to') } as const] : []), ...optional];
    case 'notAnswered': return [{ kind: 'remind', people: finding.people }, ...optional];
    case 'managerWithStaff': {
      const calm = group && person ? calmGroup(world, person, group.id) : undefined;
      const required = group?.members.find((own) => own.person === person)?.required ?? true;
      if (!group || !person) return show;
      return [...(calm ? [act('moveTo', { person, group: calm.title }, putGroup(without(group, person)), putGroup({ ...calm, members: [...calm.members, { person, required }] }))] : []), act('takeOut', { person, group: group.title }, putGroup(without(group, person)))];
    }
    case 'noEvaluator':
    case 'evaluatorsMissing': return item ? [act('allEvaluators', {}, put({ ...item, evaluators: [...world.evaluators] })), ...show] : [];
    case 'groupMissing': return group && plan.days.length > 0 ? [act('layOut', { group: group.title }, put(itemOf(world, group, newId())))] : [];
    case 'lunchShort': return item ? [act('longerLunch', { n: n('least') }, put({ ...item, length: n('least') })), ...show] : [];
    case 'bufferShort': return item && second && !second.pinned ? [act('startAt', { at: endOf(item) + n('least'), item: second.id }, put({ ...second, start: endOf(item) + n('least') })), ...show] : show;
    case 'noBreak': return item && items.length === 1 && !item.pause && item.length >= 60 ? [act('addPause', { n: 15 }, put({ ...item, pause: { after: Math.round(item.length / 2 / 5) * 5, length: 15 } })), ...show] : show;
    case 'eveningNotAllowed': return [...(group ? [act('allowEvening', { group: group.title }, putGroup({ ...group, evening: true }))] : []), ...show];
    case 'noTrack': return item ? [act('firstTrack', {}, put({ ...item, track: 0 })), ...show] : [];
    default: return show;
  }
}
