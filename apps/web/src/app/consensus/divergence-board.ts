import { Component, ElementRef, Injector, afterNextRender, computed, effect, inject, input, signal, untracked, viewChild, type OnDestroy } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { EvaluationStore } from '../evaluation';
import { Icon, Mark, Trouble, Waiting } from '../look';
import { AreaLocks } from './area-locks';
import { AreaSums } from './area-sums';
import { csvOf, type CsvWords } from './board-csv';
import { filters, sorts, type Row, type Sort } from './board-row';
import { BoardStore } from './board-store';
import { BulkConfirm } from './bulk-confirm';
import { HeatMap } from './heat-map';
import { QuestionDetail } from './question-detail';
import { QuestionRows } from './question-rows';
import { QuestionTable } from './question-table';
import { RowWords } from './row-words';

const shortcutsPlace = 'samsyn.shortcuts';
const views = ['chart', 'table', 'map'] as const;
type View = (typeof views)[number];

/** The divergence board: sums to the left, the questions in the middle, the chosen one and its settlement to the right. */
@Component({
  selector: 'sam-divergence-board',
  imports: [AreaLocks, AreaSums, BulkConfirm, HeatMap, Icon, Mark, QuestionDetail, QuestionRows, QuestionTable, RouterLink, TranslocoDirective, Trouble, Waiting],
  providers: [BoardStore],
  templateUrl: './divergence-board.html',
  styleUrl: './divergence-board.css',
  host: { '(document:keydown)': 'pressed($event)' },
})
export class DivergenceBoard implements OnDestroy {
  readonly question = input<string>();
  protected readonly store = inject(BoardStore);
  protected readonly evaluation = inject(EvaluationStore);
  protected readonly words = inject(RowWords);
  private readonly transloco = inject(TranslocoService);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly detail = viewChild(QuestionDetail);
  private readonly width = typeof matchMedia === 'function' ? matchMedia('(max-width: 1040px)') : null;
  private sizes: ResizeObserver | null = null;
  private readonly widthChanged = (): void => this.narrow.set(this.width?.matches ?? false);

  protected readonly filters = filters;
  protected readonly sorts = sorts;
  protected readonly views = views;
  protected readonly viewIcons = { chart: 'chart', table: 'table', map: 'half' } as const;
  protected readonly narrow = signal(this.width?.matches ?? false);
  protected readonly view = signal<View>('chart');
  protected readonly bulk = signal<{ kind: 'propose' | 'approve'; rows: readonly Row[] } | null>(null);
  protected readonly shortcuts = signal(localStorage.getItem(shortcutsPlace) !== 'off');
  protected readonly drawer = signal(false);
  protected readonly of = computed(() => this.evaluation.evaluation()?.questions ?? 0);
  protected readonly progress = computed(() => {
    const seats = this.store.seats();
    return seats.flatMap((seat) => (this.evaluation.evaluation()?.progress ?? []).filter(({ person }) => person === seat.person).map(({ sealed, of }) => ({ seat, sealed, of })));
  });
  protected readonly areaTitle = computed(() => {
    const row = this.store.current();
    const area = this.evaluation.instrument()?.areas.find(({ number }) => number === row?.area);
    return area ? this.words.pick(area.title) : '';
  });
  protected readonly next = computed(() => this.step(1));

  constructor() {
    this.width?.addEventListener('change', this.widthChanged);
    const fromList = (this.router.currentNavigation()?.extras.state ?? {})['list'] === true;
    effect(() => {
      const ready = this.evaluation.evaluation() !== null && this.evaluation.isEvaluator();
      if (ready && !untracked(this.store.loaded)) void untracked(() => this.store.read());
    });
    effect(() => {
      const question = this.question() ?? null;
      const [first] = this.store.shown();
      untracked(() => {
        this.store.look(question);
        // One address for the page, so that what is typed and arranged outlives the choice of a question.
        if (question === null && first && this.store.opened() > 0) void this.router.navigate(this.store.link(first.question.number), { replaceUrl: true, state: { list: true } });
      });
    });
    this.drawer.set(!fromList);
    afterNextRender(() => {
      this.measure();
      this.sizes = typeof ResizeObserver === 'function' ? new ResizeObserver(() => this.measure()) : null;
      this.sizes?.observe(document.body);
    });
  }

