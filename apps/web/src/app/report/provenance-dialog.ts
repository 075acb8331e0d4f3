import { Component, ElementRef, computed, inject, input, signal, viewChild } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { dimensionsOf, swedish, type Report, type ReportArea, type ReportRow } from '@samsyn/domain';
import { CiteNote } from '../documents';
import { EvaluationStore } from '../evaluation';
import { Icon, Mark, clock, longDay } from '../look';
import { areasDiffer, inFull, languageOf, memberOf, plainTitle } from './names';

type Voice = ReportRow['voices'][number];

/** One criterion as a voice judged it. */
interface Judged {
  readonly letter: string;
  readonly title: string;
  readonly sides: readonly { readonly side: string; readonly title: string; readonly value: number }[];
}

/** How a printed figure came about. First click: exact values, how it was agreed and by whom. Second: one sealed voice in full. */
@Component({
  selector: 'sam-provenance-dialog',
  imports: [CiteNote, TranslocoDirective, Icon, Mark],
  templateUrl: './provenance-dialog.html',
  styleUrl: './provenance-dialog.css',
})
export class ProvenanceDialog {
  readonly report = input.required<Report>();
  private readonly transloco = inject(TranslocoService);
  private readonly evaluation = inject(EvaluationStore);
  /** Where cited places may be read: nowhere for who only follows the evaluation. */
  protected readonly readIn = computed(() => {
    const evaluation = this.evaluation.evaluation();
    return evaluation?.members.some(({ active, person, role }) => active && person === evaluation.me && role !== 'observer') ? evaluation.id : '';
  });
  private readonly element = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly row = signal<ReportRow | null>(null);
  protected readonly sum = signal<ReportArea | Report | null>(null);
  protected readonly language = computed(() => languageOf(this.transloco.activeLang()));

  protected readonly shown = computed(() => {
    const row = this.row();
    return row && { row, title: row.title[this.language()], percent: inFull(row.exact.percent), points: inFull(row.exact.achieved), decimals: swedish(row.exact.percent, 3).replace(/,?0+$/, '') || '0', pointDecimals: swedish(row.exact.achieved, 3).replace(/,?0+$/, '') || '0' };
  });
  /** Rounds from the first on, each with its voices in seat order. */
  protected readonly rounds = computed(() => {
    const row = this.row();
    if (!row) return [];
    return [...new Set(row.voices.map((voice) => voice.round))].sort((a, b) => a - b).map((round) => ({
      round,
      openedAt: row.reveals.find((reveal) => reveal.round === round)?.at ?? null,
      asked: row.rounds.find((candidate) => candidate.round === round && candidate.reason !== '') ?? null,
      voices: row.voices.filter((voice) => voice.round === round).map((voice) => ({ voice, member: memberOf(this.report(), voice.person), judgements: this.judgementsOf(row, voice) })).sort((a, b) => (a.member?.seat ?? 9) - (b.member?.seat ?? 9)),
    }));
  });
  protected readonly parts = computed(() => {
    const sum = this.sum();
    if (!sum) return null;
    if ('areas' in sum) {
      const parts = sum.areas.map((area) => ({ label: `${area.number} ${plainTitle(area.title[this.language()])}`, exact: inFull(area.total.exact), printed: area.total.achieved }));
      return { whole: true, achieved: sum.total.achieved, max: sum.total.max, exact: inFull(sum.total.exact), parts, percent: null, differ: areasDiffer(sum) };
    }
    const parts = sum.rows.map((row) => ({ label: `${row.number} ${row.title[this.language()]}`, exact: inFull(row.exact.achieved), printed: row.achieved }));
    return { whole: false, achieved: sum.total.achieved, max: sum.total.max, exact: inFull(sum.total.exact), parts, percent: sum.total.percent, differ: sum.rowsDiffer };
  });
  /** What was proposed before that which was agreed: the talk, as far as it was written. Older reports do not tell. */
  protected readonly earlier = computed(() => (this.row()?.proposals ?? []).slice(0, -1).map((one) => ({ ...one, others: one.approvals.filter(({ person }) => person !== one.by).map(({ person }) => this.nameOf(person)) })));

  openRow(row: ReportRow): void {
    this.sum.set(null);
    this.row.set(row);
    this.element().nativeElement.showModal();
  }

  openSum(sum: ReportArea | Report): void {
    this.row.set(null);
    this.sum.set(sum);
    this.element().nativeElement.showModal();
  }

  protected close(): void {
    this.element().nativeElement.close();
  }

  protected clickedOutside(event: MouseEvent): void {
    if (event.target === this.element().nativeElement) this.close();
  }

  protected at(time: string): string {
    return `${longDay(time, this.language())} ${clock(time, this.language())}`;
  }

  protected seatOf(person: string): number | null {
    return memberOf(this.report(), person)?.seat ?? null;
  }

  protected nameOf(person: string | null): string {
    return (person && memberOf(this.report(), person)?.name) || '–';
  }

  /**
   * What the voice judged, criterion by criterion, each side once in the model's order. The evaluation's own copy of the
   * model gives criteria and sides their titles; without it their keys stand alone.
   */
  private judgementsOf(row: ReportRow, voice: Voice): Judged[] {
    const instrument = this.evaluation.instrument();
    const sides = instrument?.dimensions ?? [];
    const criteria = instrument?.areas.flatMap((area) => area.questions).find((question) => question.number === row.number)?.criteria ?? [];
    const orderOf = (side: string): number => (instrument ? dimensionsOf(instrument).indexOf(side) : 0);
    const letters = [...new Set(Object.keys(voice.judgements).map((key) => key.split('.')[0] ?? ''))].sort();
    return letters.map((letter) => ({
      letter,
      title: criteria.find((criterion) => criterion.key === letter)?.title[this.language()] ?? '',
      sides: Object.entries(voice.judgements).filter(([key]) => key.startsWith(`${letter}.`)).map(([key, value]) => {
        const side = key.slice(letter.length + 1);
        return { side, title: sides.find((own) => own.key === side)?.title[this.language()] ?? this.transloco.translate<string>(`report.dimensions.${side}`), value };
      }).sort((first, second) => orderOf(first.side) - orderOf(second.side)),
    }));
  }
}
