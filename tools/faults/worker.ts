import { scoring, consensus, type ActName } from '@samsyn/contract';
import type { Socket } from 'socket.io-client';
import { openSocket, said } from '../bench/acting';
import type { PreparedEvaluation, PreparedPair } from '../bench/prepare';
import { Wire } from '../bench/wire';
import type { Books } from './books';

interface Mate {
  readonly wire: Wire;
  readonly person: string;
  /** Says its shared facts over an open socket; without one they go as requests. */
  readonly socket: Socket | null;
}

const endpoints = { seal: scoring.seal, propose: consensus.propose, approve: consensus.approve } as const;

/** One half of a pair at work: writes drafts, or goes through seals, proposals and approvals, until the server is gone. */
export class Worker {
  private stopped = false;
  private readonly sockets: Socket[] = [];
  /** Every other pair acts over its sockets. */
  private static pairs = 0;

  private constructor(private readonly work: (worker: Worker) => Promise<void>) {}

  static forPair(port: number, pair: PreparedPair, books: Books): Worker[] {
    const evaluation = pair.evaluations[0] as PreparedEvaluation;
    const bySocket = Worker.pairs++ % 2 === 1;
    const mate = (index: 0 | 1, socket: Socket | null = null): Mate => ({ wire: new Wire(port, pair.cookies[index]), person: pair.persons[index], socket });
    // Half of the questions are agreed on, one after the other; the other half is only drafted.
    const half = evaluation.questions.length / 2;
    return [
      new Worker(async (worker) => {
        const [first = null, second = null] = bySocket ? await worker.open(port, pair.cookies) : [];
        await worker.agree(evaluation, evaluation.questions.slice(0, half), mate(0, first), mate(1, second), books);
      }),
      new Worker(async (worker) => {
        const [, second = null] = bySocket ? await worker.open(port, pair.cookies) : [];
        await worker.draft(evaluation, evaluation.questions.slice(half), mate(1, second), books);
      }),
    ];
  }

  /** Ends at the first failure: that one was not acknowledged, and nothing after it was sent. */
  async run(): Promise<void> {
    await this.work(this).catch(() => undefined);
    for (const socket of this.sockets) socket.close();
  }

  private async open(port: number, cookies: readonly string[]): Promise<Socket[]> {
    for (const cookie of cookies) this.sockets.push(await openSocket(port, cookie));
    return this.sockets;
  }

  stop(): void {
    this.stopped = true;
  }

  private async agree({ id }: PreparedEvaluation, questions: readonly string[], first: Mate, second: Mate, books: Books): Promise<void> {
    const say = async ({ wire, socket }: Mate, act: Exclude<ActName, 'draft'>, body: unknown): Promise<void> =>
      void (socket ? await said(socket, act, id, body) : await wire.ask('POST', `/api/${endpoints[act].path.replace(':id', id)}`, body));
    for (let number = 1; !this.stopped; number++)
      for (const question of questions) {
        if (number === 1) {
          await say(second, 'seal', { questions: [question] });
          books.acknowledge({ kind: 'sealed', evaluation: id, person: second.person, question, which: '1' });
        }
        // The text tells one proposal from the next, so that one applied twice is seen.
        await say(first, 'propose', { proposals: [{ question, round: 1, answers: number === 1 ? null : number - 1, percent: '60', text: `${number}` }] });
        books.acknowledge({ kind: 'proposed', evaluation: id, person: first.person, question, which: `${number}` });
        await say(second, 'approve', { approvals: [{ question, proposal: number }] });
        books.acknowledge({ kind: 'approved', evaluation: id, person: second.person, question, which: `${number}` });
      }
  }

  private async draft({ id }: PreparedEvaluation, questions: readonly string[], { wire, person, socket }: Mate, books: Books): Promise<void> {
    for (let edition = 1; !this.stopped; edition++)
      for (const question of questions) {
        const value = `${(edition * 7) % 100}`;
        const body = { field: 'percent', value, edition, round: 1 };
        const answer = (socket ? await said(socket, 'draft', id, body, question) : JSON.parse(await wire.ask('PUT', `/api/evaluations/${id}/sheet/${question}`, body))) as { edition: number };
        books.draft({ evaluation: id, person, question, value, edition: answer.edition });
      }
  }
}
