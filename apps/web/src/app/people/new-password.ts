import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Me } from '@samsyn/contract';
import { people } from '@samsyn/contract/routes';
import { call, CallFailed, RefusalWords } from '../http';
import { Icon } from '../look';
import { Session } from './session';

/** One field for a new password; the server judges its strength. */
@Component({
  selector: 'sam-new-password',
  imports: [FormsModule, Icon, TranslocoDirective],
  template: `
    <form (ngSubmit)="save()" novalidate *transloco="let t">
      <input type="text" class="sr" name="username" autocomplete="username" tabindex="-1" aria-hidden="true" [value]="me().email" readonly />
      <div class="field">
        <label for="fresh">{{ t('people.link.password') }}</label>
        <input id="fresh" class="input" name="fresh" type="password" autocomplete="new-password" [(ngModel)]="password" [attr.aria-invalid]="refusal() !== ''" aria-describedby="fresh-hint fresh-wrong" />
        <span id="fresh-hint" class="hint">{{ t('people.link.hint') }}</span>
        <span id="fresh-wrong" class="wrong" role="alert">@if (refusal()) { <svg samIcon="stop"></svg> {{ refusal() }} }</span>
      </div>
      <div class="row"><button type="submit" class="btn primary" [attr.aria-disabled]="busy()">{{ t('people.link.save') }}</button><ng-content /></div>
    </form>
  `,
  styleUrl: './door.css',
  styles: ':host { padding: 0 !important; }',
})
export class NewPassword {
  readonly me = input.required<Me>();
  readonly saved = output();
  private readonly session = inject(Session);
  private readonly refusals = inject(RefusalWords);
  private readonly failure = signal<CallFailed | null>(null);
  protected readonly password = signal('');
  protected readonly busy = signal(false);
  protected readonly refusal = computed(() => {
    const failure = this.failure();
    return failure ? this.refusals.of(failure) : '';
  });

  protected async save(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      this.session.enter(await call(people.setPassword, { body: { password: this.password() } }));
      this.password.set('');
      this.saved.emit();
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.failure.set(failure);
    } finally {
      this.busy.set(false);
    }
  }
}
