import { Service, computed, effect, inject, signal, untracked } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { unsentOf } from '../http';
import { LiveFeed } from '../live';
import { Announcer, clock } from '../look';
import { Session } from '../people';

/** The connection as the shell shows it: a word at once, the dark bar and the spoken sentence only after three seconds. */
@Service()
export class ConnectionLine {
  private readonly live = inject(LiveFeed);
  private readonly transloco = inject(TranslocoService);
  private readonly announcer = inject(Announcer);
  private readonly session = inject(Session);
  private readonly long = signal(false);
  private readonly unsent = signal(0);
  readonly word = this.live.connection;
  readonly icon = computed(() => (({ connected: 'online', connecting: 'clock', offline: 'offline' }) as const)[this.word()]);
  /** Since when the line has been lost, for the bar; empty while it is up or only just gone. */
  readonly since = computed(() => {
    const lost = this.live.offlineSince();
    return lost && this.long() ? clock(lost.toISOString(), this.transloco.activeLang()) : '';
  });

  /** How many changes of this person wait for the network, of all evaluations and drafts; 0 while the bar is not shown. */
  readonly waiting = computed(() => (this.since() ? this.unsent() : 0));

  constructor() {
    // Several pages keep what is unsent, each under its own keys, also other tabs: while the bar shows, it looks once a second.
    effect((onCleanup) => {
      const person = this.session.me()?.id;
      if (!this.since() || !person) return;
      const look = (): void => this.unsent.set(unsentOf(person));
      untracked(look);
      const timer = setInterval(look, 1000);
      onCleanup(() => {
        clearInterval(timer);
        this.unsent.set(0);
      });
    });
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
