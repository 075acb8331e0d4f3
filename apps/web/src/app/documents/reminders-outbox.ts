import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { documents, type RouteAnswer } from '@samsyn/contract/routes';
import { call, CallFailed, RefusalWords } from '../http';
import { Trouble, Waiting } from '../look';
import { whenInWords } from './upload-figures';

/** The letters about material that have gone out, word for word: links handed on and the daily reminders. */
@Component({
  selector: 'sam-reminders-outbox',
  imports: [TranslocoDirective, Trouble, Waiting],
  template: `
    <ng-container *transloco="let t">
      @if (mails(); as mails) {
        @for (mail of mails; track mail.mail) {
          <details><summary><b>{{ mail.subject }}</b> <span class="quiet">{{ mail.to }}, {{ mail.sent ? when(mail.sent) : t('documents.requests.outbox.waiting') }}</span></summary><p class="text" lang="sv">{{ mail.text }}</p></details>
        } @empty { <p class="quiet none">{{ t('documents.requests.outbox.empty') }}</p> }
      } @else if (words()) { <sam-trouble [text]="words()" (again)="read()" /> } @else { <sam-waiting (again)="read()" /> }
    </ng-container>
  `,
  styles: ':host { display: block; padding: 0 0 16px 16px; } details { border-top: 1px solid var(--sam-hairline); } summary { cursor: pointer; min-height: 44px; padding: 12px 0; overflow-wrap: anywhere; } .text { white-space: pre-line; padding: 0 0 12px 16px; max-width: 72ch; overflow-wrap: anywhere; } .none { padding: 8px 0; }',
})
export class RemindersOutbox {
  private readonly transloco = inject(TranslocoService);
  private readonly refusals = inject(RefusalWords);
  private readonly failure = signal<CallFailed | null>(null);
  readonly id = input.required<string>();
  protected readonly mails = signal<RouteAnswer<typeof documents.outbox> | null>(null);
  protected readonly words = computed(() => {
    const failure = this.failure();
    return failure ? this.refusals.of(failure) : '';
  });

  constructor() {
    effect(() => {
      this.id();
      untracked(() => void this.read());
    });
  }

  protected when(at: string): string {
    return whenInWords(at, this.transloco.activeLang());
  }

  protected async read(): Promise<void> {
    this.failure.set(null);
    try {
      this.mails.set(await call(documents.outbox, { params: { id: this.id() } }));
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.failure.set(failure);
    }
  }
}
