import { Component, effect, inject, input, untracked } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { documents } from '@samsyn/contract/routes';
import { call } from '../http';
import { Icon, Trouble, Waiting } from '../look';
import { readOnce } from './read-once';
import { RequestsStore } from './requests-store';
import { whenInWords } from './upload-figures';

/** The letters about material, word for word: links handed on, reminders, and reminders that did not go because nobody wanted them. */
@Component({
  selector: 'sam-reminders-outbox',
  imports: [Icon, TranslocoDirective, Trouble, Waiting],
  template: `
    <ng-container *transloco="let t">
      @if (letters.answer(); as mails) {
        @for (mail of mails; track mail.mail) {
          <details><summary><b>{{ mail.subject }}</b>&ngsp;<span class="quiet">{{ mail.to }}, {{ mail.declined ? when(mail.at) : mail.sent ? when(mail.sent) : t('documents.requests.outbox.waiting') }}</span>
            @if (mail.declined) { <span class="tag bare"><svg samIcon="close"></svg>{{ t('documents.reminders.declines') }}</span> }</summary>
            @if (mail.declined) { <p class="quiet inset">{{ t('documents.reminders.declinesText') }}</p> }<p class="text" lang="sv">{{ mail.text }}</p></details>
        } @empty { <p class="quiet none">{{ t('documents.requests.outbox.empty') }}</p> }
      } @else if (letters.words()) { <sam-trouble [text]="letters.words()" (again)="letters.again()" /> } @else { <sam-waiting (again)="letters.again()" /> }
    </ng-container>
  `,
  styles: ':host { display: block; padding: 0 0 16px 16px; } details { border-top: 1px solid var(--sam-hairline); } summary { cursor: pointer; min-height: 44px; padding: 12px 0; overflow-wrap: anywhere; } summary .quiet { margin-left: 6px; } .tag { margin-left: 8px; } .text { white-space: pre-line; padding: 0 0 12px 16px; max-width: 72ch; overflow-wrap: anywhere; } .inset { padding: 0 0 8px 16px; max-width: 72ch; } .none { padding: 8px 0; }',
})
export class RemindersOutbox {
  private readonly transloco = inject(TranslocoService);
  readonly id = input.required<string>();
  protected readonly letters = readOnce(this.id, (id) => call(documents.outbox, { params: { id } }));

  constructor() {
    const { mailed } = inject(RequestsStore);
    effect(() => {
      if (mailed() > 0) untracked(() => void this.letters.again());
    });
  }

  protected when(at: string): string {
    return whenInWords(at, this.transloco.activeLang());
  }
}
