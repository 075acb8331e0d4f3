import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { endOf, type Availability } from '@samsyn/domain';
import { hoursOf } from './plan-columns';
import { PlanStore } from './plan-store';
import { PlanWords } from './plan-words-of';

type Answer = Availability['spans'][number];

/** Who of the chosen interview's group can when, that day; the interview's own time stands across all rows. */
@Component({ selector: 'sam-plan-who', imports: [TranslocoDirective], templateUrl: './plan-who.html', styleUrl: './plan-who.css' })
export class PlanWho {
  protected readonly store = inject(PlanStore);
  protected readonly words = inject(PlanWords);
  protected readonly item = computed(() => (this.store.selected()?.kind === 'interview' ? this.store.selected() : null));
  private readonly hours = computed(() => {
    const plan = this.store.plan();
    return plan ? hoursOf(plan) : { from: 480, to: 1140 };
  });
  protected readonly marks = computed(() => Array.from({ length: (this.hours().to - this.hours().from) / 60 }, (_, at) => this.hours().from / 60 + at));
  protected readonly window = computed(() => {
    const item = this.item();
    return item ? { left: this.at(item.start), width: this.at(endOf(item)) - this.at(item.start) } : null;
  });
  protected readonly rows = computed(() => {
    const [item, desk, plan] = [this.item(), this.store.desk(), this.store.plan()];
    const group = plan?.groups.find(({ id }) => id === item?.group);
    if (!item || !desk || !group) return [];
    return group.members.flatMap(({ person, required }) => {
      const own = desk.people.find(({ id }) => id === person);
      const answer = desk.availability.find((one) => one.person === person);
      const spans = (answer?.spans ?? []).filter(({ day }) => day === item.day);
      return own ? [{ id: person, name: own.name, role: own.role, required, reply: own.reply, mayRemind: desk.askedUntil !== null && own.email !== null && answer?.answered !== true, answered: answer?.answered === true, said: this.said(answer?.answered === true, spans), spans: spans.map((span) => ({ answer: span.answer, left: this.at(span.from), width: this.at(span.to) - this.at(span.from) })) }] : [];
    });
  });

  /** Percent of the width. */
  private at(minute: number): number {
    const { from, to } = this.hours();
    return (Math.min(Math.max(minute, from), to) - from) / (to - from) * 100;
  }

  private said(answered: boolean, spans: readonly Answer[]): string {
    if (!answered) return this.words.t('who.silent');
    return spans.length === 0 ? this.words.t('who.allDay') : spans.map((span) => `${this.words.t(`who.${span.answer}`)} ${this.words.spanOf(span)}`).join(', ');
  }
}
