import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { documents } from '@samsyn/contract/routes';
import { call, CallFailed, RefusalWords } from '../http';
import { Icon } from '../look';

/** The switch for reminders, beside the account: everything that is not optional is named, so that nobody fears to miss it. */
@Component({
  selector: 'sam-mail-choice',
  imports: [Icon, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <h2>{{ t('people.account.mail') }}</h2>
      <label class="switch"><input #box type="checkbox" [checked]="reminders()" [indeterminate]="reminders() === null" [disabled]="reminders() === null" aria-describedby="mail-hint" (change)="choose(box.checked)" /><span>{{ t('people.account.reminders') }}</span></label>
      <p id="mail-hint">{{ t('people.account.remindersHint') }}</p>
      <div role="status">@if (saved()) { <p class="notice ok"><svg samIcon="check"></svg><span>{{ t(reminders() ? 'people.account.remindersOn' : 'people.account.remindersOff') }}</span></p> }</div>
      @if (refusal()) { <p class="notice stop" role="alert"><svg samIcon="stop"></svg><span>{{ refusal() }}</span></p> @if (reminders() === null) { <button type="button" class="btn" (click)="read()">{{ t('people.account.again') }}</button> } }
    </ng-container>
  `,
  styles: ':host { display: grid; gap: 8px; } h2 { font-size: var(--sam-16); } .switch { display: flex; gap: 12px; align-items: center; min-height: 44px; cursor: pointer; } .switch input { width: 20px; height: 20px; } p { color: var(--sam-muted); font-size: var(--sam-14); line-height: 20px; }',
})
export class MailChoice {
  private readonly refusals = inject(RefusalWords);
  private readonly failed = signal<CallFailed | null>(null);
  protected readonly reminders = signal<boolean | null>(null);
  protected readonly saved = signal(false);
  protected readonly refusal = computed(() => {
    const failed = this.failed();
    return failed ? this.refusals.of(failed) : '';
  });

  constructor() {
    void this.read();
  }

  protected async read(): Promise<void> {
    await this.asked(() => call(documents.ownMailChoice));
  }

  /** Shown as chosen at once; put back when it could not be saved. */
  protected async choose(reminders: boolean): Promise<void> {
    const before = this.reminders();
    this.saved.set(false);
    this.reminders.set(reminders);
    this.saved.set(await this.asked(() => call(documents.chooseOwnMail, { body: { reminders } })));
    if (!this.saved()) this.reminders.set(before);
  }

  private async asked(ask: () => Promise<{ reminders: boolean }>): Promise<boolean> {
    this.failed.set(null);
    try {
      this.reminders.set((await ask()).reminders);
      return true;
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.failed.set(failure);
      return false;
    }
  }
}
