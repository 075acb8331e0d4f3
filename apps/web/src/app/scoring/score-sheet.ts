import { Component, DestroyRef, ElementRef, afterNextRender, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { EvaluationStore } from '../evaluation';
import { RefusalWords } from '../http';
import { LiveFeed } from '../live';
import { Icon } from '../look';
import { language } from './language';
import { LegendBar } from './legend-bar';
import { QuestionRail } from './question-rail';
import { QuestionSheet } from './question-sheet';
import { ScoreSheetStore } from './score-sheet-store';
import { SealBar } from './seal-bar';
import { SealUndo } from './seal-undo';
import { ShortcutList } from './shortcut-list';
import { Shortcuts, inText } from './shortcuts';
import { WaitingQueue } from './waiting-queue';

/** The own score sheet: rail of questions, the question, and the keys that make it quick. */
@Component({
  selector: 'sam-score-sheet',
  imports: [Icon, LegendBar, QuestionRail, QuestionSheet, SealBar, SealUndo, ShortcutList, TranslocoDirective, WaitingQueue],
  providers: [ScoreSheetStore],
  host: {
    '(document:keydown)': 'key($event)', '(document:visibilitychange)': 'hidden()', '(window:pagehide)': 'away()', '(window:resize)': 'measure()', '[style.--top]': 'top()',
  },
  templateUrl: './score-sheet.html',
  styleUrl: './score-sheet.css',
})
export class ScoreSheet {
  /** The question's number, from the address. */
  readonly question = input<string>();
  protected readonly store = inject(ScoreSheetStore);
  protected readonly evaluation = inject(EvaluationStore);
  protected readonly shortcuts = inject(Shortcuts);
  private readonly router = inject(Router);
  private readonly live = inject(LiveFeed);
  private readonly refusals = inject(RefusalWords);
  private readonly language = language();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly sheet = viewChild(QuestionSheet);
  private readonly bar = viewChild(SealBar);
  private readonly list = viewChild(ShortcutList);
  /** Where the panes begin, below whatever stands above them. */
  protected readonly top = signal('93px');
  /** After five seconds of reading: a sentence and a way to try again. */
  protected readonly slow = signal(false);

  protected readonly refusal = computed(() => {
    this.language();
    const failure = this.store.failure();
    return failure ? this.refusals.of(failure) : '';
  });
  protected readonly phase = computed(() => this.evaluation.evaluation()?.phase ?? null);

  constructor() {
    effect(() => {
      if (this.evaluation.evaluation() && this.evaluation.isEvaluator()) untracked(() => void this.store.start());
    });
    effect(() => {
      const [asked, questions] = [this.question(), this.store.questions()];
      if (!this.store.loaded() || questions.length === 0) return;
      if (asked && questions.some((draft) => draft.question.number === asked)) return untracked(() => this.store.show(asked));
      const first = untracked(() => questions.find((draft) => !draft.sealedAt()) ?? questions[0]);
      if (first) this.go(first.question.number, true);
    });
    effect(() => {
      this.live.connection();
      this.store.waiting();
      this.evaluation.evaluation();
      requestAnimationFrame(() => this.measure());
    });
    const patience = setTimeout(() => this.slow.set(true), 5000);
    inject(DestroyRef).onDestroy(() => clearTimeout(patience));
    afterNextRender(() => this.measure());
  }

  protected measure(): void {
    this.top.set(`${Math.round(this.host.nativeElement.getBoundingClientRect().top + window.scrollY)}px`);
  }

  protected hidden(): void {
    if (document.visibilityState === 'hidden') this.away();
  }

  protected away(): void {
    void this.store.flush(true);
  }

  protected undo(): void {
    const question = this.store.undo();
    if (question && question !== this.store.current()) this.go(question);
  }

  protected sealedOne(): void {
    setTimeout(() => this.sheet()?.focusHeading());
  }

  protected key(event: KeyboardEvent): void {
    const text = inText(event.target);
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z' && !text) {
      event.preventDefault();
      return this.undo();
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') return this.sheet()?.focusCell();
    if (text || !this.shortcuts.letters() || !this.store.draft()) return;
    const action = this.actions[event.key.toLowerCase()];
    if (!action) return;
    event.preventDefault();
    action();
  }

  private readonly actions: Readonly<Record<string, () => void>> = {
    j: () => this.step(1),
    k: () => this.step(-1),
    m: () => this.sheet()?.focusRationale(),
    e: () => this.sheet()?.addEvidence(),
    i: () => this.sheet()?.toggleCannotAssess(),
    s: () => void this.bar()?.ask(),
    '?': () => this.list()?.open(),
  };

  private step(by: number): void {
    const numbers = this.store.questions().map((draft) => draft.question.number);
    const next = numbers[numbers.indexOf(this.store.current()) + by];
    if (next) this.go(next);
  }

  private go(question: string, replaceUrl = false): void {
    void this.router.navigate(['/utvardering', this.evaluation.evaluation()?.id, 'poangark', question], { replaceUrl });
  }
}
