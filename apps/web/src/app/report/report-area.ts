import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Report, ReportArea, ReportRow } from '@samsyn/domain';
import { Mark } from '../look';
import { languageOf, memberOf, paragraphsOf, plainTitle } from './names';
import { ScoreTable } from './score-table';

/** One chapter: score box as in print, the agreed texts, strengths and improvements, the table. */
@Component({
  selector: 'sam-report-area',
  imports: [TranslocoDirective, Mark, ScoreTable],
  templateUrl: './report-area.html',
  styleUrl: './report-area.css',
})
export class ReportChapter {
  readonly report = input.required<Report>();
  readonly area = input.required<ReportArea>();
  readonly chosenRow = output<ReportRow>();
  readonly chosenSum = output<ReportArea>();
  protected readonly language = computed(() => languageOf(this.transloco.activeLang()));
  protected readonly title = computed(() => plainTitle(this.area().title[this.language()]));
  /** "Allmänt": what the area is about, as the instrument said it at the lock. */
  protected readonly introduction = computed(() => paragraphsOf(this.area().introduction?.[this.language()] ?? ''));
  protected readonly texts = computed(() =>
    this.area()
      .rows.filter((row) => row.text.trim() !== '')
      .map((row) => ({ number: row.number, title: row.title[this.language()], paragraphs: paragraphsOf(row.text) })),
  );
  protected readonly columns = computed(() =>
    (['strengths', 'improvements'] as const).map((field) => ({ field, points: this.area()[field].map((point) => ({ ...point, people: point.by.map((person) => memberOf(this.report(), person)) })) })),
  );
  private readonly transloco = inject(TranslocoService);
}
