import { Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { CallFailed } from '../http';
import { Icon } from '../look';
import { MailChoice } from './mail-choice';
import { NewPassword } from './new-password';
import { Session } from './session';

/** The own account: who one is here, a password, the way out. */
@Component({
  selector: 'sam-account',
  imports: [Icon, MailChoice, NewPassword, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (session.me(); as me) {
        <section class="door">
          <h1>{{ t('people.account.title') }}</h1>
          <dl>
            <dt>{{ t('people.account.name') }}</dt><dd>{{ me.name }}</dd>
            <dt>{{ t('people.account.organisation') }}</dt><dd>{{ me.organisation || '–' }}</dd>
            <dt>{{ t('people.account.email') }}</dt><dd>{{ me.email }}</dd>
          </dl>
          <div class="other">
            <h2>{{ t('people.account.password') }}</h2>
            <p>{{ t(me.hasPassword ? 'people.account.set' : 'people.account.unset') }}</p>
            <sam-new-password [me]="me" (saved)="saved.set(true)" />
            <div role="status">@if (saved()) { <p class="notice ok"><svg samIcon="check"></svg><span>{{ t('people.account.saved') }}</span></p> }</div>
          </div>
          <sam-mail-choice class="other" />
          <div class="other">
            <h2>{{ t('people.account.leave') }}</h2>
            <p>{{ t('people.account.leaveText') }}</p>
            <button type="button" class="btn" (click)="signOut()">{{ t('people.account.signOut') }}</button>
          </div>
        </section>
      }
    </ng-container>
  `,
  styleUrl: './door.css',
})
export class Account {
  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly saved = signal(false);

  protected async signOut(): Promise<void> {
    try {
      await this.session.signOut();
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      if (failure.code !== 'people/signed-out') return;
      this.session.expired();
    }
    await this.router.navigateByUrl('/');
  }
}
