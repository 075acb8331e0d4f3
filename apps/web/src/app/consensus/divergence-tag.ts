import { Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Band } from '@samsyn/domain';
import { Icon } from '../look';

/** Inom · Avvikelse · Stor avvikelse: tint, sign and word together; below, by which limits, where it is not by percentage points alone. */
@Component({
  selector: 'sam-divergence-tag',
  imports: [Icon, TranslocoDirective],
  template: `<ng-container *transloco="let t">
    @switch (band()) {
      @case ('red') { <span class="tag stop"><svg samIcon="stop"></svg>{{ t('consensus.band.red') }}</span> }
      @case ('amber') { <span class="tag warn"><svg samIcon="warn"></svg>{{ t('consensus.band.amber') }}</span> }
      @default { <span class="tag bare">{{ t('consensus.band.within') }}</span> }
    }
    @if (why()) { <small>{{ why() }}</small> }
  </ng-container>`,
  styles: 'small { display: block; padding-top: 2px; font-size: var(--sam-13); line-height: 16px; color: var(--sam-muted); white-space: normal; }',
})
export class DivergenceTag {
  readonly band = input.required<Band>();
  readonly why = input('');
}
