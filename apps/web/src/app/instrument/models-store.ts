import { Service, computed, inject, signal } from '@angular/core';
import type { InstrumentDraftSummary, InstrumentSummary } from '@samsyn/contract';
import { instruments } from '@samsyn/contract/routes';
import type { InstrumentDraft } from '@samsyn/domain';
import { call, CallFailed, RefusalWords } from '../http';

/** The published versions and the drafts under work. */
@Service({ autoProvided: false })
export class ModelsStore {
  private readonly refusals = inject(RefusalWords);
  private readonly published = signal<readonly InstrumentSummary[] | null>(null);
  private readonly begun = signal<readonly InstrumentDraftSummary[]>([]);
  private readonly failed = signal<CallFailed | null>(null);
  readonly busy = signal(false);
  readonly drafts = this.begun.asReadonly();
  readonly loaded = computed(() => this.published() !== null);
  readonly refusal = computed(() => {
    const failure = this.failed();
    return failure ? this.refusals.of(failure) : '';
  });
  /** In force, newest revision first; those known by area only last. */
  readonly current = computed(() => this.sorted((this.published() ?? []).filter((one) => one.supersededBy === null)));
  readonly older = computed(() => this.sorted((this.published() ?? []).filter((one) => one.supersededBy !== null)));

  constructor() {
    void this.read();
  }

  async read(): Promise<void> {
    await this.attempt(async () => {
      const [published, drafts] = await Promise.all([call(instruments.list), call(instruments.drafts)]);
      this.begun.set([...drafts].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)));
      this.published.set(published);
    });
  }

  /** Begins a draft from a version, from a file's body, or from nothing: its id, or null when refused. */
  async begin(basedOn: string | null, body: InstrumentDraft | null = null): Promise<string | null> {
    if (this.busy()) return null;
    this.busy.set(true);
    const draft = await this.attempt(async () => (await call(instruments.begin, { body: { basedOn, body } })).draft);
    this.busy.set(false);
    return draft ?? null;
  }

  private sorted(list: readonly InstrumentSummary[]): InstrumentSummary[] {
    return [...list].sort((a, b) => Number(b.scoreable) - Number(a.scoreable) || b.revision.localeCompare(a.revision, 'sv', { numeric: true }) || b.criteria - a.criteria || b.publishedAt.localeCompare(a.publishedAt) || a.id.localeCompare(b.id));
  }

  private async attempt<T>(act: () => Promise<T>): Promise<T | undefined> {
    this.failed.set(null);
    try {
      return await act();
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.failed.set(failure);
      return undefined;
    }
  }
}
