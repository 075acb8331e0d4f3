import type { Changed } from '@samsyn/contract';
import { io, type Socket } from 'socket.io-client';
import { sleep } from '../bench/stats';

/** A page left open: its socket comes back by itself, then it asks how far the evaluation has come. */
export class Watcher {
  private heard = 0;
  private comeBack: Promise<void>;

  private constructor(
    private readonly port: number,
    private readonly cookie: string,
    private readonly evaluation: string,
    private readonly socket: Socket,
  ) {
    socket.on('changed', (changed: Changed) => {
      this.heard = Math.max(this.heard, changed.revision);
    });
    this.comeBack = new Promise((done) => socket.once('disconnect', () => socket.once('connect', done)));
  }

  static async enter(port: number, cookie: string, evaluation: string): Promise<Watcher> {
    const socket = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], forceNew: true, extraHeaders: { cookie }, reconnectionDelay: 200, reconnectionDelayMax: 1000 });
    await new Promise<void>((done) => void socket.once('connect', done));
    return new Watcher(port, cookie, evaluation, socket);
  }

  /**
   * When it was level with the server again (performance.now), null when not within 15 s or behind what it had heard before.
   * `reconnects`: the server died, so the socket must come back first; a socket whose server lives on only asks again.
   */
  async caughtUp(reconnects: boolean): Promise<number | null> {
    const until = performance.now() + 15_000;
    if (reconnects && !(await Promise.race([this.comeBack.then(() => true), sleep(15_000).then(() => false)]))) return null;
    for (; performance.now() < until; await sleep(200)) {
      const answer = await fetch(`http://127.0.0.1:${this.port}/api/evaluations/${this.evaluation}/revision`, { headers: { cookie: this.cookie } });
      if (!answer.ok) continue;
      const { revision } = (await answer.json()) as { revision: number };
      return revision >= this.heard ? performance.now() : null;
    }
    return null;
  }

  close(): void {
    this.socket.close();
  }
}
