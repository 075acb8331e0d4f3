import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { interviews, type RouteAnswer } from '@samsyn/contract/routes';
import { EvaluationStore } from '../evaluation';
import { call, CallFailed, RefusalWords } from '../http';
import { Announcer, Icon, longDay, Trouble, Waiting } from '../look';

type Care = RouteAnswer<typeof interviews.care>;
type Draft = Pick<Care, 'afterLock' | 'atMost' | 'hold' | 'controller' | 'basis'>;

const bounds = { afterLock: { least: 1, most: 730 }, atMost: { least: 30, most: 1095 } } as const;

/** How long the data of interviewees are kept and what their notice says: the day, the sentences, the receipts. For the coordinator. */
@Component({ selector: 'sam-personal-care', imports: [Icon, TranslocoDirective, Trouble, Waiting], templateUrl: './personal-care.html', styleUrl: './personal-care.css' })
export class PersonalCare {
  private readonly evaluation = inject(EvaluationStore);
  private readonly transloco = inject(TranslocoService);
  private readonly refusals = inject(RefusalWords);
  private readonly announcer = inject(Announcer);
  private readonly failed = signal<CallFailed | null>(null);
  protected readonly care = signal<Care | null>(null);
  protected readonly draft = signal<Draft | null>(null);
  protected readonly busy = signal(false);
  protected readonly bounds = bounds;
  private readonly id = computed(() => this.evaluation.evaluation()?.id ?? '');
  protected readonly coordinates = computed(() => (this.evaluation.evaluation()?.members ?? []).some(({ person, role, active }) => active && role === 'coordinator' && person === this.evaluation.me()));
  protected readonly refusal = computed(() => {
    const failure = this.failed();
    this.transloco.activeLang();
    return failure ? this.refusals.of(failure) : '';
  });
  protected readonly wrong = computed(() => {
    const draft = this.draft();
    return draft === null ? null : (['afterLock', 'atMost'] as const).find((field) => !Number.isInteger(draft[field]) || draft[field] < bounds[field].least || draft[field] > bounds[field].most) ?? null;
  });

  constructor() {
    effect(() => {
      if (this.id() !== '' && this.coordinates()) untracked(() => void this.read());
    });
  }

  protected day(of: string): string {
    return longDay(of, this.transloco.activeLang());
  }

  protected change(): void {
    const care = this.care();
    if (care) this.draft.set({ afterLock: care.afterLock, atMost: care.atMost, hold: care.hold, controller: care.controller, basis: care.basis });
  }

  protected set(change: Partial<Draft>): void {
    this.draft.update((own) => own && { ...own, ...change });
    this.failed.set(null);
  }

  protected cancel(): void {
    this.draft.set(null);
    this.failed.set(null);
  }

  protected async read(): Promise<void> {
    await this.attempt(async () => this.care.set(await call(interviews.care, { params: { id: this.id() } })));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const [draft, care] = [this.draft(), this.care()];
    if (!draft || !care || this.busy() || this.wrong()) return;
    await this.attempt(async () => {
      this.care.set(await call(interviews.setCare, { params: { id: this.id() }, body: { ...draft, edition: care.edition } }));
      this.draft.set(null);
      this.announcer.say(this.transloco.translate('interviews.care.saved'));
    });
    // Somebody else was first: what holds now is shown above what was typed, and saving again is a choice.
    if (this.failed()?.code === 'interviews/stale') this.care.set(await call(interviews.care, { params: { id: this.id() } }).catch(() => care));
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    this.busy.set(true);
    this.failed.set(null);
    try {
      await act();
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.failed.set(failure);
    } finally {
      this.busy.set(false);
    }
  }
}
