import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DraftField } from '@samsyn/domain';
import { Icon, clock } from '../look';
import { FieldWords } from './field-words';
import { language } from './language';
import type { FieldDraft } from './question-draft';

/** A field that was changed in two places: both values side by side, nothing overwritten until one is chosen. */
@Component({
  selector: 'sam-field-clash',
  imports: [Icon, TranslocoDirective],
  template: `
    <section *transloco="let t" role="alert" class="clash">
      <h3><svg samIcon="warn" /> {{ t('scoring.clashOf', { field: question() + ' ' + name() }) }}</h3>
      <div class="both">
        <div><span class="label">{{ t('scoring.here') }}</span><p class="written" [class.big]="short()">{{ mine() }}</p><span class="hint">{{ at(draft().changedAt) }}</span></div>
        <div><span class="label">{{ t('scoring.otherTab') }}</span><p class="written" [class.big]="short()">{{ theirs() }}</p><span class="hint">{{ at(draft().other?.savedAt) }}</span></div>
      </div>
      <div class="btns">
        <button type="button" class="btn small" (click)="chosen.emit('mine')">{{ short() ? t('scoring.keepValue', { value: mine() }) : t('scoring.keepThis') }}</button>
        <button type="button" class="btn small" (click)="chosen.emit('other')">{{ short() ? t('scoring.takeValue', { value: theirs() }) : t('scoring.takeOther') }}</button>
      </div>
    </section>
  `,
  styles: `
    .clash { border: 1px solid var(--sam-stop-edge); border-radius: var(--sam-radius); padding: 12px 16px; margin-bottom: 12px; background: var(--sam-surface); }
    h3 { font-size: var(--sam-14); display: flex; gap: 6px; align-items: center; color: var(--sam-stop-ink); }
    .both { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; padding: 10px 0; }
    .both > div { border-top: 3px solid var(--sam-border); padding-top: 6px; min-width: 0; }
    p { white-space: pre-line; overflow-wrap: anywhere; max-height: 12em; overflow: auto; }
    .big { font: 600 var(--sam-22)/28px var(--sam-sans); }
    .btns { display: flex; flex-wrap: wrap; gap: 8px; }
  `,
})
export class FieldClash {
  private readonly words = inject(FieldWords);
  private readonly language = language();
  readonly question = input.required<string>();
  readonly field = input.required<DraftField>();
  readonly draft = input.required<FieldDraft>();
  readonly chosen = output<'mine' | 'other'>();

  protected readonly name = computed(() => (this.language(), this.words.of(this.field())));
  protected readonly mine = computed(() => (this.language(), this.words.value(this.field(), this.draft().value)));
  protected readonly theirs = computed(() => (this.language(), this.words.value(this.field(), this.draft().other?.value)));
  protected readonly short = computed(() => this.mine().length <= 24 && this.theirs().length <= 24);

  protected at(time: string | null | undefined): string {
    return time ? clock(time, this.language()) : '';
  }
}
