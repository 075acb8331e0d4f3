import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { pointsOf } from '@samsyn/domain';
import { Icon, Mark } from '../look';
import type { Row, Seat } from './board-row';
import { BoardStore } from './board-store';
import { DivergenceTag } from './divergence-tag';
import { RowWords } from './row-words';

/** The same list with every number: the chart's twin. */
@Component({ selector: 'sam-question-table', imports: [DivergenceTag, Icon, Mark, RouterLink, TranslocoDirective], templateUrl: './question-table.html', styleUrl: './question-table.css' })
export class QuestionTable {
  readonly rows = input.required<readonly Row[]>();
  readonly seats = input.required<readonly Seat[]>();
  readonly current = input<string | null>(null);
  readonly picked = output<string>();
  protected readonly store = inject(BoardStore);
  protected readonly words = inject(RowWords);
  protected readonly many = computed(() => this.seats().length > 2);

  protected percentOf(row: Row, person: string): string {
    const mark = row.marks.find((one) => one.person === person);
    return mark?.percent === null ? this.words.instead(row, person) : this.words.figure(mark?.percent);
  }

  protected pointsOf(row: Row, person: string): string {
    const percent = row.marks.find((mark) => mark.person === person)?.percent;
    return percent ? this.words.figure(pointsOf(percent, row.question.max)) : '–';
  }

  protected sharedPoints(row: Row): string {
    return row.settled ? this.words.figure(pointsOf(row.settled.percent, row.question.max)) : '–';
  }

  protected outlierSeat(row: Row): Seat | undefined {
    return this.seats().find((seat) => seat.person === row.divergence?.outlier);
  }
}
