import { Service, computed, effect, inject, signal, untracked } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { LiveFeed } from '../live';
import { Announcer, clock } from '../look';

/** The connection as the shell shows it: a word at once, the dark bar and the spoken sentence only after three seconds. */
@Service()
export class ConnectionLine {
  private readonly live = inject(LiveFeed);
  private readonly transloco = inject(TranslocoService);
  private readonly announcer = inject(Announcer);
  private readonly long = signal(false);
  readonly word = this.live.connection;
  readonly icon = computed(() => (({ connected: 'online', connecting: 'clock', offline: 'offline' }) as const)[this.word()]);
  /** Since when the line has been lost, for the bar; empty while it is up or only just gone. */
  readonly since = computed(() => {
    const lost = this.live.offlineSince();
    return lost && this.long() ? clock(lost.toISOString(), this.transloco.activeLang()) : '';
  });

  constructor() {
    effect((onCleanup) => {
      if (!this.live.offlineSince()) {
        untracked(() => this.restored());
        return;
      }
      const timer = setTimeout(() => {
        this.long.set(true);
        this.announcer.say(this.transloco.translate('shell.line.said'));
      }, 3000);
      onCleanup(() => clearTimeout(timer));
    });
  }

  private restored(): void {
    if (!this.long()) return;
    this.long.set(false);
    if (this.word() === 'connected') this.announcer.say(this.transloco.translate('shell.line.back'));
  }
}
