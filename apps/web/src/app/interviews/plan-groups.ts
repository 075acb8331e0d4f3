import { Component, computed, effect, inject, output, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { InterviewGroup } from '@samsyn/domain';
import { EvaluationStore } from '../evaluation';
import { Announcer, Icon } from '../look';
import { GuideWays } from './guide-ways';
import { PlanStore } from './plan-store';
import { answersOf, silentIn } from './plan-world';
import { PlanWords } from './plan-words-of';

/** The groups with their answers, and what is asked of those who have not given any. */
@Component({ selector: 'sam-plan-groups', imports: [GuideWays, Icon, RouterLink, TranslocoDirective], templateUrl: './plan-groups.html', styleUrl: './plan-groups.css' })
export class PlanGroups {
  private readonly evaluation = inject(EvaluationStore);
  private readonly announcer = inject(Announcer);
  protected readonly store = inject(PlanStore);
  protected readonly words = inject(PlanWords);
  readonly open = output<InterviewGroup | null>();
  readonly frame = output();
  readonly ask = output();
  protected readonly rows = computed(() => {
    const [desk, plan] = [this.store.desk(), this.store.plan()];
    if (!desk || !plan) return [];
    return plan.groups.map((group, at) => ({ group, number: at + 1, ...answersOf(desk, group), items: plan.items.filter((item) => item.group === group.id), silent: silentIn(desk).filter(({ id }) => group.members.some(({ person }) => person === id)).map(({ id }) => id) }));
  });
  protected readonly silent = computed(() => {
    const desk = this.store.desk();
    return desk ? silentIn(desk).length : 0;
  });
  protected readonly asked = computed(() => this.store.desk()?.askedUntil ?? null);
  /** Questions of the model that no group has, by number. */
  protected readonly uncovered = computed(() => {
    const covered = new Set((this.store.plan()?.groups ?? []).flatMap(({ questions }) => questions));
    return this.numbers().filter((number) => !covered.has(number));
  });
  protected readonly numbers = computed(() => (this.evaluation.instrument()?.areas ?? []).flatMap(({ questions }) => questions.map(({ number }) => number)));
  protected readonly home = computed(() => ['/utvardering', this.store.evaluationId(), 'intervjuer']);

  /** Looks at the group's interview; without one, opens the group. */
  protected choose(row: { readonly group: InterviewGroup; readonly items: readonly { readonly id: string }[] }): void {
    const [first] = row.items;
    if (first) this.store.select(first.id);
    else this.open.emit(row.group);
  }

  constructor() {
    // The last answer arrives while the desk is open.
    let waitedFor = 0;
    effect(() => {
      const [left, asked] = [this.silent(), this.asked()];
      if (asked !== null && left === 0 && waitedFor > 0) untracked(() => this.announcer.say(this.words.t('ask.all')));
      waitedFor = left;
    });
  }
}
