import type { CallFailed } from '../http';

const firstRetry = 1000;
const lastRetry = 30_000;

/** Failures that pass by themselves: no network, a fault at the server, a session that ended, too fast. */
export const passes = (failure: CallFailed): boolean =>
  ['offline', 'defect', 'people/signed-out', 'people/too-many-tries'].includes(failure.code) || failure.status === 429 || failure.status >= 500;

/** Tries again with growing pauses, and at once when the browser says that the network is back. */
export class Retry {
  private pause = firstRetry;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private stopped = false;
  private readonly back = (): void => {
    if (this.timer) this.now();
  };

  constructor(private readonly again: () => void) {
    window.addEventListener('online', this.back);
  }

  later(): void {
    if (this.timer || this.stopped) return;
    this.timer = setTimeout(() => this.now(), this.pause);
    this.pause = Math.min(this.pause * 2, lastRetry);
  }

  worked(): void {
    this.pause = firstRetry;
  }

  stop(): void {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    window.removeEventListener('online', this.back);
  }

  private now(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.again();
  }
}
