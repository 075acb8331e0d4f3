import { Service, computed, effect, inject, signal, untracked, type OnDestroy } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { PlanDesk } from '@samsyn/contract';
import { interviews } from '@samsyn/contract/routes';
import { applyCommand, countOf, findings, planDifference, Refusal, type Finding, type PlanCommand, type PlanItem, type VisitPlan } from '@samsyn/domain';
import { EvaluationStore } from '../evaluation';
import { call, CallFailed, keep, kept, RefusalWords } from '../http';
import { LiveFeed } from '../live';
import { Announcer } from '../look';
import { clashOf, enqueued, subjectOf, withWaiting, type Clash } from './plan-queue';
import { byTime } from './plan-time';
import { undoOf, type Step } from './plan-undo';
import { countsOf, nameIn, worldOf } from './plan-world';

interface Done {
  readonly label: string;
  readonly before: VisitPlan;
  readonly commands: readonly PlanCommand[];
}

const steps = 50;

/**
 * The planning desk. A change shows at once, by the same rules as the server's, and is sent after those before it. What
 * a colleague changed meanwhile is shown beside one's own; without network nothing new is begun and what waits is kept.
 */
@Service({ autoProvided: false })
export class PlanStore implements OnDestroy {
  private readonly evaluation = inject(EvaluationStore);
  private readonly live = inject(LiveFeed);
  private readonly announcer = inject(Announcer);
  private readonly refusals = inject(RefusalWords);
  private readonly transloco = inject(TranslocoService);
  private readonly answer = signal<PlanDesk | null>(null);
  private readonly queue = signal<readonly PlanCommand[]>([]);
  private readonly trouble = signal<string | null>(null);
  private readonly refused = signal('');
  private readonly clashes = signal<Clash | null>(null);
  private readonly done = signal<readonly Done[]>([]);
  private readonly working = signal(false);
  private readonly chosen = signal<string | null>(null);
  private pumping = false;
  private counted = '';
  private readonly subscriptions = [
    this.evaluation.reread.subscribe((changed) => (!changed || changed.changes.some(({ kind }) => kind === 'plan' || kind === 'team')) && void this.read()),
    this.live.checks.subscribe(() => void this.goOn()),
  ];

  readonly desk = this.answer.asReadonly();
  readonly failure = this.trouble.asReadonly();
  readonly refusal = this.refused.asReadonly();
  readonly clash = this.clashes.asReadonly();
  readonly busy = this.working.asReadonly();
  readonly waiting = computed(() => this.queue().length);
  readonly offline = computed(() => this.live.connection() === 'offline');
  readonly mayPlan = computed(() => this.answer()?.mayPlan === true);
  readonly mayEdit = computed(() => this.mayPlan() && !this.offline());
  /** What the last change was, while it can be taken back. */
  readonly last = computed(() => this.done().at(-1)?.label ?? null);
  readonly plan = computed<VisitPlan | null>(() => {
    const desk = this.answer();
    return desk && withWaiting(desk.plan, this.queue(), this.evaluation.me());
  });
  readonly world = computed(() => {
    const [desk, plan] = [this.answer(), this.plan()];
    return desk && plan ? worldOf(desk, plan) : null;
  });
  readonly findings = computed<Finding[]>(() => {
    const world = this.world();
    return world ? findings(world) : [];
  });
  readonly counts = computed(() => countsOf(this.findings()));
  readonly released = computed(() => this.answer()?.released ?? null);
  readonly differences = computed(() => {
    const [released, plan] = [this.released(), this.plan()];
    return released && plan ? countOf(planDifference(released.plan, plan)) : 0;
  });
  readonly name = computed(() => nameIn(this.answer() ?? { people: [], evaluators: [] }));
  /** The chosen item; at first what stands in the way, else the first interview. */
  readonly selected = computed<PlanItem | null>(() => {
    const items = this.plan()?.items ?? [];
    const chosen = this.chosen();
    if (chosen !== null) return items.find(({ id }) => id === chosen) ?? null;
    const [first] = this.findings().flatMap((finding) => finding.items);
    return items.find(({ id }) => id === first) ?? [...items].sort(byTime).find(({ kind }) => kind === 'interview') ?? null;
  });
  readonly evaluationId = computed(() => this.evaluation.evaluation()?.id ?? '');

  constructor() {
    effect(() => {
      if (this.evaluationId()) untracked(() => void this.begin());
    });
    // What has not been taken in yet outlives a reload of the page.
    effect(() => {
      const queue = this.queue();
      if (this.answer()) keep(this.key(), queue, sessionStorage);
    });
    // After a change, of one's own or a colleague's: how much is left to put right.
    effect(() => {
      const { red, yellow } = this.counts();
      if (this.answer()) untracked(() => this.tellCounts(red, yellow));
    });
  }

  select(item: string | null): void {
    this.chosen.set(item);
  }

  private async begin(): Promise<void> {
    this.queue.set(kept<PlanCommand[]>(this.key(), sessionStorage) ?? []);
    await this.goOn();
    await this.read();
  }

  async read(): Promise<void> {
    try {
      this.take(await call(interviews.desk, { params: { id: this.evaluationId() } }));
      this.trouble.set(null);
    } catch (failure) {
      this.trouble.set(this.wordsOf(failure));
    }
  }

