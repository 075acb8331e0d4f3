import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { forDrawing, type ReportArea, type ReportRow } from '@samsyn/domain';
import { languageOf } from './names';

/** The printed table of an area. Each figure is a button to how it came about; the figures are the stored texts. */
@Component({
  selector: 'sam-score-table',
  imports: [TranslocoDirective],
  templateUrl: './score-table.html',
  styleUrl: './score-table.css',
})
export class ScoreTable {
  readonly area = input.required<ReportArea>();
  readonly labelledBy = input.required<string>();
  readonly chosenRow = output<ReportRow>();
  readonly chosenSum = output<ReportArea>();
  protected readonly language = computed(() => languageOf(this.transloco.activeLang()));
  protected readonly rows = computed(() => this.area().rows.map((row) => ({ row, title: row.title[this.language()], length: (forDrawing(row.exact.percent) / 100) * 120 })));
  private readonly transloco = inject(TranslocoService);
}
