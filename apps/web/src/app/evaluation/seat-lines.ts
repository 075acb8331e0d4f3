import type { EvaluationView } from '@samsyn/contract';

/** One evaluator's seat as the overview shows it. */
export interface SeatLine {
  readonly seat: number;
  /** Who has it, or, where it stands empty, who left it with a conflict. */
  readonly person: string;
  readonly name: string;
  readonly me: boolean;
  readonly empty: boolean;
  readonly sealed: number;
  readonly of: number;
  readonly nudgedAt: string | null;
  /** Who had it before, in order, and when another took over. */
  readonly before: readonly { readonly person: string; readonly name: string; readonly at: string }[];
}

/** The seats in order: those that are taken, and those that a conflict left empty. */
export function seatsOf({ members, progress, nudges, questions, me }: Pick<EvaluationView, 'members' | 'progress' | 'nudges' | 'questions' | 'me'>): SeatLine[] {
  const evaluators = members.filter((member) => member.role === 'evaluator' && member.seat !== null);
  const seats = [...new Set(evaluators.map(({ seat }) => seat ?? 0))].sort((a, b) => a - b);
  return seats.flatMap((seat) => {
    const holders = evaluators.filter((member) => member.seat === seat);
    const last = holders.at(-1);
    if (!last || (!last.active && last.declared?.conflict !== true)) return [];
    const count = progress.find(({ person }) => person === last.person);
    return [{
      seat, person: last.person, name: last.name, me: last.active && last.person === me, empty: !last.active, sealed: count?.sealed ?? 0, of: count?.of ?? questions,
      nudgedAt: nudges.find(({ person }) => person === last.person)?.at ?? null,
      before: holders.flatMap(({ person, name, replaced }) => (replaced ? [{ person, name, at: replaced.at }] : [])),
    }];
  });
}
