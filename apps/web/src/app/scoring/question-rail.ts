import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { EvaluationStore } from '../evaluation';
import { areaName, Icon, Mark, type IconName } from '../look';
import { inLanguage, language } from './language';
import type { QuestionDraft, StripState } from './question-draft';
import { ScoreSheetStore } from './score-sheet-store';

const filters = ['all', 'empty', 'unsure', 'noEvidence', 'unsealed'] as const;
type Filter = (typeof filters)[number];

const iconOf: Record<StripState, IconName> = { empty: 'empty', half: 'half', done: 'done', seal: 'seal', open: 'ring', ask: 'ask', none: 'offline' };
const states: readonly StripState[] = ['empty', 'half', 'done', 'seal', 'open', 'ask', 'none'];

/** Who has sealed how much, and every question with where it stands. A colleague is one line and nothing finer. */
@Component({ selector: 'sam-question-rail', imports: [Icon, Mark, RouterLink, TranslocoDirective], templateUrl: './question-rail.html', styleUrl: './question-rail.css' })
export class QuestionRail {
  private readonly language = language();
  protected readonly evaluation = inject(EvaluationStore);
  protected readonly store = inject(ScoreSheetStore);
  protected readonly filters = filters;
  protected readonly states = states;
  protected readonly filter = signal<Filter>('all');
  /** On a phone the list is folded away. */
  protected readonly unfolded = signal(false);
  private readonly toggled = signal<ReadonlyMap<number, boolean>>(new Map());

  protected readonly team = computed(() => {
    const evaluators = this.evaluation.evaluators();
    const me = this.evaluation.me();
    return [...evaluators.filter(({ person }) => person === me), ...evaluators.filter(({ person }) => person !== me)].map((member) => {
      const count = this.store.progress().find(({ person }) => person === member.person);
      return { member, mine: member.person === me, sealed: count?.sealed ?? 0, of: count?.of ?? this.store.questions().length };
    });
  });
  /** Which sentence tells when more is seen: by the reveal unit, for two or for more. */
  protected readonly rule = computed(() => `scoring.rule.${this.store.policy()?.revealUnit ?? 'area'}.${this.team().length === 2 ? 'two' : 'more'}`);

  protected readonly areas = computed(() => {
    const drafts = new Map(this.store.questions().map((draft) => [draft.question.number, draft]));
    return (this.evaluation.instrument()?.areas ?? []).flatMap((area) => {
      const all = area.questions.flatMap((question) => drafts.get(question.number) ?? []);
      const questions = all.filter((draft) => this.fits(draft));
      if (questions.length === 0) return [];
      const open = this.toggled().get(area.number) ?? (this.filter() !== 'all' || area.number === this.store.area()?.number);
      return [{
        number: area.number, title: areaName(inLanguage(area.title, this.language())), open,
        strip: all.map((draft) => ({ number: draft.question.number, state: draft.strip(), icon: iconOf[draft.strip()] })),
        counts: states.map((state) => ({ state, n: all.filter((draft) => draft.strip() === state).length })).filter(({ n }) => n > 0),
        questions: questions.map((draft) => ({ number: draft.question.number, short: inLanguage(draft.question.short, this.language()), max: draft.question.max, state: draft.strip(), icon: iconOf[draft.strip()], unsure: draft.sheet().unsure })),
      }];
    });
  });

  protected iconOf(state: StripState): IconName {
    return iconOf[state];
  }

  protected choose(value: string): void {
    this.filter.set(filters.find((filter) => filter === value) ?? 'all');
    this.toggled.set(new Map());
  }

  protected toggle(area: number, open: boolean): void {
    this.toggled.update((toggled) => new Map(toggled).set(area, !open));
  }

  private fits(draft: QuestionDraft): boolean {
    switch (this.filter()) {
      case 'all': return true;
      case 'empty': return draft.strip() === 'empty';
      case 'unsure': return draft.sheet().unsure;
      case 'noEvidence': return draft.sheet().evidence.length === 0;
      case 'unsealed': return draft.sealedAt() === null;
    }
  }
}
