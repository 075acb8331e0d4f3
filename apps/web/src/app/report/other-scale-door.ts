import { Component, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Report } from '@samsyn/domain';
import { Icon } from '../look';
import { OtherScale } from './other-scale';

/** The quiet, closed way to the report on another model's scale. What is behind it is fetched when it is opened. */
@Component({
  selector: 'sam-other-scale-door',
  imports: [TranslocoDirective, Icon, OtherScale],
  template: `<details #door *transloco="let t" (toggle)="opened.set(opened() || door.open)">
    <summary><h2>{{ t('report.scale.title') }}</h2><span>{{ t('report.scale.short') }}</span></summary>
    @defer (when opened()) {
      <sam-other-scale [report]="report()" />
    } @placeholder {
      <p class="wait">{{ t('report.scale.reading') }}</p>
    } @error {
      <p class="notice stop" role="alert"><svg samIcon="stop"></svg>{{ t('report.scale.failed') }}</p>
    }
  </details>`,
  styles: `
    :host { display: block; padding-top: 56px; }
    summary { display: grid; grid-template-columns: 24px minmax(0, 1fr); gap: 0 4px; align-items: center; min-height: 44px; padding: 4px 0; cursor: pointer; list-style: none; border-bottom: 1px solid var(--sam-hairline); }
    summary::-webkit-details-marker { display: none; }
    summary::before { content: ""; width: 7px; height: 7px; margin-left: 4px; border: solid var(--sam-muted); border-width: 0 1.7px 1.7px 0; transform: rotate(-45deg); }
    details[open] > summary::before { transform: rotate(45deg); }
    summary:hover { background: var(--sam-hover); }
    summary h2 { font-size: var(--sam-22); line-height: 28px; }
    summary span { grid-column: 2; font-size: var(--sam-14); line-height: 20px; color: var(--sam-muted); padding-bottom: 6px; }
    .wait { padding: 16px 0; color: var(--sam-muted); }
    @media print { details:not([open]) { display: none; } summary::before, summary span { display: none; } summary { display: block; } :host:has(details:not([open])) { padding: 0; } }
  `,
})
export class OtherScaleDoor {
  readonly report = input.required<Report>();
  protected readonly opened = signal(false);
}
