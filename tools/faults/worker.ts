import type { PreparedEvaluation, PreparedPair } from '../bench/prepare';
import { Wire } from '../bench/wire';
import type { Books } from './books';

interface Mate {
  readonly wire: Wire;
  readonly person: string;
}

/** One half of a pair at work: writes drafts, or goes through seals, proposals and approvals, until the server is gone. */
export class Worker {
  private stopped = false;

  private constructor(private readonly work: (worker: Worker) => Promise<void>) {}

  static forPair(port: number, pair: PreparedPair, books: Books): Worker[] {
    const evaluation = pair.evaluations[0] as PreparedEvaluation;
    const mate = (index: 0 | 1): Mate => ({ wire: new Wire(port, pair.cookies[index]), person: pair.persons[index] });
    // Half of the questions are agreed on, one after the other; the other half is only drafted.
    const half = evaluation.questions.length / 2;
    return [
      new Worker((worker) => worker.agree(evaluation, evaluation.questions.slice(0, half), mate(0), mate(1), books)),
      new Worker((worker) => worker.draft(evaluation, evaluation.questions.slice(half), mate(1), books)),
    ];
  }

  /** Ends at the first failure: that one was not acknowledged, and nothing after it was sent. */
  async run(): Promise<void> {
    await this.work(this).catch(() => undefined);
  }

  stop(): void {
    this.stopped = true;
  }

  private async agree({ id }: PreparedEvaluation, questions: readonly string[], first: Mate, second: Mate, books: Books): Promise<void> {
    const path = `/api/evaluations/${id}`;
    for (let number = 1; !this.stopped; number++)
      for (const question of questions) {
        if (number === 1) {
          await second.wire.ask('POST', `${path}/seals`, { questions: [question] });
          books.acknowledge({ kind: 'sealed', evaluation: id, person: second.person, question, which: '1' });
        }
        // The text tells one proposal from the next, so that one applied twice is seen.
        await first.wire.ask('POST', `${path}/proposals`, { proposals: [{ question, round: 1, answers: number === 1 ? null : number - 1, percent: '60', text: `${number}` }] });
        books.acknowledge({ kind: 'proposed', evaluation: id, person: first.person, question, which: `${number}` });
        await second.wire.ask('POST', `${path}/approvals`, { approvals: [{ question, proposal: number }] });
        books.acknowledge({ kind: 'approved', evaluation: id, person: second.person, question, which: `${number}` });
      }
  }

  private async draft({ id }: PreparedEvaluation, questions: readonly string[], { wire, person }: Mate, books: Books): Promise<void> {
    for (let edition = 1; !this.stopped; edition++)
      for (const question of questions) {
        const value = `${(edition * 7) % 100}`;
        const answer = JSON.parse(await wire.ask('PUT', `/api/evaluations/${id}/sheet/${question}`, { field: 'percent', value, edition, round: 1 })) as { edition: number };
        books.draft({ evaluation: id, person, question, value, edition: answer.edition });
      }
  }
}
