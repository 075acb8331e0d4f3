import { overlaps, spanOf, type Span } from './clock';
import { shortestBreak } from './finding-days';
import type { Places } from './suggest-room';
import { quarter, quarters, type Start } from './suggest-sessions';

interface Taken extends Span {
  readonly day: string;
}

const free = (taken: readonly Taken[] | undefined, wanted: Taken): boolean => !(taken ?? []).some((own) => own.day === wanted.day && overlaps(own, wanted));

/**
 * Whether laying one session after the other, those with the fewest places first, each where it first fits, already makes
 * a whole plan. A "yes" is a proof, found without a solver; a "no" says nothing.
 */
export function laidAtOnce(places: Places): boolean {
  const { world, sessions, starts, lunches, buffer, fixed, wanted } = places;
  const held = fixed.filter(({ kind }) => kind === 'interview').map((item) => ({ ...spanOf(item), day: item.day, track: item.track }));
  // How many would be in a row, with one another or with what is pinned, is not looked at here.
  if (buffer < shortestBreak && sessions.length + held.length > 1) return false;
  const busy = new Map<string, Taken[]>();
  const rooms: (Taken & { readonly track: Start['track'] })[] = [];
  const take = (key: string, own: Taken): void => void busy.set(key, [...(busy.get(key) ?? []), own]);
  const roomFor = (track: Start['track'], own: Taken): boolean => {
    if (track !== null) return free([...rooms, ...held].filter((other) => other.track === track), own);
    const beside = [...rooms, ...held].filter((other) => other.day === own.day && overlaps(other, own));
    return !wanted('tracks') || beside.length < world.plan.tracks.length;
  };
  const narrowest = sessions.map((session, at) => ({ session, own: starts.filter((start) => start.session === at) })).sort((a, b) => a.own.length - b.own.length);
  for (const { session, own } of narrowest) {
    const at = ({ day, start }: Start, more: number): Taken => ({ day, from: start, to: start + quarters(session.length + more) * quarter });
    const found = own.find((start) => start.evaluators.every((person) => free(busy.get(`rest ${person}`), at(start, buffer))) && session.group.members.every(({ person }) => free(busy.get(`in ${person}`), at(start, 0))) && roomFor(start.track, at(start, 0)));
    if (!found) return false;
    for (const person of found.evaluators) {
      take(`rest ${person}`, at(found, buffer));
      take(`at ${person}`, at(found, 0));
    }
    for (const { person } of session.group.members) take(`in ${person}`, at(found, 0));
    rooms.push({ ...at(found, 0), track: found.track });
  }
  const meals = new Map<string, boolean>();
  for (const { evaluator, day, start } of lunches) {
    const key = `${evaluator} ${day}`;
    meals.set(key, meals.get(key) === true || free(busy.get(`at ${evaluator}`), { day, from: start, to: start + quarters(world.plan.rules.lunch) * quarter }));
  }
  return [...meals.values()].every((eats) => eats);
}
