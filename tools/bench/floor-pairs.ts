import { io, type Socket } from 'socket.io-client';
import type { Act, Pair } from './load';
import { overAll } from './stats';

interface Score {
  readonly room: string;
  readonly evaluation: number;
  readonly evaluator: number;
  readonly question: number;
  readonly value: number;
  readonly seq: number;
}

let seq = 0;

class FloorPair implements Pair {
  private readonly waiting = new Map<number, () => void>();

  constructor(
    private readonly number: number,
    private readonly sender: Socket,
    private readonly receiver: Socket,
  ) {
    receiver.on('scored', (score: Score) => {
      this.waiting.get(score.seq)?.();
      this.waiting.delete(score.seq);
    });
  }

  act(): Act {
    const own = ++seq;
    const score: Score = { room: `${this.number}`, evaluation: this.number, evaluator: 1, question: own % 45, value: own % 100, seq: own };
    const seen = new Promise<void>((done) => this.waiting.set(own, done));
    const acked = new Promise<void>((done, failed) => {
      this.sender.emit('score', score, (answer: { ok: boolean; fault?: string }) => (answer.ok ? done() : failed(new Error(answer.fault))));
    });
    return { kind: 'insert', acked, seen };
  }

  close(): void {
    this.sender.close();
    this.receiver.close();
  }
}

/** Pairs of the floor: one sends, the other, in the same room, receives. */
export async function floorPairs(url: string, count: number): Promise<Pair[]> {
  const pairs: Pair[] = [];
  await overAll(Array.from({ length: count }), 50, async (_, index) => {
    const [sender, receiver] = await Promise.all([connect(url, `${index}`), connect(url, `${index}`)]);
    pairs[index] = new FloorPair(index, sender, receiver);
  });
  return pairs;
}

async function connect(url: string, room: string): Promise<Socket> {
  const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false });
  await new Promise<void>((done, failed) => {
    socket.once('connect', done);
    socket.once('connect_error', failed);
  });
  await new Promise<void>((done) => void socket.emit('join', room, done));
  return socket;
}
