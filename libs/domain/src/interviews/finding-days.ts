import { endOf, overlaps, spanOf, type Span } from './clock';
import type { Found, Rule } from './finding';
import { freeIn, interviewsOf, inTime, sittings, type Interview } from './interviews-of';
import type { PlanItem, PlanWorld } from './plan';

/** Lunch is eaten here; between two interviews shorter rest than this is no break. */
export const lunchHours: Span = { from: 660, to: 840 };
export const shortestBreak = 10;

interface EvaluatorDay {
  readonly evaluator: string;
  readonly day: string;
  readonly items: readonly PlanItem[];
  readonly interviews: readonly Interview[];
}

/** What each evaluator has each day, where there is an interview at all. */
function days(world: PlanWorld): EvaluatorDay[] {
  const interviews = interviewsOf(world);
  const all = [...world.plan.items].sort(inTime);
  return [...world.evaluators].sort().flatMap((evaluator) =>
    [...new Set(interviews.filter(({ item }) => item.evaluators.includes(evaluator)).map(({ item }) => item.day))].map((day) => ({
      evaluator, day, items: all.filter((item) => item.day === day && item.evaluators.includes(evaluator)), interviews: interviews.filter(({ item }) => item.day === day && item.evaluators.includes(evaluator)),
    })),
  );
}

/** One finding per pair of interviews, with everyone who has to hurry. What overlaps is a clash, not a hurry. */
const bufferShort: Rule = (world) => {
  const pairs = new Map<string, Found>();
  for (const { evaluator, interviews } of days(world)) {
    interviews.forEach((one, at) => {
      const next = interviews.slice(at + 1).find(({ item }) => item.start >= endOf(one.item));
      const rest = next ? next.item.start - endOf(one.item) : Infinity;
      if (!next || rest >= world.plan.rules.buffer) return;
      const key = `${one.item.id} ${next.item.id}`;
      const params = { one: one.group.title, other: next.group.title, n: rest, least: world.plan.rules.buffer, day: one.item.day, from: endOf(one.item), to: next.item.start };
      pairs.set(key, { rule: 'bufferShort', items: [one.item.id, next.item.id], groups: [one.group.id, next.group.id], people: [...(pairs.get(key)?.people ?? []), evaluator], params });
    });
  }
  return [...pairs.values()];
};

/** A planned lunch shorter than the rule, or work on both sides of noon with no room for one. Who comes or goes at noon eats elsewhere. */
const lunch: Rule = (world) =>
  days(world).flatMap(({ evaluator, day, items }): Found[] => {
    const { lunch: least } = world.plan.rules;
    const planned = items.filter(({ kind }) => kind === 'lunch').sort((a, b) => b.length - a.length)[0];
    const also = day;
    if (planned) {
      if (planned.length >= least) return [];
      return [{ rule: 'lunchShort', items: [planned.id], groups: [], people: [evaluator], also, params: { n: planned.length, least, day, ...spanOf(planned) } }];
    }
    const busy = items.filter(({ kind }) => kind !== 'break').map(spanOf);
    const free = Math.max(0, ...freeIn(busy, lunchHours).map(({ from, to }) => to - from));
    const around = busy.some(({ from }) => from < lunchHours.to - least) && busy.some(({ to }) => to > lunchHours.from + least);
    return around && free < least && busy.some((own) => overlaps(own, lunchHours)) ? [{ rule: 'lunchMissing', items: [], groups: [], people: [evaluator], also, params: { n: free, least, day, ...lunchHours } }] : [];
  });

const noBreak: Rule = (world) =>
  days(world).flatMap(({ evaluator, day, interviews }): Found[] => {
    const stretches: { span: Span; items: string[]; groups: string[] }[] = [];
    for (const { item, group } of interviews) {
      for (const sitting of sittings(item)) {
        const last = stretches.at(-1);
        const rest = last ? sitting.from - last.span.to : Infinity;
        // What overlaps is a clash and not one long stretch.
        if (last && rest >= 0 && rest < shortestBreak) {
          stretches[stretches.length - 1] = { span: { from: last.span.from, to: Math.max(last.span.to, sitting.to) }, items: [...new Set([...last.items, item.id])], groups: [...new Set([...last.groups, group.id])] };
        } else stretches.push({ span: sitting, items: [item.id], groups: [group.id] });
      }
    }
    return stretches
      .filter(({ span }) => span.to - span.from > world.plan.rules.stretch)
      .map(({ span, items, groups }) => ({ rule: 'noBreak', items, groups, people: [evaluator], params: { n: span.to - span.from, most: world.plan.rules.stretch, day, ...span } }));
  });

/** From the first thing to the last, the way there and home apart. */
const longDay: Rule = (world) =>
  days(world).flatMap(({ evaluator, day, items }): Found[] => {
    const work = items.filter(({ kind }) => kind !== 'travel');
    const span = { from: Math.min(...work.map(({ start }) => start)), to: Math.max(...work.map(endOf)) };
    return span.to - span.from > world.plan.rules.longDay ? [{ rule: 'longDay', items: [], groups: [], people: [evaluator], also: day, params: { n: span.to - span.from, most: world.plan.rules.longDay, day, ...span } }] : [];
  });

export const aboutDays: readonly Rule[] = [bufferShort, lunch, noBreak, longDay];