  /** Changes the plan by these steps, as one to be taken back. False when a rule or the missing network stood against it. */
  change(label: string, ...all: readonly (Step | PlanCommand)[]): boolean {
    const before = this.plan();
    if (!before || !this.mayEdit()) return this.say(this.transloco.translate(this.offline() ? 'interviews.plan.offlineEdit' : 'interviews.plan.notYours'));
    const commands: PlanCommand[] = [];
    let now = before;
    let command: PlanCommand | null = null;
    try {
      for (const one of all) {
        command = typeof one === 'function' ? one(now) : one;
        if (!command) continue;
        now = applyCommand(now, command, this.evaluation.me(), new Date().toISOString());
        commands.push(command);
      }
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      // A form that was open while a colleague changed the same thing: both versions, before anything is sent.
      if (command && (failure.code === 'interviews/stale' || failure.code === 'interviews/unknown')) this.clashes.set(clashOf(now, command));
      return this.say(this.refusals.of(new CallFailed(failure.code, failure.facts)));
    }
    this.refused.set('');
    this.queue.update((waiting) => commands.reduce((sum, command) => enqueued(sum, command, this.pumping ? 1 : 0), waiting));
    if (label !== '' && commands.some(({ kind }) => kind !== 'override')) this.done.update((done) => [...done, { label, before, commands }].slice(-steps));
    void this.pump();
    return true;
  }

  /** Takes the last own change back; what others changed since stays. */
  undo(): void {
    const last = this.done().at(-1);
    if (!last || !this.mayEdit()) return;
    if (!this.change('', ...undoOf(last.before, last.commands))) return;
    this.done.update((done) => done.slice(0, -1));
    this.announcer.say(this.transloco.translate('interviews.plan.undone', { what: last.label }));
  }

  /** Of two versions of the same thing, one's own goes over the colleague's, or is given up. */
  settle(keep: 'mine' | 'theirs'): void {
    const clash = this.clashes();
    this.clashes.set(null);
    this.refused.set('');
    if (!clash || keep === 'theirs') return;
    const edition = clash.theirs?.edition ?? 0;
    if (clash.what === 'frame') this.change('', { kind: 'setFrame', edition, ...clash.mine });
    else this.change('', clash.what === 'item' ? { kind: 'putItem', item: { ...clash.mine, edition } } : { kind: 'putGroup', group: { ...clash.mine, edition } });
  }

  hush(): void {
    this.refused.set('');
  }

  /** A call that answers the desk, after the changes that wait; what it is refused with is said and shown. */
  async send(make: (id: string) => Promise<PlanDesk>): Promise<boolean> {
    if (!this.mayEdit()) return this.say(this.transloco.translate('interviews.plan.offlineEdit'));
    this.working.set(true);
    this.refused.set('');
    await this.pump();
    try {
      this.take(await make(this.evaluationId()));
      return true;
    } catch (failure) {
      return this.say(this.wordsOf(failure));
    } finally {
      this.working.set(false);
    }
  }

  /** Reminds those of them who were asked and have not answered; without names, all of them. */
  async remind(people?: readonly string[]): Promise<void> {
    if (await this.send((id) => call(interviews.remind, { params: { id }, body: { people: people && [...people] } }))) this.announcer.say(this.transloco.translate('interviews.plan.ask.reminded'));
  }

  /** An answer that is older than what is known is passed over. */
  private take(desk: PlanDesk): void {
    const known = this.answer();
    if (!known || desk.plan.edition >= known.plan.edition) this.answer.set(desk);
  }

  private async pump(): Promise<void> {
    if (this.pumping) return;
    this.pumping = true;
    try {
      for (let next = this.queue()[0]; next; next = this.queue()[0]) {
        try {
          const desk = await call(interviews.command, { params: { id: this.evaluationId() }, body: next });
          this.queue.update(([, ...rest]) => rest);
          this.take(desk);
        } catch (failure) {
          if (!(failure instanceof CallFailed)) throw failure;
          // Nothing was heard: it stays in its place and is sent again.
          if (failure.code === 'offline' || failure.status >= 500) return;
          await this.refuse(next, failure);
        }
      }
    } finally {
      this.pumping = false;
    }
  }

  /** What the server would not have goes, with all that built on it; two versions of one thing are laid side by side. */
  private async refuse(command: PlanCommand, failure: CallFailed): Promise<void> {
    const subject = subjectOf(command);
    const later = this.queue().filter((own) => subjectOf(own) === subject).at(-1) ?? command;
    this.queue.update(([, ...rest]) => rest.filter((own) => subjectOf(own) !== subject));
    this.done.set([]);
    const stale = failure.code === 'interviews/stale' || failure.code === 'interviews/unknown';
    if (stale) await this.read();
    const now = this.answer()?.plan;
    const clash = stale && now ? clashOf(now, later) : null;
    this.clashes.set(clash);
    const settled = stale && clash === null && (command.kind === 'putItem' || command.kind === 'putGroup' || command.kind === 'setFrame');
    if (!settled) this.say(this.refusals.of(failure));
  }

  private async goOn(): Promise<void> {
    if (this.queue().length > 0) await this.pump();
    else if (this.answer()) await this.read();
  }

  private say(text: string): false {
    this.refused.set(text);
    this.announcer.say(text);
    return false;
  }

  private tellCounts(red: number, yellow: number): void {
    const now = `${red} ${yellow}`;
    if (this.counted !== '' && this.counted !== now) this.announcer.say(this.transloco.translate('interviews.plan.countsSaid', { red, yellow }));
    this.counted = now;
  }

  private key(): string {
    return `samsyn.plan.${this.evaluation.me()}.${this.evaluationId()}`;
  }

  private wordsOf(failure: unknown): string {
    if (!(failure instanceof CallFailed)) throw failure;
    return this.refusals.of(failure);
  }

  ngOnDestroy(): void {
    for (const subscription of this.subscriptions) subscription.unsubscribe();
  }
}
