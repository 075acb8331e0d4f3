import { Component, afterRenderEffect, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { forDrawing, type Report, type ReportArea, type ReportRow } from '@samsyn/domain';
import { EvaluationStore } from '../evaluation';
import { RefusalWords } from '../http';
import { workbookParts } from '../instrument';
import { Icon, dayOfMonth, longDay, Missing } from '../look';
import { AreaNav } from './area-nav';
import { fullName, judgingSeats, languageOf, lowerFirst, memberOf, plainTitle } from './names';
import { OtherScaleDoor } from './other-scale-door';
import { ProvenanceDialog } from './provenance-dialog';
import { ProvenanceStamp } from './provenance-stamp';
import { ReportChapter } from './report-area';
import { ReportCharts } from './report-charts';
import { ReportMethod } from './report-method';
import { ReportOrigin } from './report-origin';
import { ReportStore } from './report-store';
import { ReportVersions } from './report-versions';
import { sheetsOfReport, type SheetWords } from './report-workbook';
import { ScoreTable } from './score-table';

/** The report, read from its locked form only: every figure is the text that was stored. */
@Component({
  selector: 'sam-report-page',
  imports: [RouterLink, TranslocoDirective, Icon, Missing, AreaNav, OtherScaleDoor, ProvenanceDialog, ProvenanceStamp, ReportChapter, ReportCharts, ReportMethod, ReportOrigin, ReportVersions, ScoreTable],
  providers: [ReportStore],
  templateUrl: './report-page.html',
  styleUrl: './report-page.css',
})
export class ReportPage {
  readonly version = input<string>();
  protected readonly store = inject(ReportStore);
  private readonly evaluation = inject(EvaluationStore);
  private readonly transloco = inject(TranslocoService);
  private readonly refusals = inject(RefusalWords);
  private arrived = false;
  private readonly dialog = viewChild(ProvenanceDialog);
  protected readonly language = computed(() => languageOf(this.transloco.activeLang()));
  protected readonly id = computed(() => this.evaluation.evaluation()?.id ?? '');
  /** Who may read what remains before the lock: those who sign, and the coordinator. */
  protected readonly locks = computed(() => this.evaluation.isEvaluator() || this.evaluation.evaluation()?.role === 'coordinator');
  protected readonly slow = signal(false);
  protected readonly report = this.store.report;
  protected readonly questions = computed(() => this.report()?.areas.reduce((count, area) => count + area.rows.length, 0) ?? 0);
  protected readonly name = computed(() => fullName(this.report()?.municipality.name ?? '', this.language()));
  protected readonly locked = computed(() => {
    const shown = this.store.shown();
    return shown.kind === 'locked' ? shown : null;
  });
  protected readonly failure = computed(() => {
    const shown = this.store.shown();
    return shown.kind === 'failed' ? this.refusals.of(shown.failure) : null;
  });
  protected readonly evaluatorCount = computed(() => {
    const report = this.report();
    return report ? judgingSeats(report) : 0;
  });
  /** "Ana Holm 2 maj och Luis Berg 3 maj"; empty where the report does not say. */
  protected readonly signers = computed(() => {
    const report = this.report();
    const told = (report?.signatures ?? []).map(({ person, at }) => `${(report && memberOf(report, person)?.name) ?? ''} ${dayOfMonth(at, this.language())}`);
    return new Intl.ListFormat(this.language(), { type: 'conjunction' }).format(told);
  });
  protected readonly lockedDay = computed(() => longDay(this.locked()?.lockedAt ?? new Date(0).toISOString(), this.language()));
  protected readonly latest = computed(() => Math.max(0, ...this.store.versions().map((version) => version.version)));
  protected readonly strongest = computed(() => this.said(this.store.ranking()[0]));
  protected readonly weakest = computed(() => [this.store.ranking().at(-1), this.store.ranking().at(-2)].map((area) => this.said(area)));
  protected readonly address = computed(() => `/api/evaluations/${this.id()}/report/${this.report()?.version ?? ''}`);

  constructor() {
    effect(() => {
      const id = this.id();
      const version = this.version();
      if (id) untracked(() => void this.store.open(id, version));
    });
    // The report comes after the router has looked for the place in the address, so look once more when it stands.
    const wanted = inject(ActivatedRoute).snapshot.fragment;
    afterRenderEffect(() => {
      if (wanted && this.report() && !this.arrived) document.getElementById(wanted)?.scrollIntoView();
      this.arrived ||= this.report() !== null;
    });
    setTimeout(() => this.slow.set(true), 400);
  }

  protected retry(): void {
    void this.store.open(this.id(), this.version());
  }

  /** The tables as a workbook, in which codes stay text and figures are numbers. */
  protected async workbook(report: Report): Promise<void> {
    const words = (key: string): string => this.transloco.translate<string>(`report.workbook.${key}`);
    const { packedWorkbook } = await workbookParts();
    const sheets = sheetsOfReport(report, this.language(), {
      sheets: [words('about'), words('questions'), words('areas')],
      head: this.transloco.translateObject<SheetWords['head']>('report.workbook.head'),
      instead: (standing) => this.transloco.translate<string>(`report.how.${standing}`),
      method: (method) => this.transloco.translate<string>(`report.methods.${method}`),
    });
    const address = URL.createObjectURL(new Blob([packedWorkbook(sheets)], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }));
    Object.assign(document.createElement('a'), { href: address, download: `rapport-${report.year}-v${report.version}.xlsx` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  protected print(): void {
    window.print();
  }

  protected explainRow(row: ReportRow): void {
    this.dialog()?.openRow(row);
  }

  protected explainSum(area: ReportArea | Report): void {
    this.dialog()?.openSum(area);
  }

  private said(area: ReportArea | undefined): { title: string; achieved: string; max: string; value: number } {
    return { title: lowerFirst(plainTitle(area?.title[this.language()] ?? '')), achieved: area?.total.achieved ?? '', max: area?.total.max ?? '', value: area ? forDrawing(area.total.exact) : 0 };
  }
}
