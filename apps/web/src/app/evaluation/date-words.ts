import { Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { nextDate, plannedStretches, swedishTime, type NextDate, type Phase, type PlannedDates, type Stretch } from '@samsyn/domain';
import { dayRange } from '../look';

export interface StretchLine {
  readonly what: Stretch;
  readonly when: string;
  readonly past: boolean;
}

/** Planned dates in calm words, in the chosen language: what is next and how long till then, and all that is planned. */
@Service()
export class DateWords {
  private readonly transloco = inject(TranslocoService);

  /** "Bedömning till 12 december, 6 dagar kvar"; empty when nothing lies ahead: what is past is no reproach. What was opened before its day does not begin on it. */
  next(dates: PlannedDates | undefined, phase: Phase = 'planning'): string {
    const { day: today } = swedishTime(new Date());
    const next = dates ? nextDate(phase === 'planning' ? dates : { ...dates, scoringFrom: null }, today) : null;
    if (!next) return '';
    const when = next.edge === 'ends' ? this.when(null, next.to, today) : this.when(next.from, next.to, today);
    return this.word('next', { what: this.word(`what.${next.what}`), when, left: this.left(next) });
  }

  stretches(dates: PlannedDates | undefined): StretchLine[] {
    const { day: today } = swedishTime(new Date());
    return dates ? plannedStretches(dates, today).map(({ what, from, to, past }) => ({ what, when: this.when(from, to, today), past })) : [];
  }

  /** One day in words, with its year when that is not this one. */
  day(day: string): string {
    return this.when(day, day, swedishTime(new Date()).day);
  }

  private when(from: string | null, to: string | null, today: string): string {
    const language = this.transloco.activeLang();
    const [first, last] = [from ?? to ?? today, to ?? from ?? today];
    const days = dayRange(first, last, language, first.slice(0, 4) !== today.slice(0, 4) || last.slice(0, 4) !== today.slice(0, 4));
    return from === null ? this.word('to', { day: days }) : to === null ? this.word('from', { day: days }) : days;
  }

  private left({ edge, left }: NextDate): string {
    return this.word(`${edge}.${left === 0 ? 'today' : left === 1 ? 'tomorrow' : 'later'}`, { n: left });
  }

  private word(key: string, facts: Record<string, string | number> = {}): string {
    return this.transloco.translate<string>(`evaluation.dates.${key}`, facts, this.transloco.activeLang());
  }
}
