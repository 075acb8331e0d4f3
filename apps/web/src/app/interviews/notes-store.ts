import { Service, computed, inject, signal, type OnDestroy } from '@angular/core';
import type { AnswerOf, interviews as wire, Note } from '@samsyn/contract';
import { interviews } from '@samsyn/contract/routes';
import type { Subscription } from 'rxjs';
import { EvaluationStore } from '../evaluation';
import { call, CallFailed, copyPlace, keep, kept } from '../http';
import { LiveFeed } from '../live';
import { Session as Account } from '../people';
import { passes, Retry } from './guest-retry';
import { sessionsOf, type Session } from './guide-clock';
import { NoteDraft } from './notes-note';
import { NotesQueue, type QueuedTick } from './notes-queue';
import { NotesSaver } from './notes-saver';

export type GuideGroup = AnswerOf<typeof wire.guide>[number];

/** Guide and times as they were last read, for a room without network. No names. */
interface Copy {
  readonly guide: GuideGroup[];
  readonly sessions: Session[];
  readonly at: string;
}

/** The own notes, question guide and ticks of one evaluator. Writing goes on without network and is sent when it returns. */
@Service({ autoProvided: false })
export class NotesStore implements OnDestroy {
  private readonly shared = inject(EvaluationStore);
  private readonly live = inject(LiveFeed);
  private readonly session = inject(Account);
  private readonly drafts = signal<readonly NoteDraft[]>([]);
  private readonly others = signal<readonly Note[]>([]);
  private readonly guided = signal<readonly GuideGroup[]>([]);
  private readonly planned = signal<readonly Session[]>([]);
  private readonly ticked = signal<readonly QueuedTick[]>([]);
  private readonly trouble = signal<CallFailed | null>(null);
  private readonly refused = signal<CallFailed | null>(null);
  private readonly read$ = signal(false);
  private readonly copied = signal<string | null>(null);
  private readonly retry = new Retry(() => void this.again());
  private readonly leave = (): void => void this.saver?.flush(true);
  private readonly subscriptions: Subscription[] = [];
  private queue: NotesQueue | null = null;
  private saver: NotesSaver | null = null;
  private sending: Promise<void> | null = null;
  private stay = (): void => undefined;

  readonly notes = this.drafts.asReadonly();
  /** What colleagues have shared, or what may be seen because its questions are open to all. */
  readonly theirs = this.others.asReadonly();
  readonly sessions = this.planned.asReadonly();
  readonly loaded = this.read$.asReadonly();
  readonly failure = this.trouble.asReadonly();
  /** Why a note could not be shared. */
  readonly refusal = this.refused.asReadonly();
  /** When the copy on screen was read; null while it comes from the server. */
  readonly copyFrom = this.copied.asReadonly();
  readonly waiting = computed(() => this.drafts().filter((note) => note.now().state === 'waiting').length + this.ticked().length);
  /** The guide with ticks that are still on their way. */
  readonly guide = computed(() => this.guided().map((group) => ({
    ...group,
    questions: group.questions.map((own) => ({ ...own, ticked: this.ticked().findLast((tick) => tick.group === group.group && tick.question === own.number)?.ticked ?? own.ticked })),
  })));

  /** Begins for the evaluation that is open; safe to call again. */
  async start(): Promise<void> {
    const evaluation = this.shared.evaluation();
    if (!evaluation || this.saver) return;
    this.queue = new NotesQueue(evaluation.me, evaluation.id);
    this.saver = new NotesSaver(evaluation.id, this.queue, this.drafts, this.retry);
    window.addEventListener('pagehide', this.leave);
    this.stay = this.session.beforeLeaving(async () => void (await Promise.all([this.saver?.flush(), this.sendTicks()])));
    this.subscriptions.push(this.shared.reread.subscribe(() => void this.read()), this.live.checks.subscribe(() => void this.again()));
    this.takeUp(this.queue, this.saver);
    await this.read();
    void this.again();
  }

  async read(): Promise<void> {
    const evaluation = this.shared.evaluation();
    if (!evaluation) return;
    const params = { id: evaluation.id };
    try {
      const [guide, notes, desk] = await Promise.all([call(interviews.guide, { params }), call(interviews.notes, { params }), call(interviews.desk, { params })]);
      const sessions = sessionsOf(desk.released?.plan ?? desk.plan);
      this.take(notes);
      this.guided.set(guide);
      this.planned.set(sessions);
      this.copied.set(null);
      this.trouble.set(null);
      keep(this.key('guide'), { guide, sessions, at: new Date().toISOString() } satisfies Copy);
      keep(this.key('mine'), notes.filter(({ author }) => author === evaluation.me));
      this.shared.keepFrame();
      this.read$.set(true);
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.fell(failure);
    }
  }

