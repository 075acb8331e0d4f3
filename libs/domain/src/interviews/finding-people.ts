import { overlaps } from './clock';
import type { Found, Rule } from './finding';
import { interviewsOf, presence } from './interviews-of';
import type { InterviewGroup, PlanWorld } from './plan';

/** What somebody required, or who leads it, said about the time; of a "no" and an "if needed" on one interview only the "no" is told. */
const answers: Rule = (world) =>
  interviewsOf(world).flatMap((own): Found[] => {
    const required = own.group.members.filter((member) => member.required).map(({ person }) => person);
    const at = { items: [own.item.id], groups: [own.group.id] };
    const told = [...new Set([...required, ...own.item.evaluators])].sort().flatMap((person): Found[] => {
      const there = presence(own, person);
      const hit = (world.availability.find((answer) => answer.person === person)?.spans ?? []).filter((span) => span.day === own.item.day && overlaps(span, there)).sort((a, b) => a.from - b.from || a.to - b.to);
      const worst = hit.find(({ answer }) => answer === 'no') ?? hit[0];
      const last = worst && hit.filter(({ answer }) => answer === worst.answer).reduce((to, span) => Math.max(to, span.to), worst.to);
      if (!worst || last === undefined) return [];
      return [{ ...at, rule: worst.answer === 'no' ? 'personCannot' : 'personIfNeeded', people: [person], also: `${worst.day}:${worst.from}-${last}`, params: { group: own.group.title, day: own.item.day, from: worst.from, to: last } }];
    });
    const silent = [...required].sort().filter((person) => !world.availability.some((answer) => answer.person === person && answer.answered));
    return silent.length > 0 ? [...told, { ...at, rule: 'notAnswered', people: silent, params: { group: own.group.title, day: own.item.day, from: own.item.start, to: own.item.start + own.item.length, n: silent.length } }] : told;
  });

/** Where a group sits in the plan, for a rule about the group; before all interviews when it has none. */
function placeOf(world: PlanWorld, group: InterviewGroup): { items: string[]; when: Record<string, string | number> } {
  const own = interviewsOf(world).filter((one) => one.group.id === group.id);
  const first = own[0]?.item;
  return { items: own.map(({ item }) => item.id), when: first ? { day: first.day, from: first.start, to: first.start + first.length } : {} };
}

/** In their manager's presence people say what the manager wants to hear. One finding per manager, with all the staff. */
const managerWithStaff: Rule = (world) =>
  world.plan.groups.flatMap((group) => {
    const members = world.people.filter(({ id }) => group.members.some(({ person }) => person === id));
    const { items, when } = placeOf(world, group);
    return members.map(({ id }) => id).sort().flatMap((manager): Found[] => {
      const staff = members.filter((own) => own.manager === manager && own.id !== manager).map(({ id }) => id).sort();
      return staff.length > 0 ? [{ rule: 'managerWithStaff', items, groups: [group.id], people: [manager, ...staff], params: { group: group.title, n: staff.length, ...when } }] : [];
    });
  });

/** Union representatives are never heard together with the employer's side: those who lead or decide. */
const unionWithEmployer: Rule = (world) =>
  world.plan.groups.flatMap((group): Found[] => {
    const members = world.people.filter(({ id }) => group.members.some(({ person }) => person === id));
    const [unions, employers] = [members.filter(({ kind }) => kind === 'unions'), members.filter(({ kind }) => kind === 'managers' || kind === 'politicians')].map((own) => own.map(({ id }) => id).sort());
    if (!unions?.length || !employers?.length) return [];
    const { items, when } = placeOf(world, group);
    return [{ rule: 'unionWithEmployer', items, groups: [group.id], people: [...unions, ...employers], params: { group: group.title, unions: unions.length, employers: employers.length, ...when } }];
  });

const calledTooOften: Rule = (world) => {
  const all = interviewsOf(world);
  return world.people.map(({ id }) => id).sort().flatMap((person): Found[] => {
    const own = all.filter(({ group }) => group.members.some((member) => member.person === person));
    const first = own[0];
    return first && own.length > world.plan.rules.calls
      ? [{ rule: 'calledTooOften', items: own.map(({ item }) => item.id), groups: [...new Set(own.map(({ group }) => group.id))], people: [person], params: { n: own.length, most: world.plan.rules.calls, day: first.item.day, from: first.item.start, to: first.item.start + first.item.length } }]
      : [];
  });
};

const groupMissing: Rule = (world) => {
  const there = new Set(interviewsOf(world).map(({ group }) => group.id));
  return world.plan.groups.filter(({ id }) => !there.has(id)).map((group) => ({ rule: 'groupMissing', items: [], groups: [group.id], people: [], params: { group: group.title, length: group.length } }));
};

export const aboutPeople: readonly Rule[] = [answers, managerWithStaff, unionWithEmployer, calledTooOften, groupMissing];
