/**
 * Laying interviews by their kind alone, as if it never mattered who is interviewed: what is impossible even so is
 * impossible. Read by the solver's thread, so it imports nothing that has to be compiled.
 */
import type { Puzzle, PuzzleSession } from '@samsyn/domain';
import { fitOf, type Fit } from './laying-fit.ts';
import { nextOf, type Laid, type Piece, type PieceTeam, type Table, type Way } from './laying-day.ts';

/** Interviews of one length led alike, wherever any of them may begin. */
interface Kind extends Piece {
  readonly crew: number;
  readonly count: number;
}

/** The quarters of an evaluator's day from the first to the last that any interview could fill, how many, and how many of them lunch takes in any case. */
interface Hours {
  readonly from: number;
  readonly to: number;
  readonly room: number;
  readonly meal: number;
}
const closed: Hours = { from: 0, to: 0, room: 0, meal: 0 };

/** Ended when time or memory is up: then nothing is known. */
export class Spent extends Error {}

export interface Effort {
  /** Called at every step; throws `Spent`. */
  readonly step: () => void;
}

const bare = (): number => 0;

export class Kinds {
  readonly of: readonly number[];
  private readonly kinds: readonly Kind[];
  private readonly lengths: readonly number[];
  private readonly fit: Fit;
  /** For each day and evaluator. */
  private readonly hours: readonly (readonly Hours[])[];
  private readonly alike: boolean;
  private readonly known = new Map<string, boolean>();
  private readonly table: Table;
  private readonly puzzle: Puzzle;

  constructor(table: Table) {
    const { puzzle } = table;
    [this.table, this.puzzle] = [table, puzzle];
    const { sessions, days } = puzzle;
    const signs = sessions.map(({ plain, wide, late, teams }) => `${plain} ${wide} ${late} ${(teams[0]?.people.length ?? 0) > 1}`);
    const names = [...new Set(signs)];
    this.of = signs.map((sign) => names.indexOf(sign));
    this.kinds = names.map((_, kind) => kindOf(sessions.filter((_own, at) => this.of[at] === kind), days));
    this.lengths = [...new Set(this.kinds.map(({ wide }) => wide))].sort((a, b) => b - a);
    this.hours = Array.from({ length: days }, (_, day) => puzzle.lunches.map((_own, one) => hoursOf(puzzle, one, day)));
    this.alike = puzzle.evaluators > 1 && new Set(puzzle.lunches.map((own) => JSON.stringify(own))).size === 1 && this.kinds.every((kind) => anybody(kind, puzzle.evaluators));
    this.fit = fitOf(this.lengths, this.wanted(this.all), this.hours.map((all) => all.map(({ room, meal }) => room - meal)));
  }

  /** How many there are of each kind. */
  get all(): number[] {
    return this.kinds.map(({ count }) => count);
  }

  /** The most quarters of the evaluators that interviews of these lengths can fill. */
  get filled(): number | null {
    return this.fit.filled;
  }

  private wanted(left: readonly number[]): number[] {
    return this.lengths.map((length) => this.kinds.reduce((sum, { wide, crew }, at) => sum + (wide === length ? crew * (left[at] ?? 0) : 0), 0));
  }

  /** Whether what is left can be laid after this by kind. */
  possible(laid: Laid, left: readonly number[], effort: Effort): boolean {
    if (left.every((n) => n === 0)) return true;
    const key = this.sign(laid, left);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    effort.step();
    const found = this.fits(laid, left) && this.goesOn(laid, left, effort);
    this.known.set(key, found);
    return found;
  }

  private fits({ day, since, free, fed }: Laid, left: readonly number[]): boolean {
    const rooms = free.map((own, one) => {
      const { from, to, meal } = this.hours[day]?.[one] ?? closed;
      // Who has not eaten may do so before anything more begins.
      return Math.max(0, to - Math.max(since, Math.max(own, from) + (fed[one] ? 0 : meal)));
    });
    return this.fit.holds(day, rooms, this.wanted(left));
  }

  private goesOn(laid: Laid, left: readonly number[], effort: Effort): boolean {
    const ways = this.kinds.flatMap((kind, at) => ((left[at] ?? 0) > 0 ? this.table.ways(laid, kind, bare).map((way) => ({ kind, at, way })) : []));
    if (ways.length === 0) return laid.day + 1 < this.puzzle.days && this.possible(this.table.morning(laid.day + 1), left, effort);
    const useful = ways.filter(({ way }) => !ways.some((other) => this.table.wholeBefore(laid, other.kind, other.way, way.start)));
    const lost = ({ way }: { way: Way }): number => way.people.reduce((sum, one) => sum + way.start - (laid.free[one] ?? 0), 0);
    return [...useful].sort((a, b) => lost(a) - lost(b) || b.kind.wide * b.kind.crew - a.kind.wide * a.kind.crew).some(({ at, way }) => this.possible(way.next, left.map((n, own) => (own === at ? n - 1 : n)), effort));
  }

  /** What decides how it can go on; evaluators who are alike may change places. */
  private sign({ day, since, free, out, rows, fed }: Laid, left: readonly number[]): string {
    const each = free.map((own, one) => {
      const end = out[one] ?? 0;
      const meal = fed[one] ? '' : this.table.lunchOver(one, day, end);
      return `${Math.max(own, since)},${meal},${this.puzzle.rooms ? Math.max(end, since) : ''},${this.puzzle.stretch === null ? '' : `${rows[one]?.from ?? 0} ${rows[one]?.to ?? 0}`}`;
    });
    return `${day} ${(this.alike ? each.sort() : each).join(' ')} ${left.join()}`;
  }
}

function hoursOf({ sessions, lunch, lunches }: Puzzle, one: number, day: number): Hours {
  const filled = new Set<number>();
  for (const { wide, teams } of sessions) for (const { people, starts } of teams) if (people.includes(one)) for (const start of starts[day] ?? []) for (let slot = start; slot < start + wide; slot++) filled.add(slot);
  if (filled.size === 0) return closed;
  // Lunch may begin while one rests after an interview; what is longer takes time from others.
  const rest = Math.max(...sessions.map(({ plain, wide }) => wide - plain));
  const eating = lunches[one]?.[day] ?? [];
  const within = (start: number): boolean => Array.from({ length: Math.max(0, lunch - rest) }, (_, more) => start + rest + more).every((slot) => filled.has(slot));
  return { from: Math.min(...filled), to: Math.max(...filled) + 1, room: filled.size, meal: eating.length > 0 && eating.every(within) ? Math.max(0, lunch - rest) : 0 };
}

/** Whether every evaluator could change places with every other in this kind of interview. */
const anybody = ({ teams }: Kind, evaluators: number): boolean => teams.every(({ people }) => people.length === evaluators) || (teams.length === evaluators && new Set(teams.map(({ next }) => next.map((day) => day.join()).join(' '))).size === 1);

function kindOf(own: readonly PuzzleSession[], days: number): Kind {
  const { plain = 0, wide = 0, teams: [first] = [] } = own[0] ?? {};
  const teams = new Map<string, { people: readonly number[]; starts: Set<number>[] }>();
  for (const { people, starts } of own.flatMap((session) => session.teams)) {
    const team = teams.get(people.join()) ?? { people, starts: Array.from({ length: days }, () => new Set<number>()) };
    starts.forEach((day, at) => day.forEach((slot) => team.starts[at]?.add(slot)));
    teams.set(people.join(), team);
  }
  return { plain, wide, count: own.length, crew: first?.people.length ?? 1, teams: [...teams.values()].map(({ people, starts }): PieceTeam => ({ people, next: starts.map(nextOf) })) };
}
