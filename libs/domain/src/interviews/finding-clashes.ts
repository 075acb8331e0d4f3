import { overlaps, spanOf, type Span } from './clock';
import type { Found, Rule } from './finding';
import { interviewsOf, inTime, pairsOf, presence, sittings, type Interview } from './interviews-of';
import type { PlanItem } from './plan';

const about = (items: readonly Interview[]): Pick<Found, 'items' | 'groups'> => ({ items: items.map(({ item }) => item.id), groups: items.map(({ group }) => group.id) });
const shared = (a: Span, b: Span): Span => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) });
/** What an item is called in a sentence: a group as it is named now, else its own title. */
export const titlesOf = (world: Parameters<Rule>[0]): ((item: PlanItem) => string) => {
  const groups = new Map(world.plan.groups.map(({ id, title }) => [id, title]));
  return (item) => (item.group === null ? undefined : groups.get(item.group)) ?? item.title;
};

/** Things an evaluator must be present at; a lunch over an interview is a clash too. */
const evaluatorTwice: Rule = (world) => {
  const titleOf = titlesOf(world);
  return pairsOf([...world.plan.items].sort(inTime)).flatMap(([a, b]): Found[] => {
    const both = a.evaluators.filter((own) => b.evaluators.includes(own)).sort();
    const times = [a, b].map((item) => (item.kind === 'interview' ? sittings(item) : [spanOf(item)]));
    const clash = (times[0] ?? []).flatMap((x) => (times[1] ?? []).filter((y) => overlaps(x, y)).map((y) => shared(x, y)))[0];
    if (a.day !== b.day || both.length === 0 || !clash || (a.kind !== 'interview' && b.kind !== 'interview')) return [];
    const groups = [a, b].flatMap(({ group }) => group ?? []);
    return [{ rule: 'evaluatorTwice', items: [a.id, b.id], groups, people: both, params: { one: titleOf(a), other: titleOf(b), day: a.day, ...clash } }];
  });
};

const personTwice: Rule = (world) =>
  pairsOf(interviewsOf(world)).flatMap(([a, b]): Found[] => {
    if (a.item.day !== b.item.day || !overlaps(spanOf(a.item), spanOf(b.item))) return [];
    const people = a.group.members.map(({ person }) => person).filter((person) => b.group.members.some((other) => other.person === person) && overlaps(presence(a, person), presence(b, person)));
    return people.sort().map((person) => ({ rule: 'personTwice', ...about([a, b]), people: [person], params: { one: a.group.title, other: b.group.title, day: a.item.day, ...shared(presence(a, person), presence(b, person)) } }));
  });

const trackTwice: Rule = (world) =>
  pairsOf(interviewsOf(world)).flatMap(([a, b]): Found[] => {
    const clash = a.item.day === b.item.day && a.item.track === b.item.track && overlaps(spanOf(a.item), spanOf(b.item));
    return clash ? [{ rule: 'trackTwice', ...about([a, b]), people: [], params: { track: world.plan.tracks[a.item.track]?.name ?? `${a.item.track + 1}`, one: a.group.title, other: b.group.title, day: a.item.day, ...shared(spanOf(a.item), spanOf(b.item)) } }] : [];
  });

const noTrack: Rule = (world) =>
  interviewsOf(world).filter(({ item }) => item.track >= world.plan.tracks.length).map((own) => ({ rule: 'noTrack', ...about([own]), people: [], params: { group: own.group.title, day: own.item.day, ...spanOf(own.item) } }));

/** Outside the hours of the day, or in the evening without leave for it; the graver of the two. */
const hours: Rule = (world) =>
  interviewsOf(world).flatMap(({ item, group }): Found[] => {
    const day = world.plan.days.find((own) => own.day === item.day);
    const span = spanOf(item);
    const last = day ? Math.max(day.to, day.evening) : 0;
    const at = { ...about([{ item, group }]), people: [], params: { group: group.title, day: item.day, ...span, opens: day?.from ?? 0, closes: day?.to ?? 0, evening: last } };
    if (!day || span.from < day.from || span.to > last) return [{ ...at, rule: 'outsideHours', params: { ...at.params, known: day ? 1 : 0 } }];
    return span.to > day.to && !group.evening ? [{ ...at, rule: 'eveningNotAllowed' }] : [];
  });

/** Nobody asks the questions, or not all who were to. */
const evaluators: Rule = (world) =>
  interviewsOf(world).flatMap(({ item, group }): Found[] => {
    const there = world.evaluators.filter((own) => item.evaluators.includes(own));
    const missing = world.evaluators.filter((own) => !there.includes(own)).sort();
    const at = { ...about([{ item, group }]), params: { group: group.title, day: item.day, ...spanOf(item), n: missing.length } };
    if (there.length === 0) return [{ ...at, rule: 'noEvaluator', people: [] }];
    return group.evaluators === 'all' && missing.length > 0 ? [{ ...at, rule: 'evaluatorsMissing', people: missing }] : [];
  });

export const clashes: readonly Rule[] = [evaluatorTwice, personTwice, trackTwice, noTrack, hours, evaluators];
