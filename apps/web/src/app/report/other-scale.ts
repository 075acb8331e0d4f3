import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { swedish, type CarriedQuestion, type CarriedSum, type Report } from '@samsyn/domain';
import { RefusalWords } from '../http';
import { Icon } from '../look';
import { languageOf, plainTitle } from './names';
import { OtherScaleStore, spanOf } from './other-scale-store';

/** The report on another model's scale: what is the same, what is assumed, what is missing. Never one new total beside the real one. */
@Component({
  selector: 'sam-other-scale',
  imports: [TranslocoDirective, Icon],
  providers: [OtherScaleStore],
  templateUrl: './other-scale.html',
  styleUrl: './other-scale.css',
})
export class OtherScale {
  readonly report = input.required<Report>();
  protected readonly store = inject(OtherScaleStore);
  private readonly transloco = inject(TranslocoService);
  private readonly refusals = inject(RefusalWords);
  protected readonly language = computed(() => languageOf(this.transloco.activeLang()));
  protected readonly models = computed(() => this.store.models()?.filter(({ id }) => id !== this.report().instrument.id) ?? []);
  protected readonly failure = computed(() => {
    const reading = this.store.reading();
    const failure = reading.kind === 'failed' ? reading.failure : this.store.modelsFailure();
    return failure && this.refusals.of(failure);
  });
  protected readonly model = computed(() => {
    const reading = this.store.reading();
    return reading.kind === 'read' || reading.kind === 'unmapped' ? reading.model.title[this.language()] : '';
  });
  protected readonly shown = computed(() => {
    const shown = this.store.shown();
    if (!shown) return null;
    const { areas, total, hints } = shown.result;
    const questions = shown.model.areas.flatMap((area) => area.questions);
    return {
      whole: total.exact !== null,
      nothing: total.assumed === null,
      areas: areas.map((area) => ({ number: area.number, title: plainTitle(shown.model.areas.find(({ number }) => number === area.number)?.title[this.language()] ?? ''), ...this.sumOf(area) })),
      // One figure for the whole is given only when it is known, so bounds that meet by assumption are not written.
      total: { ...this.sumOf(total), ...(total.exact === null && total.assumed?.low === total.assumed?.high ? { assumed: null } : {}) },
      assumptions: total.assumptions.length,
      missing: total.missing.length,
      questions: areas.flatMap((area) => area.questions.map((question) => ({ ...this.questionOf(question), title: questions.find(({ number }) => number === question.number)?.title[this.language()] ?? '' }))),
      hints: hints.map(({ text, source }) => ({ text: text[this.language()], source })),
    };
  });
  private last = '';

  constructor() {
    void this.store.open();
    effect(() => {
      const report = this.report();
      untracked(() => void this.store.choose(report, this.last));
    });
  }

  protected choose(id: string): void {
    this.last = id;
    void this.store.choose(this.report(), id);
  }

  protected retry(): void {
    if (!this.store.models()) void this.store.open();
    if (this.last !== '') this.choose(this.last);
  }

  private sumOf(sum: CarriedSum): { firm: string | null; assumed: string | null; share: string; max: string } {
    const { decimals } = this.report();
    return { firm: spanOf(sum.firm, decimals), assumed: spanOf(sum.assumed, decimals), share: swedish(sum.share, 0), max: swedish(sum.max, 0) };
  }

  private questionOf({ number, from, kind, percent, points, max, note }: CarriedQuestion) {
    return {
      number, kind, note: note?.[this.language()] ?? '', max: swedish(max, 0),
      from: from.join(', ') === number ? '' : from.join(', '),
      percent: percent === null ? null : swedish(percent, 0), points: points === null ? null : swedish(points, this.report().decimals),
    };
  }
}
