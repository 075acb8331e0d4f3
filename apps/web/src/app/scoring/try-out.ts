import { Component, computed, effect, inject, input, linkedSignal, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { instruments } from '@samsyn/contract/routes';
import { judgementKeys, pointsOf, questionPercent, swedish, type InstrumentDraft, type Judgements, type Question } from '@samsyn/domain';
import { call, CallFailed, RefusalWords } from '../http';
import { keptOf } from '../instrument';
import { Missing, Trouble, Waiting } from '../look';
import { Session } from '../people';
import { JudgementGrid, type Judged } from './judgement-grid';
import { JudgementScale } from './judgement-scale';
import { inLanguage, language } from './language';

/** A question of an unfinished model as the grid needs it: what is missing is nothing yet. */
const judgeable = (draft: InstrumentDraft): Question[] =>
  draft.areas.flatMap((area) =>
    area.questions.map(({ example: _example, ...question }) => ({
      ...question,
      max: question.max ?? 0,
      criteria: question.criteria.filter(({ dimensions }) => dimensions.length > 0).map(({ weight, lookFor: _lookFor, ...criterion }) => ({ ...criterion, ...(weight && weight > 0 ? { weight } : {}) })),
    })),
  );

/** A model under work in the real grid, by the same rules as a real score sheet. Nothing is stored. */
@Component({
  selector: 'sam-try-out',
  imports: [JudgementGrid, JudgementScale, Missing, RouterLink, TranslocoDirective, Trouble, Waiting],
  templateUrl: './try-out.html',
  styleUrl: './try-out.css',
})
export class TryOut {
  private readonly session = inject(Session);
  private readonly refusals = inject(RefusalWords);
  private readonly language = language();
  readonly draft = input.required<string>();
  private readonly grid = viewChild(JudgementGrid);
  protected readonly failed = signal<CallFailed | null>(null);
  protected readonly body = signal<InstrumentDraft | null>(null);
  protected readonly questions = computed(() => {
    const body = this.body();
    return body ? judgeable(body) : [];
  });
  protected readonly at = signal(0);
  protected readonly question = computed(() => this.questions()[this.at()]);
  protected readonly sides = computed(() => {
    const own = this.body()?.dimensions;
    return own ? { dimensions: own } : null;
  });
  protected readonly step = computed(() => Math.max(1, this.body()?.step ?? 10));
  protected readonly judgements = linkedSignal<Question | undefined, Judgements>({ source: this.question, computation: () => ({}) });
  protected readonly cell = signal('');
  protected readonly keys = computed(() => {
    const question = this.question();
    return question ? judgementKeys(question) : [];
  });
  protected readonly judgedCount = computed(() => this.keys().filter((key) => this.judgements()[key] !== undefined).length);
  protected readonly figures = computed(() => {
    const question = this.question();
    const percent = question ? questionPercent(question, this.judgements()) : null;
    return question && percent !== null ? { percent: swedish(percent, 1), points: swedish(pointsOf(percent, question.max), 1), max: swedish(`${question.max}`, Number.isInteger(question.max) ? 0 : 1) } : null;
  });
  protected readonly refusal = computed(() => {
    const failure = this.failed();
    return failure ? this.refusals.of(failure) : '';
  });

  constructor() {
    effect(() => void this.read());
  }

  protected async read(): Promise<void> {
    this.failed.set(null);
    try {
      const draft = this.draft();
      const { body } = await call(instruments.draft, { params: { draft } });
      this.body.set(keptOf(this.session.me()?.id ?? '', draft)?.body ?? body);
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.failed.set(failure);
    }
  }

  protected show(at: number): void {
    if (at < 0 || at >= this.questions().length) return;
    this.at.set(at);
    this.cell.set('');
  }

  protected set({ key, value }: Judged): void {
    const { [key]: _before, ...others } = this.judgements();
    this.judgements.set(value === null ? others : { ...others, [key]: value });
  }

  protected pick(value: number): void {
    this.grid()?.set(value);
  }

  protected said(words: { readonly sv: string; readonly en: string }): string {
    return inLanguage(words, this.language()) || words.sv || words.en;
  }
}
