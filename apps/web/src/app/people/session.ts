import { Service, computed, signal } from '@angular/core';
import type { Me } from '@samsyn/contract';
import { people } from '@samsyn/contract/routes';
import { call, CallFailed, copyPlace, forget, forgetCopies, keep, kept, signedOut, speakAs, unsentOf } from '../http';

interface Known {
  readonly me: Me;
  /** When the server last said so. */
  readonly at: number;
}

const known = copyPlace('', 'me');
/** Who has signed out here without the server having heard of it. */
const leaving = 'samsyn.leaving';
/** As long as a visit's day and the evening before: then the copies open only after the server has been asked. */
const openFor = 24 * 3_600_000;

/** Who is signed in. `undefined` while asking, `null` when nobody is. */
@Service()
export class Session {
  private readonly person = signal<Me | null | undefined>(undefined);
  private readonly lastWork = new Set<() => Promise<void>>();
  readonly me = this.person.asReadonly();
  readonly signedIn = computed(() => Boolean(this.person()));

  constructor() {
    window.addEventListener('online', () => void this.leave());
    // Signed out in another tab, without network: no call would tell this one.
    window.addEventListener('storage', ({ key, newValue }) => key === leaving && newValue !== null && signedOut.next());
  }

  /** Asks the server once; safe to call from every guard. Without network it is who the server last knew in this browser. */
  async load(): Promise<Me | null> {
    const before = this.person();
    if (before !== undefined) return before;
    try {
      if (!(await this.leave())) this.person.set(null);
      else this.enter(await call(people.me));
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      const copy = failure.code === 'offline' ? kept<Known>(known) : null;
      if (failure.code === 'people/signed-out') this.expired();
      else if (copy && Date.now() - copy.at < openFor) this.be(copy.me);
      else throw failure;
    }
    return this.person() ?? null;
  }

  enter(me: Me): void {
    if (kept<Known>(known)?.me.id !== me.id) forgetCopies();
    forget(leaving);
    this.be(me);
    this.confirm(me);
  }

  /** The server has said so again. */
  confirm(me: Me): void {
    if (me.id === this.person()?.id) keep(known, { me, at: Date.now() } satisfies Known);
  }

  /** The session has ended on the server: the page keeps what was typed and asks to sign in again. No copy stays, but those of who has signed in here since. */
  expired(): void {
    const [own, last] = [this.person()?.id, kept<Known>(known)?.me.id];
    if (!own || !last || own === last) forgetCopies();
    this.person.set(null);
  }

  /** Work to be done before the session ends, like sending what is written. Answers how to call that off. */
  beforeLeaving(work: () => Promise<void>): () => void {
    this.lastWork.add(work);
    return () => void this.lastWork.delete(work);
  }

  /** Sends what can be sent; answers how many own writings are still only in this browser. */
  async settle(): Promise<number> {
    const me = this.person();
    for (const work of this.lastWork) await work();
    return me ? unsentOf(me.id) : 0;
  }

  /** Out of this browser at once, with or without network; the server hears of it as soon as it can. */
  async signOut(): Promise<void> {
    const me = this.person();
    if (me) keep(leaving, me.id);
    this.expired();
    await this.leave();
  }

  /** Tells the server of a sign-out that it has not heard of. Answers whether there is none left to tell. */
  private async leave(): Promise<boolean> {
    const person = kept<string>(leaving);
    if (person === null || this.signedIn()) return true;
    // In that person's name, so that it never ends the session of who has signed in since.
    speakAs(person);
    try {
      await call(people.signOut);
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      if (failure.code !== 'people/signed-out') return false;
    } finally {
      speakAs(null);
    }
    forget(leaving);
    return true;
  }

  private be(me: Me): void {
    speakAs(me.id);
    this.person.set(me);
  }
}
