import { Component, ElementRef, Injector, afterNextRender, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { questionsOf, swedish, swedishSigned, type Exact } from '@samsyn/domain';
import { Icon, Mark, Missing, Trouble, Waiting } from '../look';
import { EvaluationStore } from './evaluation-store';
import { TrainButton } from './train-button';
import { first, last, TrainingStore, type Entry } from './training-store';

/** The material of a training, one piece after the other with a list beside; at the end how the learner did. */
@Component({
  selector: 'sam-training-page',
  imports: [Icon, Mark, Missing, RouterLink, TrainButton, TranslocoDirective, Trouble, Waiting],
  providers: [TrainingStore],
  templateUrl: './training-page.html',
  styleUrl: './training-page.css',
})
export class TrainingPage {
  readonly piece = input<string>();
  protected readonly store = inject(TrainingStore);
  protected readonly evaluation = inject(EvaluationStore);
  private readonly transloco = inject(TranslocoService);
  private readonly injector = inject(Injector);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  private readonly language = computed(() => (this.transloco.activeLang() === 'en' ? 'en' : 'sv'));
  /** On a narrow screen the list folds away above the text. */
  protected readonly listed = signal(false);
  protected readonly last = last;
  private before: string | null = null;

  protected readonly at = computed(() => Math.max(0, this.store.entries().findIndex(({ key }) => key === (this.piece() ?? first))));
  protected readonly current = computed<Entry | null>(() => this.store.entries()[this.at()] ?? null);
  protected readonly previous = computed<Entry | null>(() => this.store.entries()[this.at() - 1] ?? null);
  protected readonly next = computed<Entry | null>(() => this.store.entries()[this.at() + 1] ?? null);
  protected readonly paragraphs = computed(() => this.current()?.text?.[this.language()].split(/\n{2,}/) ?? []);
  protected readonly done = computed(() => this.store.summary().opened > 0 && this.store.summary().opened === this.store.summary().of);
  protected readonly rows = computed(() => {
    const instrument = this.evaluation.instrument();
    const known = new Map((instrument ? questionsOf(instrument) : []).map((question) => [question.number, question]));
    return this.store.summary().rows.map((row) => ({ ...row, title: known.get(row.number)?.short[this.language()] ?? '' }));
  });

  constructor() {
    void this.store.read();
    effect(() => {
      const key = this.current()?.key;
      if (key) untracked(() => this.arrive(key));
    });
  }

  protected link(key: string): string[] {
    return ['/utvardering', this.evaluation.evaluation()?.id ?? '', 'underlag', ...(key ? [key] : [])];
  }

  protected to(part: 'poangark' | 'samsyn', number: string): string[] {
    return ['/utvardering', this.evaluation.evaluation()?.id ?? '', part, number];
  }

  protected titleOf(entry: Entry): string {
    if (entry.title) return entry.title[this.language()];
    return this.transloco.translate(entry.key === last ? 'evaluation.training.summary.title' : 'evaluation.training.welcome', {}, this.transloco.activeLang());
  }

  protected figure(value: Exact | null): string {
    return value === null ? '–' : swedish(value, 1);
  }

  protected signed(value: Exact | null): string {
    return value === null ? '–' : swedishSigned(value, 1);
  }

  /** The next piece is read from its top, by eye and by screen reader. */
  private arrive(key: string): void {
    this.store.turnTo(key);
    this.listed.set(false);
    if (this.before !== null && this.before !== key)
      afterNextRender(() => {
        window.scrollTo({ top: 0 });
        this.heading()?.nativeElement.focus({ preventScroll: true });
      }, { injector: this.injector });
    this.before = key;
  }
}
