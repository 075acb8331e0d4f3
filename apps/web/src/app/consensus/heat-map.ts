import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { levelOf, swedish, type Instrument } from '@samsyn/domain';
import { Icon, Mark } from '../look';
import { insteadOf, type Row, type Seat } from './board-row';
import { BoardStore } from './board-store';
import { RowWords } from './row-words';

/** Everything open at a glance: areas by questions, one line per evaluator, the difference below. A table, tinted. */
@Component({ selector: 'sam-heat-map', imports: [Icon, Mark, RouterLink, TranslocoDirective], templateUrl: './heat-map.html', styleUrl: './heat-map.css' })
export class HeatMap {
  readonly rows = input.required<readonly Row[]>();
  readonly seats = input.required<readonly Seat[]>();
  readonly instrument = input.required<Instrument>();
  readonly current = input<string | null>(null);
  readonly picked = output<string>();
  protected readonly store = inject(BoardStore);
  protected readonly words = inject(RowWords);
  protected readonly many = computed(() => this.seats().length > 2);
  /** Whether a question here diverges by more than percentage points. */
  protected readonly further = computed(() => this.rows().some(({ divergence }) => divergence?.amberBy.some((limit) => limit !== 'share')));
  protected readonly columns = computed(() => Array.from({ length: Math.max(0, ...this.instrument().areas.map((area) => area.questions.length)) }, (_, index) => index));
  protected readonly areas = computed(() =>
    this.instrument().areas.map((area) => {
      const rows = this.rows().filter((row) => row.area === area.number);
      return {
        number: area.number, title: this.words.pick(area.title), rows,
        lines: this.seats().map((seat) => ({ seat, cells: this.columns().map((index) => this.cell(rows[index], seat)) })),
      };
    }),
  );

  private cell(row: Row | undefined, seat: Seat): { number: string; text: string; tint: number | null; state: 'judged' | 'notOpen' | 'noValue' | 'notApplicable' } | null {
    if (!row) return null;
    const mark = row.marks.find(({ person }) => person === seat.person);
    if (!mark) return { number: row.question.number, text: '–', tint: null, state: 'notOpen' };
    if (mark.percent === null) return { number: row.question.number, text: insteadOf(row, seat.person) === 'noValue' ? '?' : this.words.abbreviated(), tint: null, state: insteadOf(row, seat.person) };
    return { number: row.question.number, text: swedish(mark.percent, 0), tint: levelOf(mark.percent), state: 'judged' };
  }
}
