import { Service, computed, inject, signal, type OnDestroy } from '@angular/core';
import type { RequestList } from '@samsyn/contract';
import { documents } from '@samsyn/contract/routes';
import { merge, type Subscription } from 'rxjs';
import { EvaluationStore } from '../evaluation';
import { call, CallFailed, RefusalWords } from '../http';
import { LiveFeed } from '../live';
import { isGap, type CoverageRow } from './coverage-rows';

/** Questions against sources, as the team may see them, and what has lost its place: orphans of both kinds. */
@Service({ autoProvided: false })
export class CoverageStore implements OnDestroy {
  private readonly evaluation = inject(EvaluationStore);
  private readonly refusals = inject(RefusalWords);
  private readonly read$ = signal<readonly CoverageRow[] | null>(null);
  private readonly list = signal<RequestList | null>(null);
  private readonly trouble = signal<CallFailed | null>(null);
  private readonly subscription: Subscription;
  private turn = 0;

  readonly id = computed(() => this.evaluation.evaluation()?.id ?? '');
  readonly rows = this.read$.asReadonly();
  readonly gaps = computed(() => (this.read$() ?? []).filter(isGap));
  readonly own = computed(() => this.read$()?.some(({ own }) => own !== null) ?? false);
  readonly orphanQuestions = computed(() => this.list()?.orphans.questions ?? []);
  readonly orphanRequests = computed(() => {
    const list = this.list();
    return list ? list.requests.filter(({ request }) => list.orphans.requests.includes(request)) : [];
  });
  readonly failure = computed(() => {
    const trouble = this.trouble();
    return trouble && !this.read$() ? this.refusals.of(trouble) : '';
  });

  constructor() {
    this.subscription = merge(this.evaluation.reread, inject(LiveFeed).checks).subscribe(() => void this.read());
  }

  async read(): Promise<void> {
    const [turn, id] = [++this.turn, this.id()];
    if (!id) return;
    try {
      const [{ rows }, list] = await Promise.all([call(documents.coverage, { params: { id } }), call(documents.list, { params: { id } })]);
      if (turn !== this.turn) return;
      this.read$.set(rows);
      this.list.set(list);
      this.trouble.set(null);
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      if (turn === this.turn) this.trouble.set(failure);
    }
  }

  ngOnDestroy(): void {
    this.subscription.unsubscribe();
    this.turn = Number.POSITIVE_INFINITY;
  }
}
