import { Service, computed, inject, signal, type OnDestroy } from '@angular/core';
import type { LockState } from '@samsyn/contract';
import { reports } from '@samsyn/contract/routes';
import { call, CallFailed } from '../http';
import { EvaluationStore } from '../evaluation';

/** Why the button to sign cannot be pressed; null when it can. */
export type SignBlock = 'notEvaluator' | 'notReady' | 'signed' | null;

/** The way to a lock and, once locked, out of it again; read anew whenever the evaluation changes. */
@Service({ autoProvided: false })
export class LockStore implements OnDestroy {
  private readonly evaluation = inject(EvaluationStore);
  private readonly now = signal<LockState | null>(null);
  private readonly trouble = signal<CallFailed | null>(null);
  private readonly refused = signal<CallFailed | null>(null);
  private readonly working = signal(false);
  private readonly subscription = this.evaluation.reread.subscribe(() => void this.read());

  readonly state = this.now.asReadonly();
  readonly failure = this.trouble.asReadonly();
  /** The last command's refusal; stays until the next command. */
  readonly refusal = this.refused.asReadonly();
  readonly busy = this.working.asReadonly();
  readonly locked = computed(() => this.now()?.versions.find((version) => version.unlockedAt === null) ?? null);
  readonly mySignature = computed(() => this.now()?.signatures.some((signature) => signature.person === this.evaluation.me() && signature.current) ?? false);
  readonly unsigned = computed(() => (this.now()?.signers ?? []).filter((person) => !this.now()?.signatures.some((signature) => signature.person === person && signature.current)));
  readonly unanswered = computed(() => (this.now()?.unlockers ?? []).filter((person) => !this.now()?.unlocks.some((unlock) => unlock.person === person)));
  readonly mayUnlock = computed(() => this.now()?.unlockers.includes(this.evaluation.me()) ?? false);
  readonly myUnlock = computed(() => this.now()?.unlocks.some((unlock) => unlock.person === this.evaluation.me()) ?? false);
  readonly block = computed<SignBlock>(() => {
    if (!this.evaluation.isEvaluator()) return 'notEvaluator';
    if (this.mySignature()) return 'signed';
    return this.now()?.ready && this.now()?.fingerprint ? null : 'notReady';
  });

  async read(): Promise<void> {
    const id = this.evaluation.evaluation()?.id;
    if (!id) return;
    try {
      this.now.set(await call(reports.lockState, { params: { id } }));
      this.trouble.set(null);
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.trouble.set(failure);
    }
  }

  /** What is left on the checklist: signing needs a reason for it. */
  readonly notes = computed(() => (this.now()?.items ?? []).filter((item) => item.severity === 'note'));

  /** Signs exactly the fingerprint that was on screen; if the content has moved on, the new state is read and the refusal stays to be explained. */
  async sign(reason = ''): Promise<void> {
    const fingerprint = this.now()?.fingerprint;
    if (this.block() !== null || !fingerprint) return;
    await this.command((id) => call(reports.sign, { params: { id }, body: { fingerprint, reason } }));
  }

  /** Answers whether it was accepted, so that the typed reason is kept when not. */
  async unlock(reason: string): Promise<boolean> {
    return this.command((id) => call(reports.unlock, { params: { id }, body: { reason } }));
  }

  private async command(act: (id: string) => Promise<LockState>): Promise<boolean> {
    const id = this.evaluation.evaluation()?.id;
    if (!id || this.working()) return false;
    this.working.set(true);
    this.refused.set(null);
    try {
      this.now.set(await act(id));
      void this.evaluation.read();
      return true;
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.refused.set(failure);
      if (failure.code !== 'offline') await this.read();
      return false;
    } finally {
      this.working.set(false);
    }
  }

  ngOnDestroy(): void {
    this.subscription.unsubscribe();
  }
}
