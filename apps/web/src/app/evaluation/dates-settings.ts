import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { evaluations } from '@samsyn/contract/routes';
import { dateChanges, dateFaults, noDates, plannedDates, type PlannedDates } from '@samsyn/domain';
import { call, CallFailed, RefusalWords } from '../http';
import { Icon } from '../look';
import { DateFields } from './date-fields';
import { DateWords } from './date-words';
import { EvaluationStore } from './evaluation-store';

/** The planned dates, to be changed by the coordinator until the lock. What somebody else writes meanwhile is shown beside what is typed. */
@Component({ selector: 'sam-dates-settings', imports: [DateFields, Icon, TranslocoDirective], templateUrl: './dates-settings.html', styleUrls: ['./fields.css', './dates-settings.css'] })
export class DatesSettings {
  private readonly store = inject(EvaluationStore);
  private readonly refusals = inject(RefusalWords);
  private readonly words = inject(DateWords);
  private readonly stored = computed(() => this.store.evaluation()?.dates ?? noDates);
  /** The dates typed anew, over what stood when the first of them was. */
  private readonly typed = signal<Partial<PlannedDates>>({});
  private readonly read = signal<PlannedDates | null>(null);
  private readonly failure = signal<CallFailed | null>(null);
  protected readonly busy = signal(false);
  protected readonly done = signal(false);
  protected readonly phase = computed(() => this.store.evaluation()?.phase ?? 'locked');
  protected readonly shown = computed<PlannedDates>(() => ({ ...this.stored(), ...this.typed() }));
  protected readonly unchanged = computed(() => dateChanges(this.stored(), this.shown()).length === 0);
  /** What somebody else has changed since this was begun. */
  protected readonly newer = computed(() => {
    const read = this.read();
    return read ? dateChanges(read, this.stored()) : [];
  });
  protected readonly refusal = computed(() => {
    const failure = this.failure();
    return failure && this.newer().length === 0 ? this.refusals.of(failure) : '';
  });

  protected type(dates: PlannedDates): void {
    const changed = plannedDates.filter((date) => dates[date] !== this.stored()[date]);
    this.done.set(false);
    this.typed.set(Object.fromEntries(changed.map((date) => [date, dates[date]])));
    if (changed.length === 0) this.read.set(null);
    else if (!this.read()) this.read.set(this.stored());
  }

  /** Goes on with what is typed, over what stands now. */
  protected keepMine(): void {
    this.read.set(this.stored());
  }

  protected takeTheirs(): void {
    this.typed.set({});
    this.read.set(null);
    this.failure.set(null);
  }

  protected day(day: string | null): string {
    return day === null ? '' : this.words.day(day);
  }

  protected async save(): Promise<void> {
    const seen = this.store.evaluation();
    if (!seen || this.busy() || this.unchanged() || this.newer().length > 0 || dateFaults(this.shown()).length > 0) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      this.store.show(await call(evaluations.setDates, { params: { id: seen.id }, body: { dates: this.shown(), edition: seen.datesEdition } }));
      this.takeTheirs();
      this.done.set(true);
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.failure.set(failure);
      if (failure.code === 'evaluation/dates-changed') await this.store.read();
    } finally {
      this.busy.set(false);
    }
  }
}
