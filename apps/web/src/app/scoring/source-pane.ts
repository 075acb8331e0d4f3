import { Component, computed, effect, inject, input, linkedSignal, model, output, signal, untracked, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ReadingPane, SearchPanel, type Passage, type Spot } from '../documents/reader';
import { Icon } from '../look';
import { CiteBar } from './cite-bar';
import { ScoreSheetStore } from './score-sheet-store';

export interface SourcePlace extends Spot {
  readonly version: string;
}

/** Beside the sheet, where there is room: searching the material, reading in it, and citing from it for the question. */
@Component({
  selector: 'sam-source-pane',
  imports: [CiteBar, Icon, ReadingPane, SearchPanel, TranslocoDirective],
  host: { '(keydown.escape)': 'leave($event)' },
  template: `
    <section *transloco="let t" class="pane" [attr.aria-label]="t('documents.cite.sources')">
      <header>
        @if (shown()) { <button type="button" class="btn plain small" (click)="toSearch()"><svg samIcon="search" />{{ t('documents.cite.list') }}</button> } @else { <h2>{{ t('documents.cite.sources') }}</h2> }
        @if (cited().length > 0) {
          <span class="own" role="group" [attr.aria-label]="t('documents.cite.mine', { question: store.current() })">
            <span aria-hidden="true">{{ t('scoring.field.evidence') }}</span>
            @for (one of cited(); track $index) { <button type="button" class="btn small" [attr.aria-pressed]="isShown(one.place)" [attr.aria-label]="t('documents.cite.nth', { n: $index + 1, label: one.text })" (click)="shown.set(one.place)">{{ $index + 1 }}</button> }
          </span>
        }
        <button type="button" class="btn plain small x" (click)="closed.emit()"><svg samIcon="close" /><span class="sr">{{ t('documents.cite.close') }}</span></button>
      </header>
      @if (shown(); as place) {
        <sam-reading-pane [version]="place.version" [page]="place.page" [quote]="place.quote" [place]="place.place ?? null" [hit]="place.hit ?? false" [from]="store.current()" (picked)="passage.set($event)" />
        <sam-cite-bar [passage]="passage()" [preferred]="store.current()" (dropped)="passage.set(null)" />
      } @else { <sam-search-panel class="search" [words]="words()" [beside]="true" [from]="store.current()" (asked)="words.set($event)" (opened)="open($event)" /> }
    </section>
  `,
  styles: `
    :host { display: block; min-width: 0; min-height: 0; background: var(--sam-canvas); border-left: 1px solid var(--sam-hairline); }
    .pane { display: flex; flex-direction: column; height: 100%; min-height: 0; }
    header { display: flex; gap: 8px; align-items: center; min-height: 44px; padding: 4px 8px 4px 16px; background: var(--sam-surface); border-bottom: 1px solid var(--sam-hairline); }
    h2 { font-size: var(--sam-14); } .x { margin-left: auto; min-width: 32px; min-height: 32px; }
    .own { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 4px; color: var(--sam-muted); } .own .btn { min-width: 28px; padding-inline: 6px; }
    .search { flex: 1; min-height: 0; overflow: auto; padding: 12px 16px; }
    sam-reading-pane { flex: 1; } sam-cite-bar { flex: none; max-height: 45%; overflow: auto; }
  `,
})
export class SourcePane {
  readonly place = input<SourcePlace | null>(null);
  /** Rises with every press of the page's key for the sources: the keyboard goes there. */
  readonly asked = input(0);
  readonly closed = output();
  readonly left = output();
  protected readonly store = inject(ScoreSheetStore);
  private readonly search = viewChild(SearchPanel);
  private readonly reader = viewChild(ReadingPane);
  /** What is searched for: kept by the page, so that it stands there again when the pane is closed and opened. */
  readonly words = model('');
  protected readonly passage = signal<Passage | null>(null);
  protected readonly shown = linkedSignal<SourcePlace | null>(() => this.place());
  /** The places the question on screen cites. */
  protected readonly cited = computed(() => (this.store.draft()?.sheet().evidence ?? []).flatMap(({ text, cited }) => (cited ? [{ text, place: { version: cited.version, page: cited.page, quote: cited.quote, place: cited.place } }] : [])));

  constructor() {
    effect(() => {
      this.shown();
      untracked(() => this.passage.set(null));
    });
    effect(() => {
      if (this.asked() > 0) untracked(() => this.focus());
    });
  }

  private focus(): void {
    setTimeout(() => (this.shown() ? this.reader()?.focus() : this.search()?.focus()));
  }

  /** What was chosen in the list is gone with it: the keyboard follows into the text. */
  protected open(place: SourcePlace): void {
    this.shown.set(place);
    this.focus();
  }

  protected isShown(place: SourcePlace): boolean {
    const shown = this.shown();
    return shown?.version === place.version && shown.page === place.page && shown.quote === place.quote;
  }

  protected toSearch(): void {
    this.shown.set(null);
    this.focus();
  }

  /** Escape leads back to the cell; the pane stays open. */
  protected leave(event: Event): void {
    event.preventDefault();
    this.left.emit();
  }
}
