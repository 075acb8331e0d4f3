import { signal } from '@angular/core';
import { documents } from '@samsyn/contract/routes';
import { call, CallFailed } from '../http';

export type AnswerState = 'idle' | 'saving' | 'saved' | 'waiting' | 'clash' | 'refused';

/** Milliseconds without a key press before an answer is sent. */
export const pause = 800;
const longestWait = 30_000;

/** Somebody else's words on the same question, written meanwhile. */
export interface Other {
  readonly text: string;
  readonly edition: number;
}

/** Where typed words lie until the server has them: own by person, evaluation and question. */
export interface Drawer {
  readonly read: () => Other | null;
  readonly write: (kept: Other | null) => void;
}

/**
 * One answer being written. Saved over the edition it began from; when somebody else has written meanwhile both texts are
 * kept and the person chooses. What is not saved lies in the drawer, also over a reload.
 */
export class Answer {
  readonly text = signal('');
  readonly state = signal<AnswerState>('idle');
  readonly other = signal<Other | null>(null);
  readonly failure = signal<CallFailed | null>(null);
  private edition = 0;
  private stored = '';
  private timer: ReturnType<typeof setTimeout> | null = null;
  private flying: Promise<void> | null = null;
  private tries = 0;

  constructor(
    private readonly evaluation: string,
    readonly question: string,
    private readonly drawer: Drawer,
  ) {}

  /** Whether something typed is not with the server yet. */
  get unsaved(): boolean {
    return this.text() !== this.stored;
  }

  /** What the server says stands now. Never writes over what is being typed here. */
  hear({ text, edition }: Other): void {
    const kept = this.state() === 'idle' ? this.drawer.read() : null;
    if (kept && kept.text !== text) {
      this.text.set(kept.text);
      this.stored = text;
      this.edition = kept.edition;
      if (kept.edition === edition) this.later(0);
      else this.clash({ text, edition });
      return;
    }
    if (edition < this.edition || this.unsaved || this.flying) return;
    this.drawer.write(null);
    this.stored = text;
    this.edition = edition;
    this.text.set(text);
    if (this.state() === 'idle' && kept === null) return;
    this.state.set('saved');
  }

  write(text: string): void {
    this.text.set(text);
    this.drawer.write({ text, edition: this.edition });
    if (this.state() !== 'clash') {
      this.state.set('saving');
      this.later(pause);
    }
  }

  /** Sends what is unsaved now. Answers whether the server has it. */
  async flush(): Promise<boolean> {
    if (this.timer) clearTimeout(this.timer);
    await this.flying;
    if (this.unsaved && this.state() !== 'clash') await (this.flying = this.send());
    return !this.unsaved;
  }

  choose(which: 'mine' | 'theirs'): void {
    const other = this.other();
    if (!other) return;
    this.other.set(null);
    this.edition = other.edition;
    this.stored = other.text;
    if (which === 'theirs') {
      this.text.set(other.text);
      this.drawer.write(null);
      this.state.set('saved');
      return;
    }
    this.state.set('saving');
    this.later(0);
  }

  stop(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private later(milliseconds: number): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), milliseconds);
  }

  private async send(): Promise<void> {
    const text = this.text();
    this.state.set('saving');
    try {
      const { edition } = await call(documents.answer, { params: { id: this.evaluation, question: this.question }, body: { text, edition: this.edition } });
      this.edition = edition;
      this.stored = text;
      this.tries = 0;
      this.failure.set(null);
      if (this.text() === text) {
        this.drawer.write(null);
        this.state.set('saved');
      } else this.later(0);
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      if (failure.code === 'documents/edited-elsewhere') this.clash({ text: String(failure.facts['text'] ?? ''), edition: Number(failure.facts['edition'] ?? 0) });
      else {
        this.failure.set(failure);
        const passes = failure.code === 'offline' || failure.code === 'people/signed-out' || failure.status >= 500 || failure.status === 429;
        this.state.set(passes ? 'waiting' : 'refused');
        if (passes) this.later(Math.min(longestWait, 1000 * 2 ** this.tries++));
      }
    } finally {
      this.flying = null;
    }
  }

  private clash(other: Other): void {
    this.other.set(other);
    this.state.set('clash');
  }
}
