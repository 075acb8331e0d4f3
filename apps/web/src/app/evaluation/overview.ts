import { Component, Injector, afterNextRender, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { evaluations } from '@samsyn/contract/routes';
import { amberFrom, phases } from '@samsyn/domain';
import { call, CallFailed, RefusalWords } from '../http';
import { Announcer, Icon, Mark } from '../look';
import { DateWords } from './date-words';
import { EvaluationList } from './evaluation-list';
import { EvaluationStore } from './evaluation-store';
import { Seats } from './seats';

const places: Readonly<Partial<Record<string, string>>> = { seal: 'poangark', settle: 'samsyn', approve: 'samsyn', sign: 'las', rules: 'installningar' };

/** Where the evaluation stands: phases, who does what next, how many each has sealed, the team, the rules. */
@Component({ selector: 'sam-overview', imports: [EvaluationList, Icon, Mark, RouterLink, Seats, TranslocoDirective], templateUrl: './overview.html', styleUrls: ['./overview.css', './overview-small.css'] })
export class Overview {
  private readonly store = inject(EvaluationStore);
  private readonly refusals = inject(RefusalWords);
  private readonly announcer = inject(Announcer);
  private readonly dates = inject(DateWords);
  private readonly transloco = inject(TranslocoService);
  private readonly injector = inject(Injector);
  protected readonly evaluation = this.store.evaluation;
  protected readonly busy = signal(false);
  private readonly failure = signal<CallFailed | null>(null);
  protected readonly refusal = computed(() => {
    const failure = this.failure();
    return failure ? this.refusals.of(failure) : '';
  });
  protected readonly track = computed(() => {
    const now = phases.indexOf(this.evaluation()?.phase ?? 'planning');
    return phases.map((phase, at) => ({ phase, state: at < now || (at === now && phase === 'locked') ? 'done' : at === now ? 'now' : '' }));
  });
  protected readonly coordinator = computed(() => this.evaluation()?.members.some((member) => member.active && member.person === this.store.me() && member.role === 'coordinator') ?? false);
  /** Contact or observer: sees how far the whole has come, never who sealed what. */
  protected readonly watches = computed(() => this.evaluation() !== null && !this.coordinator() && !this.store.isEvaluator());
  protected readonly delivers = computed(() => this.evaluation()?.members.some((member) => member.active && member.person === this.store.me() && member.role === 'contact') ?? false);
  /** Until the report is being signed the municipality may still hand in. */
  protected readonly open = computed(() => ['planning', 'scoring', 'consensus'].includes(this.evaluation()?.phase ?? ''));
  /** From where a question is a divergence where points or levels count too: "15 procentenheter, 3 poäng eller 2 nivåer isär". */
  protected readonly allLimits = computed(() => {
    const policy = this.evaluation()?.policy;
    return policy && (policy.points ?? policy.bands) !== undefined ? amberFrom(policy)[this.transloco.activeLang() === 'en' ? 'en' : 'sv'] : '';
  });
  /** The next planned day, until the lock; and all that are planned. */
  protected readonly ahead = computed(() => (this.evaluation()?.phase === 'locked' ? '' : this.dates.next(this.evaluation()?.dates, this.evaluation()?.phase)));
  protected readonly planned = computed(() => this.dates.stretches(this.evaluation()?.dates));
  protected readonly mayPlan = computed(() => this.coordinator() && this.evaluation()?.phase !== 'locked');
  protected readonly others = computed(() => (this.evaluation()?.members ?? []).filter((member) => member.active && member.role !== 'evaluator'));
  protected readonly evaluators = this.store.evaluators;
  /** Who does what next: the person's own lines first, otherwise in the order they came. */
  protected readonly waiting = computed(() => {
    const evaluation = this.evaluation();
    const rows = (evaluation?.waiting ?? []).map((line, at) => {
      const member = evaluation?.members.findLast((one) => one.person === line.person);
      const me = line.person === this.store.me();
      const forMe = me || (line.person === null && (line.what === 'openScoring' ? this.coordinator() : this.store.isEvaluator()));
      const one = line.count === 1 && ['seal', 'settle', 'approve'].includes(line.what);
      return {
        at, me, count: line.count, what: line.what, words: one ? `${line.what}One` : line.what, name: member?.name ?? '', seat: member?.role === 'evaluator' ? member.seat : null,
        link: forMe ? places[line.what] ?? null : null, opens: line.what === 'openScoring' && this.coordinator(),
      };
    });
    return rows.sort((a, b) => Number(b.me) - Number(a.me) || a.at - b.at);
  });

  constructor() {
    const router = inject(Router);
    // A training has no team, no phases and no lock to look over: it begins with what there is to read.
    effect(() => {
      const evaluation = this.evaluation();
      if (evaluation?.training) void router.navigate(['/utvardering', evaluation.id, 'underlag'], { replaceUrl: true });
    });
  }

  protected async openScoring(): Promise<void> {
    const evaluation = this.evaluation();
    if (!evaluation || this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      this.store.show(await call(evaluations.openScoring, { params: { id: evaluation.id } }));
      this.announcer.say(this.transloco.translate('evaluation.overview.openedNow'));
      // The button is gone: the keyboard goes on at what is next now.
      afterNextRender(() => document.getElementById('next')?.focus(), { injector: this.injector });
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.failure.set(failure);
    } finally {
      this.busy.set(false);
    }
  }
}
