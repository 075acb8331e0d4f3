import { Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { bandOf } from './judgement-grid';

/** The scale of the cell in focus: one button per step, and what each of the five bands means for this dimension. */
@Component({
  selector: 'sam-judgement-scale',
  imports: [TranslocoDirective],
  template: `
    <div *transloco="let t" class="scale" role="group" [attr.aria-label]="t('scoring.scaleLabel', { criterion: criterion(), dimension: t('scoring.dimension.' + dimension()) })">
      <div class="what">
        <span><b>{{ criterion() }} · {{ t('scoring.dimension.' + dimension()) }}</b> – {{ t('scoring.ask.' + dimension()) }}</span>
        @if (partial()) { <span class="quiet">{{ t('scoring.partial') }}</span> }
      </div>
      <div class="steps" [style.--n]="steps().length">
        @for (step of steps(); track step) {
          <button type="button" class="st" [class]="'b' + bandOf(step)" [attr.aria-pressed]="value() === step" [attr.aria-disabled]="readOnly()" (click)="readOnly() || picked.emit(step)">
            <b>{{ step }}</b>@if (keyOf(step); as key) { <kbd aria-hidden="true">{{ key }}</kbd> }
          </button>
        }
      </div>
      <ul class="anchors" [style.--n]="steps().length">
        @for (band of bands(); track band.band) {
          <li [style.grid-column]="'span ' + band.span" [class.here]="value() !== undefined && bandOf(value()!) === band.band"><b>{{ band.label }}</b> {{ t('scoring.anchor.' + dimension() + '.b' + band.band) }}</li>
        }
      </ul>
    </div>
  `,
  styleUrl: './judgement-scale.css',
})
export class JudgementScale {
  /** "c.deployment" */
  readonly cell = input.required<string>();
  readonly value = input<number>();
  readonly step = input.required<number>();
  readonly partial = input(false);
  readonly readOnly = input(false);
  readonly picked = output<number>();

  protected readonly criterion = computed(() => this.cell().split('.')[0] ?? '');
  protected readonly dimension = computed(() => this.cell().split('.')[1] ?? 'system');
  /** Every step of the instrument; of finer ones the tens, so that the row stays readable. */
  protected readonly steps = computed(() => {
    const step = this.step() < 10 ? 10 : this.step();
    return Array.from({ length: 100 / step + 1 }, (_, index) => index * step);
  });
  protected readonly bands = computed(() =>
    [0, 1, 2, 3, 4].flatMap((band) => {
      const within = this.steps().filter((step) => bandOf(step) === band);
      const [first, last] = [within[0], within.at(-1)];
      return first === undefined ? [] : [{ band, span: within.length, label: first === last ? `${first}` : `${first}–${last}` }];
    }),
  );
  protected readonly bandOf = bandOf;

  protected keyOf(step: number): string | null {
    return step === 100 ? '+' : step % 10 === 0 ? `${step / 10}` : null;
  }
}
