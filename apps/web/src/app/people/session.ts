import { Service, computed, signal } from '@angular/core';
import type { Me } from '@samsyn/contract';
import { people } from '@samsyn/contract/routes';
import { call, CallFailed, speakAs } from '../http';

/** Who is signed in. `undefined` while asking, `null` when nobody is. */
@Service()
export class Session {
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
    speakAs(me.id);
    this.person.set(me);
  }

  /** The session has ended on the server: the page keeps what was typed and asks to sign in again. */
  expired(): void {
    this.person.set(null);
  }

  async signOut(): Promise<void> {
    await call(people.signOut);
    speakAs(null);
    this.expired();
  }
}
