import { Component, ElementRef, computed, input, linkedSignal, output, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Refusal, settledPercent, shown, swedish, type Exact } from '@samsyn/domain';
import { Icon } from '../look';

/** One percent for the whole question, 0–100 with one decimal, comma or point. What cannot be kept is refused here, in words. */
@Component({
  selector: 'sam-percent-field',
  imports: [Icon, TranslocoDirective],
  template: `
    <div *transloco="let t" class="field">
      <label for="percent">{{ t('scoring.field.percent') }}</label>
      <span class="line">
        <input
          #box id="percent" class="input" inputmode="decimal" autocomplete="off" [value]="text()" [readOnly]="readOnly()"
          [attr.aria-invalid]="refusal() ? true : null" [attr.aria-describedby]="refusal() ? 'percent-refusal' : 'percent-hint'"
          (input)="typed(box.value)" (change)="settle(box.value)" (keydown.enter)="settle(box.value)"
        />
        <span aria-hidden="true">%</span>
      </span>
      @if (refusal(); as code) {
        <span id="percent-refusal" class="st" role="alert"><svg samIcon="stop" /> {{ t(code === 'scoring/off-step' ? 'scoring.percentOffStep' : 'scoring.percentOutOfRange') }}</span>
      } @else { <span id="percent-hint" class="hint">{{ t('scoring.percentHint') }}</span> }
    </div>
  `,
  styles: `
    :host { display: block; padding: 4px 0 16px; }
    .line { display: flex; align-items: center; gap: 8px; font-size: var(--sam-18); }
    input { width: 7em; min-height: 44px; font-size: var(--sam-22); font-weight: 600; text-align: right; }
    [aria-invalid] { border-color: var(--sam-stop-edge); box-shadow: inset 0 0 0 1px var(--sam-stop-edge); }
    .st { display: inline-flex; gap: 5px; align-items: center; font-size: var(--sam-13); line-height: 18px; color: var(--sam-stop-ink); }
  `,
})
export class PercentField {
  readonly question = input.required<string>();
  readonly percent = input.required<Exact | null>();
  readonly readOnly = input(false);
  /** The percent as the wire takes it ("45.7"), null when emptied. */
  readonly settled = output<string | null>();

  private readonly box = viewChild<ElementRef<HTMLInputElement>>('box');
  private readonly source = computed(() => ({ question: this.question(), percent: this.percent() }));
  /** What stands in the field: the stored value, or what was typed and refused. */
  protected readonly text = linkedSignal(() => {
    const { percent } = this.source();
    return percent === null ? '' : swedish(percent, 1).replace(/,0$/, '');
  });
  protected readonly refusal = linkedSignal<unknown, string | null>({ source: () => this.source(), computation: () => null });

  focus(): void {
    this.box()?.nativeElement.focus();
  }

  /** While typing, a value that holds is saved; a refusal waits until the field is left. */
  protected typed(text: string): void {
    const value = this.read(text);
    if (value instanceof Refusal) return;
    this.refusal.set(null);
    if (text.trim() === '' || /^\d{1,3}([.,]\d)?$/.test(text.trim())) this.emit(value);
  }

  protected settle(text: string): void {
    const value = this.read(text);
    if (value instanceof Refusal) {
      this.text.set(text);
      this.refusal.set(value.code);
    } else {
      this.refusal.set(null);
      this.emit(value);
    }
  }

  private emit(value: Exact | null): void {
    const next = value === null ? null : shown(value, 1);
    const before = this.percent();
    if (next !== (before === null ? null : shown(before, 1))) this.settled.emit(next);
  }

  private read(text: string): Exact | null | Refusal {
    if (text.trim() === '') return null;
    try {
      return settledPercent(text, this.question());
    } catch (refusal) {
      if (refusal instanceof Refusal) return refusal;
      throw refusal;
    }
  }
}
