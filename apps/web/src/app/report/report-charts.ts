import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { differenceOf, forDrawing, exact, asExact, sumOf, shown, swedish, swedishSigned, type Report, type ReportArea } from '@samsyn/domain';
import { AreaBars, ChartFigure, Profile, type ChartArea } from '../charts';
import { areasDiffer, languageOf, plainTitle, shortTitle } from './names';
import type { Reference } from './report-store';

/** Points per area and profile: two drawings of the same data, one switch, each with its table. */
@Component({
  selector: 'sam-report-charts',
  imports: [TranslocoDirective, AreaBars, ChartFigure, Profile],
  templateUrl: './report-charts.html',
  styleUrl: './report-charts.css',
})
export class ReportCharts {
  readonly report = input.required<Report>();
  readonly reference = input.required<Reference | null>();
  readonly chosenSum = output<ReportArea | Report>();
  protected readonly asTable = signal(false);
  private readonly transloco = inject(TranslocoService);
  private readonly language = computed(() => languageOf(this.transloco.activeLang()));
  protected readonly who = computed(() => `${this.report().municipality.name} ${this.report().year}`);
  /** The one maximum of all areas, for the heading; null where they differ and the bars show shares of each. */
  protected readonly most = computed(() => (new Set(this.report().areas.map(({ total }) => total.max)).size === 1 ? (this.report().areas[0]?.total.max ?? null) : null));
  protected readonly areas = computed<ChartArea[]>(() =>
    this.report().areas.map((area, index) => ({
      number: area.number,
      label: `${area.number} ${plainTitle(area.title[this.language()])}`,
      short: shortTitle(area.title[this.language()]),
      value: forDrawing(asExact(exact(area.total.exact).mul(100).div(exact(this.highest(index))))),
      printed: area.total.achieved,
      reference: this.reference()?.areas[index]?.value ?? null,
    })),
  );
  /** The table's difference is between what stands in it, so that the reader can check it. */
  protected readonly rows = computed(() =>
    this.areas().map((area, index) => {
      const mean = this.reference()?.areas[index];
      return { ...area, area: this.report().areas[index] ?? this.report(), mean: mean?.printed ?? '', difference: mean ? this.between(this.report().areas[index]?.total.exact ?? '0', mean.exact) : '' };
    }),
  );
  protected readonly sum = computed(() => {
    const reference = this.reference();
    if (!reference) return { mean: '', difference: '' };
    const mean = sumOf(reference.areas.map((area) => area.exact));
    return { mean: swedish(mean, 0), difference: this.between(this.report().total.exact, mean) };
  });

  protected readonly differ = computed(() => areasDiffer(this.report()));
  /** The drawing's message: the highest and the lowest, as shares where areas have different maxima. */
  protected readonly message = computed(() => {
    const ranked = [...this.areas()].sort((a, b) => b.value - a.value);
    const said = (area: ChartArea | undefined): string => (area ? `${area.short} ${area.printed}` : '');
    return ranked.length > 1 ? this.word('message', { high: said(ranked[0]), low: said(ranked.at(-1)) }) : '';
  });
  /** The drawing in words for who does not see it: every area with its points, and the mean it is compared with. */
  protected readonly described = computed(() =>
    this.rows().map((row, index) => this.word(row.mean ? 'eachMean' : 'each', { area: row.label, points: row.printed, max: this.report().areas[index]?.total.max, mean: row.mean })).join(' '),
  );

  private word(key: string, facts: Record<string, unknown>): string {
    this.language();
    return this.transloco.translate<string>(`report.chart.${key}`, facts);
  }

  /** The exact maximum of an area, which need not be 100. */
  private highest(index: number): string {
    return sumOf((this.report().areas[index]?.rows ?? []).map((row) => row.exact.max));
  }

  private between(own: string, mean: string): string {
    return swedishSigned(differenceOf(asExact(exact(shown(own, 0))), asExact(exact(shown(mean, 0)))), 0);
  }
}
