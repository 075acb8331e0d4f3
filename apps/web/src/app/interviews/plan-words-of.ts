import { Service, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { TranslocoService } from '@jsverse/transloco';
import { endOf, findingLine, lengthWords, type Finding, type PlanItem, type Span } from '@samsyn/domain';
import { filter, scan } from 'rxjs';
import { clockIn, dayIn, dayShortIn, spanIn } from './guest-times';
import { englishLine } from './plan-english';
import { PlanStore } from './plan-store';
import { numberOf, titleIn } from './plan-world';

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** How the plan's things are called on every part of the desk, in the chosen language. */
@Service({ autoProvided: false })
export class PlanWords {
  private readonly store = inject(PlanStore);
  private readonly transloco = inject(TranslocoService);
  readonly language = computed(() => this.transloco.activeLang());
  /** A language may be chosen before its words have arrived: what was said meanwhile is said again. */
  private readonly arrived = toSignal(this.transloco.events$.pipe(filter(({ type }) => type === 'translationLoadSuccess'), scan((sum) => sum + 1, 0)), { initialValue: 0 });

  t(key: string, facts: Readonly<Record<string, unknown>> = {}): string {
    this.arrived();
    return this.transloco.translate(`interviews.plan.${key}`, { ...facts }, this.language());
  }

  /** "Tisdag 10 november" */
  day(day: string): string {
    return capital(dayIn(day, this.language()));
  }

  dayShort(day: string): string {
    return dayShortIn(day, this.language());
  }

  /** "tisdag", in English "Tuesday" */
  onDay(day: string): string {
    return this.language() === 'en' ? this.weekday(day) : this.weekday(day).toLowerCase();
  }

  /** "Tisdag" */
  weekday(day: string): string {
    return this.day(day).split(/[ ,]/)[0] ?? '';
  }

  clock(minute: number): string {
    return clockIn(minute, this.language());
  }

  span(item: Pick<PlanItem, 'start' | 'length'>): string {
    return spanIn({ from: item.start, to: endOf(item) }, this.language());
  }

  spanOf(own: Span): string {
    return spanIn(own, this.language());
  }

  length(minutes: number): string {
    return lengthWords(minutes);
  }

  number(group: string | null): string {
    const plan = this.store.plan();
    return plan ? numberOf(plan, group) : '';
  }

  /** "1 Central ledning", "Lunch" */
  title(item: PlanItem): string {
    const plan = this.store.plan();
    const own = plan ? titleIn(plan, item) : item.title;
    return `${this.number(item.group)} ${own || this.t(`kind.${item.kind}`)}`.trim();
  }

  track(at: number): string {
    const track = this.store.plan()?.tracks[at];
    return track ? [track.name, track.place].filter(Boolean).join(' · ') : this.t('noTrack');
  }

  trackName(at: number): string {
    return this.store.plan()?.tracks[at]?.name ?? this.t('noTrack');
  }

  /** "tisdag 13.00–16.30, Spår 1" */
  place(item: PlanItem): string {
    return `${this.onDay(item.day)} ${this.span(item)}, ${this.trackName(item.track)}`;
  }

  list(names: readonly string[]): string {
    return new Intl.ListFormat(this.language() === 'en' ? 'en-GB' : 'sv-SE').format(names);
  }

  finding(own: Finding): string {
    const name = this.store.name();
    return this.language() === 'en' ? englishLine(own, name) : findingLine(own, name);
  }

  /** What is wrong, and the sentence that says why it matters, if there is one. */
  findingParts(own: Finding): readonly [string, string] {
    const line = this.finding(own);
    const end = line.search(/\. (?=\p{Lu})/u);
    return end < 0 ? [line, ''] : [line.slice(0, end + 1), line.slice(end + 1)];
  }

  evaluators(item: PlanItem): { readonly person: string; readonly name: string; readonly seat: number }[] {
    return (this.store.desk()?.evaluators ?? []).filter(({ person }) => item.evaluators.includes(person));
  }
}
