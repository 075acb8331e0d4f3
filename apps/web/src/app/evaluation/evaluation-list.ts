import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { EvaluationSummary } from '@samsyn/contract';
import { evaluations } from '@samsyn/contract/routes';
import { phases } from '@samsyn/domain';
import { call, CallFailed, RefusalWords } from '../http';
import { Icon, Trouble, Waiting } from '../look';
import { Session } from '../people';
import { DateWords } from './date-words';
import { KeptVisits } from './kept-visits';
import { TrainButton } from './train-button';
import { groupOf, groups, nextOf, type Group } from './what-is-next';

/** The evaluations the person takes part in: where each stands and what is next, by group. */
@Component({ selector: 'sam-evaluation-list', imports: [Icon, KeptVisits, RouterLink, TrainButton, TranslocoDirective, Trouble, Waiting], templateUrl: './evaluation-list.html', styleUrl: './evaluation-list.css' })
export class EvaluationList {
  /** The evaluation open beside the list. */
  readonly current = input('');
  /** How far that one has come: as it moves on beside the list, the list is read again and says the same. */
  readonly stands = input('');
  /** Level of its heading: the page's own, or one below. */
  readonly level = input<1 | 2>(1);
  private readonly refusals = inject(RefusalWords);
  private readonly dates = inject(DateWords);
  protected readonly session = inject(Session);
  private readonly failure = signal<CallFailed | null>(null);
  protected readonly all = signal<EvaluationSummary[] | null>(null);
  private readonly byHand = signal<Group | null>(null);
  protected readonly phases = phases;
  protected readonly refusal = computed(() => {
    const failure = this.failure();
    return failure ? this.refusals.of(failure) : '';
  });
  protected readonly tabs = computed(() => groups.map((group) => ({ group, count: (this.all() ?? []).filter((one) => groupOf(one) === group).length })).filter((tab) => tab.group === 'running' || tab.count > 0));
  /** By default the group of the open evaluation, otherwise the first that holds something. */
  protected readonly group = computed<Group>(() => {
    const open = this.all()?.find((one) => one.id === this.current());
    return this.byHand() ?? (open ? groupOf(open) : this.tabs().find((tab) => tab.count > 0)?.group ?? 'running');
  });
  protected readonly shown = computed(() => (this.all() ?? []).filter((one) => groupOf(one) === this.group()).map((one) => ({ ...one, next: nextOf(one), at: phases.indexOf(one.phase), ahead: one.phase === 'locked' ? '' : this.dates.next(one.dates, one.phase) })));

  constructor() {
    effect(() => {
      this.stands();
      untracked(() => void this.read());
    });
  }

  protected show(group: Group): void {
    this.byHand.set(group);
  }

  protected async read(): Promise<void> {
    this.failure.set(null);
    try {
      this.all.set(await call(evaluations.list));
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.failure.set(failure);
    }
  }
}
