import { computed, signal } from '@angular/core';
import type { Note } from '@samsyn/contract';
import { tagsIn, type Instrument } from '@samsyn/domain';
import type { CallFailed } from '../http';

export type Saving = 'still' | 'saving' | 'saved' | 'waiting' | 'clash' | 'refused';

export interface NoteState {
  readonly text: string;
  /** The edition the text was written on; 0 as long as the server has none. */
  readonly edition: number;
  readonly unsaved: boolean;
  /** Texts that went out without an answer being heard: the server may hold the last of them that arrived. */
  readonly sent: readonly string[];
  readonly state: Saving;
  readonly shared: boolean;
  readonly at: string;
  /** What another page of the same person stored meanwhile. */
  readonly other: { readonly text: string; readonly edition: number } | null;
  readonly failure: CallFailed | null;
}

/** One note while it is written. Each has its own signal, so that a key press redraws one line and not the whole list. */
export class NoteDraft {
  private readonly held = signal<NoteState>({ text: '', edition: 0, unsaved: false, sent: [], state: 'still', shared: false, at: '', other: null, failure: null });
  readonly now = this.held.asReadonly();
  readonly tags = computed(() => (this.instrument ? tagsIn(this.held().text, this.instrument) : []));
  /** Nothing written, and nothing stored that an empty text would have to wipe out. */
  readonly blank = computed(() => this.held().text.trim() === '');

  constructor(
    /** Made in the browser, so that a note is the same note however often it is sent. */
    readonly id: string,
    readonly group: string | null,
    private readonly instrument: Instrument | null,
  ) {}

  change(change: Partial<NoteState>): void {
    this.held.update((before) => ({ ...before, ...change }));
  }

  /** What the server holds; never over something unsaved, and never an older answer over a newer one. */
  take({ text, edition, shared, at }: Note): void {
    const { unsaved, edition: known } = this.held();
    if (edition < known) return;
    if (unsaved) this.change({ shared });
    else this.change({ text, edition, shared, at, state: 'saved', other: null, failure: null });
  }
}
