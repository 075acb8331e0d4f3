import { overlaps, spanOf } from './clock';
import { shortestBreak } from './finding-days';
import type { PlanItem, PlanWorld } from './plan';
import { dayShares, type Places } from './suggest-room';
import { Rows, terms } from './suggest-rows';
import { groundOf, lunchesOf, quarter, quarters, startsOf, fairEnough, weights, type Ground, type LunchStart, type Start } from './suggest-sessions';
import type { SuggestOptions } from './suggest-wishes';

/** A plan to be found, as a mixed integer programme in LP format, and what its columns mean. */
export interface PlanModel extends Places {
  readonly lp: string;
}

/**
 * Whether tracks must be told apart: who leads decides how many interviews can run at once, so as many tracks as
 * that are all alike and are dealt out afterwards. Only what is pinned into a track breaks the likeness.
 */
function tracksMatter({ world, fixed, sessions, wanted }: Ground): boolean {
  return wanted('tracks') && world.plan.tracks.length > 1 && fixed.some(({ kind }) => kind === 'interview') && sessions.some(({ group }) => group.evaluators === 'one');
}

/** Whether two evaluators could change places in every plan; then one of them may be given the longest interview at once. */
function alike({ world, fixed }: Ground): boolean {
  const signs = world.evaluators.map((own) => JSON.stringify([fixed.filter(({ evaluators }) => evaluators.includes(own)).map(({ id }) => id), world.availability.filter(({ person }) => person === own).map(({ spans }) => spans), world.plan.items.filter(({ kind, evaluators }) => kind === 'lunch' && evaluators.includes(own)).map(({ id }) => id)]));
  return new Set(signs).size === 1;
}

/** The column that is 1 when a session is left out. */
const leftOut = (session: number): string => `d${session}`;

function once(rows: Rows, { sessions }: Ground, starts: readonly Start[], lunches: readonly LunchStart[], most: boolean): void {
  sessions.forEach((_, at) => {
    const own: (readonly [string, number])[] = starts.filter(({ session }) => session === at).map(({ name }) => [name, 1]);
    if (own.length > 0) rows.add(terms(most ? [...own, [leftOut(at), 1]] : own), '=', 1);
  });
  for (const evaluator of new Set(lunches.map((own) => own.evaluator))) {
    for (const day of new Set(lunches.map((own) => own.day))) {
      const own = lunches.filter((lunch) => lunch.evaluator === evaluator && lunch.day === day);
      if (own.length > 0) rows.add(terms(own.map(({ name }) => [name, 1])), '=', 1);
    }
  }
}

/** Nobody and no track is in two places; evaluators get their buffer, their lunch and a break before the stretch is over. */
function apart(rows: Rows, ground: Ground, starts: readonly Start[], lunches: readonly LunchStart[]): void {
  const { world, sessions, buffer, fixed } = ground;
  const { stretch, lunch } = world.plan.rules;
  const times = new Map<string, number>();
  for (const { group } of sessions) for (const { person } of group.members) times.set(person, (times.get(person) ?? 0) + 1);
  const most = Math.floor(stretch / quarter);
  const window = most + 1;
  const breaks = buffer < shortestBreak;
  const eats = new Set(lunches.map(({ evaluator, day }) => `${evaluator} ${day}`));
  for (const { name, session, day, start, evaluators, track } of starts) {
    const own = sessions[session];
    if (!own) continue;
    const at = start / quarter;
    const [plain, wide] = [quarters(own.length), quarters(own.length + buffer)];
    for (let slot = at; slot < at + wide; slot++) for (const evaluator of evaluators) rows.put(`b ${evaluator} ${day} ${slot}`, name);
    for (let slot = at; slot < at + plain; slot++) {
      for (const evaluator of evaluators) if (eats.has(`${evaluator} ${day}`)) rows.put(`e ${evaluator} ${day} ${slot}`, name);
      rows.put(`t ${track ?? ''} ${day} ${slot}`, name);
      for (const { person } of own.group.members) if ((times.get(person) ?? 0) > 1) rows.put(`p ${person} ${day} ${slot}`, name);
    }
    // An interview longer than the stretch may be by itself: of a window it fills it counts as much as is allowed, and has nothing beside it.
    for (let first = at - most; breaks && first < at + plain; first++) {
      const within = Math.min(at + plain, first + window) - Math.max(at, first);
      for (const evaluator of evaluators) rows.put(`w ${evaluator} ${day} ${first}`, name, Math.min(most, within));
    }
  }
  for (const { name, evaluator, day, start } of lunches) {
    const [from, to] = [start / quarter, start / quarter + quarters(lunch)];
    for (let slot = from; slot < to; slot++) rows.put(`e ${evaluator} ${day} ${slot}`, name);
    // The rest after an interview may be the beginning of lunch; what is longer takes time from interviews, which fractions would otherwise hide.
    for (let slot = from + Math.ceil(buffer / quarter); slot < to; slot++) rows.put(`b ${evaluator} ${day} ${slot}`, name);
  }
  rows.atMost('b ', () => 1);
  rows.atMost('e ', () => 1);
  rows.atMost('p ', () => 1);
  const held = fixed.filter(({ kind }) => kind === 'interview');
  const heldIn = (items: readonly PlanItem[], day: string, slot: number): number => items.filter((item) => item.day === day && overlaps(spanOf(item), { from: slot * quarter, to: (slot + 1) * quarter })).length;
  rows.atMost('w ', (bucket) => {
    const [, evaluator = '', day = '', first] = bucket.split(' ');
    const own = held.filter(({ evaluators }) => evaluators.includes(evaluator));
    return Math.max(0, most - Array.from({ length: window }, (_, at) => heldIn(own, day, Number(first) + at)).filter((n) => n > 0).length);
  });
  // Who leads them lets no more interviews run at once than there are evaluators.
  const plenty = held.length === 0 && world.plan.tracks.length >= world.evaluators.length;
  rows.atMost('t ', (bucket) => {
    const [, track, day = '', slot] = bucket.split(' ');
    if (plenty || !ground.wanted('tracks')) return Infinity;
    return track === '' ? world.plan.tracks.length - heldIn(held, day, Number(slot)) : 1;
  });
}

