import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { DocumentVersionView } from '@samsyn/contract';
import { Icon } from '../look';
import { copiedAt, standingOf } from './web-copy';

/** What a reader of a web address needs to know: when the copy was fetched and of what, or why there is none. */
@Component({
  selector: 'sam-web-copy-note',
  imports: [Icon, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (standing() === 'done') {
        <div class="told"><svg samIcon="web"></svg>
          <span>{{ t(version().copy?.source ? 'documents.web.note' : 'documents.web.noteFile', { time: at() }) }} <a [href]="version().url" target="_blank" rel="noopener noreferrer">{{ t('documents.web.open') }}</a></span>
          @if (version().copy?.source; as sum) { <details><summary>{{ t('documents.web.sum') }}</summary><p>{{ t('documents.web.sumMore') }}</p><code>{{ sum }}</code></details> }
        </div>
      } @else if (standing() === 'coming') { <p class="say" role="status"><svg samIcon="clock"></svg>{{ t('documents.web.coming') }}. {{ t('documents.web.comingMore') }}</p> }
      @else if (version().copy?.fault; as fault) { <p class="say"><svg samIcon="warn"></svg><span>{{ t('documents.web.failedMore', { why: t('documents.web.fault.' + fault) }) }}</span></p> }
    </ng-container>
  `,
  styles: `
    :host { display: block; }
    .told { display: flex; flex-wrap: wrap; gap: 2px 8px; align-items: baseline; padding: 6px 16px; color: var(--sam-muted); border-bottom: 1px solid var(--sam-hairline); background: var(--sam-surface); }
    .told .mk { align-self: center; flex: none; } .told > span { flex: 1 1 220px; }
    summary { cursor: pointer; color: var(--sam-action); min-height: 24px; } details[open] { flex-basis: 100%; } code { overflow-wrap: anywhere; font-size: var(--sam-14); }
    .say { display: flex; gap: 8px; align-items: baseline; } .say .mk { align-self: center; flex: none; }
  `,
})
export class WebCopyNote {
  private readonly transloco = inject(TranslocoService);
  readonly version = input.required<DocumentVersionView>();
  protected readonly standing = computed(() => standingOf(this.version()));
  protected readonly at = computed(() => {
    const at = this.version().copy?.fetchedAt;
    return at ? copiedAt(at, this.transloco.activeLang()) : '';
  });
}
