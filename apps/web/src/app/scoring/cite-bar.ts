import { Component, computed, effect, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Evidence } from '@samsyn/domain';
import type { Passage } from '../documents';
import { EvaluationStore } from '../evaluation';
import { RefusalWords } from '../http';
import { Announcer, Icon } from '../look';
import { FieldClash } from './field-clash';
import { inLanguage, language } from './language';
import { same, untouched } from './question-draft';
import { SaveState } from './save-state';
import { ScoreSheetStore } from './score-sheet-store';

const mostNotes = 30;

/**
 * Turns a selected passage into evidence in the own draft: the same field, saved the same way as on the sheet, so that
 * what another tab has written there is never lost. Nobody else sees it before the scores are opened.
 */
@Component({
  selector: 'sam-cite-bar',
  imports: [FieldClash, Icon, RouterLink, SaveState, TranslocoDirective],
  templateUrl: './cite-bar.html',
  styleUrl: './cite-bar.css',
})
export class CiteBar {
  readonly passage = input<Passage | null>(null);
  /** The question whose sheet the reader was opened from; otherwise the one used last. */
  readonly preferred = input<string | null>(null);
  readonly dropped = output();
  protected readonly store = inject(ScoreSheetStore);
  protected readonly evaluation = inject(EvaluationStore);
  private readonly refusals = inject(RefusalWords);
  private readonly transloco = inject(TranslocoService);
  private readonly announcer = inject(Announcer);
  private readonly language = language();
  private readonly id = computed(() => this.evaluation.evaluation()?.id ?? '');
  private readonly key = computed(() => `samsyn.cite.${this.evaluation.me()}.${this.id()}`);

  /** Chosen by hand, else where the reader was opened from, else what was used last, else the first question. */
  protected readonly number = linkedSignal(() => this.preferred() ?? localStorage.getItem(this.key()) ?? this.store.questions()[0]?.question.number ?? '');
  protected readonly added = signal<{ question: string; passage: Passage } | null>(null);
  protected readonly areas = computed(() => (this.evaluation.instrument()?.areas ?? []).map(({ number, title, questions }) => ({ title: `${number} ${inLanguage(title, this.language())}`, questions: questions.map((question) => ({ number: question.number, title: inLanguage(question.title, this.language()) })) })));
  protected readonly draft = computed(() => this.store.questions().find(({ question }) => question.number === this.number()) ?? null);
  protected readonly field = computed(() => this.draft()?.fields().evidence ?? untouched);
  private readonly notes = computed<readonly Evidence[]>(() => this.draft()?.sheet().evidence ?? []);
  /** Why the passage cannot be added now, as a key of words; null when it can. */
  protected readonly hindered = computed<'reading' | 'notOpen' | 'sealed' | 'full' | 'there' | null>(() => {
    const [draft, passage] = [this.draft(), this.passage()];
    if (!this.store.loaded() || !draft) return 'reading';
    if (!this.store.open()) return 'notOpen';
    if (draft.sealedAt()) return 'sealed';
    if (passage && this.notes().some(({ cited }) => cited && same(cited, citedIn(passage)))) return 'there';
    return this.notes().length >= mostNotes ? 'full' : null;
  });
  protected readonly refusal = computed(() => {
    this.language();
    const failure = this.field().state === 'refused' ? this.field().failure : null;
    return failure ? this.refusals.of(failure) : '';
  });

  constructor() {
    effect(() => {
      const passage = this.passage();
      untracked(() => passage && passage !== this.added()?.passage && this.added.set(null));
    });
  }

  protected choose(number: string): void {
    this.number.set(number);
    localStorage.setItem(this.key(), number);
    this.added.set(null);
  }

  add(): void {
    const [passage, question] = [this.passage(), this.number()];
    if (!passage || this.hindered()) return;
    this.store.edit('evidence', [...this.notes(), { kind: 'document', text: passage.label.slice(0, 1000), cited: citedIn(passage) } satisfies Evidence], question);
    void this.store.flush();
    localStorage.setItem(this.key(), question);
    this.added.set({ question, passage });
    this.announcer.say(this.transloco.translate('documents.cite.added', { question }));
  }

  protected undo(): void {
    const added = this.added();
    if (!added) return;
    const left = this.notes().filter(({ cited }) => !cited || !same(cited, citedIn(added.passage)));
    this.store.edit('evidence', left, added.question);
    void this.store.flush();
    this.added.set(null);
  }

  protected settle(which: 'mine' | 'other'): void {
    this.store.choose('evidence', which, this.number());
  }
}

const citedIn = ({ document, version, page, quote, place }: Passage): NonNullable<Evidence['cited']> => ({ document, version, page, quote, ...(place ? { place } : {}) });
