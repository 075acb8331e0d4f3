import { NgTemplateOutlet } from '@angular/common';
import { Component, ElementRef, computed, inject, input, output, signal, type OnDestroy } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PlanItem } from '@samsyn/domain';
import { Announcer, Icon, Mark } from '../look';
import { beside, columnsOf, hoursOf, inOrder, type Column } from './plan-columns';
import { draggedTo, dragSlack, type DropColumn, type Grip } from './plan-drag';
import { askedBy } from './plan-keys';
import { onTopOf } from './plan-queue';
import { PlanStore } from './plan-store';
import { edgePull, RestingFinger } from './plan-touch';
import { withGone, wordsFor, type PlanView } from './plan-view';
import { PlanWords } from './plan-words-of';

/** Days side by side, each with its tracks, quarter by quarter. Everything the pointer can do, the keys can; a finger lifts by resting. */
@Component({ selector: 'sam-plan-grid', imports: [Icon, Mark, NgTemplateOutlet, TranslocoDirective], templateUrl: './plan-grid.html', styleUrl: './plan-grid.css' })
export class PlanGrid implements OnDestroy {
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
  private readonly finger = new RestingFinger();
  private lifted = false;
  private pointer = { x: 0, y: 0 };
  private frame = 0;

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

  constructor() {
    // As long as something is lifted the page stands still, and a long press opens no menu over it.
    const still = (event: Event): void => void ((this.lifted || (event.type === 'contextmenu' && this.finger.rests)) && event.preventDefault());
    for (const sign of ['touchmove', 'contextmenu'] as const) this.element.nativeElement.addEventListener(sign, still, { passive: false });
  }

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
    // Keys may come faster than the page is drawn: each goes on from what the one before has changed.
    const { items } = (this.view().editable && this.store.plan()) || this.plan();
    const item = items.find(({ id }) => id === drawn.id) ?? drawn;
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
    if (event.button !== 0 || !this.view().editable || !this.store.mayEdit()) return;
    if (what === 'length') event.stopPropagation();
    if (event.pointerType !== 'touch') return this.take(event, item, what);
    const { target, pointerId } = event;
    // What is lifted is drawn elsewhere while it moves: the finger stays with the part it was put on, and the grid follows it.
    target?.addEventListener('touchmove', (move) => this.lifted && move.preventDefault(), { passive: false });
    this.finger.down(event, () => {
      this.take(event, item, what);
      this.lifted = true;
      this.element.nativeElement.querySelector('.cal')?.setPointerCapture(pointerId);
      this.dragged.set(item);
      navigator.vibrate?.(10);
    });
  }

  private take({ clientX: x, clientY: y }: PointerEvent, item: PlanItem, what: Grip['what']): void {
    const { from, to } = this.hours();
    this.pointer = { x, y };
    this.grip.set({ item, what, x, y, columns: this.measured(), from, to });
  }

  private measured(): DropColumn[] {
    return [...this.element.nativeElement.querySelectorAll<HTMLElement>('.col')].map((own) => {
      const { left, right, top, height } = own.getBoundingClientRect();
      return { day: own.dataset['day'] ?? '', track: Number(own.dataset['track']), left, right, top, height };
    });
  }

  protected move(event: PointerEvent): void {
    this.finger.move(event);
    const grip = this.grip();
    if (!grip) return;
    if (!this.dragged() && Math.hypot(event.clientX - grip.x, event.clientY - grip.y) < dragSlack) return;
    if (!this.dragged()) (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.pointer = { x: event.clientX, y: event.clientY };
    this.dragged.set(draggedTo(grip, this.pointer));
    this.frame ||= requestAnimationFrame(() => this.pull());
  }

  /** Scrolls on while what is dragged is near an edge; the grip moves with the page below it. */
  private pull(): void {
    this.frame = 0;
    const [grip, host] = [this.grip(), this.element.nativeElement];
    if (!grip || !this.dragged()) return;
    const seen = host.getBoundingClientRect();
    const [right, down] = [edgePull(this.pointer.x, Math.max(0, seen.left), Math.min(window.innerWidth, seen.right)), edgePull(this.pointer.y, Math.max(0, seen.top), Math.min(window.innerHeight, seen.bottom))];
    const before = { left: host.scrollLeft, top: host.scrollTop, page: window.scrollY };
    host.scrollBy(right, down);
    if (host.scrollTop === before.top) window.scrollBy(0, down);
    const [x, y] = [host.scrollLeft - before.left, host.scrollTop - before.top + window.scrollY - before.page];
    if (x === 0 && y === 0) return;
    const next = { ...grip, x: grip.x - x, y: grip.y - y, columns: this.measured() };
    this.grip.set(next);
    this.dragged.set(draggedTo(next, this.pointer));
    this.frame = requestAnimationFrame(() => this.pull());
  }

  protected drop(event: PointerEvent | null): void {
    const [grip, dragged] = [this.grip(), this.dragged()];
    this.finger.up();
    this.lifted = false;
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

  ngOnDestroy(): void {
    this.finger.up();
    cancelAnimationFrame(this.frame);
  }

  private put(before: PlanItem, after: PlanItem): void {
    const title = this.words.title(before);
    const pinned = before.pinned !== after.pinned;
    if (!this.store.change(this.words.t(pinned ? (after.pinned ? 'done.pinned' : 'done.unpinned') : 'done.moved', { title }), onTopOf(before, after))) return;
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
