import { Component, inject, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Guidance } from './guidance';
import { Shortcuts } from './shortcuts';

/** The keys at hand, along the foot of the page. Can be hidden; the letters can be turned off. */
@Component({
  selector: 'sam-legend-bar',
  imports: [TranslocoDirective],
  template: `
    <div *transloco="let t" class="legend" role="group" [attr.aria-label]="t('scoring.keys')">
      <span><kbd>0</kbd>–<kbd>9</kbd> {{ t('scoring.legend.digits') }}</span>
      <span><kbd>+</kbd> {{ t('scoring.legend.hundred') }}</span>
      <span><kbd>⌫</kbd> {{ t('scoring.legend.clear') }}</span>
      <span class="opt"><kbd>←</kbd> <kbd>↑</kbd> <kbd>↓</kbd> <kbd>→</kbd> {{ t('scoring.legend.move') }}</span>
      @if (shortcuts.letters()) {
        <span><kbd>I</kbd> {{ t('scoring.legend.cannotAssess') }}</span>
        @if (guidance.offered()) { <span><kbd>V</kbd> {{ t('scoring.legend.guide') }}</span> }
        <span><kbd>P</kbd> {{ t('scoring.legend.sources') }}</span>
        <span><kbd>J</kbd> <kbd>K</kbd> {{ t('scoring.legend.questions') }}</span>
        <span class="opt"><kbd>Esc</kbd> {{ t('scoring.legend.back') }}</span>
      }
      <span class="end">
        <button type="button" (click)="all.emit()">@if (shortcuts.letters()) { <kbd aria-hidden="true">?</kbd> }{{ t('scoring.allKeys') }}</button>
        <button type="button" (click)="shortcuts.turnLetters(!shortcuts.letters())">{{ t(shortcuts.letters() ? 'scoring.lettersOff' : 'scoring.lettersBack') }}</button>
        <button type="button" (click)="shortcuts.turnLegend(false)">{{ t('scoring.hideLegend') }}</button>
      </span>
    </div>
  `,
  styles: `
    .legend { display: flex; align-items: center; gap: 0 18px; min-height: 36px; padding: 4px 16px; border-top: 1px solid var(--sam-hairline); background: var(--sam-sunken); font-size: var(--sam-13); line-height: 20px; color: var(--sam-muted); white-space: nowrap; overflow: hidden; }
    .end { margin-left: auto; display: flex; gap: 16px; }
    button { border: 0; background: none; padding: 3px 0; color: var(--sam-action); text-decoration: underline; text-underline-offset: 0.18em; cursor: pointer; }
    button kbd { margin-right: 6px; }
    @media (max-width: 1535px) { .legend { gap: 0 12px; } .opt { display: none; } .end { gap: 12px; } }
    @media (max-width: 1100px) { .legend > span:not(.end) { display: none; } }
  `,
})
export class LegendBar {
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly guidance = inject(Guidance);
  readonly all = output<void>();
}
