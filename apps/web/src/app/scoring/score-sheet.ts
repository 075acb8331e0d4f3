import { Component, DestroyRef, ElementRef, afterNextRender, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { placeQuery } from '../documents';
import { EvaluationStore } from '../evaluation';
import { RefusalWords } from '../http';
import { LiveFeed } from '../live';
import { Icon } from '../look';
import { FieldWords } from './field-words';
import { Guidance } from './guidance';
import { language } from './language';
import { LegendBar } from './legend-bar';
import { QuestionRail } from './question-rail';
import { QuestionSheet } from './question-sheet';
import { ScoreSheetStore } from './score-sheet-store';
import { SealBar } from './seal-bar';
import { SealUndo } from './seal-undo';
import { ShortcutList } from './shortcut-list';
import { Shortcuts, inText } from './shortcuts';
import { SourcePane, type SourcePlace } from './source-pane';
import { wideEnough } from './room';
import { WaitingQueue } from './waiting-queue';

/** The own score sheet: rail of questions, the question, and the keys that make it quick. */
@Component({
  selector: 'sam-score-sheet',
  imports: [Icon, LegendBar, QuestionRail, QuestionSheet, RouterLink, SealBar, SealUndo, ShortcutList, SourcePane, TranslocoDirective, WaitingQueue],
  providers: [FieldWords, ScoreSheetStore],
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
  private readonly guidance = inject(Guidance);
  private readonly router = inject(Router);
  private readonly live = inject(LiveFeed);
  private readonly refusals = inject(RefusalWords);
  private readonly language = language();
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly sheet = viewChild(QuestionSheet);
  private readonly bar = viewChild(SealBar);
  private readonly list = viewChild(ShortcutList);
  /** Room for a third pane; without it sources open as pages of their own. */
  protected readonly wide = wideEnough();
  private readonly reading = signal<{ readonly place: SourcePlace | null } | null>(null);
  protected readonly source = computed(() => (this.wide() ? this.reading() : null));
  /** How often the key for the sources was pressed while they stand open: each time the keyboard goes there. */
  protected readonly sourcesAsked = signal(0);
  protected readonly sourceWords = signal('');
  private lastCited = -1;
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
      const evaluation = this.evaluation.evaluation();
      if (evaluation && this.evaluation.isEvaluator()) untracked(() => {
        void this.store.start();
        void this.guidance.start(evaluation.id, evaluation.me);
      });
    });
    effect(() => {
      const [asked, questions] = [this.question(), this.store.questions()];
      if (!this.store.loaded() || questions.length === 0) return;
      if (asked && questions.some((draft) => draft.question.number === asked)) return untracked(() => this.turnTo(asked));
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

  private turnTo(question: string): void {
    this.lastCited = -1;
    this.store.show(question);
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
    if (event.altKey && !event.ctrlKey && !event.metaKey && event.code === 'KeyV') {
      event.preventDefault();
      return this.sheet()?.turnGuidance();
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') return this.sheet()?.back(event.target);
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
    v: () => this.sheet()?.turnGuidance(),
    b: () => this.nextCited(),
    p: () => this.openSources(),
    s: () => void this.bar()?.ask(),
    '?': () => this.list()?.open(),
  };

  /** "B": the first cited place of the question, and the next with every press. */
  private nextCited(): void {
    const cited = (this.store.draft()?.sheet().evidence ?? []).flatMap((note) => note.cited ?? []);
    if (cited.length === 0) return this.openSources();
    this.lastCited = (this.lastCited + 1) % cited.length;
    const place = cited[this.lastCited];
    if (place) this.openSource(place);
  }

  protected openSource({ version, page, quote, place }: SourcePlace): void {
    if (this.wide()) return this.reading.set({ place: { version, page, quote, place } });
    void this.router.navigate(['/utvardering', this.evaluation.evaluation()?.id, 'underlag', 'las', version], { queryParams: placeQuery({ page, quote, place }, this.store.current()) });
  }

  /** "P": the sources, with the field to search them in. */
  private openSources(): void {
    if (!this.wide()) return void this.router.navigate(['/utvardering', this.evaluation.evaluation()?.id, 'underlag', 'sok'], { queryParams: { fran: this.store.current() } });
    if (!this.reading()) this.reading.set({ place: null });
    this.sourcesAsked.update((times) => times + 1);
  }

  protected closeSource(): void {
    this.reading.set(null);
    this.sourcesAsked.set(0);
    this.toCell();
  }

  protected toCell(): void {
    this.sheet()?.focusCell();
  }

  private step(by: number): void {
    const numbers = this.store.questions().map((draft) => draft.question.number);
    const next = numbers[numbers.indexOf(this.store.current()) + by];
    if (next) this.go(next);
  }

  private go(question: string, replaceUrl = false): void {
    void this.router.navigate(['/utvardering', this.evaluation.evaluation()?.id, 'poangark', question], { replaceUrl });
  }
}
