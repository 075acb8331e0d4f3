import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { bandOf } from './judgement-grid';
import { SideWords, type Sides } from './side-words';
import { buttonSteps, byTens } from './step-keys';

/** The scale of the cell in focus: one button per step, and what each of the five bands means for this dimension. */
@Component({
  selector: 'sam-judgement-scale',
  imports: [TranslocoDirective],
  template: `
    <div *transloco="let t" class="scale" role="group" [attr.aria-label]="t('scoring.scaleLabel', { criterion: criterion(), dimension: title() })">
      <div class="what">
        <span><b>{{ criterion() }} · {{ title() }}</b>@if (ask(); as ask) { – {{ ask }} }</span>
        @if (partial()) { <span class="quiet">{{ t('scoring.partial') }}</span> }
      </div>
      <div class="steps" [style.--n]="steps().length">
        @for (step of steps(); track step) {
          <button type="button" class="st" [class]="'b' + bandOf(step)" [attr.aria-pressed]="value() === step" [attr.aria-disabled]="readOnly()" (click)="readOnly() || picked.emit(step)">
            <b>{{ step }}</b>@if (keyOf(step); as key) { <kbd aria-hidden="true">{{ key }}</kbd> }
          </button>
        }
      </div>
      @if (finer()) {
        <div class="finer">
          <button type="button" class="btn small" [attr.aria-disabled]="readOnly() || value() === 0" (click)="adjusted.emit(-1)">−{{ step() }}<span class="sr"> {{ t('scoring.stepDown') }}</span></button>
          <output>{{ value() ?? '–' }}</output>
          <button type="button" class="btn small" [attr.aria-disabled]="readOnly() || value() === 100" (click)="adjusted.emit(1)">+{{ step() }}<span class="sr"> {{ t('scoring.stepUp') }}</span></button>
          <span class="quiet">{{ t('scoring.finerHow') }}</span>
        </div>
      }
      <ul class="anchors" [style.grid-template-columns]="columns()">
        @for (band of bands(); track band.band) {
          <li [class.here]="value() !== undefined && bandOf(value()!) === band.band"><b>{{ band.label }}</b> {{ band.says }}</li>
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
  /** Whose sides these are; without, the four of KommunKompassen. */
  readonly instrument = input<Sides>(null);
  readonly partial = input(false);
  readonly readOnly = input(false);
  readonly picked = output<number>();
  /** One step more or less than what stands in the cell. */
  readonly adjusted = output<1 | -1>();

  private readonly words = inject(SideWords);
  protected readonly criterion = computed(() => this.cell().split('.')[0] ?? '');
  protected readonly dimension = computed(() => this.cell().split('.')[1] ?? 'system');
  protected readonly title = computed(() => this.words.title(this.instrument(), this.dimension()));
  protected readonly ask = computed(() => this.words.ask(this.instrument(), this.dimension()));
  /** Every step of the instrument; of finer ones the tens, so that the row stays readable. */
  protected readonly steps = computed(() => buttonSteps(this.step()));
  /** Steps without a button of their own are reached one at a time from the value there is. */
  protected readonly finer = computed(() => this.steps().length - 1 < 100 / this.step());
  protected readonly bands = computed(() =>
    [0, 1, 2, 3, 4].flatMap((band) => {
      const within = this.steps().filter((step) => bandOf(step) === band);
      const [first, last] = [within[0], within.at(-1)];
      return first === undefined ? [] : [{ band, span: within.length, label: first === last ? `${first}` : `${first}–${last}`, says: this.words.anchor(this.instrument(), this.dimension(), band) }];
    }),
  );
  /** Each band as wide as its steps, but the single step of the lowest borrows room for its words from the next. */
  protected readonly columns = computed(() => {
    const [first = 1, second = 1, ...rest] = this.bands().map(({ span }) => span);
    const borrowed = first === 1 && second > 2 ? 0.7 : 0;
    return [first + borrowed, second - borrowed, ...rest].map((share) => `minmax(0, ${share}fr)`).join(' ');
  });
  protected readonly bandOf = bandOf;

  protected keyOf(step: number): string | null {
    return step === 100 ? '+' : byTens(this.step()) ? `${step / 10}` : null;
  }
}
