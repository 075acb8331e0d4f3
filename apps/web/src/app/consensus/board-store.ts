import { Service, computed, effect, inject, signal, untracked, type OnDestroy } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { AreaLockView, BoardQuestion, Changed } from '@samsyn/contract';
import { consensus, scoring } from '@samsyn/contract/routes';
import { sumChecks } from '@samsyn/domain';
import { EvaluationStore } from '../evaluation';
import { call, CallFailed, RefusalWords } from '../http';
import { LiveFeed } from '../live';
import { Announcer } from '../look';
import { approvable, passes, proposable, rowsOf, seatsOf, sorted, type Filter, type Row, type Sort } from './board-row';
import { DraftShelf } from './draft-shelf';
import { newsOf } from './news';
import { isStale, percentOf, startOf, typed, type ProposalDraft } from './proposal-draft';

/** What the server refused, and the proposal that stands instead when another was faster. */
export interface Refused {
  /** The question it was about, "area 3", or null for many at once. */
  readonly question: string | null;
  readonly text: string;
  readonly standing: { by: string; percent: string; text: string } | null;
}

const isStanding = (told: unknown): told is NonNullable<Refused['standing']> =>
  typeof told === 'object' && told !== null && 'by' in told && typeof told.by === 'string' && 'percent' in told && typeof told.percent === 'string' && 'text' in told && typeof told.text === 'string';

const standingOf = (failure: unknown): Refused['standing'] => {
  const told = failure instanceof CallFailed && failure.code === 'consensus/proposal-changed' ? failure.facts['standing'] : null;
  return isStanding(told) ? { by: told.by, percent: told.percent, text: told.text } : null;
};

/** The board of one evaluation: what is open, how far apart it is, what is proposed, and what this person does about it. */
@Service({ autoProvided: false })
export class BoardStore implements OnDestroy {
  private readonly store = inject(EvaluationStore);
  private readonly live = inject(LiveFeed);
  private readonly announcer = inject(Announcer);
  private readonly refusals = inject(RefusalWords);
  private readonly transloco = inject(TranslocoService);
  private readonly shelf = inject(DraftShelf);
  private readonly questions = signal<readonly BoardQuestion[] | null>(null);
  private readonly locks = signal<readonly AreaLockView[]>([]);
  private readonly trouble = signal<string | null>(null);
  private readonly order = signal<readonly string[]>([]);
  private readonly altered = signal<ReadonlySet<string>>(new Set());
  private readonly fresh = signal<ReadonlySet<string>>(new Set());
  private readonly working = signal(false);
  private readonly refused = signal<Refused | null>(null);
  private readonly people = signal<readonly { person: string; question: string | null }[]>([]);
  private readonly chosenFilter = signal<Filter>('all');
  private readonly chosenSort = signal<Sort>('effect');
  private readonly focused = signal<string | null>(null);
  private readonly subscriptions = [
    this.store.reread.subscribe((changed) => void this.heard(changed)),
    // Where the board itself could not be read nobody has to ask again: the next sign of life does.
    this.live.checks.subscribe(() => this.trouble() !== null && void this.read()),
    this.live.presence.subscribe((presence) => presence.evaluationId === this.store.evaluation()?.id && this.people.set(presence.people)),
  ];

