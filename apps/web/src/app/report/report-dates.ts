import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Report } from '@samsyn/domain';
import { dayRange } from '../look';
import { languageOf } from './names';

/** The days that were planned for the work, as they stood at the lock. */
@Component({
  selector: 'sam-report-dates',
  imports: [TranslocoDirective],
  template: `<ng-container *transloco="let t">
    <h3>{{ t('report.made.dates.title') }}</h3>
    <dl>
      @for (one of planned(); track one.what) { <div><dt>{{ t('report.made.dates.' + one.what) }}</dt><dd>{{ one.open ? t('report.made.dates.' + one.open, { day: one.days }) : one.days }}</dd></div> }
    </dl>
  </ng-container>`,
  styleUrl: './report-facts.css',
})
export class ReportDates {
  readonly dates = input.required<NonNullable<Report['dates']>>();
  private readonly transloco = inject(TranslocoService);
  protected readonly planned = computed(() => {
    const { scoringFrom, scoringTo, visitFrom, visitTo, consensus } = this.dates();
    const ends = [['scoring', scoringFrom, scoringTo], ['visit', visitFrom, visitTo], ['consensus', consensus, consensus]] as const;
    return ends.flatMap(([what, from, to]) => {
      const [first, last] = [from ?? to, to ?? from];
      return first && last ? [{ what, open: from === undefined ? 'to' : to === undefined ? 'from' : null, days: dayRange(first, last, languageOf(this.transloco.activeLang()), true) }] : [];
    });
  });
}
