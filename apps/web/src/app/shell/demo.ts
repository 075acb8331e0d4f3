import { Service, computed, inject, signal } from '@angular/core';
import { people, type RouteAnswer } from '@samsyn/contract/routes';
import { call, CallFailed } from '../http';
import { Session } from '../people';

type DemoAnswer = RouteAnswer<typeof people.demo>;

/** Whether this is a demo, and whom one may be in it. Asked once. */
@Service()
export class Demo {
  private readonly session = inject(Session);
  private readonly answer = signal<DemoAnswer | null>(null);
  readonly people = computed(() => (this.answer()?.demo ? this.answer()?.people ?? [] : []));
  readonly on = computed(() => this.answer()?.demo === true || this.session.me()?.demo === true);

  constructor() {
    void this.ask();
  }

  private async ask(): Promise<void> {
    try {
      this.answer.set(await call(people.demo));
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
    }
  }
}
