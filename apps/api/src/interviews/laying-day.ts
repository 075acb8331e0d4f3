/**
 * Where everybody is while interviews are laid one after the other, in the order in which they begin. Read by the solver's
 * thread, so it imports nothing that has to be compiled.
 */
import type { Puzzle } from '@samsyn/domain';

/** The evaluators of one day, up to where interviews are laid. */
export interface Laid {
  readonly day: number;
  /** Nothing more begins before this quarter. */
  readonly since: number;
  /** For each evaluator: free for the next interview, out of the last one, in a row from and to, and whether lunch has found its place. */
  readonly free: readonly number[];
  readonly out: readonly number[];
  readonly rows: readonly Row[];
  readonly fed: readonly boolean[];
}

/** Interviews without a break in between. */
interface Row {
  readonly from: number;
  readonly to: number;
}

/** Something to lay: `next` is the first quarter from another on at which a team may begin. */
export interface Piece {
  readonly plain: number;
  readonly wide: number;
  readonly teams: readonly PieceTeam[];
}
export interface PieceTeam {
  readonly people: readonly number[];
  readonly next: readonly Int16Array[];
}

export const never = 999;
const slots = 24 * 4;

/** For each quarter of a day the first one from it on that is among these. */
export function nextOf(starts: Iterable<number>): Int16Array {
  const next = new Int16Array(slots + 1).fill(never);
  for (const slot of starts) next[slot] = slot;
  for (let slot = slots - 1; slot >= 0; slot--) if (next[slot] === never) next[slot] = next[slot + 1] ?? never;
  return next;
}

const at = (next: Int16Array | undefined, slot: number): number => next?.[Math.min(Math.max(0, slot), slots)] ?? never;

export class Table {
  private readonly meals: readonly (readonly Int16Array[])[];
  private readonly held: readonly (readonly ReadonlySet<number>[])[];
  readonly lunch: number;
  readonly puzzle: Puzzle;

  constructor(puzzle: Puzzle) {
    this.puzzle = puzzle;
    this.meals = puzzle.lunches.map((days) => days.map(nextOf));
    this.held = puzzle.held.map((days) => days.map((own) => new Set(own)));
    this.lunch = puzzle.lunch;
  }

  /** The beginning of a day: who has no lunch to find there is fed. */
  morning(day: number): Laid {
    const all = <T>(own: T): T[] => Array.from({ length: this.puzzle.evaluators }, () => own);
    return { day, since: 0, free: all(0), out: all(0), rows: all({ from: 0, to: 0 }), fed: this.puzzle.lunches.map((days) => (days[day] ?? []).length === 0) };
  }

  /** When a lunch that begins after `from` is over at the earliest. */
  lunchOver(evaluator: number, day: number, from: number): number {
    return at(this.meals[evaluator]?.[day], from) + this.lunch;
  }

  /**
   * The first quarter at which the piece may begin after all that is laid, those of `eating` having had lunch before. `bar`
   * is the first quarter that is free for those who are interviewed.
   */
  startOf(laid: Laid, piece: Piece, team: PieceTeam, eating: readonly number[], bar: number): number {
    const { day, since, free, out } = laid;
    let from = Math.max(since, bar, ...team.people.map((one) => free[one] ?? 0), ...eating.map((one) => this.lunchOver(one, day, out[one] ?? 0)));
    for (;;) {
      const start = at(team.next[day], from);
      if (start >= slots) return never;
      const full = this.full(laid, start, piece.plain);
      const tired = this.puzzle.stretch !== null && team.people.some((one) => this.rowLength(laid, one, start, piece.plain) > Math.max(this.puzzle.stretch ?? 0, piece.plain));
      if (!full && !tired) return start;
      from = start + 1;
    }
  }

  private rowLength(laid: Laid, one: number, start: number, length: number): number {
    const { from, to } = this.row(laid, one, start, length);
    return to - from;
  }

  /** What an interview there would be in a row with, laid before it or pinned on either side. */
  private row({ day, rows }: Laid, one: number, start: number, length: number): Row {
    const [held, last] = [this.held[one]?.[day], rows[one]];
    let [from, to] = [start, start + length];
    if (last?.to === start) from = last.from;
    else while (held?.has(from - 1)) from--;
    while (held?.has(to)) to++;
    return { from, to };
  }

  private full({ day, out }: Laid, start: number, length: number): boolean {
    const rooms = this.puzzle.rooms?.[day];
    if (!rooms) return false;
    for (let slot = start; slot < start + length; slot++) if (out.filter((end) => end > slot).length >= (rooms[slot] ?? 0)) return true;
    return false;
  }

  /** With the piece laid there; null when somebody could not eat any more. */
  with(laid: Laid, piece: Piece, people: readonly number[], start: number): Laid | null {
    const { day } = laid;
    const [free, out, rows, fed] = [[...laid.free], [...laid.out], [...laid.rows], [...laid.fed]];
    for (const one of people) {
      if (!fed[one]) fed[one] = this.lunchOver(one, day, out[one] ?? 0) <= start;
      if (this.puzzle.stretch !== null) rows[one] = this.row(laid, one, start, piece.plain);
      out[one] = start + piece.plain;
      free[one] = start + piece.wide;
      if (!fed[one] && this.lunchOver(one, day, out[one] ?? 0) >= never) return null;
    }
    return { day, since: start, free, out, rows, fed };
  }

  /** Every way to go on with a piece: which team leads it, and who of the team eats before. */
  ways(laid: Laid, piece: Piece, bar: (people: readonly number[]) => number): Way[] {
    const found: Way[] = [];
    for (const team of piece.teams) {
      const hungry = team.people.filter((one) => !laid.fed[one]);
      for (let mask = 0; mask < 1 << hungry.length; mask++) {
        const start = this.startOf(laid, piece, team, hungry.filter((_, bit) => (mask >> bit) % 2 === 1), bar(team.people));
        const next = start === never ? null : this.with(laid, piece, team.people, start);
        const known = next && found.find((own) => own.people === team.people && own.start === start && own.next.fed.every((fed, one) => fed || !next.fed[one]));
        if (next && !known) found.push({ people: team.people, start, next });
      }
    }
    return found;
  }

  /** Whether a piece laid one way would be over, with lunch after it, before this quarter: then whatever begins only then wastes the time. */
  wholeBefore(laid: Laid, piece: Piece, way: Way, start: number): boolean {
    return this.puzzle.stretch === null && way.start + piece.wide <= start && way.people.every((one) => laid.fed[one] === true || this.lunchOver(one, laid.day, way.start + piece.plain) <= start);
  }
}

export interface Way {
  readonly people: readonly number[];
  readonly start: number;
  readonly next: Laid;
}
