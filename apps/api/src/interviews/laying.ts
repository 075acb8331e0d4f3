/**
 * Lays the interviews of a visit one after the other in time, and goes back where it must: finds a plan or a proof that
 * there is none, or gives up when time is up. Quicker than a solver where days are nearly full, since it counts in whole
 * interviews. Read by the solver's thread, so it imports nothing that has to be compiled.
 */
import type { LaidSession, Laying, Puzzle } from '@samsyn/domain';
import { nextOf, Table, type Laid, type Piece, type Way } from './laying-day.ts';
import { Kinds, Spent, type Effort } from './laying-kinds.ts';

/** Steps of the first try; each further one has half as many again and takes up sessions in another order. */
const firstTry = 400;
/** What is remembered takes memory. */
const mostSteps = 400_000;

interface Own extends Piece {
  readonly clashes: ReadonlySet<number>;
  /** The last quarter of the visit at which it may begin. */
  readonly last: number;
  /** Sessions of the same sign are the same to everybody. */
  readonly sign: string;
}

class Layer {
  private readonly dead = new Set<string>();
  private readonly path: LaidSession[] = [];
  private order: readonly number[] = [];
  private readonly table: Table;
  private readonly kinds: Kinds;
  private readonly own: readonly Own[];

  constructor(table: Table, kinds: Kinds, own: readonly Own[]) {
    [this.table, this.kinds, this.own] = [table, kinds, own];
  }

  /** The sessions where they can be, null where they cannot. */
  lay(order: readonly number[], effort: Effort): readonly LaidSession[] | null {
    this.order = order;
    this.path.length = 0;
    return this.goOn(this.table.morning(0), new Set(this.own.keys()), new Map(), effort) ? [...this.path] : null;
  }

  /** `running`: which session each evaluator came from last. */
  private goOn(laid: Laid, left: ReadonlySet<number>, running: ReadonlyMap<number, number>, effort: Effort): boolean {
    if (left.size === 0) return true;
    const now = laid.day * 96 + laid.since;
    for (const at of left) if ((this.own[at]?.last ?? 0) < now) return false;
    const key = this.sign(laid, left, running);
    if (this.dead.has(key)) return false;
    effort.step();
    if (this.kinds.possible(laid, this.counts(left), effort) && this.anyWay(laid, left, running, effort)) return true;
    this.dead.add(key);
    return false;
  }

  private anyWay(laid: Laid, left: ReadonlySet<number>, running: ReadonlyMap<number, number>, effort: Effort): boolean {
    const signs = new Set<string>();
    const ways: { at: number; own: Own; way: Way }[] = [];
    for (const at of this.order) {
      const own = this.own[at];
      if (!own || !left.has(at) || signs.has(own.sign)) continue;
      signs.add(own.sign);
      const bar = (people: readonly number[]): number => Math.max(0, ...[...running].map(([one, other]) => (!people.includes(one) && own.clashes.has(other) ? (laid.out[one] ?? 0) : 0)));
      for (const way of this.table.ways(laid, own, bar)) ways.push({ at, own, way });
    }
    if (ways.length === 0) return laid.day + 1 < this.table.puzzle.days && this.goOn(this.table.morning(laid.day + 1), left, new Map(), effort);
    const lost = ({ way }: { way: Way }): number => way.people.reduce((sum, one) => sum + way.start - (laid.free[one] ?? 0), 0);
    const useful = ways.filter(({ way }) => !ways.some((other) => this.table.wholeBefore(laid, other.own, other.way, way.start)));
    const sorted = useful.map((one) => ({ ...one, lost: lost(one) })).sort((a, b) => a.lost - b.lost || a.own.last - b.own.last || b.own.wide * b.way.people.length - a.own.wide * a.way.people.length);
    for (const { at, way } of sorted) {
      this.path.push({ session: at, day: laid.day, start: way.start, people: way.people });
      const rest = new Set(left);
      rest.delete(at);
      if (this.goOn(way.next, rest, new Map([...running, ...way.people.map((one) => [one, at] as const)]), effort)) return true;
      this.path.pop();
    }
    return false;
  }

  private counts(left: ReadonlySet<number>): number[] {
    const counts = this.kinds.all.map(() => 0);
    for (const at of left) counts[this.kinds.of[at] ?? 0] = (counts[this.kinds.of[at] ?? 0] ?? 0) + 1;
    return counts;
  }

  private sign({ day, since, free, out, rows, fed }: Laid, left: ReadonlySet<number>, running: ReadonlyMap<number, number>): string {
    const each = free.map((own, one) => {
      const [end, at] = [out[one] ?? 0, running.get(one)];
      const meets = at !== undefined && end > since && [...left].some((other) => this.own[other]?.clashes.has(at));
      return `${Math.max(own, since)},${fed[one] ? '' : this.table.lunchOver(one, day, end)},${Math.max(end, since)},${this.table.puzzle.stretch === null ? '' : `${rows[one]?.from ?? 0} ${rows[one]?.to ?? 0}`}${meets ? `m${at}` : ''}`;
    });
    return `${day} ${each.join(' ')} ${[...left].map((at) => this.own[at]?.sign ?? '').sort().join('')}`;
  }
}

/** In an order that is the same for the same number. */
function shuffled(all: readonly number[], seed: number): number[] {
  let state = seed;
  const own = all.map((at) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return { at, by: state };
  });
  return own.sort((a, b) => a.by - b.by).map(({ at }) => at);
}

/** A plan, whichever, or a proof that there is none, first by kind and then by who is interviewed. `late`: whether time is up. */
export function lay(puzzle: Puzzle, late: () => boolean): Laying {
  const table = new Table(puzzle);
  const kinds = new Kinds(table);
  const signs = new Map<string, string>();
  const pieces = puzzle.sessions.map(({ plain, wide, teams, clashes }): Own => {
    const looks = JSON.stringify([plain, wide, teams, clashes]);
    const sign = signs.get(looks) ?? String.fromCharCode(0x100 + signs.size);
    signs.set(looks, sign);
    return { plain, wide, teams: teams.map(({ people, starts }) => ({ people, next: starts.map(nextOf) })), clashes: new Set(clashes), sign, last: Math.max(-1, ...teams.flatMap(({ starts }) => starts.flatMap((day, at) => day.map((slot) => at * 96 + slot)))) };
  });
  let steps = 0;
  const effort = (limit: number): Effort => ({
    step: () => {
      steps++;
      if (steps > limit || (steps % 64 === 0 && late())) throw new Spent();
    },
  });
  const done = (verdict: Laying['verdict'], sessions: readonly LaidSession[] = []): Laying => ({ verdict, sessions, filled: kinds.filled });
  const attempt = <T>(limit: number, work: (effort: Effort) => T): T | null => {
    try {
      return work(effort(limit));
    } catch (fault) {
      if (fault instanceof Spent) return null;
      throw fault;
    }
  };
  if (attempt(mostSteps, (own) => kinds.possible(table.morning(0), kinds.all, own)) === false) return done('none');
  const layer = new Layer(table, kinds, pieces);
  const all = [...pieces.keys()].sort((a, b) => (pieces[a]?.last ?? 0) - (pieces[b]?.last ?? 0));
  for (let round = 0, more = firstTry; !late() && steps < mostSteps; round++, more *= 1.5) {
    const found = attempt(steps + more, (own) => ({ laid: layer.lay(round === 0 ? all : shuffled(all, round), own) }));
    if (found) return found.laid ? done('laid', found.laid) : done('none');
  }
  return done('unknown');
}
