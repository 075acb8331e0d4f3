import { Component, ElementRef, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { EvaluationView } from '@samsyn/contract';
import { evaluations } from '@samsyn/contract/routes';
import { ruleChanges, toldRule, type Policy } from '@samsyn/domain';
import { call, CallFailed, RefusalWords } from '../http';
import { Announcer, clock, Icon, Mark, shortDay } from '../look';
import { EvaluationStore } from './evaluation-store';
import { faultsOf, PolicyForm } from './policy-form';

const shownRules = ['amber', 'red', 'points', 'bands', 'tolerance', 'areaPoints', 'totalPoints', 'adjudicator'] as const;
/** Answers by which something else stands than what the person saw: it is read again at once. */
const outdated: ReadonlySet<string> = new Set(['evaluation/policy-proposal-changed', 'evaluation/no-policy-proposal', 'evaluation/locked']);

/** The rules once something is sealed: what holds, what somebody proposes to change, and the answer to it. */
@Component({ selector: 'sam-sealed-rules', imports: [Icon, Mark, PolicyForm, RouterLink, TranslocoDirective], templateUrl: './sealed-rules.html', styleUrls: ['./fields.css', './sealed-rules.css'] })
export class SealedRules {
  private readonly store = inject(EvaluationStore);
  private readonly refusals = inject(RefusalWords);
  private readonly announcer = inject(Announcer);
  private readonly transloco = inject(TranslocoService);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly evaluation = this.store.evaluation;
  /** What is typed, over the rules as they stand: what somebody else changes meanwhile is not undone by it. */
  private readonly patch = signal<Partial<Policy>>({});
  /** The proposal that stood when the person began to write. */
  private readonly answers = signal<number | null>(null);
  protected readonly writing = signal(false);
  protected readonly reason = signal('');
  protected readonly tried = signal(false);
  protected readonly busy = signal<'send' | 'approve' | 'decline' | ''>('');
  protected readonly done = signal('');
  private readonly failure = signal<CallFailed | null>(null);
  protected readonly refusal = computed(() => {
    const failure = this.failure();
    return failure ? this.refusals.of(failure) : '';
  });
  private readonly language = computed(() => (this.transloco.activeLang() === 'en' ? 'en' : 'sv'));

  protected readonly proposal = computed(() => this.evaluation()?.policyProposal ?? null);
  protected readonly mine = computed(() => this.proposal()?.by === this.store.me());
  protected readonly by = computed(() => {
    const proposal = this.proposal();
    if (!proposal) return null;
    const { by, at } = proposal;
    const seat = this.store.evaluator(by)?.seat ?? null;
    return { name: this.nameOf(by), seat, day: shortDay(at, this.language()), time: clock(at, this.language()), evaluator: seat !== null };
  });
  protected readonly changes = computed(() => {
    const [now, then] = [this.evaluation()?.policy, this.proposal()?.policy];
    return now && then ? ruleChanges(now, then).map((change) => this.told(change)) : [];
  });
  /** Every limit that is set, and the third assessor. */
  protected readonly rules = computed(() => {
    const policy = this.evaluation()?.policy;
    return policy ? shownRules.filter((rule) => policy[rule] !== undefined).map((rule) => this.told({ rule, before: null, after: policy[rule] ?? null })) : [];
  });
  protected readonly locked = computed(() => this.evaluation()?.phase === 'locked');

  protected readonly typed = computed(() => {
    const policy = this.evaluation()?.policy;
    return policy ? { ...policy, ...this.patch() } : null;
  });
  protected readonly third = computed(() => (this.evaluation()?.members ?? []).filter(({ active, role }) => active && role === 'adjudicator'));
  protected readonly wrong = computed(() => {
    const [now, typed] = [this.evaluation()?.policy, this.typed()];
    if (!now || !typed) return '';
    if (Object.keys(faultsOf(typed)).length > 0) return 'wrong';
    return ruleChanges(now, typed).length === 0 ? 'same' : '';
  });
  protected readonly missing = computed(() => this.tried() && this.reason().trim() === '');

  constructor() {
    let known = this.proposal()?.number ?? null;
    effect(() => {
      const proposal = this.proposal();
      const arrived = proposal !== null && proposal.number !== known && proposal.by !== this.store.me();
      known = proposal?.number ?? known;
      if (arrived) untracked(() => this.announcer.say(this.words('arrived', { name: this.nameOf(proposal.by) })));
    });
  }

  protected type(next: Policy): void {
    const now = this.evaluation()?.policy;
    if (now) this.patch.set(Object.fromEntries(ruleChanges(now, next).map(({ rule }) => [rule, next[rule]])));
  }

  protected appoint(person: string): void {
    const typed = this.typed();
    if (typed) this.type({ ...typed, adjudicator: person || null });
  }

  /** From what waits, or from what holds; what was typed before stays. */
  protected write(): void {
    const waiting = this.proposal();
    if (waiting && Object.keys(this.patch()).length === 0) this.type(waiting.policy);
    this.answers.set(waiting?.number ?? null);
    this.writing.set(true);
    this.forget();
    this.focus('#propose-title');
  }

  protected cancel(): void {
    this.writing.set(false);
    this.focus('#propose');
  }

  protected async send(): Promise<void> {
    const policy = this.typed();
    this.tried.set(true);
    if (!policy || this.wrong() || this.reason().trim() === '') return this.focus('[aria-invalid="true"]');
    const sent = await this.act('send', 'sent', (id) => call(evaluations.proposePolicy, { params: { id }, body: { policy, reason: this.reason().trim(), answers: this.answers() } }));
    if (!sent) return;
    this.writing.set(false);
    this.patch.set({});
    this.reason.set('');
    this.tried.set(false);
  }

  protected async approve(proposal: number): Promise<void> {
    await this.act('approve', 'approved', (id) => call(evaluations.approvePolicy, { params: { id }, body: { proposal } }));
  }

  protected async decline(proposal: number): Promise<void> {
    await this.act('decline', this.mine() ? 'withdrawn' : 'declined', (id) => call(evaluations.declinePolicy, { params: { id }, body: { proposal } }));
  }

  private async act(what: 'send' | 'approve' | 'decline', done: string, act: (id: string) => Promise<EvaluationView>): Promise<boolean> {
    const id = this.evaluation()?.id;
    if (!id || this.busy()) return false;
    this.busy.set(what);
    this.forget();
    try {
      this.store.show(await act(id));
      this.done.set(this.words(done, {}));
      this.announcer.say(this.done());
      this.focus('#rules-done');
      return true;
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.failure.set(failure);
      if (outdated.has(failure.code)) {
        await this.store.read();
        this.answers.set(this.proposal()?.number ?? null);
      }
      return false;
    } finally {
      this.busy.set('');
    }
  }

  private forget(): void {
    this.failure.set(null);
    this.done.set('');
  }

  private told(change: { readonly rule: string; readonly before: string | number | null; readonly after: string | number | null }): { rule: string; before: string; after: string } {
    const { rule, before, after } = toldRule(change, (person) => this.nameOf(person));
    const language = this.language();
    return { rule: `${rule[language].charAt(0).toUpperCase()}${rule[language].slice(1)}`, before: before[language], after: after[language] };
  }

  private nameOf(person: string): string {
    return this.evaluation()?.members.find((member) => member.person === person)?.name ?? '';
  }

  private focus(place: string): void {
    setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>(place)?.focus());
  }

  private words(key: string, figures: Record<string, string>): string {
    return this.transloco.translate<string>(`evaluation.sealedRules.${key}`, figures, this.transloco.activeLang());
  }
}
