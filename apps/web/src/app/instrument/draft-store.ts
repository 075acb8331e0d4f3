import { Service, computed, inject, signal, type OnDestroy } from '@angular/core';
import { instruments } from '@samsyn/contract/routes';
import { checkDraft, type InstrumentDraft } from '@samsyn/domain';
import { call, CallFailed, RefusalWords } from '../http';
import { Session } from '../people';
import { alike, valueAt, withWords, withValue, type Place } from './draft-edits';
import { DraftHistory } from './draft-history';
import { serverRules, type AnyFault } from './fault-words';
import { dropKept, keep, keptOf } from './kept-draft';

/** Milliseconds without a change before the draft is sent. */
export const savePause = 800;
const firstRetry = 1000;
const lastRetry = 30_000;

/** Nothing yet, changes waiting or on their way, stored, waiting for the network, saved by somebody else meanwhile, refused. */
export type Saving = 'still' | 'saving' | 'saved' | 'waiting' | 'clash' | 'refused';

/** What another person, or another tab, has stored since this one was read. */
export interface OtherDraft {
  readonly body: InstrumentDraft;
  readonly edition: number;
  readonly by: string;
  readonly at: string;
}

const passes = (failure: CallFailed): boolean => ['offline', 'defect', 'people/signed-out', 'people/too-many-tries'].includes(failure.code) || failure.status === 429;

const onlyTold = (faults: readonly (Omit<AnyFault, 'rule'> & { readonly rule: string })[]): AnyFault[] =>
  faults.flatMap((fault) => {
    const rule = serverRules.find((one) => one === fault.rule);
    return rule ? [{ ...fault, rule }] : [];
  });

/**
 * An instrument under work. Every change is kept in this browser at once and sent 800 ms later, the whole draft with the
 * edition it was typed upon; one request at a time. What cannot be sent is tried again with growing pauses. A version that
 * somebody else has saved is never overwritten unasked: both are held until one is chosen.
 */
@Service({ autoProvided: false })
export class DraftStore implements OnDestroy {
  private readonly session = inject(Session);
  private readonly refusals = inject(RefusalWords);
  private readonly history = new DraftHistory();
  private readonly content = signal<InstrumentDraft | null>(null);
  private readonly about = signal({ draft: '', basedOn: null as string | null, edition: 0, at: '', by: '' });
  private readonly progress = signal<Saving>('still');
  private readonly stale = signal<OtherDraft | null>(null);
  private readonly failed = signal<CallFailed | null>(null);
  private readonly told = signal<readonly AnyFault[]>([]);
  private pause: ReturnType<typeof setTimeout> | null = null;
  private flying: Promise<void> | null = null;
  private retryIn = firstRetry;
  private unsaved = false;
  /** The last body sent: known again when its answer was lost. */
  private sent: InstrumentDraft | null = null;
  private closed = false;
  private readonly backOnline = (): void => void this.flush();

  readonly body = this.content.asReadonly();
  readonly meta = this.about.asReadonly();
  readonly state = this.progress.asReadonly();
  readonly other = this.stale.asReadonly();
  readonly failure = this.failed.asReadonly();
  readonly busy = signal(false);
  readonly undoable = this.history.last;
  /** Those of the rules, and those only the server can tell, for as long as the field says what they were about. */
  readonly faults = computed<AnyFault[]>(() => {
    const body = this.content();
    return body ? [...this.told().filter(({ path, found }) => valueAt(body, path.join('.')) === found), ...checkDraft(body)] : [];
  });
  readonly refusal = computed(() => {
    const failure = this.failed();
    return failure ? this.refusals.of(failure) : '';
  });

  constructor() {
    window.addEventListener('online', this.backOnline);
  }

  /** Reads the draft, and takes up what an earlier visit could not save. */
  async open(draft: string): Promise<void> {
    this.failed.set(null);
    try {
      const { body, edition, updatedAt, updatedBy, basedOn, faults } = await call(instruments.draft, { params: { draft } });
      this.about.set({ draft, basedOn, edition, at: updatedAt, by: updatedBy });
      this.told.set(onlyTold(faults));
      const kept = keptOf(this.person(), draft);
      this.content.set(kept?.body ?? body);
      this.progress.set('still');
      if (!kept) return;
      this.unsaved = true;
      // The answer to its last save was lost, and the page closed.
      if (alike(kept.body, body)) return this.stored();
      if (kept.edition === edition) return void this.flush();
      this.stale.set({ body, edition, by: updatedBy, at: updatedAt });
      this.progress.set('clash');
    } catch (failure) {
      this.note(failure);
    }
  }

  at(place: Place): unknown {
    return valueAt(this.content(), place);
  }

  /** Writes one field; a run of typing in the same field is undone as one. */
  write(place: Place, value: unknown): void {
    const body = this.content();
    if (!body || valueAt(body, place) === value) return;
    this.history.record(body, 'write', place);
    this.put(withValue(body, place, value));
  }

  /** Writes one language of a text; the text begins with both, and an optional one ends when both are empty. */
  say(place: Place, language: 'sv' | 'en', text: string): void {
    const body = this.content();
    if (!body) return;
    this.history.record(body, 'write', `${place}.${language}`);
    this.put(withWords(body, place, language, text));
  }

