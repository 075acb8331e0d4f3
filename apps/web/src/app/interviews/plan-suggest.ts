import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { lengthWords } from '@samsyn/domain';
import { PlanChoices } from './plan-choices';
import { PlanStore } from './plan-store';
import { SuggestStore, type Absent } from './plan-suggest-store';
import { clockOf, minuteOf } from './plan-time';
import { PlanWords } from './plan-words-of';

const severalOf: Readonly<Record<string, string>> = { groupTakesPlace: 'groupsTakePlace', evening: 'eveningGroups', pinned: 'pinnedGroups', cannot: 'cannotPeople' };

/** So many groups are named by title. */
const readable = 8;

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
  /** Nobody can be late for a plan without interviews. */
  protected readonly anyPlaced = computed(() => (this.store.plan()?.items.length ?? 0) > 0);
  protected readonly interviewees = computed(() => {
    const called = new Set((this.store.plan()?.groups ?? []).flatMap(({ members }) => members.map(({ person }) => person)));
    return (this.store.desk()?.people ?? []).filter(({ id }) => called.has(id));
  });
  /** Wishes of one rule in one line: of many groups the numbers are enough. */
  protected readonly conflicts = computed(() => {
    const all = this.suggestions.wall()?.conflict ?? [];
    return [...new Set(all.map(({ rule }) => rule))].map((rule) => {
      const own = all.filter((one) => one.rule === rule);
      const [groups, people] = [[...new Set(own.map(({ group }) => group))].filter((id) => id !== null), [...new Set(own.map(({ person }) => person))].filter((id) => id !== null)];
      if (own.length === 1) return this.words.t(`wish.${rule}`, { group: this.groupNames(groups), person: this.store.name()(people[0] ?? '') });
      return this.words.t(`suggest.${severalOf[rule] ?? 'groupsTakePlace'}`, { groups: this.groupNames(groups), people: this.words.list(people.map(this.store.name())) });
    });
  });
  protected readonly leftOut = computed(() => this.groupNames(this.suggestions.wall()?.leftOut ?? []));
  /** Said where time is what is short. */
  protected readonly time = computed(() => {
    const wall = this.suggestions.wall();
    if (!wall?.time || (wall.proven && wall.conflict.filter(({ rule }) => rule === 'groupTakesPlace').length < 2)) return null;
    const { needed, has, fits } = wall.time;
    // Enough time in all, and yet it does not add up: what the lengths leave over is why.
    const uneven = needed <= has && fits !== null && fits < needed;
    return { words: uneven ? 'timeFits' : 'time', needed: lengthWords(needed), has: lengthWords(has), fits: lengthWords(fits ?? has) };
  });

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

  protected search(longer = false): void {
    const options = { keepPinned: this.pinned(), fewMoves: this.few() };
    if (this.store.mayEdit()) void (longer ? this.suggestions.suggestLonger(options) : this.suggestions.suggest(options));
  }

  /** In the order of the plan; of very many the numbers say as much and are sooner read. */
  private groupNames(groups: readonly string[]): string {
    const own = (this.store.plan()?.groups ?? []).filter(({ id }) => groups.includes(id));
    if (own.length > readable) return this.words.t('suggest.byNumber', { groups: this.words.list(own.map(({ id }) => this.words.number(id))) });
    return this.words.list(own.map(({ id, title }) => `${this.words.number(id)} ${title}`));
  }

  private take(absent: Absent): void {
    this.person.set(absent.person);
    this.day.set(absent.day);
    this.from.set(absent.from);
    this.to.set(absent.to);
    void this.suggestions.replan(absent);
  }
}