/** The evaluators share what one of them can lead alone: `z` is how much more than fair any has above any other, in quarters. */
function balance(rows: Rows, { world, sessions }: Ground, starts: readonly Start[]): boolean {
  const alone = starts.filter(({ evaluators }) => evaluators.length === 1);
  if (alone.length === 0 || world.evaluators.length < 2) return false;
  const load = (evaluator: string): (readonly [string, number])[] => alone.filter((own) => own.evaluators[0] === evaluator).map(({ name, session }) => [name, quarters(sessions[session]?.length ?? 0)]);
  for (const one of world.evaluators) {
    for (const other of world.evaluators) {
      const [more, less] = [load(one), load(other)];
      if (one !== other && more.length > 0) rows.add(`${terms(more)}${less.map(([name, times]) => ` - ${times} ${name}`).join('')} - z`, '<=', quarters(fairEnough));
    }
  }
  return true;
}

/**
 * The model of a plan: which quarter each interview begins, who leads it, and when everybody eats. Wishes in `without`
 * are given up. Asked is what is best, only whether it is possible, or how to place as many interviews as can be.
 */
export function suggestModel(world: PlanWorld, options: SuggestOptions, without: ReadonlySet<string> = new Set(), asked: 'best' | 'possible' | 'most' = 'best'): PlanModel {
  const places = placesOf(world, options, without);
  return { ...places, lp: programmeOf(places, asked) };
}

/** Every place there is for every session, without asking yet how they fit together. */
export function placesOf(world: PlanWorld, options: SuggestOptions, without: ReadonlySet<string> = new Set()): Places {
  const ground = groundOf(world, options, without);
  const all = startsOf(ground, tracksMatter(ground));
  const firstAlone = alike(ground) ? ground.sessions.reduce((best, { group, length }, at) => (group.evaluators === 'one' && (best < 0 || length > (ground.sessions[best]?.length ?? 0)) ? at : best), -1) : -1;
  const starts = all.filter(({ session, evaluators }) => session !== firstAlone || evaluators[0] === world.evaluators[0]);
  const homeless = ground.sessions.filter((_, at) => !starts.some(({ session }) => session === at)).map(({ group }) => group.id);
  return { ...ground, starts, lunches: lunchesOf(ground), homeless };
}

/** What fits together, in LP format. */
export function programmeOf(places: Places, asked: 'best' | 'possible' | 'most'): string {
  const { starts, lunches, sessions } = places;
  const rows = new Rows();
  once(rows, places, starts, lunches, asked === 'most');
  apart(rows, places, starts, lunches);
  const balanced = asked === 'best' && balance(rows, places, starts);
  const held = asked === 'best' ? [] : dayShares(rows, places);
  const spare = asked === 'most' ? sessions.map((_, at) => leftOut(at)) : [];
  const costs = asked === 'best' ? [...starts, ...lunches].filter(({ cost }) => cost > 0).map(({ name, cost }) => [name, cost] as const) : spare.map((name) => [name, 1] as const);
  const names = [...[...starts, ...lunches].map(({ name }) => name), ...spare, ...held];
  const objective = [terms(costs), balanced ? `${weights.imbalance} z` : ''].filter(Boolean).join(' + ') || `0 ${names[0] ?? 'nothing'}`;
  return `Minimize\n obj: ${objective}\nSubject To\n${rows.text || ' c0: nothing <= 1'}\nBounds\n ${balanced ? 'z >= 0' : 'nothing <= 1'}\nBinary\n ${names.join('\n ')}\nEnd\n`;
}
