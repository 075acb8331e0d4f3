import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Mark } from '../look';
import type { Row, Seat } from './board-row';
import { BoardStore } from './board-store';
import { DivergenceTag } from './divergence-tag';
import { axisTicks, Dumbbell, type DumbbellMark } from './dumbbell';
import { RowStatus } from './row-status';
import { RowWords } from './row-words';

/** The list as a chart: one row per question, marks on the common scale. */
@Component({ selector: 'sam-question-rows', imports: [DivergenceTag, Dumbbell, Mark, RouterLink, RowStatus, TranslocoDirective], templateUrl: './question-rows.html', styleUrl: './question-rows.css' })
export class QuestionRows {
  readonly rows = input.required<readonly Row[]>();
  readonly seats = input.required<readonly Seat[]>();
  readonly current = input<string | null>(null);
  readonly picked = output<string>();
  protected readonly store = inject(BoardStore);
  protected readonly words = inject(RowWords);
  protected readonly ticks = axisTicks;
  protected readonly many = computed(() => this.seats().length > 2);

  protected marks(row: Row): DumbbellMark[] {
    return this.seats().flatMap(({ person, seat }) => row.marks.filter((mark) => mark.person === person).map(({ percent }) => ({ seat, percent })));
  }

  protected ring(row: Row): { percent: string; settled: boolean } | null {
    const value = row.settled ?? row.standing;
    return value ? { percent: value.percent, settled: row.settled !== null } : null;
  }

  /** The sentence behind the drawing: "Ana 43,3, Luis 75,0". */
  protected said(row: Row): string {
    return row.marks.map(({ person, percent }) => `${this.words.name(person, this.seats())} ${percent === null ? this.words.instead(row, person) : this.words.figure(percent)}`).join(', ');
  }
}
