import type { DraftField } from '@samsyn/domain';

/** A change that has not reached the server: enough to send it later, or to save it as a file. */
export interface QueuedDraft {
  readonly question: string;
  readonly field: DraftField;
  readonly value: unknown;
  /** The edition and the round it was typed upon. */
  readonly edition: number;
  readonly round: number;
  readonly at: string;
}

/**
 * Unsaved changes of one person in one evaluation, kept in this browser until the server has them. One key per field,
 * so that two tabs do not wipe out each other's changes.
 */
export class DraftQueue {
  private readonly prefix: string;

  constructor(person: string, evaluation: string) {
    this.prefix = `samsyn.queue.${person}.${evaluation}.`;
  }

  all(): QueuedDraft[] {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '').filter((key) => key.startsWith(this.prefix));
    return keys.sort().flatMap((key) => {
      try {
        return [JSON.parse(localStorage.getItem(key) ?? '') as QueuedDraft];
      } catch {
        return [];
      }
    });
  }

  keep(draft: QueuedDraft): void {
    try {
      localStorage.setItem(this.keyOf(draft.question, draft.field), JSON.stringify(draft));
    } catch {
      // The browser's storage is full or closed: the value is still in the field and is sent as usual.
    }
  }

  drop(question: string, field: DraftField): void {
    localStorage.removeItem(this.keyOf(question, field));
  }

  private keyOf(question: string, field: DraftField): string {
    return `${this.prefix}${question}.${field}`;
  }
}
