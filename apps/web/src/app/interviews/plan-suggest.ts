import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { PlanChoices } from './plan-choices';
import { PlanStore } from './plan-store';
import { SuggestStore, type Absent } from './plan-suggest-store';
import { clockOf, minuteOf } from './plan-time';
import { PlanWords } from './plan-words-of';

/** Asks the solver for a plan, or for ways to go on without somebody; what is chosen shows in the grid at once. */
@Component({ selector: 'sam-plan-suggest', imports: [PlanChoices, TranslocoDirective], templateUrl: './plan-suggest.html', styleUrl: './plan-side.css' })
export class PlanSuggest {
  protected readonly store = inject(PlanStore);
  protected readonly suggestions = inject(SuggestStore);
  protected readonly words = inject(PlanWords);
  /** An absence that a finding brought along. */
  readonly absent = input<Absent | null>(null);
  protected readonly few = signal(true);
  protected readonly pinned = signal(true);
  protected readonly person = signal('');
  protected readonly day = signal('');
  protected readonly from = signal(480);
  protected readonly to = signal(540);
  protected readonly wrong = signal('');
  protected readonly clockOf = clockOf;
  protected readonly nothingToPlace = computed(() => (this.store.plan()?.groups.length ?? 0) === 0 || (this.store.plan()?.days.length ?? 0) === 0);
  protected readonly interviewees = computed(() => {
    const called = new Set((this.store.plan()?.groups ?? []).flatMap(({ members }) => members.map(({ person }) => person)));
    return (this.store.desk()?.people ?? []).filter(({ id }) => called.has(id));
  });
  protected readonly conflicts = computed(() =>
    this.suggestions.conflict().map(({ rule, group, person }) => this.words.t(`wish.${rule}`, { group: this.store.plan()?.groups.find(({ id }) => id === group)?.title ?? '', person: this.store.name()(person ?? '') })),
  );

  constructor() {
    effect(() => {
      const absent = this.absent();
      if (absent) untracked(() => this.take(absent));
    });
  }

  protected minutes(event: Event): number | null {
    return minuteOf((event.target as HTMLInputElement).value);
  }

  protected tell(which: 'from' | 'to', event: Event): void {
    const minute = this.minutes(event);
    if (minute !== null) (which === 'from' ? this.from : this.to).set(minute);
    this.wrong.set(minute === null ? this.words.t('form.badTime') : '');
  }

  protected value(event: Event): string {
    this.wrong.set('');
    return (event.target as HTMLSelectElement).value;
  }

  protected replan(event: Event): void {
    event.preventDefault();
    const day = this.day() || (this.store.plan()?.days[0]?.day ?? '');
    this.wrong.set(this.person() === '' ? this.words.t('replan.who') : this.from() >= this.to() ? this.words.t('replan.order') : '');
    if (this.wrong() === '') void this.suggestions.replan({ person: this.person(), day, from: this.from(), to: this.to() });
  }

  private take(absent: Absent): void {
    this.person.set(absent.person);
    this.day.set(absent.day);
    this.from.set(absent.from);
    this.to.set(absent.to);
    void this.suggestions.replan(absent);
  }
}
