import { Component, ElementRef, computed, effect, inject, input, model, viewChildren } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { dateFaults, isWorkingDay, plannedDates, suggestDates, swedishTime, type PlannedDate, type PlannedDates } from '@samsyn/domain';
import { Announcer } from '../look';

/** Half a day in a field: no day is planned by it, and it is not taken for an empty one either. */
const unfinished = '–';

/** The planned dates as a row of fields; all may be empty, and the empty ones can be suggested. */
@Component({ selector: 'sam-date-fields', imports: [TranslocoDirective], templateUrl: './date-fields.html', styleUrls: ['./fields.css', './date-fields.css'] })
export class DateFields {
  readonly dates = model.required<PlannedDates>();
  readonly suggests = input(false);
  private readonly announcer = inject(Announcer);
  private readonly transloco = inject(TranslocoService);
  private readonly inputs = viewChildren<ElementRef<HTMLInputElement>>('day');
  protected readonly all = plannedDates;
  protected readonly faults = computed(() => dateFaults(this.dates()));
  protected readonly some = computed(() => plannedDates.some((date) => this.dates()[date] === null));

  constructor() {
    // Not bound in the template: half a day, whose value is empty, would be wiped while it is being typed.
    effect(() => {
      for (const [at, { nativeElement: field }] of this.inputs().entries()) {
        const date = plannedDates[at];
        const day = date ? this.dates()[date] : null;
        if (day !== unfinished && field.value !== (day ?? '')) field.value = day ?? '';
      }
    });
  }

  /** A whole day, or none. Years before 1000 are a year being typed. */
  protected type(date: PlannedDate, field: HTMLInputElement): void {
    if (!field.validity.badInput && !field.value.startsWith('0')) this.set(date, field.value || null);
  }

  protected leave(date: PlannedDate, field: HTMLInputElement): void {
    this.set(date, field.validity.badInput ? unfinished : field.value || null);
  }

  protected wrong(date: PlannedDate): boolean {
    return this.faults().some((fault) => fault.date === date);
  }

  /** The button goes when nothing is left to fill, so what comes next is the first field. */
  protected suggest(): void {
    this.dates.set(suggestDates(this.dates(), swedishTime(new Date()).day, isWorkingDay));
    this.inputs()[0]?.nativeElement.focus();
    this.announcer.say(this.transloco.translate<string>('evaluation.dates.suggested', {}, this.transloco.activeLang()));
  }

  private set(date: PlannedDate, day: string | null): void {
    if (this.dates()[date] !== day) this.dates.update((dates) => ({ ...dates, [date]: day }));
  }
}
