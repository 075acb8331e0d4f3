import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { LeafChange } from '@samsyn/domain';
import { ChangeWords } from './change-words';
import { ReportStore } from './report-store';

/** The changed values behind printed figures, each with its place: folded away where a figure or a text says the main thing. */
@Component({
  selector: 'sam-change-list',
  imports: [TranslocoDirective],
  template: `<details *transloco="let t" [open]="open()">
    <summary>{{ t(told().length === 1 ? 'report.diff.oneMore' : 'report.diff.more', { n: told().length }) }}</summary>
    <ul>
      @for (change of told(); track $index) {
        <li [class.long]="change.long"><span class="label">{{ change.label }}</span> <del><span class="sr">{{ t('report.diff.was') }} </span>{{ change.before }}</del> <ins><span class="sr">{{ t('report.diff.is') }} </span>{{ change.after }}</ins></li>
      }
    </ul>
  </details>`,
  styles: `
    summary { cursor: pointer; min-height: 24px; color: var(--sam-muted); }
    li { padding: 4px 0; overflow-wrap: anywhere; }
    .label { display: block; } .label::first-letter { text-transform: uppercase; } del { margin-right: 6px; }
    del { color: var(--sam-muted); } ins { text-decoration: none; font-weight: 600; } ins::before { content: "→ "; font-weight: 400; }
    .long del, .long ins { display: block; white-space: pre-line; max-width: 72ch; }
    .long ins::before { content: none; } .long ins { font-weight: 400; }
  `,
})
export class ChangeList {
  readonly changes = input.required<readonly LeafChange[]>();
  readonly open = input(false);
  private readonly words = inject(ChangeWords);
  private readonly store = inject(ReportStore);
  protected readonly told = computed(() => this.words.tellAll(this.changes(), this.store.differenceNames()));
}
