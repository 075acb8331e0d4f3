import { Component, ElementRef, afterNextRender, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { placeFrom, ReadingPane, type Passage } from '../documents/reader';
import { EvaluationStore } from '../evaluation';
import { LiveFeed } from '../live';
import { Icon } from '../look';
import { CiteBar } from './cite-bar';
import { FieldWords } from './field-words';
import { ScoreSheetStore } from './score-sheet-store';

/**
 * The reader as a page of its own. It stands here, above the documents, because an evaluator cites from it into the own
 * sheet; everyone else who may see the material reads with it.
 */
@Component({
  selector: 'sam-cite-page',
  imports: [CiteBar, Icon, ReadingPane, RouterLink, TranslocoDirective],
  providers: [FieldWords, ScoreSheetStore],
  host: { '(document:visibilitychange)': 'away()', '(window:pagehide)': 'away()', '(window:resize)': 'measure()', '[style.--top]': 'top()' },
  template: `
    <div class="page" *transloco="let t">
      <nav class="ways">
        @if (fran(); as question) { <a [routerLink]="['/utvardering', evaluation.evaluation()?.id, 'poangark', question]"><svg samIcon="previous" />{{ t('documents.cite.backTo', { question }) }}</a> }
        @else { <a [routerLink]="['/utvardering', evaluation.evaluation()?.id, 'underlag']"><svg samIcon="previous" />{{ t('documents.reading.toMaterial') }}</a> }
        <a [routerLink]="['/utvardering', evaluation.evaluation()?.id, 'underlag', 'sok']" [queryParams]="fran() ? { fran: fran() } : {}"><svg samIcon="search" />{{ t('documents.search.title') }}</a>
      </nav>
      <sam-reading-pane [version]="version()" [page]="at()" [quote]="q() ?? ''" [place]="place()" [hit]="traff() === '1'" [from]="fran() ?? null" (picked)="passage.set($event)" />
      @if (evaluation.isEvaluator()) { <sam-cite-bar [passage]="passage()" [preferred]="fran() ?? null" (dropped)="passage.set(null)" /> }
    </div>
  `,
  styles: `
    .page { display: flex; flex-direction: column; height: max(420px, calc(100dvh - var(--top))); }
    .ways { display: flex; flex-wrap: wrap; gap: 0 24px; padding: 2px 16px; background: var(--sam-surface); font-size: var(--sam-14); border-bottom: 1px solid var(--sam-hairline); }
    .ways a { display: inline-flex; gap: 6px; align-items: center; min-height: 32px; }
    sam-reading-pane { flex: 1; } sam-cite-bar { flex: none; max-height: 45%; overflow: auto; }
    @media (max-width: 760px) { .ways a { min-height: 44px; } }
    @media (max-height: 480px), (max-width: 400px) and (max-height: 720px) { .page { height: auto; } sam-reading-pane { height: 90vh; } sam-cite-bar { max-height: none; } }
  `,
})
export class CitePage {
  readonly version = input.required<string>();
  /** Page, quotation, place, whether it is a hit of a search, and the question it was opened from, of the address. */
  readonly s = input<string>();
  readonly q = input<string>();
  readonly plats = input<string>();
  readonly traff = input<string>();
  readonly fran = input<string>();
  protected readonly evaluation = inject(EvaluationStore);
  private readonly store = inject(ScoreSheetStore);
  private readonly live = inject(LiveFeed);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  /** Where the page begins, below whatever stands above it. */
  protected readonly top = signal('93px');
  protected readonly passage = signal<Passage | null>(null);
  protected readonly place = computed(() => placeFrom(this.plats()));
  protected readonly at = computed(() => Math.max(1, Number.parseInt(this.s() ?? '1', 10) || 1));

  constructor() {
    afterNextRender(() => this.measure());
    effect(() => {
      this.live.connection();
      this.evaluation.evaluation();
      requestAnimationFrame(() => this.measure());
    });
    effect(() => {
      if (this.evaluation.isEvaluator()) untracked(() => void this.store.start());
    });
    effect(() => {
      this.version();
      untracked(() => this.passage.set(null));
    });
  }

  protected measure(): void {
    this.top.set(`${Math.round(this.host.nativeElement.getBoundingClientRect().top + window.scrollY)}px`);
  }

  protected away(): void {
    if (document.visibilityState === 'hidden') void this.store.flush(true);
  }
}
