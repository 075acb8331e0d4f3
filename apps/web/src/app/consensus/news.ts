import type { LiveChange } from '@samsyn/contract';
import type { Row, Seat } from './board-row';

export interface News {
  readonly key: 'revealed' | 'proposed' | 'approved' | 'settled' | 'roundOpened';
  readonly facts: Readonly<Record<string, string | number>>;
}

/** What is said aloud about live changes: a reveal once with its counts, all else only about the question in focus. */
export function newsOf(changes: readonly LiveChange[], board: { rows: readonly Row[]; seats: readonly Seat[]; focused: string | null }): News[] {
  const other = (person: string): string | null => board.seats.find((seat) => seat.person === person && !seat.me)?.name ?? null;
  const here = (questions: readonly string[]): boolean => board.focused !== null && questions.includes(board.focused);
  const question = board.focused ?? '';
  return changes.flatMap((change): News[] => {
    switch (change.kind) {
      case 'revealed': {
        const bands = board.rows.filter((row) => change.questions.includes(row.question.number)).map((row) => row.divergence?.band);
        const count = (band: string): number => bands.filter((one) => one === band).length;
        return [{ key: 'revealed', facts: { n: change.questions.length, red: count('red'), amber: count('amber'), within: count('within') } }];
      }
      case 'proposed':
      case 'approved': {
        const name = other(change.by);
        return name && here(change.questions) ? [{ key: change.kind, facts: { name, question } }] : [];
      }
      case 'roundOpened': {
        const name = other(change.by);
        return name && here([change.question]) ? [{ key: 'roundOpened', facts: { name, question } }] : [];
      }
      case 'settled':
        return here(change.questions) ? [{ key: 'settled', facts: { question } }] : [];
      default:
        return [];
    }
  });
}
