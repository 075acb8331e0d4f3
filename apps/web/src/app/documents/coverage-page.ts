import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { EvaluationStore } from '../evaluation';
import { Icon, Trouble, Waiting } from '../look';
import { filters, isGap, shownBy, sources, standingOf, type CoverageFilter, type CoverageRow, type Source } from './coverage-rows';
import { CoverageStore } from './coverage-store';

/** Every question against every kind of source: letters with words, what is missing framed and said. */
@Component({
  selector: 'sam-coverage-page',
  imports: [Icon, RouterLink, TranslocoDirective, Trouble, Waiting],
  providers: [CoverageStore],
  templateUrl: './coverage-page.html',
  styleUrl: './coverage-page.css',
})
export class CoveragePage {
  protected readonly store = inject(CoverageStore);
  protected readonly evaluation = inject(EvaluationStore);
  private readonly transloco = inject(TranslocoService);
  private readonly active = toSignal(this.transloco.langChanges$, { initialValue: this.transloco.getActiveLang() });
  protected readonly language = computed(() => (this.active() === 'en' ? 'en' : 'sv'));
  protected readonly filters = filters;
  protected readonly sources = sources;
  protected readonly filter = signal<CoverageFilter>('all');
  protected readonly counts = computed(() => Object.fromEntries(filters.map((filter) => [filter, this.store.rows()?.filter((row) => shownBy(filter, row)).length ?? 0])));
  protected readonly isGap = isGap;
  protected readonly standingOf = standingOf;

  /** The areas of the model with the questions that the filter leaves. */
  protected readonly areas = computed(() => {
    const language = this.language();
    const rows = new Map((this.store.rows() ?? []).map((row) => [row.number, row]));
    return (this.evaluation.instrument()?.areas ?? []).flatMap((area) => {
      const all = area.questions.flatMap((question) => {
        const row = rows.get(question.number);
        return row ? [{ row, title: question.title[language] }] : [];
      });
      const left = all.filter(({ row }) => shownBy(this.filter(), row));
      return left.length > 0 ? [{ number: area.number, title: area.title[language], rows: left, enough: all.filter(({ row }) => !isGap(row)).length, of: all.length }] : [];
    });
  });

  constructor() {
    effect(() => {
      if (this.store.id()) untracked(() => void this.store.read());
    });
  }

  /** What the letter stands for, in words: "dokument: 2 av 3 har kommit". */
  protected said(row: CoverageRow, source: Source): string {
    const say = (key: string, facts: Record<string, unknown> = {}): string => this.transloco.translate(`documents.coverage.${key}`, facts);
    this.language();
    if (source === 'document') return row.document.asked === 0 ? say('none') : say('came', { there: row.document.there, asked: row.document.asked });
    if (source === 'questionnaire') return say(row.questionnaire ? 'answered' : 'none');
    return row[source] === 0 ? say('none') : say(source === 'web' ? 'links' : 'planned', { n: row[source] });
  }
}
