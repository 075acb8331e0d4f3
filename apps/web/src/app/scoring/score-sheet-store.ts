import { Service, computed, inject, signal, type OnDestroy } from '@angular/core';
import type { ProgressView } from '@samsyn/contract';
import { scoring } from '@samsyn/contract/routes';
import { areaOf, areaSums, questionsOf, undoSeconds, type Area, type DraftField } from '@samsyn/domain';
import type { Subscription } from 'rxjs';
import { EvaluationStore } from '../evaluation';
import { call, CallFailed } from '../http';
import { LiveFeed } from '../live';
import { DraftQueue, type QueuedDraft } from './draft-queue';
import { DraftSaver, textPause } from './draft-saver';
import { OwnEdits } from './own-edits';
import { QuestionDraft } from './question-draft';

/** One's own seal of questions that nobody has seen yet, and until when it may be taken back. */
export interface OwnSeal {
  readonly questions: readonly string[];
  readonly until: number;
}

const writtenFields: readonly DraftField[] = ['rationale', 'strengths', 'improvements', 'evidence'];

/** The own score sheet: every question's draft, saved field by field, and the commands that seal and open rounds. */
@Service({ autoProvided: false })
export class ScoreSheetStore implements OnDestroy {
  private readonly shared = inject(EvaluationStore);
  private readonly live = inject(LiveFeed);
  private readonly drafts = signal<ReadonlyMap<string, QuestionDraft>>(new Map());
  private readonly counted = signal<readonly ProgressView[]>([]);
  private readonly read$ = signal(false);
  private readonly trouble = signal<CallFailed | null>(null);
  private readonly refused = signal<CallFailed | null>(null);
  private readonly busy = signal(false);
  private readonly justOpened = signal<readonly string[]>([]);
  /** How far this computer's clock is ahead of the server's, as far as a seal has told. */
  private readonly ahead = signal(0);
  private readonly stranded = signal<readonly QueuedDraft[]>([]);
  private readonly shown = signal('');
  private readonly edits = new OwnEdits();
  private readonly subscriptions: Subscription[] = [];
  private queue: DraftQueue | null = null;
  private saver: DraftSaver | null = null;

  readonly loaded = this.read$.asReadonly();
  readonly failure = this.trouble.asReadonly();
  /** Why the last seal, undo or round did not happen. */
  readonly refusal = this.refused.asReadonly();
  readonly working = this.busy.asReadonly();
  readonly progress = this.counted.asReadonly();
  /** What one's own last seal opened for everyone. */
  readonly opened = this.justOpened.asReadonly();
  /** Unsaved changes that no longer fit: their question is sealed, or a new round has begun. */
  readonly leftOver = this.stranded.asReadonly();
  readonly current = this.shown.asReadonly();

  readonly policy = computed(() => this.shared.evaluation()?.policy ?? null);
  readonly questions = computed(() => [...this.drafts().values()]);
  readonly draft = computed(() => this.drafts().get(this.shown()) ?? null);
  readonly area = computed<Area | null>(() => {
    const instrument = this.shared.instrument();
    return instrument && this.draft() ? areaOf(instrument, this.shown()) : null;
  });
  readonly sums = computed(() => {
    const instrument = this.shared.instrument();
    return instrument ? areaSums(instrument, Object.fromEntries(this.questions().map((draft) => [draft.question.number, draft.percent()]))) : [];
  });
  /** The area's sum; preliminary while one of its questions has no value, also one that cannot be assessed or does not apply. Null before the first value. */
  readonly areaSum = computed(() => {
    const sum = this.sums().find(({ area }) => area === this.area()?.number);
    return sum && sum.scored > 0 ? { points: sum.points, preliminary: sum.scored < sum.questions } : null;
  });
  readonly open = computed(() => ['scoring', 'consensus', 'report'].includes(this.shared.evaluation()?.phase ?? ''));
  readonly readOnly = computed(() => !this.open() || this.draft()?.sealedAt() !== null);
  readonly unsaved = computed(() => this.questions().flatMap((draft) => draft.unsaved().map(([field, state]) => ({ draft, field, state }))));
  readonly waiting = computed(() => this.unsaved().filter(({ state }) => state.state === 'waiting' || state.state === 'refused'));
  /** Every own seal that is not open, newest first: read from the sheet, so that it outlives a reload and the next seal. */
  readonly ownSeals = computed<readonly OwnSeal[]>(() => {
    const me = this.shared.evaluation()?.me;
    const own = this.questions().filter((draft) => draft.sealedAt() !== null && draft.sealedBy() === me && !draft.opened());
    const times = [...new Set(own.map((draft) => draft.sealedAt() ?? ''))].sort().reverse();
    return times.map((at) => ({ until: Date.parse(at) + this.ahead() + undoSeconds * 1000, questions: own.filter((draft) => draft.sealedAt() === at).map((draft) => draft.question.number) }));
  });
  readonly undoable = computed(() => this.edits.last().length > 0);
  /** The unsealed questions of this area, or of all, when every one of them is complete; otherwise none. */
  readonly sealableTogether = computed<readonly string[]>(() => {
    const unit = this.policy()?.revealUnit;
    const within = unit === 'all' ? this.questions() : this.questions().filter((draft) => this.area()?.questions.some(({ number }) => number === draft.question.number));
    const left = within.filter((draft) => !draft.sealedAt());
    return unit !== 'question' && left.length > 1 && left.every((draft) => draft.complete() && draft.clashes().length === 0) ? left.map((draft) => draft.question.number) : [];
  });