  readonly seats = computed(() => seatsOf(this.store.evaluators(), this.store.me(), this.store.former()));
  readonly rows = computed<Row[]>(() => {
    const [evaluation, questions] = [this.store.evaluation(), this.questions()];
    return evaluation && questions ? rowsOf(evaluation.instrument, questions, this.seats(), evaluation.policy) : [];
  });
  readonly loaded = computed(() => this.questions() !== null);
  readonly failure = this.trouble.asReadonly();
  readonly busy = this.working.asReadonly();
  readonly refusal = this.refused.asReadonly();
  readonly filter = this.chosenFilter.asReadonly();
  readonly sort = this.chosenSort.asReadonly();
  readonly tinted = this.fresh.asReadonly();
  readonly opened = computed(() => this.rows().filter((row) => row.state !== 'closed').length);
  readonly settled = computed(() => this.rows().filter((row) => row.state === 'settled').length);
  readonly counts = computed(() => (filter: Filter): number => this.rows().filter((row) => passes(row, filter)).length);
  /** The rows as they stand on screen: the order holds still until asked to change. */
  readonly shown = computed<Row[]>(() => {
    const byNumber = new Map(this.rows().map((row) => [row.question.number, row]));
    return this.order().flatMap((number) => byNumber.get(number) ?? []);
  });
  /** How many questions changed since the list was last put in order, when that would move something; else 0. */
  readonly changes = computed(() => (this.wanted().join() === this.order().join() ? 0 : Math.max(1, this.altered().size)));
  readonly sums = computed(() => {
    const evaluation = this.store.evaluation();
    if (!evaluation) return [];
    const marks = Object.fromEntries(this.rows().filter((row) => row.marks.length > 0).map((row) => [row.question.number, row.marks]));
    return sumChecks(evaluation.instrument, this.seats().map(({ person }) => person), marks, evaluation.policy);
  });
  readonly proposable = computed(() => proposable(this.rows()));
  readonly approvable = computed(() => approvable(this.rows(), this.store.me()));
  /** Beside a reference there is nobody to settle anything with. */
  readonly training = computed(() => this.store.evaluation()?.training === true);
  readonly mayAct = computed(() => this.store.isEvaluator() && this.store.evaluation()?.phase !== 'locked' && !this.training());
  /** What has been signed off, area by area. */
  readonly areaLocks = this.locks.asReadonly();
  readonly offline = computed(() => this.live.connection() === 'offline');
  readonly companions = computed(() => this.people().filter(({ person, question }) => person !== this.store.me() && question !== null && question === this.focused()).flatMap(({ person }) => this.seats().find((seat) => seat.person === person) ?? []));
  readonly current = computed(() => this.rows().find((row) => row.question.number === this.focused()) ?? null);

  constructor() {
    // Tells the others where we are, again after every reconnection; never about a question that is not open.
    effect(() => {
      const [evaluation, row] = [this.store.evaluation(), this.current()];
      if (!evaluation || !this.store.isEvaluator() || this.live.connection() !== 'connected') return;
      const question = row && row.state !== 'closed' ? row.question.number : null;
      untracked(() => this.live.focus({ evaluationId: evaluation.id, question }));
    });
  }

  readonly link = (number: string): string[] => ['/utvardering', this.store.evaluation()?.id ?? '', 'samsyn', number];

  look(number: string | null): void {
    if (this.focused() !== number) this.refused.set(null);
    this.focused.set(number);
  }

  arrange(change: { filter?: Filter; sort?: Sort } = {}): void {
    if (change.filter) this.chosenFilter.set(change.filter);
    if (change.sort) this.chosenSort.set(change.sort);
    this.altered.set(new Set());
    this.order.set(this.wanted());
  }

  private readonly wanted = computed(() => sorted(this.rows().filter((row) => passes(row, this.chosenFilter())), this.chosenSort()).map((row) => row.question.number));

  async read(): Promise<void> {
    const id = this.store.evaluation()?.id;
    if (!id || !this.store.isEvaluator()) return;
    try {
      const { questions, areas } = await call(consensus.board, { params: { id } });
      this.locks.set(areas);
      this.take(questions);
      this.trouble.set(null);
    } catch (failure) {
      this.trouble.set(this.wordsOf(failure));
    }
  }

  /** Puts a new answer in place: rows keep their position, what changed is tinted for two seconds. */
  take(questions: readonly BoardQuestion[]): void {
    const before = this.questions();
    const known = new Map((before ?? []).map((question) => [question.number, JSON.stringify(question)]));
    const first = before === null || this.opened() === 0;
    this.questions.set(questions);
    if (first) return this.arrange();
    const changed = questions.filter((question) => known.get(question.number) !== JSON.stringify(question)).map(({ number }) => number);
    if (changed.length === 0) return;
    this.altered.update((all) => new Set([...all, ...changed]));
    this.fresh.update((all) => new Set([...all, ...changed]));
    setTimeout(() => this.fresh.update((all) => new Set([...all].filter((number) => !changed.includes(number)))), 2000);
  }

  /** Whether every evaluator has signed the question's area off: nothing of it changes before somebody reopens it. */
  areaLocked(row: Row): boolean {
    return this.locks().some(({ area, lockedAt }) => area === row.area && lockedAt !== null);
  }

  mayChange(row: Row): boolean {
    return this.mayAct() && !this.areaLocked(row);
  }

  /** Whether the form stands open: at once when nobody has proposed, otherwise when the person has begun to write. */
  writes(row: Row): boolean {
    return this.mayChange(row) && row.state !== 'revote' && row.state !== 'closed' && (this.draft(row) !== null || row.state === 'open');
  }