  /** A line nobody has written on yet; it is not stored before it says something. */
  begin(group: string | null): NoteDraft {
    const note = new NoteDraft(crypto.randomUUID(), group, this.shared.instrument());
    this.drafts.update((all) => [...all, note]);
    return note;
  }

  write(note: NoteDraft, text: string): void {
    this.saver?.write(note, text);
  }

  left(note: NoteDraft): void {
    if (note.now().unsaved) void this.saver?.push(note);
  }

  choose(note: NoteDraft, which: 'mine' | 'other'): void {
    this.saver?.choose(note, which);
  }

  /** Lets the team read it; what is written must have arrived first. */
  async share(note: NoteDraft): Promise<boolean> {
    const evaluation = this.shared.evaluation();
    if (!evaluation) return false;
    this.refused.set(null);
    try {
      await this.saver?.push(note);
      if (note.now().unsaved) throw note.now().failure ?? new CallFailed('offline');
      note.take(await call(interviews.shareNote, { params: { id: evaluation.id, note: note.id } }));
      return true;
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.refused.set(failure);
      return false;
    }
  }

  tick(tick: QueuedTick): void {
    this.queue?.keepTick(tick);
    this.ticked.update((all) => [...all.filter((own) => own.group !== tick.group || own.question !== tick.question), tick]);
    void this.sendTicks();
  }

  /** Ticks go one after another, so that the last word on a question is the one that stands. */
  private sendTicks(): Promise<void> {
    return (this.sending ??= this.sendEach().finally(() => (this.sending = null)));
  }

  private async sendEach(): Promise<void> {
    const evaluation = this.shared.evaluation();
    for (let tick = this.ticked()[0]; evaluation && tick; tick = this.ticked()[0]) {
      try {
        const guide = await call(interviews.tick, { params: { id: evaluation.id }, body: { ...tick } });
        this.retry.worked();
        this.guided.set(guide);
      } catch (failure) {
        if (!(failure instanceof CallFailed)) throw failure;
        if (passes(failure)) return this.retry.later();
        // The group or the question is gone: there is nothing left to tick.
        this.refused.set(failure);
      }
      const sent = tick;
      if (this.ticked().includes(sent)) this.queue?.dropTick(sent);
      this.ticked.update((all) => all.filter((own) => own !== sent));
    }
  }

  private async again(): Promise<void> {
    if (!this.saver) return;
    await Promise.all([this.saver.flush(), this.sendTicks()]);
    if (this.trouble() || this.copied() !== null) await this.read();
  }

  /** What an earlier visit could not send. */
  private takeUp(queue: NotesQueue, saver: NotesSaver): void {
    this.ticked.set(queue.ticks());
    for (const own of queue.notes()) saver.takeUp(this.known(own.note, own.group), own);
  }

  private take(notes: readonly Note[]): void {
    const me = this.shared.me();
    for (const note of notes) if (note.author === me && (note.text.trim() !== '' || this.drafts().some(({ id }) => id === note.note))) this.known(note.note, note.group).take(note);
    this.others.set(notes.filter(({ author, text }) => author !== me && text.trim() !== ''));
  }

  /** The note of that id. New ones stand in the order of the server; those on screen keep their place. */
  private known(id: string, group: string | null): NoteDraft {
    const before = this.drafts().find((note) => note.id === id);
    if (before) return before;
    const note = new NoteDraft(id, group, this.shared.instrument());
    this.drafts.update((all) => {
      const written = all.filter((own) => own.now().edition > 0).length;
      return all.toSpliced(written, 0, note);
    });
    return note;
  }

  /** Without network the last guide stays readable, and so do the own notes, until one signs out. */
  private fell(failure: CallFailed): void {
    this.trouble.set(failure);
    if (!passes(failure)) return;
    this.retry.later();
    const copy = kept<Copy>(this.key('guide'));
    if (this.read$()) {
      this.copied.set(this.copied() ?? copy?.at ?? new Date().toISOString());
      return;
    }
    if (!copy) return;
    this.guided.set(copy.guide);
    this.planned.set(copy.sessions);
    this.take(kept<Note[]>(this.key('mine')) ?? []);
    this.copied.set(copy.at);
    this.read$.set(true);
  }

  private key(part: 'guide' | 'mine'): string {
    return copyPlace(this.shared.me(), part, this.shared.evaluation()?.id ?? '');
  }

  ngOnDestroy(): void {
    window.removeEventListener('pagehide', this.leave);
    this.stay();
    void this.saver?.flush(true);
    this.saver?.stop();
    this.retry.stop();
    for (const subscription of this.subscriptions) subscription.unsubscribe();
  }
}