  /** Begins for the evaluation that is open; safe to call again. */
  async start(): Promise<void> {
    const evaluation = this.shared.evaluation();
    if (!evaluation || this.saver) return;
    this.drafts.set(new Map(questionsOf(evaluation.instrument).map((question) => [question.number, new QuestionDraft(question, evaluation.policy.judging)])));
    this.queue = new DraftQueue(evaluation.me, evaluation.id);
    this.saver = new DraftSaver(evaluation.id, this.queue, this.drafts());
    this.subscriptions.push(
      this.shared.reread.subscribe(() => void this.read()),
      this.live.checks.subscribe(() => void this.check()),
    );
    await this.read();
  }

  async read(): Promise<void> {
    const evaluation = this.shared.evaluation();
    if (!evaluation) return;
    try {
      const answer = await call(scoring.sheet, { params: { id: evaluation.id } });
      for (const own of answer.questions) this.drafts().get(own.question)?.take(own);
      this.counted.set(answer.progress);
      this.stranded.set(this.saver?.takeUp() ?? []);
      this.read$.set(true);
      this.trouble.set(null);
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.trouble.set(failure);
    }
  }

  /** Sends what waits and reads what another own tab has saved. */
  async check(): Promise<void> {
    await this.saver?.flush();
    await this.read();
  }

  show(question: string): void {
    if (question === this.shown()) return;
    void this.flush();
    this.shown.set(question);
    this.refused.set(null);
  }

  /** Changes one field of the question on screen, or of another; null empties it. */
  edit(field: DraftField, value: unknown, question = this.shown()): void {
    const draft = this.drafts().get(question);
    if (!draft || !this.open() || draft.sealedAt() !== null) return;
    const text = writtenFields.includes(field);
    this.edits.record({ question: draft.question.number, field, before: draft.field(field).value }, text);
    this.saver?.write(draft, field, value, text ? textPause : 0);
  }

  /** Takes back the last own change; answers with its question, null when there is none. */
  undo(): string | null {
    const step = this.edits.take();
    const draft = step && this.drafts().get(step.question);
    if (!step || !draft || draft.sealedAt()) return null;
    this.saver?.write(draft, step.field, step.before);
    return step.question;
  }

  choose(field: DraftField, which: 'mine' | 'other', question = this.shown()): void {
    const draft = this.drafts().get(question);
    if (draft) this.saver?.choose(draft, field, which);
  }

  async flush(keepalive = false): Promise<void> {
    this.edits.endText();
    await this.saver?.flush(undefined, keepalive);
  }

  /** Throws away changes that no longer fit. */
  discard(left: QueuedDraft): void {
    this.queue?.drop(left.question, left.field);
    this.stranded.update((all) => all.filter((one) => one !== left));
  }

  /** Seals these questions, after everything typed in them has been saved. True when sealed. */
  async seal(questions: readonly string[]): Promise<boolean> {
    return this.command(async (id) => {
      if (!(await this.saver?.flush(questions))) throw this.unsaved().find(({ draft }) => questions.includes(draft.question.number))?.state.failure ?? new CallFailed('offline');
      const { opened, sealedAt } = await call(scoring.seal, { params: { id }, body: { questions: [...questions] } });
      this.edits.forget(questions);
      this.ahead.set(Date.now() - Date.parse(sealedAt));
      this.justOpened.set(opened);
    });
  }

  async withdraw({ questions }: OwnSeal): Promise<boolean> {
    return this.command(async (id) => {
      await call(scoring.withdraw, { params: { id }, body: { questions: [...questions] } });
    });
  }

  async openRound(question: string, reason: string): Promise<boolean> {
    return this.command(async (id) => {
      await call(scoring.openRound, { params: { id }, body: { question, reason } });
    });
  }

  dismissOpened(): void {
    this.justOpened.set([]);
    this.refused.set(null);
  }

  private async command(run: (id: string) => Promise<void>): Promise<boolean> {
    const evaluation = this.shared.evaluation();
    if (!evaluation || this.busy()) return false;
    this.busy.set(true);
    this.refused.set(null);
    try {
      await run(evaluation.id);
      await this.read();
      return true;
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.refused.set(failure);
      return false;
    } finally {
      this.busy.set(false);
    }
  }

  ngOnDestroy(): void {
    void this.saver?.flush(undefined, true);
    this.saver?.stop();
    for (const subscription of this.subscriptions) subscription.unsubscribe();
  }
}
