import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { RefusalWords } from '../http';
import { clock, Icon, longDay, shortDay, Trouble, Waiting } from '../look';
import { GuestHours } from './guest-hours';
import { GuestInterview } from './guest-interview';
import { GuestStore } from './guest-store';

/** What an interviewee sees behind the personal link, without an account: the own hours, the own times, the own answers. */
@Component({
  selector: 'sam-guest-page',
  imports: [GuestHours, GuestInterview, Icon, TranslocoDirective, Trouble, Waiting],
  providers: [GuestStore],
  templateUrl: './guest-page.html',
  styleUrls: ['./guest.css', './guest-page.css'],
})
export class GuestPage {
  protected readonly store = inject(GuestStore);
  private readonly transloco = inject(TranslocoService);
  private readonly refusals = inject(RefusalWords);
  readonly token = input.required<string>();
  protected readonly page = this.store.page;
  protected readonly interviews = computed(() => [...(this.page()?.interviews ?? [])].sort((a, b) => a.day.localeCompare(b.day) || a.start - b.start));
  /** The question about hours stands open, or its answer can still be read. */
  protected readonly hours = computed(() => {
    const page = this.page();
    return page !== null && page.days.length > 0 && (page.asking || (page.answered && page.interviews.length === 0));
  });
  protected readonly copyFrom = computed(() => {
    const at = this.store.copyFrom();
    const language = this.transloco.activeLang();
    return at === null ? '' : `${shortDay(at, language)} ${clock(at, language)}`;
  });
  protected readonly trouble = computed(() => {
    const failure = this.store.failure();
    this.transloco.activeLang();
    return failure ? this.refusals.of(failure) : '';
  });

  /** The day by which the data are gone at the latest. */
  protected readonly until = computed(() => {
    const day = this.page()?.care.until;
    return day === undefined ? '' : longDay(day, this.transloco.activeLang());
  });

  constructor() {
    effect(() => {
      const token = this.token();
      untracked(() => void this.store.open(token));
    });
  }

  /** What somebody has written as a sentence, with its full stop. */
  protected sentence(text: string): string {
    return text === '' || /[.!?]$/.test(text) ? text : `${text}.`;
  }
}
