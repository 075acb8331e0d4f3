import { Component, ElementRef, afterNextRender, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Row } from './board-row';
import { BoardStore } from './board-store';
import { RowWords } from './row-words';

/** One summary before many questions are proposed or approved at once. What was shown is what is sent. */
@Component({
  selector: 'sam-bulk-confirm',
  imports: [TranslocoDirective],
  template: `<dialog #dialog aria-labelledby="bulk-title" (close)="closed.emit()">
    <ng-container *transloco="let t">
      <h3 id="bulk-title">{{ t(propose() ? 'consensus.bulk.proposeTitle' : 'consensus.bulk.approveTitle', { n: rows().length }) }}</h3>
      <p>{{ t(propose() ? 'consensus.bulk.proposeText' : 'consensus.bulk.approveText', { equal: equal(), mean: rows().length - equal() }) }}</p>
      <details>
        <summary>{{ t('consensus.bulk.list') }}</summary>
        <ul>@for (row of rows(); track row.question.number) { <li>{{ t('consensus.bulk.row', { number: row.question.number, title: words.short(row), percent: percent(row) }) }}</li> }</ul>
      </details>
      @if (store.refusal(); as refusal) { <p class="notice stop" role="alert">{{ refusal.text }}</p> }
      <div class="acts">
        <button type="button" class="btn" (click)="dialog.close()">{{ t('consensus.bulk.notYet') }}</button>
        <button type="button" class="btn primary" [attr.aria-disabled]="store.busy()" (click)="send()">{{ t(propose() ? 'consensus.bulk.proposeDo' : 'consensus.bulk.approveDo', { n: rows().length }) }}</button>
      </div>
    </ng-container>
  </dialog>`,
  styles: `
    dialog { width: min(480px, calc(100vw - 32px)); padding: 20px 24px; border: 1px solid var(--sam-border); border-radius: var(--sam-radius-l); background: var(--sam-raised); color: var(--sam-ink); box-shadow: var(--sam-lift); font-size: var(--sam-14); line-height: 20px; }
    dialog::backdrop { background: rgb(10 25 30 / .4); }
    h3 { font-size: var(--sam-18); line-height: 24px; padding-bottom: 8px; }
    details { margin: 12px 0; } summary { cursor: pointer; min-height: 24px; color: var(--sam-action); } ul { max-height: 240px; overflow: auto; padding: 4px 0; } li { padding: 2px 0; }
    .acts { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 8px; padding-top: 12px; }
  `,
})
export class BulkConfirm {
  readonly kind = input.required<'propose' | 'approve'>();
  readonly rows = input.required<readonly Row[]>();
  readonly closed = output();
  protected readonly store = inject(BoardStore);
  protected readonly words = inject(RowWords);
  protected readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly propose = computed(() => this.kind() === 'propose');
  protected readonly equal = computed(() => this.rows().filter((row) => (this.propose() ? row.prefill.kind : row.standing?.method) === 'equal').length);
  private readonly sending = signal(false);

  constructor() {
    afterNextRender(() => this.dialog().nativeElement.showModal());
  }

  protected percent(row: Row): string {
    const value = this.propose() ? row.prefill.percent : (row.standing?.percent ?? null);
    return value === null ? '' : this.words.typed(value);
  }

  protected async send(): Promise<void> {
    if (this.sending()) return;
    this.sending.set(true);
    const done = await (this.propose() ? this.store.proposeThese(this.rows()) : this.store.approveThese(this.rows()));
    this.sending.set(false);
    if (done) this.dialog().nativeElement.close();
  }
}
