import { Service, computed, signal } from '@angular/core';
import { evaluations } from '@samsyn/contract/routes';
import type { Area, Instrument, Question } from '@samsyn/domain';
import { call, CallFailed } from '../http';

const keyOf = (person: string): string => `samsyn.guidance.${person}`;

/**
 * What the evaluation's instrument says of where to look and why: read once per evaluation, beside the sheet and never in
 * its way, because an evaluation is sent without it. Whether the panel is open is remembered for each person here.
 */
@Service()
export class Guidance {
  private readonly whole = signal<Instrument | null>(null);
  private readonly trouble = signal<CallFailed | null>(null);
  private readonly reading = signal(false);
  private readonly wanted = signal(false);
  private evaluation = '';
  private person = '';

  readonly failure = this.trouble.asReadonly();
  readonly state = computed(() => (this.whole() ? 'ready' : this.trouble() && !this.reading() ? 'failed' : 'reading'));
  /** The instrument does say something about where to look. */
  readonly offered = computed(() => this.whole()?.areas.some((area) => area.questions.some(guides)) ?? false);
  /** The panel is on screen; while nothing is known, only for who wants it open. */
  readonly open = computed(() => this.wanted() && (this.offered() || this.whole() === null));

  /** Begins for this evaluation; safe to call again, which tries again after a failure. */
  async start(evaluation: string, person: string): Promise<void> {
    if (person !== this.person) this.wanted.set(localStorage.getItem(keyOf(person)) === 'open');
    this.person = person;
    if (evaluation !== this.evaluation) {
      this.evaluation = evaluation;
      this.whole.set(null);
      this.trouble.set(null);
      this.reading.set(false);
    }
    if (!this.whole()) await this.read();
  }

  async read(): Promise<void> {
    if (this.reading() || !this.evaluation) return;
    const asked = this.evaluation;
    this.reading.set(true);
    try {
      const whole = await call(evaluations.instrument, { params: { id: asked } });
      if (asked !== this.evaluation) return;
      this.whole.set(whole);
      this.trouble.set(null);
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      if (asked === this.evaluation) this.trouble.set(failure);
    } finally {
      if (asked === this.evaluation) this.reading.set(false);
    }
  }

  /** Opens or closes; an instrument that is known to say nothing stays silent. */
  turn(open: boolean): void {
    if (this.whole() && !this.offered()) return;
    this.wanted.set(open);
    localStorage.setItem(keyOf(this.person), open ? 'open' : 'closed');
    if (open && !this.whole()) void this.read();
  }

  /** The question with its guidance; null until it is read. */
  question(number: string): Question | null {
    return this.whole()?.areas.flatMap((area) => area.questions).find((question) => question.number === number) ?? null;
  }

  introduction(area: number): NonNullable<Area['introduction']> | null {
    return this.whole()?.areas.find(({ number }) => number === area)?.introduction ?? null;
  }
}

const guides = (question: Question): boolean => question.example !== undefined || question.criteria.some(({ lookFor }) => lookFor !== undefined);
