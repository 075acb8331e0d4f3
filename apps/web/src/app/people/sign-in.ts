import { Component, computed, inject, input, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { people as wire } from '@samsyn/contract';
import { people } from '@samsyn/contract/routes';
import { call, CallFailed, RefusalWords } from '../http';
import { Icon } from '../look';
import { Session } from './session';

/** Sign in with a password, or ask for a link by mail: the same answer whether the address is known or not. */
@Component({ selector: 'sam-sign-in', imports: [FormsModule, Icon, TranslocoDirective], templateUrl: './sign-in.html', styleUrl: './door.css' })
export class SignIn {
  /** Where to go on to: the page that was asked for. */
  readonly till = input<string>();
  private readonly session = inject(Session);
  private readonly refusals = inject(RefusalWords);
  private readonly router = inject(Router);
  protected readonly email = signal('');
  protected readonly password = signal('');
  protected readonly busy = signal(false);
  protected readonly tried = signal<'password' | 'link' | null>(null);
  protected readonly sentTo = signal('');
  /** The house has no mail server: no link will come. */
  protected readonly mailless = signal(false);
  protected readonly failure = signal<CallFailed | null>(null);
  protected readonly refusal = computed(() => {
    const failure = this.failure();
    return failure ? this.refusals.of(failure) : '';
  });
  protected readonly emailWrong = computed(() => this.tried() !== null && !wire.askLink.body.safeParse({ email: this.email().trim() }).success);
  protected readonly passwordMissing = computed(() => this.tried() === 'password' && this.password() === '');

  protected async signIn(): Promise<void> {
    this.tried.set('password');
    if (this.busy() || this.emailWrong() || this.passwordMissing()) return;
    await this.attempt(async () => {
      const me = await call(people.signIn, { body: { email: this.email().trim(), password: this.password() } });
      this.session.expired();
      this.session.enter(me);
      await this.router.navigateByUrl(this.till() ?? '/utvarderingar', { replaceUrl: true });
    });
  }

  protected async askLink(): Promise<void> {
    this.tried.set('link');
    if (this.busy() || this.emailWrong()) return;
    const email = this.email().trim();
    await this.attempt(async () => {
      const { sent } = await call(people.askLink, { body: { email } });
      this.sentTo.set(sent ? email : '');
      this.mailless.set(!sent);
    });
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.failure.set(null);
    this.sentTo.set('');
    this.mailless.set(false);
    try {
      await act();
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.failure.set(failure);
    } finally {
      this.busy.set(false);
    }
  }
}
