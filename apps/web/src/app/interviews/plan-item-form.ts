import { Component, ElementRef, Injector, afterNextRender, computed, inject, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { itemKinds, type PlanItem } from '@samsyn/domain';
import { Icon } from '../look';
import { firstFree } from './plan-columns';
import { movedTo } from './plan-keys';
import { PlanStore } from './plan-store';
import { clockOf, minuteOf, wholeOf } from './plan-time';
import { PlanWords } from './plan-words-of';

/** One item of the plan with all its fields. What was typed stays until it has been taken in or is given up. */
@Component({ selector: 'sam-plan-item-form', imports: [Icon, TranslocoDirective], templateUrl: './plan-item-form.html', styleUrl: './plan-forms.css' })
export class PlanItemForm {
  protected readonly store = inject(PlanStore);
  protected readonly words = inject(PlanWords);
  readonly removed = output<PlanItem>();
  readonly closed = output<string>();
  private readonly injector = inject(Injector);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly draft = signal<PlanItem | null>(null);
  protected readonly failed = signal('');
  protected readonly kinds = itemKinds;
  protected readonly clockOf = clockOf;
  protected readonly group = computed(() => this.store.plan()?.groups.find(({ id }) => id === this.draft()?.group));
  protected readonly members = computed(() => (this.group()?.members ?? []).map(({ person }) => ({ person, name: this.store.name()(person), late: this.draft()?.joins.find((own) => own.person === person) ?? null })));

  edit(item: PlanItem): void {
    this.draft.set(item);
    this.failed.set('');
    afterNextRender(() => this.dialog().nativeElement.showModal(), { injector: this.injector });
  }

  /** A new interview of the first group that has none; else a break. */
  add(at: Partial<Pick<PlanItem, 'day' | 'start' | 'track'>> = {}): void {
    const world = this.store.world();
    if (!world) return;
    const group = world.plan.groups.find(({ id }) => !world.plan.items.some((item) => item.group === id));
    const length = group?.length ?? 30;
    this.edit({ id: crypto.randomUUID(), edition: 0, kind: group ? 'interview' : 'break', group: group?.id ?? null, title: '', ...firstFree(world.plan, length), length, evaluators: [...world.evaluators], pinned: false, pause: null, joins: [], ...at });
  }

  protected set(change: Partial<PlanItem>): void {
    this.draft.update((item) => item && { ...item, ...change });
    this.failed.set('');
  }

  protected kind(kind: string): void {
    const known = itemKinds.find((own) => own === kind);
    const group = this.store.plan()?.groups[0];
    if (known) this.set(known === 'interview' ? { kind: known, group: this.draft()?.group ?? group?.id ?? null, title: '' } : { kind: known, group: null, joins: [] });
  }

  protected choose(group: string): void {
    const own = this.store.plan()?.groups.find(({ id }) => id === group);
    this.set({ group, joins: [], ...(own && this.draft()?.edition === 0 ? { length: own.length } : {}) });
  }

  protected start(text: string): void {
    const [item, minute] = [this.draft(), minuteOf(text)];
    if (item && minute !== null) this.set({ start: minute, joins: movedTo(item, { ...item, start: minute }).joins });
    else this.failed.set(this.words.t('form.badTime'));
  }

  protected whole(text: string, otherwise: number): number {
    return wholeOf(text) ?? otherwise;
  }

  protected evaluator(person: string, on: boolean): void {
    this.set({ evaluators: (this.store.desk()?.evaluators ?? []).map((own) => own.person).filter((own) => (own === person ? on : this.draft()?.evaluators.includes(own))) });
  }

  protected pause(on: boolean): void {
    const item = this.draft();
    if (item) this.set({ pause: on ? { after: Math.max(5, Math.round(item.length / 2 / 5) * 5), length: 15 } : null });
  }

  protected late(person: string, text: string): void {
    const minute = minuteOf(text);
    if (minute === null && text.trim() !== '') return this.failed.set(this.words.t('form.badTime'));
    const others = (this.draft()?.joins ?? []).filter((own) => own.person !== person);
    this.set({ joins: minute === null ? others : [...others, { person, from: minute }] });
  }

  protected save(event: Event): void {
    event.preventDefault();
    const item = this.draft();
    if (!item) return;
    if (item.kind === 'interview' && item.group === null) return this.failed.set(this.words.t('form.noGroup'));
    const label = this.words.t(item.edition === 0 ? 'done.added' : 'done.moved', { title: this.words.title(item) });
    if (this.store.change(label, { kind: 'putItem', item })) {
      this.store.select(item.id);
      this.close();
    } else if (this.store.clash()) this.close();
    else this.failed.set(this.store.refusal());
  }

  protected remove(): void {
    const item = this.draft();
    this.close();
    if (item) this.removed.emit(item);
  }

  protected close(): void {
    this.dialog().nativeElement.close();
  }

  protected ended(): void {
    const item = this.draft();
    this.draft.set(null);
    if (item) this.closed.emit(item.id);
  }
}
