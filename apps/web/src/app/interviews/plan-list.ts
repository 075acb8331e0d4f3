import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { type PlanItem } from '@samsyn/domain';
import { Announcer, Icon, Mark } from '../look';
import { daysOf } from './plan-columns';
import { movedTo } from './plan-keys';
import { PlanStore } from './plan-store';
import { byTime, clockOf, minuteOf, wholeOf } from './plan-time';
import { withGone, wordsFor, type PlanView } from './plan-view';
import { PlanWords } from './plan-words-of';

/** The plan as a list, with every action of the grid as a field or a button. */
@Component({ selector: 'sam-plan-list', imports: [Icon, Mark, TranslocoDirective], templateUrl: './plan-list.html', styleUrl: './plan-list.css' })
export class PlanList {
  protected readonly store = inject(PlanStore);
  private readonly announcer = inject(Announcer);
  protected readonly words = inject(PlanWords);
  readonly view = input.required<PlanView>();
  readonly open = output<PlanItem>();
  readonly removed = output<PlanItem>();
  protected readonly clockOf = clockOf;
  private readonly said = computed(() => wordsFor(this.view(), this.words, this.store.name()));
  protected readonly days = computed(() => {
    const plan = withGone(this.view());
    return daysOf(plan).map((day) => ({ day, rows: plan.items.filter((item) => item.day === day).sort(byTime).map((item) => ({ item, said: this.said()(item) })) }));
  });
  protected readonly places = computed(() => this.view().plan.days.flatMap(({ day }) => this.view().plan.tracks.map((_, track) => ({ value: `${day} ${track}`, name: `${this.words.dayShort(day)}, ${this.view().plan.tracks[track]?.name ?? ''}` }))));

  protected start(item: PlanItem, event: Event): void {
    const minute = minuteOf((event.target as HTMLInputElement).value);
    const field = event.target as HTMLInputElement;
    if (minute === null) field.value = clockOf(item.start);
    else this.put(item, movedTo(item, { ...item, start: minute }), field);
  }

  protected length(item: PlanItem, event: Event): void {
    const length = wholeOf((event.target as HTMLInputElement).value);
    if (length !== null && length > 0) this.put(item, { ...item, length }, event.target as HTMLInputElement);
  }

  protected place(item: PlanItem, event: Event): void {
    const [day, track] = (event.target as HTMLSelectElement).value.split(' ');
    if (day !== undefined) this.put(item, { ...item, day, track: Number(track) });
  }

  protected nudge(drawn: PlanItem, minutes: number): void {
    const item = this.now(drawn);
    if (item.start + minutes >= 0) this.put(item, movedTo(item, { ...item, start: item.start + minutes }));
  }

  protected pin(drawn: PlanItem): void {
    const item = this.now(drawn);
    const title = this.words.title(item);
    this.store.change(this.words.t(item.pinned ? 'done.unpinned' : 'done.pinned', { title }), { kind: 'putItem', item: { ...item, pinned: !item.pinned } });
  }

  /** A button may be pressed again before the list is drawn anew. */
  private now(item: PlanItem): PlanItem {
    return this.store.plan()?.items.find(({ id }) => id === item.id) ?? item;
  }

  /** What a rule refuses leaves the field as the plan has it. */
  private put(before: PlanItem, after: PlanItem, field?: HTMLInputElement): void {
    const title = this.words.title(before);
    this.store.select(before.id);
    if (this.store.change(this.words.t('done.moved', { title }), { kind: 'putItem', item: after })) this.announcer.say(`${title}: ${this.words.place(after)}.`);
    else if (field) field.value = field.type === 'number' ? String(before.length) : clockOf(before.start);
  }
}
