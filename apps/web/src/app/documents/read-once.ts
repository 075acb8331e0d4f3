import { computed, effect, inject, signal, untracked, type Signal } from '@angular/core';
import { CallFailed, RefusalWords } from '../http';

/** An answer, or the words of what it failed of; nothing of both while it is on its way. */
export interface ReadOnce<T> {
  readonly answer: Signal<T | null>;
  readonly words: Signal<string>;
  again(): Promise<void>;
}

/** Reads when what it is read for is known, again when that changes, and when somebody asks for it. Called where one may inject. */
export function readOnce<T>(of: Signal<string>, read: (id: string) => Promise<T>): ReadOnce<T> {
  const refusals = inject(RefusalWords);
  const answer = signal<T | null>(null);
  const failure = signal<CallFailed | null>(null);
  const again = async (): Promise<void> => {
    failure.set(null);
    try {
      answer.set(await read(of()));
    } catch (thrown) {
      if (!(thrown instanceof CallFailed)) throw thrown;
      failure.set(thrown);
    }
  };
  effect(() => {
    of();
    untracked(() => void again());
  });
  const words = computed(() => {
    const failed = failure();
    return failed ? refusals.of(failed) : '';
  });
  return { answer: answer.asReadonly(), words, again };
}
