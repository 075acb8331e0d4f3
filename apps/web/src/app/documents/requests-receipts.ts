import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { documents, type RouteAnswer } from '@samsyn/contract/routes';
import { call, CallFailed, RefusalWords } from '../http';
import { Trouble, Waiting } from '../look';
import { whenInWords } from './upload-figures';

/** What has been deleted: a signed receipt of what it was, never of what it said. */
@Component({
  selector: 'sam-requests-receipts',
  imports: [TranslocoDirective, Trouble, Waiting],
  template: `
    <ng-container *transloco="let t">
      @if (receipts(); as receipts) {
        @if (receipts.length > 0) {
          <ul>@for (one of receipts; track one.signature) {
            <li><b>{{ one.title }}</b> <span class="quiet">{{ when(one.at) }}, {{ t('documents.requests.receipts.size', { files: one.files, pages: one.pages }) }}</span><p lang="sv">{{ one.reason }}</p>
              <details><summary>{{ t('documents.requests.receipts.proof') }}</summary>@for (sum of one.sha256; track $index) { <p class="code">sha256 {{ sum }}</p> }<p class="code">hmac {{ one.signature }}</p></details></li>
          }</ul>
        } @else { <p class="quiet">{{ t('documents.requests.receipts.empty') }}</p> }
      } @else if (words()) { <sam-trouble [text]="words()" (again)="read()" /> } @else { <sam-waiting (again)="read()" /> }
    </ng-container>
  `,
  styles: ':host { display: block; padding: 0 0 16px 16px; } li { padding: 8px 0; border-top: 1px solid var(--sam-hairline); overflow-wrap: anywhere; } summary { cursor: pointer; color: var(--sam-action); min-height: 28px; padding: 4px 0; } .code { font-size: var(--sam-13); overflow-wrap: anywhere; }',
})
export class RequestsReceipts {
  private readonly transloco = inject(TranslocoService);
  private readonly refusals = inject(RefusalWords);
  private readonly failure = signal<CallFailed | null>(null);
  readonly id = input.required<string>();
  protected readonly receipts = signal<RouteAnswer<typeof documents.receipts> | null>(null);
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
      this.receipts.set(await call(documents.receipts, { params: { id: this.id() } }));
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.failure.set(failure);
    }
  }
}
