import { afterNextRender, Component, computed, type ElementRef, inject, Injector, input, linkedSignal, signal, untracked, viewChild } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { RefusalWords } from '../http';
import { clock, Icon, type IconName } from '../look';
import { answerOf, answers, blocksOf, fitsHours, type Answer, type Block } from './guest-blocks';
import { GuestStore } from './guest-store';
import { dayIn, dayShortIn, spanIn } from './guest-times';

/** When somebody can: yes everywhere until something else is said, an hour at a time. Saved as it is answered. */
@Component({ selector: 'sam-guest-hours', imports: [Icon, TranslocoDirective], templateUrl: './guest-hours.html', styleUrls: ['./guest.css', './guest-hours.css'] })
export class GuestHours {
  protected readonly store = inject(GuestStore);
  private readonly transloco = inject(TranslocoService);
  private readonly refusals = inject(RefusalWords);
  private readonly injector = inject(Injector);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  /** Times are given out already: the hours are of less weight. */
  readonly after = input(false);
  protected readonly answers = answers;
  protected readonly icons: Readonly<Record<Answer, IconName>> = { yes: 'check', ifNeeded: 'ask', no: 'close' };
  private readonly language = computed(() => this.transloco.activeLang());
  protected readonly open = computed(() => this.store.page()?.asking ?? false);
  protected readonly halves = linkedSignal<boolean | null, boolean>({ source: computed(() => this.store.page() !== null), computation: () => untracked(() => !fitsHours(this.store.spans(), this.store.page()?.days ?? [])) });
  /** Who has answered before sees the answer, and who has a time is not asked first of all; the form opens on demand. */
  protected readonly finished = linkedSignal<boolean, boolean>({ source: this.open, computation: (open) => !open || untracked(() => this.after() || (this.store.page()?.answered ?? false)) });
  protected readonly answered = computed(() => this.store.page()?.answered ?? false);
  protected readonly tried = signal(false);
  protected readonly until = computed(() => {
    const until = this.store.page()?.until;
    return until ? dayIn(until, this.language()) : '';
  });
  protected readonly days = computed(() => {
    const spans = this.store.spans();
    return (this.store.page()?.days ?? []).map((own) => {
      const blocks = blocksOf(own, this.halves() ? 30 : 60).map((block) => ({ ...block, label: spanIn(block, this.language()), answer: answerOf(spans, block), evening: block.from >= own.to }));
      const all = answers.find((answer) => blocks.every((block) => block.answer === answer)) ?? null;
      return { day: own.day, title: dayIn(own.day, this.language()), blocks, all, later: blocks.find(({ evening }) => evening)?.from ?? null };
    });
  });
  /** Where halves say different things an hour cannot show it. */
  protected readonly mayFold = computed(() => fitsHours(this.store.spans(), this.store.page()?.days ?? []));
  protected readonly said = computed(() => this.days().map(({ day, all }) => ({
    title: dayIn(day, this.language()), all,
    lines: (['no', 'ifNeeded'] as const).flatMap((answer) => {
      const own = this.store.spans().filter((span) => span.day === day && span.answer === answer);
      return own.length === 0 ? [] : [{ answer, times: own.map((span) => spanIn(span, this.language())).join(', ') }];
    }),
  })));
  protected readonly savedAt = computed(() => clock(this.store.saving().at || new Date().toISOString(), this.language()));
  protected readonly refusal = computed(() => {
    const { failure, state } = this.store.saving();
    return failure && state === 'refused' ? this.refusals.of(failure) : '';
  });

  protected choose(block: Block, answer: Answer): void {
    this.store.answer({ day: block.day, from: block.from, to: block.to }, answer);
  }

  protected whole(blocks: readonly Block[], answer: Answer): void {
    this.store.answerAll(blocks.map(({ day, from, to }) => ({ day, from, to })), answer);
  }

  protected short(day: string): string {
    return dayShortIn(day, this.language());
  }

  protected async done(): Promise<void> {
    this.tried.set(true);
    if (!(await this.store.done())) return;
    this.turn(true);
  }

  protected turn(finished: boolean): void {
    this.tried.set(false);
    this.finished.set(finished);
    afterNextRender(() => this.heading()?.nativeElement.focus(), { injector: this.injector });
  }
}
