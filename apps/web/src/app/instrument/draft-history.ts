import { computed, signal } from '@angular/core';
import type { InstrumentDraft } from '@samsyn/domain';

const steps = 100;

interface Step {
  readonly before: InstrumentDraft;
  /** What was done, as a key below `instrument.did`. */
  readonly did: string;
  /** The field of a run of typing; null for anything else. */
  readonly place: string | null;
}

/** Earlier bodies of a draft, to go back to. Typing in one field without pause elsewhere is one step. */
export class DraftHistory {
  private readonly all = signal<readonly Step[]>([]);
  readonly last = computed(() => this.all().at(-1)?.did ?? null);

  record(before: InstrumentDraft, did: string, place: string | null = null): void {
    if (place !== null && this.all().at(-1)?.place === place) return;
    this.all.update((all) => [...all.slice(1 - steps), { before, did, place }]);
  }

  /** The body before the last step; null when there is none. */
  take(): InstrumentDraft | null {
    const step = this.all().at(-1);
    this.all.update((all) => all.slice(0, -1));
    return step?.before ?? null;
  }
}
