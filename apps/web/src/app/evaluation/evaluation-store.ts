import { Service, computed, inject, signal, type OnDestroy } from '@angular/core';
import type { Changed, EvaluationView, MemberView } from '@samsyn/contract';
import { evaluations } from '@samsyn/contract/routes';
import { Subject, type Subscription } from 'rxjs';
import { call, CallFailed, copyPlace, keep, kept, spokenAs } from '../http';
import { LiveFeed } from '../live';

/**
 * The evaluation the open pages are about: what its member may see, kept fresh by the live feed. Provided by the route
 * `/utvardering/:id`, so every page of one evaluation shares it. Pages listen to `reread` to read their own answer again.
 */
@Service({ autoProvided: false })
export class EvaluationStore implements OnDestroy {
  private readonly live = inject(LiveFeed);
  private readonly seen = signal<EvaluationView | null>(null);
  private readonly trouble = signal<CallFailed | null>(null);
  private readonly told = new Subject<Changed | null>();
  private readonly subscriptions: Subscription[] = [];
  private id = '';

  readonly evaluation = this.seen.asReadonly();
  readonly failure = this.trouble.asReadonly();
  /** Emits when the pages should read again: with the change that was told, or null after a gap. */
  readonly reread = this.told.asObservable();
  readonly me = computed(() => this.seen()?.me ?? '');
  readonly instrument = computed(() => this.seen()?.instrument ?? null);
  readonly evaluators = computed<MemberView[]>(() =>
    (this.seen()?.members ?? []).filter((member) => member.active && member.role === 'evaluator').sort((a, b) => (a.seat ?? 0) - (b.seat ?? 0)),
  );
  /** Those whose seat another has taken over; what they sealed still stands for it. */
  readonly former = computed<MemberView[]>(() => (this.seen()?.members ?? []).filter((member) => member.replaced !== undefined && member.seat !== null));
  readonly isEvaluator = computed(() => this.evaluators().some((member) => member.person === this.me()));

  async open(id: string): Promise<void> {
    if (this.id === id) return;
    this.ngOnDestroy();
    this.subscriptions.length = 0;
    this.seen.set(null);
    this.id = id;
    this.subscriptions.push(
      this.live.changes.subscribe((changed) => void this.heard(changed)),
      this.live.checks.subscribe(() => void this.checkRevision()),
    );
    await this.read();
  }

  /** The evaluator with that id, as every screen names them: mark by seat, name, "(du)". Also one who had the seat before. */
  evaluator(person: string): MemberView | undefined {
    return this.evaluators().find((member) => member.person === person) ?? this.former().findLast((member) => member.person === person);
  }

  async read(): Promise<void> {
    try {
      this.show(await call(evaluations.read, { params: { id: this.id } }));
      this.trouble.set(null);
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.trouble.set(failure);
      const frame = failure.code === 'offline' && !this.seen() ? kept<EvaluationView>(this.place()) : null;
      if (frame) this.seen.set(frame);
    }
  }

  /**
   * Keeps what the pages of the visit need to be opened without network: who takes part and the instrument, and nothing of
   * what is judged. Its revision is 0, so that the first answer from the server takes its place.
   */
  keepFrame(): void {
    const seen = this.seen();
    if (seen && seen.revision > 0) keep(this.place(), { ...seen, revision: 0, opened: 0, settled: 0, ownSealed: null, progress: [], waiting: [], policyProposal: undefined } satisfies EvaluationView);
  }

  private place(): string {
    return copyPlace(spokenAs(), 'frame', this.id);
  }

  /** Shows an answer that a command brought along. */
  show(view: EvaluationView): void {
    const known = this.seen();
    if (!known || known.id !== view.id || view.revision >= known.revision) this.seen.set(view);
  }

  private async heard(changed: Changed): Promise<void> {
    if (changed.evaluationId !== this.id) return;
    await this.read();
    this.told.next(changed);
  }

  private async checkRevision(): Promise<void> {
    try {
      const { revision } = await call(evaluations.revision, { params: { id: this.id } });
      if (revision <= (this.seen()?.revision ?? 0)) return;
      await this.read();
      this.told.next(null);
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
    }
  }

  ngOnDestroy(): void {
    for (const subscription of this.subscriptions) subscription.unsubscribe();
  }
}
