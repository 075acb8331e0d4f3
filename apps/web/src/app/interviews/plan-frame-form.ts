import { Component, ElementRef, Injector, afterNextRender, inject, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { planTemplates, type PlanTemplate, type VisitPlan } from '@samsyn/domain';
import { EvaluationStore } from '../evaluation';
import { Icon } from '../look';
import { PlanStore } from './plan-store';
import { templateSteps } from './plan-template';
import { clockOf, dayAfter, minuteOf, wholeOf } from './plan-time';
import { PlanWords } from './plan-words-of';

type Frame = Pick<VisitPlan, 'days' | 'tracks' | 'rules' | 'frame'>;
type Day = VisitPlan['days'][number];

const today = (): string => new Date().toISOString().slice(0, 10);

/** The frame of the visit: days and hours, tracks, rules; or all of it from a template. */
@Component({ selector: 'sam-plan-frame-form', imports: [Icon, TranslocoDirective], templateUrl: './plan-frame-form.html', styleUrl: './plan-forms.css' })
export class PlanFrameForm {
  protected readonly store = inject(PlanStore);
  protected readonly words = inject(PlanWords);
  private readonly evaluation = inject(EvaluationStore);
  private readonly injector = inject(Injector);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly draft = signal<Frame | null>(null);
  protected readonly failed = signal('');
  protected readonly firstDay = signal('');
  protected readonly templates = planTemplates;
  protected readonly rules = ['buffer', 'lunch', 'stretch', 'longDay', 'calls'] as const;
  protected readonly clockOf = clockOf;

  edit(): void {
    const plan = this.store.plan();
    if (!plan) return;
    this.draft.set({ days: plan.days, tracks: plan.tracks, rules: plan.rules, frame: plan.frame });
    this.firstDay.set(plan.days[0]?.day ?? this.visitFrom() ?? '');
    this.failed.set('');
    afterNextRender(() => this.dialog().nativeElement.showModal(), { injector: this.injector });
  }

  protected setDay(at: number, change: Partial<Day>): void {
    this.set({ days: (this.draft()?.days ?? []).map((day, own) => (own === at ? { ...day, ...change } : day)) });
  }

  protected hour(at: number, field: 'from' | 'to' | 'evening', text: string): void {
    const minute = minuteOf(text);
    if (minute !== null) this.setDay(at, { [field]: minute });
    this.failed.set(minute === null ? this.words.t('form.badTime') : '');
  }

  protected addDay(): void {
    const days = this.draft()?.days ?? [];
    const last = days.at(-1);
    this.set({ days: [...days, { from: last?.from ?? 480, to: last?.to ?? 1020, evening: last?.evening ?? 1140, day: dayAfter(days.map(({ day }) => day), this.visitFrom() ?? today()) }] });
  }

  /** The day the team has planned to come, until the plan has days of its own. */
  private visitFrom(): string | null {
    return this.evaluation.evaluation()?.dates?.visitFrom ?? null;
  }

  protected removeDay(at: number): void {
    this.set({ days: (this.draft()?.days ?? []).filter((_, own) => own !== at) });
  }

  protected setTrack(at: number, change: Partial<VisitPlan['tracks'][number]>): void {
    this.set({ tracks: (this.draft()?.tracks ?? []).map((track, own) => (own === at ? { ...track, ...change } : track)) });
  }

  protected addTrack(): void {
    const tracks = this.draft()?.tracks ?? [];
    this.set({ tracks: [...tracks, { name: this.words.t('frame.trackName', { n: tracks.length + 1 }), place: '', video: '' }] });
  }

  protected removeTrack(at: number): void {
    this.set({ tracks: (this.draft()?.tracks ?? []).filter((_, own) => own !== at) });
  }

  protected rule(rule: (typeof this.rules)[number], text: string): void {
    const [value, draft] = [wholeOf(text), this.draft()];
    if (value !== null && draft) this.set({ rules: { ...draft.rules, [rule]: value } });
  }

  protected lay(template: PlanTemplate): void {
    const world = this.store.world();
    if (!world) return;
    if (!/^\d{4}-\d{2}-\d{2}$/.test(this.firstDay())) return this.failed.set(this.words.t('frame.noDay'));
    if (this.store.change(this.words.t('done.template'), ...templateSteps(world, template, this.firstDay(), () => crypto.randomUUID()))) this.close();
    else this.failed.set(this.store.refusal());
  }

  protected save(event: Event): void {
    event.preventDefault();
    const draft = this.draft();
    if (!draft) return;
    const wrong = wrongIn(draft);
    if (wrong) return this.failed.set(this.words.t(`frame.${wrong}`));
    const days = [...draft.days].sort((a, b) => a.day.localeCompare(b.day));
    if (this.store.change(this.words.t('done.frame'), { kind: 'setFrame', edition: draft.frame, days, tracks: draft.tracks.map((track) => ({ ...track, name: track.name.trim() })), rules: draft.rules }) || this.store.clash()) this.close();
    else this.failed.set(this.store.refusal());
  }

  protected close(): void {
    this.dialog().nativeElement.close();
  }

  private set(change: Partial<Frame>): void {
    this.draft.update((frame) => frame && { ...frame, ...change });
  }
}

function wrongIn({ days, tracks }: Frame): 'noDay' | 'sameDay' | 'badHours' | 'noTrack' | null {
  if (days.some(({ day }) => !/^\d{4}-\d{2}-\d{2}$/.test(day))) return 'noDay';
  if (new Set(days.map(({ day }) => day)).size < days.length) return 'sameDay';
  if (days.some(({ from, to, evening }) => from >= to || evening < to)) return 'badHours';
  return tracks.some(({ name }) => name.trim() === '') ? 'noTrack' : null;
}
