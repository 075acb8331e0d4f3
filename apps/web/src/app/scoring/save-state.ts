import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon, clock } from '../look';
import { language } from './language';
import type { FieldDraft, Saving } from './question-draft';

const worstFirst: readonly Saving[] = ['clash', 'refused', 'waiting', 'saving', 'saved'];

/** Where one field, or a group of fields, stands: word and sign, never announced. */
@Component({
  selector: 'sam-save-state',
  imports: [Icon, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @switch (state()) {
        @case ('saving') { <span class="st"><svg samIcon="clock" /> {{ t('scoring.saving') }}</span> }
        @case ('saved') { <span class="st ok"><svg samIcon="check" /> {{ t('scoring.savedAt', { time: time() }) }}</span> }
        @case ('waiting') { <span class="st warn"><svg samIcon="offline" /> {{ t('scoring.waiting') }}</span> }
        @case ('clash') { <span class="st stop"><svg samIcon="warn" /> {{ t('scoring.clash') }}</span> }
        @case ('refused') { <span class="st stop"><svg samIcon="stop" /> {{ t('scoring.notSaved') }}</span> }
      }
    </ng-container>
  `,
  styles: `
    :host:not(:has(.st)) { display: none; }
    .st { display: inline-flex; gap: 5px; align-items: center; font-size: var(--sam-13); line-height: 18px; color: var(--sam-muted); }
    .st svg { width: 12px; height: 12px; }
    .ok svg { color: var(--sam-ok-ink); } .warn { color: var(--sam-warn-ink); } .stop { color: var(--sam-stop-ink); }
  `,
})
export class SaveState {
  readonly fields = input.required<readonly FieldDraft[]>();
  private readonly language = language();
  protected readonly state = computed<Saving>(() => worstFirst.find((state) => this.fields().some((field) => field.state === state)) ?? 'still');
  protected readonly time = computed(() => {
    const newest = this.fields().flatMap((field) => field.savedAt ?? []).sort().at(-1);
    return newest ? clock(newest, this.language()) : '';
  });
}
