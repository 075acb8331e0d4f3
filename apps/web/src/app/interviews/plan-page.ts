import { Component, computed, effect, inject, signal, untracked, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PlanItem } from '@samsyn/domain';
import { Icon, Trouble, Waiting } from '../look';
import { OutboxStore } from './outbox-store';
import { PlanAsk } from './plan-ask';
import { PlanClash } from './plan-clash';
import { PlanFindings } from './plan-findings';
import { PlanFrameForm } from './plan-frame-form';
import { PlanGrid } from './plan-grid';
import { PlanGroupForm } from './plan-group-form';
import { PlanGroups } from './plan-groups';
import { PlanItemForm } from './plan-item-form';
import { PlanList } from './plan-list';
import { PlanOutbox } from './plan-outbox';
import { PlanRelease } from './plan-release';
import { PlanStore } from './plan-store';
import { PlanSuggest } from './plan-suggest';
import { SuggestStore, type Absent } from './plan-suggest-store';
import type { PlanView } from './plan-view';
import { PlanWho } from './plan-who';
import { PlanWords } from './plan-words-of';

const shapeKey = 'samsyn.plan-shape';
type Shape = 'grid' | 'list';

/** On a narrow screen the list comes first; what was chosen is remembered. */
const firstShape = (): Shape => {
  const kept = localStorage.getItem(shapeKey);
  if (window.matchMedia('(max-width: 900px)').matches) return 'list';
  return kept === 'list' ? 'list' : 'grid';
};

/** The plan desk: groups, the visit day by day, what is to be put right, suggestions, letters. */
@Component({
  selector: 'sam-plan-page',
  imports: [Icon, PlanAsk, PlanClash, PlanFindings, PlanFrameForm, PlanGrid, PlanGroupForm, PlanGroups, PlanItemForm, PlanList, PlanOutbox, PlanRelease, PlanSuggest, PlanWho, TranslocoDirective, Trouble, Waiting],
  providers: [PlanStore, PlanWords, SuggestStore, OutboxStore],
  host: { '(document:keydown)': 'shortcut($event)' },
  templateUrl: './plan-page.html',
  styleUrl: './plan-page.css',
})
export class PlanPage {
  protected readonly store = inject(PlanStore);
  protected readonly suggestions = inject(SuggestStore);
  protected readonly words = inject(PlanWords);
  private readonly outbox = inject(OutboxStore);
  private readonly grid = viewChild(PlanGrid);
  protected readonly mode = signal<'draft' | 'released' | 'differences'>('draft');
  protected readonly shape = signal<Shape>(firstShape());
  protected readonly absent = signal<Absent | null>(null);
  /** What was removed last, offered back as long as nothing else has happened. */
  private readonly gone = signal('');
  protected readonly removed = computed(() => (this.gone() !== '' && this.store.last() === this.gone() ? this.gone() : null));
  protected readonly next = computed(() => (this.store.released()?.version ?? 0) + 1);
  protected readonly empty = computed(() => this.store.plan()?.days.length === 0 && this.store.plan()?.items.length === 0);
  protected readonly view = computed<PlanView | null>(() => {
    const [plan, released, preview] = [this.store.plan(), this.store.released(), this.suggestions.preview()];
    if (!plan) return null;
    if (preview) return { mode: 'preview', plan: { ...plan, items: [...preview] }, before: plan, findings: [], editable: false };
    if (this.mode() === 'released' && released) return { mode: 'released', plan: released.plan, before: null, findings: [], editable: false };
    return { mode: this.mode() === 'differences' ? 'differences' : 'draft', plan, before: released?.plan ?? null, findings: this.store.findings(), editable: this.store.mayPlan() };
  });

  constructor() {
    // A new version may have made letters.
    effect(() => {
      if (this.store.released()?.version) untracked(() => void this.outbox.read());
    });
  }

  protected look(mode: 'draft' | 'released' | 'differences'): void {
    this.suggestions.leave();
    this.mode.set(mode);
  }

  protected draw(shape: Shape): void {
    this.shape.set(shape);
    localStorage.setItem(shapeKey, shape);
  }

  protected replan(absent: Absent): void {
    this.absent.set({ ...absent });
    document.getElementById('plan-replan')?.scrollIntoView({ block: 'nearest' });
  }

  protected show(item: string): void {
    this.suggestions.leave();
    this.mode.set('draft');
    this.store.select(item);
    this.grid()?.focus(item);
  }

  /** Back to where the form was opened from, also when the item lies elsewhere now. */
  protected back(item: string): void {
    this.grid()?.focus(item);
  }

  protected remove(item: PlanItem): void {
    const label = this.words.t('done.removed', { title: this.words.title(item) });
    if (this.store.change(label, { kind: 'removeItem', item: item.id, edition: item.edition })) this.gone.set(label);
  }

  protected undo(): void {
    this.store.undo();
  }

  protected forget(): void {
    this.gone.set('');
  }

  protected shortcut(event: KeyboardEvent): void {
    const inField = event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]');
    if (event.defaultPrevented || inField || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || event.shiftKey) return;
    event.preventDefault();
    this.undo();
  }

  protected toFindings(): void {
    const heading = document.getElementById('plan-findings');
    heading?.scrollIntoView({ block: 'nearest' });
    heading?.focus();
  }
}
