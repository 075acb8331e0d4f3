import { Component, ElementRef, Injector, afterNextRender, computed, inject, input, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { differenceOf, divergenceCauses, pointsOf, type Exact } from '@samsyn/domain';
import { EvaluationStore } from '../evaluation';
import { clock, Icon, Mark, shortDay } from '../look';
import type { Row, Seat } from './board-row';
import { BoardStore } from './board-store';
import { faultsOf, isStale, needsCause, needsReason, percentOf, startOf, type DraftFault, type ProposalDraft } from './proposal-draft';
import { RowWords } from './row-words';

/** Where a question is settled: the form of a proposal, the proposal that stands, or the agreed value. */
@Component({ selector: 'sam-proposal-box', imports: [Icon, Mark, RouterLink, TranslocoDirective], templateUrl: './proposal-box.html', styleUrl: './proposal-box.css' })
export class ProposalBox {
  readonly row = input.required<Row>();
  readonly seats = input.required<readonly Seat[]>();
  protected readonly store = inject(BoardStore);
  protected readonly evaluation = inject(EvaluationStore);
  protected readonly words = inject(RowWords);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly valueField = viewChild<ElementRef<HTMLInputElement>>('value');
  private readonly blindField = viewChild<ElementRef<HTMLTextAreaElement>>('blindReason');
  private readonly blindReasons = signal<Readonly<Record<string, string>>>({});
  private readonly blindTried = signal(false);
  protected readonly causes = divergenceCauses;

  protected readonly number = computed(() => this.row().question.number);
  protected readonly kept = computed(() => this.store.draft(this.row()));
  protected readonly draft = computed(() => this.kept() ?? startOf(this.row()));
  protected readonly writing = computed(() => this.store.writes(this.row()));
  protected readonly blinding = computed(() => this.blindReasons()[this.number()] !== undefined);
  protected readonly blindText = computed(() => this.blindReasons()[this.number()] ?? '');
  protected readonly blindMissing = computed(() => this.blindTried() && this.blindText().trim() === '');
  protected readonly reasonNeeded = computed(() => needsReason(this.row(), this.draft()));
  protected readonly causeNeeded = computed(() => needsCause(this.row()));
  protected readonly asksCause = computed(() => this.row().divergence?.band !== 'within');
  protected readonly points = computed(() => {
    const { value } = percentOf(this.draft().percent);
    return value === null ? null : this.words.figure(pointsOf(value, this.row().question.max));
  });
  protected readonly stale = computed(() => this.kept() !== null && isStale(this.row(), this.draft()));
  protected readonly refusal = computed(() => (this.store.refusal()?.question === this.number() ? this.store.refusal() : null));
  /** What came meanwhile: from the board, or from the refusal when the board could not be read. */
  protected readonly newer = computed(() => {
    if (this.stale()) return this.row().standing ?? this.row().settled;
    return this.refusal()?.standing ?? null;
  });
  protected readonly mine = computed(() => this.row().waiting.includes(this.evaluation.me()));
  protected readonly approvers = computed(() => {
    const value = this.row().settled ?? this.row().standing;
    return (value?.approvals ?? []).filter(({ person }) => person !== value?.by).map(({ person }) => person);
  });

  /** A fault of the form: a wrong value at once, what is missing after the first try to send. */
  protected fault(which: 'percent' | 'reason' | 'cause'): DraftFault | null {
    const draft = this.draft();
    const found = faultsOf(this.row(), draft).find((fault) => fault.startsWith(which));
    return found && (draft.tried || found === 'percent-range' || found === 'percent-step') ? found : null;
  }

  /** By which limits the question diverges although its percents lie near; empty otherwise. */
  protected flagged(): string {
    const { divergence } = this.row();
    return divergence && !divergence.amberBy.includes('share') ? this.words.why(divergence) : '';
  }

  protected prefillWord(): string {
    const { prefill, divergence } = this.row();
    if (prefill.kind !== 'empty') return prefill.kind;
    if (!divergence || divergence.missing.length === 0) return this.flagged() === '' ? 'empty' : 'emptyFlagged';
    return this.row().voices.every(({ sheet }) => sheet.standing === 'notApplicable') ? 'emptyNotApplicable' : 'emptyMissing';
  }

  protected reasonWord(): string {
    return this.row().state === 'settled' ? 'reasonChange' : this.row().prefill.percent === null ? 'reasonFree' : 'reasonNeeded';
  }

  protected pointsOf(percent: Exact): string {
    return this.words.figure(pointsOf(percent, this.row().question.max));
  }

  /** From each evaluator's percent to the value, with sign. */
  protected distances(percent: Exact): { seat: Seat; text: string }[] {
    return this.seats().flatMap((seat) => {
      const own = this.row().marks.find(({ person }) => person === seat.person)?.percent;
      return own ? [{ seat, text: this.words.signed(differenceOf(percent, own)) }] : [];
    });
  }

  protected when(at: string): string {
    const language = this.words.language();
    const today = shortDay(new Date().toISOString(), language) === shortDay(at, language);
    return today ? clock(at, language) : `${shortDay(at, language)} ${clock(at, language)}`;
  }

  protected write(change: Partial<ProposalDraft>): void {
    this.store.write(this.row(), change);
  }

  protected async send(): Promise<void> {
    this.write({ tried: true });
    if (faultsOf(this.row(), this.draft()).length > 0) return this.focusFault();
    if (this.store.offline()) return;
    await this.follow(this.store.propose(this.row()));
  }

  /** The writer has seen what came meanwhile and still proposes their own. */
  protected async sendAnyway(): Promise<void> {
    this.write({ answers: this.row().answers, round: this.row().seen.round });
    await this.send();
  }

  approve(): void {
    if (this.mine() && !this.store.offline() && this.store.mayChange(this.row())) void this.follow(this.store.approve(this.row()));
  }

  /** What was pressed is gone: the keyboard goes on at what stands now, unless it was elsewhere on the board all along. */
  private async follow(act: Promise<boolean>): Promise<void> {
    const here = this.host.nativeElement.contains(document.activeElement);
    if ((await act) && here) afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>('#prop-title')?.focus({ preventScroll: true }), { injector: this.injector });
  }

  other(): void {
    if (!this.store.mayChange(this.row()) || this.row().state === 'revote' || this.row().state === 'closed') return;
    this.write({});
    afterNextRender(() => this.reach(), { injector: this.injector });
  }

  /** Brings the whole form on screen, with the first field ready to be written over. */
  reach(): void {
    const field = this.valueField()?.nativeElement;
    field?.select();
    field?.focus({ preventScroll: true });
    field?.closest('form')?.scrollIntoView({ block: 'nearest' });
  }

  blind(): void {
    if (!this.store.mayChange(this.row()) || this.row().state === 'revote' || this.row().state === 'closed') return;
    this.blindTried.set(false);
    this.keepBlind(this.blindText());
    afterNextRender(() => this.blindField()?.nativeElement.focus(), { injector: this.injector });
  }

  protected keepBlind(text: string | null): void {
    const { [this.number()]: _gone, ...rest } = this.blindReasons();
    this.blindReasons.set(text === null ? rest : { ...rest, [this.number()]: text });
  }

  protected async openRound(): Promise<void> {
    this.blindTried.set(true);
    if (this.blindText().trim() === '' || this.store.offline()) return this.blindField()?.nativeElement.focus();
    if (await this.store.openRound(this.row(), this.blindText().trim())) this.keepBlind(null);
  }

  private focusFault(): void {
    const host = this.valueField()?.nativeElement.closest('form');
    afterNextRender(() => host?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), { injector: this.injector });
  }
}
