import { Component, type OnInit, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Me } from '@samsyn/contract';
import { people } from '@samsyn/contract/routes';
import { call, CallFailed, RefusalWords } from '../http';
import { Icon } from '../look';
import { NewPassword } from './new-password';
import { Session } from './session';

/** Spends a one-time link, offers a password the first time and goes on to the page that was meant. */
@Component({
  selector: 'sam-use-link',
  imports: [Icon, NewPassword, RouterLink, TranslocoDirective],
  template: `
    <section class="door" *transloco="let t">
      @if (refusal()) {
        <h1>{{ t('people.link.failed') }}</h1>
        <p class="notice stop" role="alert"><svg samIcon="stop"></svg><span>{{ refusal() }}</span></p>
        <p class="row">@if (unheard()) { <button type="button" class="btn primary" (click)="use()">{{ t('people.link.again') }}</button> } @if (session.signedIn()) { <a class="btn" routerLink="/utvarderingar">{{ t('people.link.mine') }}</a> } <a class="btn" [class.primary]="!unheard()" routerLink="/logga-in" [queryParams]="{ till: till() }">{{ t('people.link.askNew') }}</a></p>
      } @else if (welcome(); as me) {
        <h1>{{ t('people.link.welcome', { name: me.name }) }}</h1>
        <p>{{ t('people.link.choose') }}</p>
        <sam-new-password [me]="me" (saved)="goOn()"><button type="button" class="btn" (click)="goOn()">{{ t('people.link.later') }}</button></sam-new-password>
      } @else {
        <p role="status" class="quiet">{{ t('people.link.going') }}</p>
      }
    </section>
  `,
  styleUrl: './door.css',
})
export class UseLink implements OnInit {
  readonly token = input.required<string>();
  readonly till = input<string>();
  protected readonly session = inject(Session);
  private readonly transloco = inject(TranslocoService);
  private readonly refusals = inject(RefusalWords);
  private readonly router = inject(Router);
  private readonly failure = signal<CallFailed | null>(null);
  protected readonly welcome = signal<Me | null>(null);
  protected readonly refusal = computed(() => {
    const failure = this.failure();
    // A torn link is "invalid" to the server, whose words are about fields: there are none here.
    if (failure?.missing) return this.transloco.translate<string>('people.link.torn', {}, this.transloco.activeLang());
    return failure ? this.refusals.of(failure) : '';
  });
  /** Nothing was heard, so the link is not spent. */
  protected readonly unheard = computed(() => this.failure()?.code === 'offline');

  ngOnInit(): Promise<void> {
    return this.use();
  }

  protected async use(): Promise<void> {
    this.failure.set(null);
    try {
      const me = await call(people.useLink, { body: { token: this.token() } });
      this.session.expired();
      this.session.enter(me);
      if (me.hasPassword || me.demo) await this.goOn();
      else this.welcome.set(me);
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.failure.set(failure);
    }
  }

  protected async goOn(): Promise<void> {
    await this.router.navigateByUrl(this.till() ?? '/utvarderingar', { replaceUrl: true });
  }
}
