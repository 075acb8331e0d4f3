import { scoring } from '@samsyn/contract/routes';
import type { DraftField } from '@samsyn/domain';
import { call, CallFailed } from '../http';
import type { DraftQueue, QueuedDraft } from './draft-queue';
import { same, type FieldDraft, type QuestionDraft, type StoredValue } from './question-draft';

/** Milliseconds without a key press before written text is sent. */
export const textPause = 400;
const firstRetry = 1000;
const lastRetry = 30_000;

/** Failures that pass by themselves: no network, a fault at the server, a session that ended, too fast. */
const passes = (failure: CallFailed): boolean =>
  ['offline', 'defect', 'people/signed-out', 'people/too-many-tries'].includes(failure.code) || failure.status === 429 || failure.status >= 500;

/**
 * Saves every field by itself: one request in flight per field, a later value waits behind it. What cannot be sent
 * stays in the field and in the queue, and is tried again with growing pauses. A value that another tab has stored
 * is never overwritten unasked.
 */
export class DraftSaver {
  private readonly pauses = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly flying = new Map<string, Promise<void>>();
  private retryIn = firstRetry;
  private retry: ReturnType<typeof setTimeout> | null = null;
  private stopped = false;

  constructor(
    private readonly evaluation: string,
    private readonly queue: DraftQueue,
    private readonly drafts: ReadonlyMap<string, QuestionDraft>,
  ) {}

  write(draft: QuestionDraft, field: DraftField, value: unknown, pause = 0): void {
    const { state, edition } = draft.field(field);
    const at = new Date().toISOString();
    draft.change(field, { value, unsaved: true, changedAt: at, failure: null, state: state === 'clash' ? 'clash' : 'saving' });
    this.queue.keep({ question: draft.question.number, field, value, edition, round: draft.round(), at });
    if (pause === 0) return void this.push(draft, field);
    const key = keyOf(draft, field);
    clearTimeout(this.pauses.get(key));
    this.pauses.set(key, setTimeout(() => void this.push(draft, field), pause));
  }

  /** Takes up changes an earlier visit could not save. Answers with those that no longer fit: sealed, or an older round. */
  takeUp(): QueuedDraft[] {
    return this.queue.all().filter((queued) => {
      const draft = this.drafts.get(queued.question);
      if (!draft || draft.round() !== queued.round || draft.sealedAt()) return true;
      if (draft.field(queued.field).unsaved) return false;
      if (same(draft.field(queued.field).value, queued.value)) this.queue.drop(queued.question, queued.field);
      else {
        draft.change(queued.field, { value: queued.value, edition: queued.edition, unsaved: true, changedAt: queued.at, state: 'saving', failure: null });
        void this.push(draft, queued.field);
      }
      return false;
    });
  }

  /** Sends everything unsaved now, of these questions or of all. Answers whether the server has it all. */
  async flush(only?: readonly string[], keepalive = false): Promise<boolean> {
    const drafts = [...this.drafts.values()].filter((draft) => !only || only.includes(draft.question.number));
    await Promise.all(drafts.flatMap((draft) => draft.unsaved().map(([field]) => this.push(draft, field, keepalive))));
    return drafts.every((draft) => draft.unsaved().length === 0);
  }

  /** Settles a clash: mine is written over the stored value, or the stored value is taken. */
  choose(draft: QuestionDraft, field: DraftField, which: 'mine' | 'other'): void {
    const { other, value } = draft.field(field);
    if (!other) return;
    draft.change(field, { edition: other.edition, other: null, state: 'saving' });
    if (which === 'mine') return this.write(draft, field, value);
    this.stored(draft, field, other);
  }

  stop(): void {
    this.stopped = true;
    if (this.retry) clearTimeout(this.retry);
    this.retry = null;
  }

  private push(draft: QuestionDraft, field: DraftField, keepalive = false): Promise<void> {
    const key = keyOf(draft, field);
    clearTimeout(this.pauses.get(key));
    this.pauses.delete(key);
    const under = this.flying.get(key);
    if (under) return under;
    const run = this.send(draft, field, keepalive).finally(() => this.flying.delete(key));
    this.flying.set(key, run);
    return run;
  }

  private async send(draft: QuestionDraft, field: DraftField, keepalive: boolean): Promise<void> {
    for (let sent = draft.field(field); sent.unsaved && sent.state !== 'clash'; sent = draft.field(field)) {
      const round = draft.round();
      try {
        const answer = await call(scoring.draft, {
          params: { id: this.evaluation, question: draft.question.number },
          body: { field, value: sent.value, edition: sent.edition, round },
          keepalive,
        });
        this.retryIn = firstRetry;
        if (draft.round() !== round) return;
        if (same(draft.field(field).value, sent.value)) return this.stored(draft, field, { value: sent.value, ...answer });
        this.rebase(draft, field, answer);
      } catch (failure) {
        if (!(failure instanceof CallFailed)) throw failure;
        if (draft.round() !== round || !this.mayGoOn(draft, field, sent, failure)) return;
      }
    }
  }

  /** What a failed request leaves behind; true when the newer value may be sent at once. */
  private mayGoOn(draft: QuestionDraft, field: DraftField, sent: FieldDraft, failure: CallFailed): boolean {
    if (failure.code === 'scoring/edited-elsewhere') {
      const other = storedIn(failure);
      if (same(other.value, draft.field(field).value)) this.stored(draft, field, other);
      else if (same(other.value, sent.value)) {
        // Our own request arrived although its answer was lost.
        this.rebase(draft, field, other);
        return true;
      } else draft.change(field, { state: 'clash', other });
      return false;
    }
    draft.change(field, { state: passes(failure) ? 'waiting' : 'refused', failure });
    if (passes(failure)) this.tryLater();
    return false;
  }

  private stored(draft: QuestionDraft, field: DraftField, { value, edition, savedAt }: StoredValue): void {
    draft.change(field, { value, edition, savedAt, state: 'saved', unsaved: false, other: null, failure: null });
    this.queue.drop(draft.question.number, field);
  }

  private rebase(draft: QuestionDraft, field: DraftField, { edition, savedAt }: Pick<StoredValue, 'edition' | 'savedAt'>): void {
    draft.change(field, { edition, savedAt });
    const { value, changedAt } = draft.field(field);
    this.queue.keep({ question: draft.question.number, field, value, edition, round: draft.round(), at: changedAt ?? '' });
  }

  private tryLater(): void {
    if (this.retry || this.stopped) return;
    this.retry = setTimeout(() => {
      this.retry = null;
      void this.flush();
    }, this.retryIn);
    this.retryIn = Math.min(this.retryIn * 2, lastRetry);
  }
}

const keyOf = (draft: QuestionDraft, field: DraftField): string => `${draft.question.number} ${field}`;

const storedIn = ({ facts }: CallFailed): StoredValue => ({
  value: facts['value'] ?? null,
  edition: typeof facts['edition'] === 'number' ? facts['edition'] : 0,
  savedAt: typeof facts['savedAt'] === 'string' ? facts['savedAt'] : null,
});
