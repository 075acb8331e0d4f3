import type { Changed, LiveChange } from '@samsyn/contract';
import type { Socket } from 'socket.io-client';
import { openSocket, said } from './acting';
import type { Act, Pair } from './load';
import type { PreparedEvaluation, PreparedPair } from './prepare';
import { overAll } from './stats';

/** What a pair does, question by question: B's seal opens it, A proposes, B approves. Each is told to the other person. */
type Kind = 'seal' | 'propose' | 'approve';

interface Step {
  readonly kind: Kind;
  readonly evaluation: PreparedEvaluation;
  readonly question: string;
  readonly answers: number | null;
}

class SamsynPair implements Pair {
  private readonly waiting = new Map<string, () => void>();
  private readonly steps: Iterator<Step>;

  constructor(
    prepared: PreparedPair,
    private readonly first: Socket,
    private readonly second: Socket,
  ) {
    this.steps = stepsOf(prepared.evaluations);
    first.on('changed', (changed: Changed) => this.hear('A', changed));
    second.on('changed', (changed: Changed) => this.hear('B', changed));
  }

  act(): Act {
    const step = this.steps.next().value as Step;
    const { kind, evaluation, question } = step;
    const seen = new Promise<void>((done) => this.waiting.set(`${kind === 'propose' ? 'B' : 'A'} ${evaluation.id} ${kind} ${question}`, done));
    const answer = kind === 'seal' ? said(this.second, kind, evaluation.id, { questions: [question] })
      : kind === 'propose' ? said(this.first, kind, evaluation.id, { proposals: [{ question, round: 1, answers: step.answers, percent: '60' }] })
      : said(this.second, kind, evaluation.id, { approvals: [{ question, proposal: step.answers }] });
    return { kind, acked: answer.then(() => undefined), seen };
  }

  private hear(who: 'A' | 'B', { evaluationId, changes }: Changed): void {
    for (const change of changes)
      for (const question of 'questions' in change ? change.questions : []) {
        const key = `${who} ${evaluationId} ${kindOf(change)} ${question}`;
        this.waiting.get(key)?.();
        this.waiting.delete(key);
      }
  }

  close(): void {
    for (const own of [this.first, this.second]) own.close();
  }
}

const kindOf = (change: LiveChange): Kind | undefined => (change.kind === 'revealed' ? 'seal' : change.kind === 'proposed' ? 'propose' : change.kind === 'approved' ? 'approve' : undefined);

/** First every prepared question is sealed, proposed and approved; then the proposals begin anew, without end. */
function* stepsOf(evaluations: readonly PreparedEvaluation[]): Generator<Step> {
  for (let proposal = 1; ; proposal++)
    for (const evaluation of evaluations)
      for (const question of evaluation.questions) {
        if (proposal === 1) yield { kind: 'seal', evaluation, question, answers: null };
        yield { kind: 'propose', evaluation, question, answers: proposal === 1 ? null : proposal - 1 };
        yield { kind: 'approve', evaluation, question, answers: proposal };
      }
}

/** Draft judgements of one person: a new edition of the own percent at every act. Seen by nobody, so seen is acked. */
class DraftPair implements Pair {
  private edition = 1;

  constructor(
    private readonly socket: Socket,
    private readonly evaluation: PreparedEvaluation,
  ) {}

  act(): Act {
    const edition = this.edition++;
    const question = this.evaluation.questions[0] ?? '';
    const acked = said(this.socket, 'draft', this.evaluation.id, { field: 'percent', value: `${edition % 100}`, edition, round: 1 }, question).then(() => undefined);
    return { kind: 'draft', acked, seen: acked };
  }

  close(): void {
    this.socket.close();
  }
}

export const draftPairs = (port: number, prepared: readonly PreparedPair[]): Promise<Pair[]> =>
  Promise.all(prepared.map(async (pair) => new DraftPair(await openSocket(port, pair.cookies[1]), pair.evaluations[0] as PreparedEvaluation)));

/** Pairs of Samsyn: each person with an own socket, as in two browsers. */
export async function samsynPairs(port: number, prepared: readonly PreparedPair[]): Promise<Pair[]> {
  const pairs: Pair[] = [];
  await overAll(prepared, 50, async (own, index) => {
    const [first, second] = await Promise.all([openSocket(port, own.cookies[0]), openSocket(port, own.cookies[1])]);
    pairs[index] = new SamsynPair(own, first, second);
  });
  return pairs;
}