  /** Changes the draft as a whole: adding, removing, moving, importing. */
  change(did: string, how: (draft: InstrumentDraft) => InstrumentDraft): void {
    const body = this.content();
    if (!body) return;
    const next = how(body);
    if (next === body) return;
    this.history.record(body, did);
    this.put(next);
  }

  undo(): boolean {
    const before = this.history.take();
    if (before) this.put(before);
    return before !== null;
  }

  /** Mine is written over what the other has saved, or the other's is taken; either way undo leads back. */
  choose(which: 'mine' | 'other'): void {
    const [other, body] = [this.stale(), this.content()];
    if (!other || !body) return;
    this.stale.set(null);
    this.about.update((about) => ({ ...about, edition: other.edition, at: other.at, by: other.by }));
    this.history.record(which === 'mine' ? other.body : body, which);
    if (which === 'mine') return void (this.put(body), this.flush());
    this.content.set(other.body);
    this.stored();
  }

  /** Sends everything now. Answers whether the server has it all. */
  async flush(): Promise<boolean> {
    if (this.pause) clearTimeout(this.pause);
    this.pause = null;
    if (this.unsaved && this.stale() === null) {
      this.flying ??= this.send().finally(() => (this.flying = null));
      await this.flying;
    }
    return !this.unsaved;
  }

  /** Publishes: the id of the new version, or null when it was refused. */
  async publish(): Promise<string | null> {
    return this.command(async ({ draft, edition }) => {
      const { id } = await call(instruments.publishDraft, { params: { draft }, body: { edition } });
      dropKept(this.person(), draft);
      return id;
    });
  }

  /** Throws the draft away. */
  async remove(): Promise<boolean> {
    const done = await this.command(async ({ draft, edition }) => (await call(instruments.removeDraft, { params: { draft }, body: { edition } })).removed);
    if (done) dropKept(this.person(), this.about().draft);
    return done ?? false;
  }

  private async command<T>(run: (about: { draft: string; edition: number }) => Promise<T>): Promise<T | null> {
    if (this.busy()) return null;
    this.busy.set(true);
    this.failed.set(null);
    try {
      return (await this.flush()) ? await run(this.about()) : null;
    } catch (failure) {
      if (failure instanceof CallFailed && failure.code === 'instrument/stale-draft') await this.meet(failure);
      else this.note(failure);
      return null;
    } finally {
      this.busy.set(false);
    }
  }

  private put(body: InstrumentDraft): void {
    this.content.set(body);
    this.unsaved = true;
    const { draft, edition } = this.about();
    keep(this.person(), draft, { edition, body, at: new Date().toISOString() });
    if (this.stale()) return;
    this.progress.set('saving');
    this.later(savePause);
  }

  private later(milliseconds: number): void {
    if (this.closed) return;
    if (this.pause) clearTimeout(this.pause);
    this.pause = setTimeout(() => void this.flush(), milliseconds);
  }

  private async send(): Promise<void> {
    while (this.unsaved && this.stale() === null) {
      const body = this.content();
      const { draft, edition } = this.about();
      if (!body) return;
      this.progress.set('saving');
      this.sent = body;
      try {
        const saved = await call(instruments.save, { params: { draft }, body: { edition, body } });
        this.retryIn = firstRetry;
        this.failed.set(null);
        this.told.set(onlyTold(saved.faults));
        this.about.update((about) => ({ ...about, edition: saved.edition, at: saved.updatedAt, by: saved.updatedBy }));
        if (this.content() === body) this.stored();
        else this.keepAgain();
      } catch (failure) {
        return void (await this.couldNot(failure));
      }
    }
  }

  private stored(): void {
    this.unsaved = false;
    dropKept(this.person(), this.about().draft);
    this.progress.set('saved');
  }

  private keepAgain(): void {
    const body = this.content();
    const { draft, edition } = this.about();
    if (body) keep(this.person(), draft, { edition, body, at: new Date().toISOString() });
  }

  private async couldNot(failure: unknown): Promise<void> {
    if (!(failure instanceof CallFailed)) throw failure;
    if (failure.code === 'instrument/stale-draft') return this.meet(failure);
    this.failed.set(failure);
    this.progress.set(passes(failure) ? 'waiting' : 'refused');
    if (!passes(failure)) return;
    this.later(this.retryIn);
    this.retryIn = Math.min(this.retryIn * 2, lastRetry);
  }

  /** Somebody has saved since: reads their version. An own save whose answer was lost is known by its body. */
  private async meet(stale: CallFailed): Promise<void> {
    this.progress.set('clash');
    try {
      const { draft } = this.about();
      const { body, edition, updatedBy, updatedAt } = await call(instruments.draft, { params: { draft } });
      this.failed.set(null);
      if (alike(body, this.sent) || alike(body, this.content())) {
        this.about.update((about) => ({ ...about, edition, at: updatedAt, by: updatedBy }));
        if (alike(body, this.content())) return this.stored();
        this.keepAgain();
        return this.later(0);
      }
      this.stale.set({ body, edition, by: updatedBy, at: updatedAt });
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.failed.set(stale);
      this.progress.set('waiting');
      this.later(this.retryIn);
    }
  }

  private note(failure: unknown): void {
    if (!(failure instanceof CallFailed)) throw failure;
    this.failed.set(failure);
  }

  private person(): string {
    return this.session.me()?.id ?? '';
  }

  ngOnDestroy(): void {
    this.closed = true;
    window.removeEventListener('online', this.backOnline);
    void this.flush();
  }
}
