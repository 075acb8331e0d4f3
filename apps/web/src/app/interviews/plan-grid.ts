import { NgTemplateOutlet } from '@angular/common';
import { Component, ElementRef, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PlanItem } from '@samsyn/domain';
import { Announcer, Icon, Mark } from '../look';
import { beside, columnsOf, hoursOf, inOrder, type Column } from './plan-columns';
import { draggedTo, dragSlack, type Grip } from './plan-drag';
import { askedBy } from './plan-keys';
import { PlanStore } from './plan-store';
import { withGone, wordsFor, type PlanView } from './plan-view';
import { PlanWords } from './plan-words-of';

/** Days side by side, each with its tracks, quarter by quarter. Everything the pointer can do, the keys can. */
@Component({ selector: 'sam-plan-grid', imports: [Icon, Mark, NgTemplateOutlet, TranslocoDirective], templateUrl: './plan-grid.html', styleUrl: './plan-grid.css' })
export class PlanGrid {
  protected readonly store = inject(PlanStore);
  private readonly announcer = inject(Announcer);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly words = inject(PlanWords);
  readonly view = input.required<PlanView>();
  readonly open = output<PlanItem>();
  readonly removed = output<PlanItem>();
  /** Free time was pressed twice: something new is wanted there. */
  readonly wanted = output<Pick<PlanItem, 'day' | 'start' | 'track'>>();
  private readonly grip = signal<Grip | null>(null);
  protected readonly dragged = signal<PlanItem | null>(null);

  protected readonly plan = computed(() => {
    const dragged = this.dragged();
    const plan = withGone(this.view());
    return dragged ? { ...plan, items: plan.items.map((item) => (item.id === dragged.id ? dragged : item)) } : plan;
  });
  protected readonly hours = computed(() => hoursOf(this.plan()));
  protected readonly columns = computed(() => columnsOf(this.plan()));
  protected readonly days = computed(() => [...new Set(this.columns().map(({ day }) => day))]);
  protected readonly marks = computed(() => Array.from({ length: (this.hours().to - this.hours().from) / 60 + 1 }, (_, at) => this.hours().from + at * 60));
  protected readonly said = computed(() => wordsFor(this.view(), this.words, this.store.name(), this.store.desk()?.evaluators.length));
  /** One stop for Tab: the chosen item, or the first. */
  protected readonly stop = computed(() => {
    const all = inOrder(this.columns());
    return all.find(({ id }) => id === this.store.selected()?.id)?.id ?? all[0]?.id ?? '';
  });
  /** Wider where interviews lie; an empty track is narrow. Nothing moves while something is dragged. */
  protected readonly widths = computed(() => `48px ${columnsOf(withGone(this.view())).map(({ placed }) => (placed.length > 0 && this.view().plan.tracks.length > 1 ? 'minmax(104px, 1.25fr)' : 'minmax(84px, .75fr)')).join(' ')}`);

  protected select(item: PlanItem): void {
    this.store.select(item.id);
  }

  protected shaded(column: Column): { readonly before: number; readonly after: number } {
    const day = this.view().plan.days.find((own) => own.day === column.day);
    const { from, to } = this.hours();
    return day ? { before: day.from - from, after: to - Math.max(day.to, day.evening) } : { before: 0, after: to - from };
  }

  /** Keys come faster than the screen is drawn: they are about the item as it is by now. */
  protected key(event: KeyboardEvent, drawn: PlanItem): void {
    const item = this.plan().items.find(({ id }) => id === drawn.id) ?? drawn;
    if (event.key === 'Escape' && this.grip()) return this.drop(null);
    const asked = askedBy(event, item, this.columns(), this.view().editable && this.store.mayEdit());
    if (!asked) {
      if (event.altKey && event.key.startsWith('Arrow')) event.preventDefault();
      return;
    }
    event.preventDefault();
    if (asked.kind === 'open') this.open.emit(item);
    else if (asked.kind === 'remove') this.remove(item);
    else if (asked.kind === 'undo') {
      this.store.undo();
      this.focus(item.id);
    } else if (asked.kind === 'go') this.go(item, asked.to);
    else if ('item' in asked) this.put(item, asked.item);
  }

  /** Focus follows a list that is drawn anew: the element of an item that changed its column is another one. */
  focus(item: string): void {
    setTimeout(() => this.element.nativeElement.querySelector<HTMLElement>(`[data-item="${CSS.escape(item)}"]`)?.focus());
  }

  protected press(event: PointerEvent, item: PlanItem, what: Grip['what']): void {
    if (event.button !== 0 || event.pointerType === 'touch' || !this.view().editable || !this.store.mayEdit()) return;
    const columns = [...this.element.nativeElement.querySelectorAll<HTMLElement>('.col')].map((own) => {
      const { left, right, top, height } = own.getBoundingClientRect();
      return { day: own.dataset['day'] ?? '', track: Number(own.dataset['track']), left, right, top, height };
    });
    const { from, to } = this.hours();
    this.grip.set({ item, what, x: event.clientX, y: event.clientY, columns, from, to });
    if (what === 'length') event.stopPropagation();
  }

  protected move(event: PointerEvent): void {
    const grip = this.grip();
    if (!grip) return;
    if (!this.dragged() && Math.hypot(event.clientX - grip.x, event.clientY - grip.y) < dragSlack) return;
    if (!this.dragged()) (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.dragged.set(draggedTo(grip, { x: event.clientX, y: event.clientY }));
  }

  protected drop(event: PointerEvent | null): void {
    const [grip, dragged] = [this.grip(), this.dragged()];
    this.grip.set(null);
    this.dragged.set(null);
    if (event && grip && dragged && JSON.stringify(dragged) !== JSON.stringify(grip.item)) this.put(grip.item, dragged);
  }

  protected twice(event: MouseEvent, column: Column): void {
    const own = event.currentTarget as HTMLElement;
    if (event.target !== own || !this.view().editable || !this.store.mayEdit()) return;
    const { top, height } = own.getBoundingClientRect();
    const { from, to } = this.hours();
    this.wanted.emit({ day: column.day, track: column.track, start: Math.floor((from + ((event.clientY - top) / height) * (to - from)) / 15) * 15 });
  }

  private put(before: PlanItem, after: PlanItem): void {
    const title = this.words.title(before);
    const pinned = before.pinned !== after.pinned;
    if (!this.store.change(this.words.t(pinned ? (after.pinned ? 'done.pinned' : 'done.unpinned') : 'done.moved', { title }), { kind: 'putItem', item: after })) return;
    this.announcer.say(pinned ? this.words.t(after.pinned ? 'done.pinned' : 'done.unpinned', { title }) : `${title}: ${this.words.place(after)}.`);
    this.select(after);
    this.focus(after.id);
  }

  private remove(item: PlanItem): void {
    const all = inOrder(this.columns());
    const at = all.findIndex(({ id }) => id === item.id);
    const next = all[at + 1] ?? all[at - 1];
    this.removed.emit(item);
    if (next) this.focus(next.id);
  }

  private go(item: PlanItem, to: 'up' | 'down' | 'left' | 'right' | 'first' | 'last'): void {
    const all = inOrder(this.columns());
    const at = all.findIndex(({ id }) => id === item.id);
    const next = { up: all[at - 1], down: all[at + 1], left: beside(this.columns(), item, -1), right: beside(this.columns(), item, 1), first: all[0], last: all.at(-1) }[to];
    if (next) this.focus(next.id);
  }
}
