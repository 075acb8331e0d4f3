import { interviews } from '@samsyn/contract/routes';
import { call, CallFailed } from '../http';
import { passes, Retry } from './guest-retry';
import type { NoteDraft } from './notes-note';
import type { NotesQueue, QueuedNote } from './notes-queue';

/** Milliseconds without a key press before a line is sent. */
export const textPause = 600;
const remembered = 20;

/**
 * Sends notes one request at a time each. What has not arrived lies in the queue under the note's own id and goes again,
 * with growing pauses: sent twice it is still one note. A text that another page stored is never overwritten unasked.
 */
export class NotesSaver {
  private readonly pauses = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly flying = new Map<string, Promise<void>>();

  constructor(
    private readonly evaluation: string,
    private readonly queue: NotesQueue,
    private readonly notes: () => readonly NoteDraft[],
    private readonly retry: Retry,
  ) {}

  write(note: NoteDraft, text: string): void {
    const { edition, sent, state } = note.now();
    if (edition === 0 && text.trim() === '' && sent.length === 0) {
      // Never sent, and taken back: it has not been.
      note.change({ text, unsaved: false, state: 'still' });
      return this.drop(note);
    }
    note.change({ text, unsaved: true, state: state === 'clash' ? 'clash' : 'saving', failure: null, at: note.now().at || new Date().toISOString() });
    this.keep(note);
    clearTimeout(this.pauses.get(note.id));
    this.pauses.set(note.id, setTimeout(() => void this.push(note), textPause));
  }

  /** Takes up what an earlier visit could not send, or has sent without hearing of it. */
  takeUp(note: NoteDraft, { text, edition, sent, at }: QueuedNote): void {
    note.change({ text, edition, sent, at, unsaved: true, state: 'waiting' });
  }

  /** Sends everything unsaved now, in the order it was written; all at once when the page is left. Answers whether the server has it all. */
  async flush(keepalive = false): Promise<boolean> {
    const unsaved = this.notes().filter((note) => note.now().unsaved);
    if (keepalive) await Promise.all(unsaved.map((note) => this.push(note, true)));
    else for (const note of unsaved) await this.push(note);
    return this.notes().every((note) => !note.now().unsaved);
  }

  push(note: NoteDraft, keepalive = false): Promise<void> {
    clearTimeout(this.pauses.get(note.id));
    this.pauses.delete(note.id);
    const under = this.flying.get(note.id);
    if (under) return under;
    const run = this.send(note, keepalive).finally(() => this.flying.delete(note.id));
    this.flying.set(note.id, run);
    return run;
  }

  /** Settles a clash: mine is written over what is stored, or what is stored is taken. */
  choose(note: NoteDraft, which: 'mine' | 'other'): void {
    const { other, text } = note.now();
    if (!other) return;
    note.change({ edition: other.edition, other: null, state: 'saving' });
    if (which === 'mine') return this.write(note, text);
    this.stored(note, other.text, other.edition, new Date().toISOString());
  }

  stop(): void {
    this.pauses.forEach(clearTimeout);
  }

  private async send(note: NoteDraft, keepalive: boolean): Promise<void> {
    for (let sent = note.now(); sent.unsaved && sent.state !== 'clash'; sent = note.now()) {
      note.change({ state: 'saving', sent: [...sent.sent.filter((text) => text !== sent.text), sent.text].slice(-remembered) });
      this.keep(note);
      try {
        const { edition, at, shared } = await call(interviews.putNote, { params: { id: this.evaluation, note: note.id }, body: { group: note.group, text: sent.text, edition: sent.edition }, keepalive });
        this.retry.worked();
        note.change({ shared });
        if (note.now().text === sent.text) return this.stored(note, sent.text, edition, at);
        this.rebase(note, edition);
      } catch (failure) {
        if (!(failure instanceof CallFailed)) throw failure;
        if (!this.mayGoOn(note, failure)) return;
      }
    }
  }

  private mayGoOn(note: NoteDraft, failure: CallFailed): boolean {
    if (failure.code === 'interviews/note-edited-elsewhere') {
      const other = otherIn(failure);
      if (other.text === note.now().text) this.stored(note, other.text, other.edition, new Date().toISOString());
      else if (note.now().sent.includes(other.text)) {
        // An own request arrived although its answer was lost.
        this.rebase(note, other.edition);
        return true;
      } else note.change({ state: 'clash', other });
      return false;
    }
    note.change({ state: passes(failure) ? 'waiting' : 'refused', failure });
    if (passes(failure)) this.retry.later();
    return false;
  }

  private stored(note: NoteDraft, text: string, edition: number, at: string): void {
    note.change({ text, edition, at, sent: [], unsaved: false, state: 'saved', other: null, failure: null });
    this.drop(note);
  }

  private rebase(note: NoteDraft, edition: number): void {
    note.change({ edition, sent: [] });
    this.keep(note);
  }

  private keep(note: NoteDraft): void {
    const { text, edition, sent, at } = note.now();
    this.queue.keep({ note: note.id, group: note.group, text, edition, sent, at });
  }

  private drop(note: NoteDraft): void {
    clearTimeout(this.pauses.get(note.id));
    this.pauses.delete(note.id);
    this.queue.drop(note.id);
  }
}

const otherIn = ({ facts }: CallFailed): { text: string; edition: number } => ({
  text: typeof facts['text'] === 'string' ? facts['text'] : '',
  edition: typeof facts['edition'] === 'number' ? facts['edition'] : 0,
});
