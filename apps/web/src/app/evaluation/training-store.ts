import { Service, computed, inject, signal, type OnDestroy } from '@angular/core';
import type { BoardQuestion } from '@samsyn/contract';
import { consensus, evaluations, type RouteAnswer } from '@samsyn/contract/routes';
import { call, CallFailed, RefusalWords } from '../http';
import { EvaluationStore } from './evaluation-store';
import { summaryOf } from './training-summary';

type Material = RouteAnswer<typeof evaluations.material>;

/** One entry of the list: the welcome, a piece, or the comparison at the end. */
export interface Entry {
  readonly key: string;
  readonly kind: Material['pieces'][number]['kind'] | null;
  readonly title: Material['pieces'][number]['title'] | null;
  readonly text: Material['pieces'][number]['text'] | null;
}

export const first = 'start';
export const last = 'jamforelse';

const placeOf = (id: string): string => `samsyn.read.${id}`;

function kept(id: string): readonly string[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(placeOf(id)) ?? '[]');
    return Array.isArray(found) ? found.filter((key) => typeof key === 'string') : [];
  } catch {
    return [];
  }
}

/** What there is to read in a training, what of it has been read in this browser, and how the learner did. */
@Service({ autoProvided: false })
export class TrainingStore implements OnDestroy {
  private readonly store = inject(EvaluationStore);
  private readonly refusals = inject(RefusalWords);
  private readonly material = signal<Material | null>(null);
  private readonly questions = signal<readonly BoardQuestion[]>([]);
  private readonly failure = signal<CallFailed | null>(null);
  private readonly subscription = this.store.reread.subscribe(() => void this.read());
  private readonly seen = signal<readonly string[]>(kept(this.store.evaluation()?.id ?? ''));

  readonly already = this.seen.asReadonly();
  readonly loaded = computed(() => this.material() !== null);
  readonly refusal = computed(() => {
    const failure = this.failure();
    return failure ? this.refusals.of(failure) : '';
  });
  readonly entries = computed<readonly Entry[]>(() => {
    const material = this.material();
    if (!material?.welcome) return [];
    return [{ key: first, kind: null, title: null, text: material.welcome }, ...material.pieces, { key: last, kind: null, title: null, text: null }];
  });
  readonly summary = computed(() => summaryOf(this.questions(), this.store.me()));
  /** The first question that is not open yet; null when all are. */
  readonly nextQuestion = computed(() => this.questions().find(({ openedRound }) => openedRound === 0)?.number ?? null);

  async read(): Promise<void> {
    const id = this.store.evaluation()?.id;
    if (!id) return;
    try {
      const params = { id };
      const [material, board] = await Promise.all([this.material() ?? call(evaluations.material, { params }), call(consensus.board, { params })]);
      this.material.set(material);
      this.questions.set(board.questions);
      this.failure.set(null);
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.failure.set(failure);
    }
  }

  /** Marks an entry as read, in this browser. */
  turnTo(key: string): void {
    const id = this.store.evaluation()?.id;
    if (!id || this.seen().includes(key)) return;
    this.seen.update((all) => [...all, key]);
    localStorage.setItem(placeOf(id), JSON.stringify(this.seen()));
  }

  ngOnDestroy(): void {
    this.subscription.unsubscribe();
  }
}
