import { Service, computed, inject, signal } from '@angular/core';
import { people, type Me } from '@samsyn/contract';
import { call, CallFailed } from '../http';
import { LiveFeed } from '../live';

/** Who is signed in. `undefined` while asking, `null` when nobody is. */
@Service()
export class Session {
  private readonly live = inject(LiveFeed);
  private readonly person = signal<Me | null | undefined>(undefined);
  readonly me = this.person.asReadonly();
  readonly signedIn = computed(() => Boolean(this.person()));

  /** Asks the server once; safe to call from every guard. */
  async load(): Promise<Me | null> {
    const known = this.person();
    if (known !== undefined) return known;
    try {
      this.enter(await call(people.me));
    } catch (failure) {
      if (!(failure instanceof CallFailed) || failure.code !== 'people/signed-out') throw failure;
      this.person.set(null);
    }
    return this.person() ?? null;
  }

  enter(me: Me): void {
    this.person.set(me);
    this.live.open();
  }

  /** The session has ended on the server: the page keeps what was typed and asks to sign in again. */
  expired(): void {
    this.person.set(null);
    this.live.close();
  }

  async signOut(): Promise<void> {
    await call(people.signOut);
    this.expired();
  }
}
