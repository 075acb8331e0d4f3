import { Service, signal, untracked } from '@angular/core';

const apart = 2000;

/**
 * Speaks to screen readers through the two live regions of the shell: one polite, one assertive (`urgent`: loss of data
 * only). What is said within two seconds is said together, the same sentence once.
 */
@Service()
export class Announcer {
  private readonly calm = signal('');
  private readonly loud = signal('');
  private waiting: string[] = [];
  private spokenAt = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;

  readonly polite = this.calm.asReadonly();
  readonly assertive = this.loud.asReadonly();

  say(text: string, urgent = false): void {
    if (urgent) {
      this.repeat(this.loud, text);
      return;
    }
    if (!this.waiting.includes(text)) this.waiting.push(text);
    this.timer ??= setTimeout(() => this.speak(), Math.max(150, this.spokenAt + apart - Date.now()));
  }

  private speak(): void {
    this.repeat(this.calm, this.waiting.join(' '));
    this.waiting = [];
    this.timer = null;
    this.spokenAt = Date.now();
  }

  /** A region that already holds the same text stays silent, so every other message ends in a no-break space. An effect that speaks must not hang on what it said. */
  private repeat(region: typeof this.calm, text: string): void {
    region.set(untracked(region) === text ? `${text}\u00a0` : text);
  }
}
