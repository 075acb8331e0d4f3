import { Component, type ElementRef, type OnDestroy, computed, effect, inject, input, signal, untracked, viewChild } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { EvaluationView } from '@samsyn/contract';
import { EvaluationStore } from '../evaluation';
import { Declaration } from '../evaluation/declaration';
import { RefusalWords } from '../http';
import { Mark, Trouble, Waiting } from '../look';
import { NothingHere } from './nothing-here';
import { PageTitle } from './page-title';

/** A part of the evaluation in the context bar; `later` says when it opens, and makes it a plain word. */
interface Part {
  readonly name: string;
  readonly link: string;
  readonly later: string | null;
}

/** The parts the person's roles may open, in the order of the work. */
export function partsOf(evaluation: EvaluationView): Part[] {
  if (evaluation.training) return partsOfTraining(evaluation.opened);
  const roles = evaluation.members.filter((member) => member.active && member.person === evaluation.me).map((member) => member.role);
  const evaluator = roles.includes('evaluator');
  const coordinator = roles.includes('coordinator');
  const { phase } = evaluation;
  const late = phase === 'report' || phase === 'locked';
  const reportOpen = evaluation.lockedVersion !== null || (evaluator && late);
  return [
    { name: 'overview', link: './', later: null },
    // Observers follow the evaluation, not its papers.
    ...(roles.some((role) => role !== 'observer') ? [{ name: 'material', link: 'underlag', later: null }] : []),
    // The municipality writes its own answers here; everybody else reaches them from the material.
    ...(roles.includes('contact') ? [{ name: 'written', link: 'sjalvbeskrivning', later: null }] : []),
    ...(roles.some((role) => role === 'coordinator' || role === 'evaluator' || role === 'adjudicator') ? [{ name: 'plan', link: 'intervjuer', later: null }] : []),
    ...(evaluator ? [{ name: 'sheet', link: 'poangark', later: phase === 'planning' ? 'whenScoring' : null }] : []),
    ...(evaluator ? [{ name: 'board', link: 'samsyn', later: evaluation.opened > 0 ? null : 'afterOpen' }] : []),
    { name: 'report', link: 'rapport', later: reportOpen ? null : 'whenSettled' },
    ...(evaluator || coordinator ? [{ name: 'lock', link: 'las', later: late || evaluation.lockedVersion !== null ? null : 'whenSettled' }] : []),
    { name: 'ledger', link: 'handelselogg', later: null },
    ...(coordinator ? [{ name: 'settings', link: 'installningar', later: null }] : []),
  ];
}

/** Practice goes from reading to judging to comparing; nothing is settled, signed or locked. */
const partsOfTraining = (opened: number): Part[] => [
  { name: 'material', link: 'underlag', later: null },
  { name: 'sheet', link: 'poangark', later: null },
  { name: 'compare', link: 'samsyn', later: opened > 0 ? null : 'afterOpen' },
  { name: 'ledger', link: 'handelselogg', later: null },
];

/** Around every page of one evaluation: its name, the parts the role may open, and what stands in the way of opening it. */
@Component({
  selector: 'sam-evaluation-frame',
  imports: [Declaration, Mark, NothingHere, RouterLink, RouterLinkActive, RouterOutlet, TranslocoDirective, Trouble, Waiting],
  providers: [EvaluationStore],
  templateUrl: './evaluation-frame.html',
  styleUrl: './evaluation-frame.css',
})
export class EvaluationFrame implements OnDestroy {
  readonly id = input.required<string>();
  protected readonly store = inject(EvaluationStore);
  private readonly refusals = inject(RefusalWords);
  protected readonly title = inject(PageTitle);
  private readonly opening = signal(true);
  private readonly main = viewChild<ElementRef<HTMLElement>>('main');

  /** The evaluation of this address; never the one before while the next is read. */
  protected readonly evaluation = computed(() => {
    const seen = this.store.evaluation();
    return seen?.id === this.id() ? seen : null;
  });
  protected readonly parts = computed(() => {
    const evaluation = this.evaluation();
    return evaluation ? partsOf(evaluation) : [];
  });
  protected readonly me = computed(() => this.store.evaluator(this.store.me()));
  protected readonly blocked = computed<'declare' | 'nothing' | 'trouble' | null>(() => {
    const failure = this.store.failure();
    if (!failure || this.opening()) return null;
    if (failure.code === 'people/declaration-missing') return 'declare';
    if (failure.code === 'wire/not-found' || failure.code === 'people/not-allowed' || failure.code === 'wire/invalid') return 'nothing';
    return this.evaluation() ? null : 'trouble';
  });
  protected readonly words = computed(() => {
    const failure = this.store.failure();
    return failure ? this.refusals.of(failure) : '';
  });

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => void this.open(id));
    });
    effect((onCleanup) => {
      const main = this.main()?.nativeElement;
      if (!main) return;
      const observer = this.measure(main);
      onCleanup(() => observer.disconnect());
    });
    effect(() => {
      const evaluation = this.evaluation();
      this.title.about.set(evaluation ? `${evaluation.municipality.name} ${evaluation.year}` : '');
    });
  }

  /** On a phone the parts are one row that scrolls sideways. Only the row moves: the page and the place of the keyboard stay. */
  protected bringIntoRow(tab: HTMLElement): void {
    const row = tab.closest('nav');
    if (row) row.scrollLeft = tab.offsetLeft - row.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
  }

  /** Tells panes that fill the window how much of it the bars above take: `calc(100dvh - var(--sam-head))`. */
  private measure(main: HTMLElement): ResizeObserver {
    const observer = new ResizeObserver(() => document.documentElement.style.setProperty('--sam-head', `${Math.round(main.getBoundingClientRect().top + window.scrollY)}px`));
    observer.observe(main);
    return observer;
  }

  protected async read(): Promise<void> {
    this.opening.set(true);
    await this.store.read();
    this.opening.set(false);
  }

  /** The buttons that declared are gone: the keyboard goes on where the evaluation begins. */
  protected async enter(): Promise<void> {
    await this.read();
    this.main()?.nativeElement.focus({ preventScroll: true });
  }

  private async open(id: string): Promise<void> {
    this.opening.set(true);
    await this.store.open(id);
    this.opening.set(false);
  }

  ngOnDestroy(): void {
    this.title.about.set('');
  }
}
