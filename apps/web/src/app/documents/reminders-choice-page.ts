import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { documents } from '@samsyn/contract/routes';
import { call, CallFailed, RefusalWords } from '../http';
import { Icon, Trouble, Waiting } from '../look';
import { readOnce } from './read-once';

/** Where the link in a reminder leads: what stops and what does not, without signing in. Opening the page changes nothing. */
@Component({
  selector: 'sam-reminders-choice-page',
  imports: [Icon, TranslocoDirective, Trouble, Waiting],
  templateUrl: './reminders-choice-page.html',
  styleUrl: './reminders-choice-page.css',
})
export class RemindersChoicePage {
  private readonly refusals = inject(RefusalWords);
  readonly token = input.required<string>();
  /** A token that is not ours is an answer too: the address did not come with the link as a whole. */
  protected readonly read = readOnce(this.token, (token) => call(documents.mailChoice, { params: { token } }).catch((failure: unknown) => {
    if (failure instanceof CallFailed && failure.code === 'documents/link-spent') return { reminders: null };
    throw failure;
  }));
  private readonly chosen = signal<boolean | null>(null);
  private readonly failed = signal<CallFailed | null>(null);
  protected readonly busy = signal(false);
  protected readonly changed = computed(() => this.chosen() !== null);
  protected readonly reminders = computed(() => this.chosen() ?? this.read.answer()?.reminders ?? null);
  protected readonly refusal = computed(() => {
    const failed = this.failed();
    return failed ? this.refusals.of(failed) : '';
  });

  protected async choose(reminders: boolean): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failed.set(null);
    try {
      this.chosen.set((await call(documents.chooseMail, { params: { token: this.token() }, body: { reminders } })).reminders);
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.failed.set(failure);
    } finally {
      this.busy.set(false);
    }
  }
}
