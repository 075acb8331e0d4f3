import { Component, Injector, afterNextRender, computed, inject, signal, viewChild } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { evaluations } from '@samsyn/contract/routes';
import { nudgedToday } from '@samsyn/domain';
import { call, CallFailed, RefusalWords } from '../http';
import { Announcer, clock, dayOfMonth, Icon, Mark } from '../look';
import { EvaluationStore } from './evaluation-store';
import { ReplaceDialog } from './replace-dialog';
import { seatsOf, type SeatLine } from './seat-lines';

/** Who has sealed how much, seat by seat; whom one may nudge, and for the coordinator the way to give a seat to another. */
@Component({ selector: 'sam-seats', imports: [Icon, Mark, ReplaceDialog, TranslocoDirective], templateUrl: './seats.html', styleUrl: './seats.css' })
export class Seats {
  private readonly store = inject(EvaluationStore);
  private readonly refusals = inject(RefusalWords);
  private readonly announcer = inject(Announcer);
  private readonly transloco = inject(TranslocoService);
  private readonly injector = inject(Injector);
  private readonly dialog = viewChild.required(ReplaceDialog);
  protected readonly busy = signal('');
  private readonly failure = signal<{ seat: number; failure: CallFailed } | null>(null);
  protected readonly coordinates = computed(() => this.store.evaluation()?.members.some((member) => member.active && member.person === this.store.me() && member.role === 'coordinator') ?? false);
  protected readonly mayReplace = computed(() => this.coordinates() && !['planning', 'locked'].includes(this.store.evaluation()?.phase ?? 'locked'));
  protected readonly lines = computed(() => {
    const evaluation = this.store.evaluation();
    return evaluation ? seatsOf(evaluation) : [];
  });

  protected mayNudge(line: SeatLine): boolean {
    return this.store.evaluation()?.phase === 'scoring' && line.sealed < line.of && !line.me && (this.coordinates() || this.store.isEvaluator());
  }

  /** The time of day of a nudge of today; empty when there was none. */
  protected nudged(line: SeatLine): string {
    const at = nudgedToday(line.nudgedAt, new Date().toISOString());
    return at === null ? '' : clock(at, this.transloco.activeLang());
  }

  protected day(at: string): string {
    return dayOfMonth(at, this.transloco.activeLang());
  }

  protected refusal(line: SeatLine): string {
    const failed = this.failure();
    return failed?.seat === line.seat ? this.refusals.of(failed.failure) : '';
  }

  protected replace(line: SeatLine): void {
    this.dialog().open(line);
  }

  protected async nudge(line: SeatLine): Promise<void> {
    const id = this.store.evaluation()?.id;
    if (!id || this.busy()) return;
    this.busy.set(line.person);
    this.failure.set(null);
    try {
      this.store.show(await call(evaluations.nudge, { params: { id }, body: { person: line.person } }));
      this.announcer.say(this.transloco.translate('evaluation.seats.nudgedNow', { name: line.name }));
      // The button is gone for today: the keyboard stays where it was, on what says so.
      afterNextRender(() => document.getElementById(`nudged-${line.seat}`)?.focus(), { injector: this.injector });
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.failure.set({ seat: line.seat, failure });
    } finally {
      this.busy.set('');
    }
  }
}