  /** The panes fill what the bars above leave of the window, whatever those show today. */
  private measure(): void {
    const { nativeElement } = this.host;
    const top = Math.round(nativeElement.getBoundingClientRect().top + window.scrollY);
    nativeElement.style.setProperty('--sam-head', `${top}px`);
  }

  protected percentDone(done: number, of: number): number {
    return of === 0 ? 0 : (done / of) * 100;
  }

  protected arrangeBy(value: string): void {
    this.store.arrange({ sort: sorts.find((sort) => sort === value) as Sort });
  }

  protected openDrawer(): void {
    this.drawer.set(true);
    if (this.narrow()) afterNextRender(() => this.host.nativeElement.querySelector<HTMLElement>('#detail-title')?.focus(), { injector: this.injector });
  }

  protected closeDrawer(): void {
    this.drawer.set(false);
    afterNextRender(() => this.linkOf(this.question() ?? '')?.focus(), { injector: this.injector });
  }

  protected toggleShortcuts(): void {
    this.shortcuts.update((on) => !on);
    localStorage.setItem(shortcutsPlace, this.shortcuts() ? 'on' : 'off');
  }

  protected pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !this.store.loaded() || this.bulk()) return;
    if (event.key === 'Escape' && this.narrow() && this.drawer()) return this.closeDrawer();
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (target?.closest('input, textarea, select, [contenteditable], dialog')) return;
    const arrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
    // Arrows walk the questions only from inside the list, where they would otherwise do nothing; elsewhere they scroll.
    if (arrow ? !target?.closest('.list tbody') : !this.shortcuts()) return;
    const act = this.actOf(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  }

  private actOf(key: string): (() => void) | undefined {
    const acts: Record<string, () => void> = {
      j: () => this.walk(1, false), k: () => this.walk(-1, false), ArrowDown: () => this.walk(1, true), ArrowUp: () => this.walk(-1, true),
      g: () => this.detail()?.box()?.approve(), f: () => this.detail()?.box()?.other(), b: () => this.detail()?.box()?.blind(),
      t: () => this.view.update((view) => (view === 'chart' ? 'table' : 'chart')),
    };
    return acts[key.length === 1 ? key.toLowerCase() : key];
  }

  private step(by: 1 | -1): string | null {
    const shown = this.store.shown();
    const index = shown.findIndex((row) => row.question.number === this.store.current()?.question.number);
    return shown[index + by]?.question.number ?? null;
  }

  private walk(by: 1 | -1, focus: boolean): void {
    const number = this.step(by);
    if (number === null) return;
    void this.router.navigate(this.store.link(number)).then(() => {
      this.host.nativeElement.querySelector(`[id="row-${number}"]`)?.scrollIntoView({ block: 'nearest' });
      if (focus) this.linkOf(number)?.focus();
    });
  }

  private linkOf(number: string): HTMLElement | null {
    return this.host.nativeElement.querySelector<HTMLElement>(`[id="row-${number}"] a`);
  }

  /** The shown list as a file for a spreadsheet. */
  protected csv(): void {
    const t = (key: string): string => this.transloco.translate(`consensus.${key}`);
    const heads = ['question', 'title', 'max', 'points', 'difference', 'median', 'limit', 'state', 'settled', 'method'] as const;
    const head = Object.fromEntries(heads.map((name) => [name, t(`csv.${name}`)])) as unknown as CsvWords;
    const states = { closed: 'closed', revote: 'revote', open: 'open', proposed: 'proposed', settled: 'done' } as const;
    const text = csvOf(this.store.shown(), this.store.seats(), head, {
      title: (row) => this.words.title(row), instead: (row, person) => this.words.instead(row, person), band: (row) => (row.divergence ? [t(`band.${row.divergence.band}`), this.words.why(row.divergence)].filter(Boolean).join(': ') : ''),
      state: (row) => t(`csv.${states[row.state]}`), method: (row) => (row.settled ? t(`method.${row.settled.method}`) : ''),
    });
    const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
    const evaluation = this.evaluation.evaluation();
    Object.assign(document.createElement('a'), { href: address, download: `samsyn-${evaluation?.municipality.name.toLowerCase().replace(/\s+/g, '-') ?? ''}-${evaluation?.year ?? ''}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  ngOnDestroy(): void {
    this.width?.removeEventListener('change', this.widthChanged);
    this.sizes?.disconnect();
  }
}
