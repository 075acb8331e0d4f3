import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Instrument } from '@samsyn/domain';
import { EvaluationStore } from '../evaluation';
import { areaName, clock, Icon, Mark, shortDay } from '../look';
import { BoardStore } from './board-store';
import { RowWords } from './row-words';

/** The areas in which all is agreed: who has signed each off, and the way to open one again. Nothing while none is ready. */
@Component({ selector: 'sam-area-locks', imports: [Icon, Mark, RouterLink, TranslocoDirective], templateUrl: './area-locks.html', styleUrl: './area-locks.css' })
export class AreaLocks {
  readonly instrument = input.required<Instrument>();
  protected readonly store = inject(BoardStore);
  protected readonly words = inject(RowWords);
  private readonly evaluation = inject(EvaluationStore);
  /** The area that is about to be opened again, and why. */
  protected readonly opening = signal<number | null>(null);
  protected readonly reason = signal('');
  protected readonly tried = signal(false);
  protected readonly missing = computed(() => this.tried() && this.reason().trim() === '');
  protected readonly areas = computed(() => {
    const language = this.words.language();
    const when = (at: string): string => `${shortDay(at, language)} ${clock(at, language)}`;
    return this.instrument().areas.flatMap((area) => {
      const rows = this.store.rows().filter((row) => row.area === area.number);
      const lock = this.store.areaLocks().find((own) => own.area === area.number);
      if (!lock && (rows.length === 0 || rows.some((row) => row.state !== 'settled'))) return [];
      const signed = this.store.seats().flatMap((seat) => (lock?.signatures ?? []).filter(({ person }) => person === seat.person || seat.former.some((own) => own.person === person)).map(({ person, at }) => ({ seat, person, when: when(at) })));
      const waiting = this.store.seats().filter((seat) => !signed.some(({ person }) => person === seat.person));
      return [{ number: area.number, title: areaName(this.words.pick(area.title)), signed, locked: lock?.lockedAt ? when(lock.lockedAt) : null, mine: waiting.some(({ me }) => me), waiting: this.words.names(waiting.map(({ person }) => person), this.store.seats()) }];
    });
  });
  /** Every question is agreed: the report can be signed as a whole, which needs no area by itself. */
  protected readonly ready = computed(() => this.evaluation.evaluation()?.phase === 'report');
  protected readonly lock = computed(() => ['/utvardering', this.evaluation.evaluation()?.id ?? '', 'las']);

  protected sign(area: number): void {
    if (!this.store.busy() && !this.store.offline()) void this.store.signArea(area);
  }

  protected ask(area: number | null): void {
    this.opening.set(area);
    this.reason.set('');
    this.tried.set(false);
  }

  protected async reopen(area: number): Promise<void> {
    this.tried.set(true);
    if (this.reason().trim() !== '' && !this.store.offline() && (await this.store.reopenArea(area, this.reason().trim()))) this.ask(null);
  }
}