  draft(row: Row): ProposalDraft | null {
    return this.shelf.read(this.key(row.question.number));
  }

  write(row: Row, change: Partial<ProposalDraft>): void {
    this.shelf.write(this.key(row.question.number), { ...(this.draft(row) ?? startOf(row)), ...change });
  }

  discard(row: Row): void {
    this.shelf.write(this.key(row.question.number), null);
    this.refused.set(null);
  }

  /** Sends the draft; what was typed stays unless the server took it. A draft that answers something older waits. */
  async propose(row: Row): Promise<boolean> {
    const draft = this.draft(row) ?? startOf(row);
    const { value } = percentOf(draft.percent);
    if (value === null || isStale(row, draft)) return false;
    const { number } = row.question;
    const body = { question: number, round: draft.round, answers: draft.answers, percent: draft.percent.replace(/\s*%\s*$/, '').trim(), text: draft.text, reason: draft.reason, cause: draft.cause };
    const done = await this.act(number, (id) => call(consensus.propose, { params: { id }, body: { proposals: [body] } }));
    if (done) this.shelf.write(this.key(number), null);
    return done;
  }

  approve(row: Row): Promise<boolean> {
    return row.standing ? this.approveThese([row]) : Promise.resolve(false);
  }

  approveThese(rows: readonly Row[]): Promise<boolean> {
    const approvals = rows.flatMap(({ question, standing }) => (standing ? [{ question: question.number, proposal: standing.number }] : []));
    if (approvals.length === 0) return Promise.resolve(false);
    return this.act(approvals.length === 1 ? (approvals[0]?.question ?? null) : null, (id) => call(consensus.approve, { params: { id }, body: { approvals } }));
  }

  /** Proposes the equal value or the mean on each of these questions at once. */
  proposeThese(rows: readonly Row[]): Promise<boolean> {
    const proposals = rows.flatMap(({ question, seen, answers, prefill }) =>
      prefill.percent === null ? [] : [{ question: question.number, round: seen.round, answers, percent: typed(prefill.percent), text: '', reason: '', cause: null }],
    );
    return proposals.length === 0 ? Promise.resolve(false) : this.act(null, (id) => call(consensus.propose, { params: { id }, body: { proposals } }));
  }

  openRound(row: Row, reason: string): Promise<boolean> {
    const question = row.question.number;
    return this.act(question, (id) => call(scoring.openRound, { params: { id }, body: { question, reason } }));
  }

  signArea(area: number): Promise<boolean> {
    return this.act(`area ${area}`, (id) => call(consensus.signArea, { params: { id }, body: { area } }));
  }

  reopenArea(area: number, reason: string): Promise<boolean> {
    return this.act(`area ${area}`, (id) => call(consensus.reopenArea, { params: { id }, body: { area, reason } }));
  }

  private async act(question: string | null, send: (id: string) => Promise<unknown>): Promise<boolean> {
    const id = this.store.evaluation()?.id;
    if (!id || this.working()) return false;
    this.working.set(true);
    this.refused.set(null);
    try {
      await send(id);
      await this.read();
      return true;
    } catch (failure) {
      const text = this.wordsOf(failure);
      // Another was faster: the board shows theirs, the form keeps ours.
      if (failure instanceof CallFailed && failure.code !== 'offline') await this.read();
      this.refused.set({ question, text, standing: standingOf(failure) });
      this.announcer.say(text);
      return false;
    } finally {
      this.working.set(false);
    }
  }

  private async heard(changed: Changed | null): Promise<void> {
    await this.read();
    const news = changed ? newsOf(changed.changes, { rows: this.rows(), seats: this.seats(), focused: this.focused() }) : [];
    for (const { key, facts } of news) this.announcer.say(this.transloco.translate(`consensus.news.${key}`, facts));
  }

  private wordsOf(failure: unknown): string {
    if (!(failure instanceof CallFailed)) throw failure;
    return this.refusals.of(failure);
  }

  private key(question: string): string {
    return `${this.store.evaluation()?.id ?? ''} ${this.store.me()} ${question}`;
  }

  ngOnDestroy(): void {
    for (const subscription of this.subscriptions) subscription.unsubscribe();
    const evaluation = this.store.evaluation();
    if (evaluation && this.store.isEvaluator()) this.live.focus({ evaluationId: evaluation.id, question: null });
  }
}
