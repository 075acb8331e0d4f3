import { Service, computed, inject, signal } from '@angular/core';
import { instruments } from '@samsyn/contract/routes';
import type { Instrument, InstrumentDraft } from '@samsyn/domain';
import { call, CallFailed, RefusalWords } from '../http';

const draftPrefix = 'utkast-';

/** Reads versions: a published one by its id, a draft as `utkast-` and its number. */
@Service({ autoProvided: false })
export class VersionStore {
  private readonly refusals = inject(RefusalWords);
  private readonly found = signal<readonly (Instrument | InstrumentDraft)[] | null>(null);
  private readonly failed = signal<CallFailed | null>(null);
  readonly versions = this.found.asReadonly();
  readonly first = computed(() => this.found()?.[0] ?? null);
  readonly busy = signal(false);
  readonly missing = computed(() => this.failed()?.missing ?? false);
  readonly refusal = computed(() => {
    const failure = this.failed();
    return failure ? this.refusals.of(failure) : '';
  });

  async read(names: readonly string[]): Promise<void> {
    this.failed.set(null);
    this.found.set(null);
    await this.attempt(async () => this.found.set(await Promise.all(names.map((name) => this.one(name)))));
  }

  /** Begins a draft of a published version: its id, or null when refused. */
  async begin(basedOn: string): Promise<string | null> {
    if (this.busy()) return null;
    this.busy.set(true);
    let draft: string | null = null;
    await this.attempt(async () => void ({ draft } = await call(instruments.begin, { body: { basedOn, body: null } })));
    this.busy.set(false);
    return draft;
  }

  private async one(name: string): Promise<Instrument | InstrumentDraft> {
    if (!name.startsWith(draftPrefix)) return call(instruments.read, { params: { id: name } });
    return (await call(instruments.draft, { params: { draft: name.slice(draftPrefix.length) } })).body;
  }

  private async attempt(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.failed.set(failure);
    }
  }
}
