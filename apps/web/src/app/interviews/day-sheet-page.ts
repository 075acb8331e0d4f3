import { Component, computed, effect, inject, signal, untracked, type OnDestroy } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { daySheetPath, interviews } from '@samsyn/contract/routes';
import type { Subscription } from 'rxjs';
import { EvaluationStore } from '../evaluation';
import { addressOf, call, CallFailed, copyPlace, keep, kept, RefusalWords } from '../http';
import { LiveFeed } from '../live';
import { clock, Icon, shortDay, Trouble, Waiting } from '../look';
import { isNow, sheetsOf, type DaySheet, type Sheets } from './day-sheet-model';
import { clockIn, dayIn, dayShortIn, spanIn, webAddress } from './guest-times';
import { wallClock } from './guide-clock';
import { GuideWays } from './guide-ways';

interface Copy extends Sheets {
  readonly at: string;
}

/** The day at a glance, on the phone or printed one A4 a day. The last one read can be seen without network. */
@Component({ selector: 'sam-day-sheet-page', imports: [GuideWays, Icon, TranslocoDirective, Trouble, Waiting], templateUrl: './day-sheet-page.html', styleUrl: './day-sheet-page.css' })
export class DaySheetPage implements OnDestroy {
  protected readonly evaluation = inject(EvaluationStore);
  private readonly transloco = inject(TranslocoService);
  private readonly refusals = inject(RefusalWords);
  private readonly trouble = signal<CallFailed | null>(null);
  private readonly wall = signal(wallClock(new Date()));
  private readonly clock = setInterval(() => this.wall.set(wallClock(new Date())), 30_000);
  private readonly subscriptions: Subscription[];
  private readonly chosen = signal<string | null>(null);
  protected readonly sheets = signal<Sheets | null>(null);
  private readonly copied = signal<string | null>(null);
  protected readonly language = computed(() => this.transloco.activeLang());
  /** Today's, or the next one; then the first. */
  protected readonly day = computed(() => {
    const days = this.sheets()?.days ?? [];
    return this.chosen() ?? days.find(({ day }) => day >= this.wall().day)?.day ?? days[0]?.day ?? '';
  });
  protected readonly days = computed(() => (this.sheets()?.days ?? []).map((own) => ({ ...own, title: dayIn(own.day, this.language()), short: dayShortIn(own.day, this.language()), today: own.day === this.wall().day })));
  protected readonly copyFrom = computed(() => {
    const at = this.copied();
    return at === null ? '' : `${shortDay(at, this.language())} ${clock(at, this.language())}`;
  });
  protected readonly failure = computed(() => {
    const failure = this.trouble();
    this.language();
    return failure ? this.refusals.of(failure) : '';
  });

  constructor() {
    effect(() => {
      if (this.evaluation.evaluation()?.id) untracked(() => void this.read());
    });
    this.subscriptions = [this.evaluation.reread.subscribe(() => void this.read()), inject(LiveFeed).checks.subscribe(() => this.copied() !== null && void this.read())];
  }

  protected choose(day: string): void {
    this.chosen.set(day);
  }

  protected pdf(day: string): string {
    return addressOf({ path: daySheetPath }, { id: this.evaluation.evaluation()?.id ?? '', day });
  }

  protected span(row: { readonly from: number; readonly to: number }): string {
    return spanIn(row, this.language());
  }

  protected at(minute: number): string {
    return clockIn(minute, this.language());
  }

  protected video(text: string): string | null {
    return webAddress(text);
  }

  protected now(sheet: DaySheet, row: DaySheet['rows'][number]): boolean {
    return sheet.day === this.wall().day && isNow(row, this.wall().minute);
  }

  protected phone(number: string): string {
    return `tel:${number.replace(/[^+\d]/g, '')}`;
  }

  protected print(): void {
    window.print();
  }

  protected async read(): Promise<void> {
    const evaluation = this.evaluation.evaluation();
    if (!evaluation) return;
    const key = copyPlace(evaluation.me, 'sheet', evaluation.id);
    try {
      const sheets = sheetsOf(await call(interviews.desk, { params: { id: evaluation.id } }));
      this.sheets.set(sheets);
      this.copied.set(null);
      this.trouble.set(null);
      keep(key, { ...sheets, at: new Date().toISOString() } satisfies Copy);
      this.evaluation.keepFrame();
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.trouble.set(failure);
      const copy = failure.code === 'offline' || failure.code === 'defect' ? kept<Copy>(key) : null;
      if (!copy) return;
      this.sheets.set(copy);
      this.copied.set(copy.at);
    }
  }

  ngOnDestroy(): void {
    clearInterval(this.clock);
    for (const subscription of this.subscriptions) subscription.unsubscribe();
  }
}
