import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { exact, magnitude, meanOf, sumOf, swedish, type Instrument, type Policy, type SumCheck } from '@samsyn/domain';
import { areaName, Icon, Mark } from '../look';
import type { Row, Seat } from './board-row';
import { RowWords } from './row-words';

/** Points per area and in total for each evaluator, how far apart they are, and how the evaluators lean. */
@Component({ selector: 'sam-area-sums', imports: [Icon, Mark, TranslocoDirective], templateUrl: './area-sums.html', styleUrl: './area-sums.css' })
export class AreaSums {
  readonly sums = input.required<readonly SumCheck[]>();
  readonly rows = input.required<readonly Row[]>();
  readonly seats = input.required<readonly Seat[]>();
  readonly instrument = input.required<Instrument>();
  readonly policy = input.required<Policy>();
  protected readonly words = inject(RowWords);
  protected readonly many = computed(() => this.seats().length > 2);
  protected readonly areas = computed(() =>
    this.instrument().areas.map((area, index) => ({ number: area.number, title: areaName(this.words.pick(area.title)), questions: area.questions.length, sum: this.sums()[index] as SumCheck })),
  );
  /** Whether a question can diverge by more than percentage points. */
  protected readonly further = computed(() => this.policy().points !== undefined || this.policy().bands !== undefined);
  protected readonly total = computed(() => this.sums().find((sum) => sum.area === null));
  protected readonly max = computed(() => this.words.typed(sumOf(this.instrument().areas.map((area) => `${area.max}`))));
  protected readonly opened = computed(() => this.rows().filter((row) => row.state !== 'closed').length);

  /** Mean differences over the questions that everyone has a percent for; null while there is none. */
  protected readonly lean = computed(() => {
    const compared = this.rows().flatMap((row) => (row.divergence?.percentagePoints ? [row] : []));
    const differences = compared.map((row) => row.divergence?.percentagePoints as string);
    if (differences.length === 0) return null;
    const signed = this.many() ? null : meanOf(differences);
    return {
      signed, side: signed === null ? 0 : exact(signed).compare(0), absolute: meanOf(differences.map(magnitude)), compared: compared.length,
      within: compared.filter((row) => row.divergence?.band === 'within').length,
    };
  });

  /** How many percent of the compared questions. */
  protected share(within: number, compared: number): string {
    return swedish(`${within * 100}/${compared}`, 0);
  }
}
