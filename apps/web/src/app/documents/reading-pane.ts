import { Component, ElementRef, computed, effect, inject, input, linkedSignal, output, signal, untracked, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { contentPath } from '@samsyn/contract/routes';
import type { Place } from '@samsyn/domain';
import { addressOf, CallFailed } from '../http';
import { Announcer, Icon, Trouble, Waiting } from '../look';
import type { Marked } from './reading-marks';
import { placeQuery, placeWords, type Passage } from './reading-passage';
import { tidyQuote } from './reading-quote';
import { drawnPassage } from './reading-selection';
import { ReadingStore } from './reading-store';
import { ReadingText } from './reading-text';
import { ViewerPdf, type PdfTrouble } from './viewer-pdf';
import { ViewerPlain } from './viewer-plain';
import { WebCopyNote } from './web-copy-note';

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const;

/** Reads one version of one document: turns pages, zooms, finds a quotation again, and tells which passage is selected. */
@Component({
  selector: 'sam-reading-pane',
  imports: [Icon, ReadingText, RouterLink, TranslocoDirective, Trouble, ViewerPdf, ViewerPlain, Waiting, WebCopyNote],
  providers: [ReadingStore],
  host: { '(document:selectionchange)': 'selecting()', '(keydown)': 'key($event)' },
  templateUrl: './reading-pane.html',
  styleUrl: './reading-pane.css',
})
export class ReadingPane {
  readonly version = input.required<string>();
  readonly page = input(1);
  readonly quote = input('');
  /** Where it stands, in a document without pages. */
  readonly place = input<Place | null>(null);
  /** Whether what is marked is a hit of a search, not a citation. */
  readonly hit = input(false);
  /** The question whose sheet this was opened from: kept in addresses. */
  readonly from = input<string | null>(null);
  readonly picked = output<Passage | null>();
  protected readonly store = inject(ReadingStore);
  private readonly announcer = inject(Announcer);
  private readonly transloco = inject(TranslocoService);
  private readonly pdf = viewChild(ViewerPdf);
  private readonly plain = viewChild(ViewerPlain);
  private readonly scroller = viewChild<ElementRef<HTMLElement>>('scroller');
  private pause: ReturnType<typeof setTimeout> | null = null;
  private awaited = false;

  protected readonly asText = linkedSignal({ source: this.version, computation: () => false });
  protected readonly text = signal<string | null>(null);
  private readonly places = signal<readonly (Place & { at: number })[]>([]);
  protected readonly pages = linkedSignal({ source: this.version, computation: () => 0 });
  protected readonly at = linkedSignal({ source: () => ({ version: this.version(), page: this.page() }), computation: ({ page }) => page });
  protected readonly zoomAt = signal(2);
  protected readonly zoom = computed(() => zooms[this.zoomAt()] ?? 1);
  protected readonly percent = computed(() => Math.round(this.zoom() * 100));
  protected readonly trouble = linkedSignal<string, PdfTrouble | null>({ source: this.version, computation: () => null });
  protected readonly marked = linkedSignal<string, 'whole' | 'part' | 'not' | null>({ source: () => `${this.version()} ${this.page()} ${this.quote()}`, computation: () => null });
  protected readonly kind = computed(() => this.store.preview()?.kind ?? 'none');
  protected readonly title = computed(() => this.store.document()?.title ?? '');
  protected readonly url = computed(() => addressOf({ path: contentPath }, { id: this.store.id(), version: this.version() }));
  /** Its text lies ready page by page, also where nothing can be drawn. */
  protected readonly hasText = computed(() => this.store.version()?.text === 'done');
  protected readonly reads = computed(() => this.asText() || (this.kind() === 'none' && this.hasText()));
  protected readonly paged = computed(() => this.pages() > 0 && (this.kind() === 'pdf' || this.reads()));
  /** Why it cannot be searched, as a word of its state. */
  protected readonly unsearchable = computed(() => {
    const { text } = this.store.version() ?? {};
    return text && text !== 'done' && this.trouble() === null ? text : null;
  });
  protected readonly where = computed(() => {
    const { key, ...words } = placeWords(this.place(), this.page());
    return this.transloco.translate(key, words);
  });
  protected readonly newerQuery = computed(() => placeQuery({ page: this.at(), quote: this.quote(), place: this.place() ?? undefined, hit: this.hit() }, this.from()));

  constructor() {
    effect(() => {
      const [version, id] = [this.version(), this.store.id()];
      if (id) untracked(() => void this.store.open(version, this.place()));
    });
    effect(() => {
      if (this.scroller() && this.awaited) this.focus();
    });
    effect(() => {
      const place = this.place();
      if (place) untracked(() => void this.store.toRow(place));
    });
    effect(() => {
      const [page, quote] = [this.page(), this.quote()];
      if (this.pages() > 0) untracked(() => this.seek(page, quote));
    });
    effect(() => {
      if (this.reads() && this.store.state() === 'ready') void this.readText(this.at());
    });
  }

  /** The focus goes to the text: it is what was asked for. When that has still to come, as soon as it has. */
  focus(): void {
    this.awaited = !this.scroller();
    this.scroller()?.nativeElement.focus();
  }

  protected opened(pages: number): void {
    this.pages.set(pages);
  }

  protected scrolled(): void {
    if (this.kind() === 'pdf' && !this.reads() && this.pages() > 0) this.at.set(this.pdf()?.current() ?? 1);
  }

  protected go(page: number): void {
    const to = Math.max(1, Math.min(Math.max(1, this.pages()), Math.round(page)));
    if (!Number.isFinite(to)) return;
    this.at.set(to);
    if (!this.reads()) this.pdf()?.go(to);
  }

  /** The page as plain text, or as it is drawn: at the same page. */
  protected turnText(): void {
    if (!this.asText() && this.kind() !== 'pdf') this.at.set(this.plain()?.page() ?? 1);
    this.asText.update((on) => !on);
    if (!this.asText()) setTimeout(() => this.pdf()?.go(this.at()));
  }

  protected again(): void {
    this.trouble.set(null);
    if (this.reads()) void this.readText(this.at());
  }

  protected zoomBy(step: number): void {
    this.zoomAt.update((at) => Math.max(0, Math.min(zooms.length - 1, at + step)));
  }

  protected key(event: KeyboardEvent): void {
    const typing = event.target instanceof HTMLElement && event.target.matches('textarea, input, select');
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    const act = { PageDown: () => this.go(this.at() + 1), PageUp: () => this.go(this.at() - 1), '+': () => this.zoomBy(1), '-': () => this.zoomBy(-1) }[event.key];
    if (!act || (event.key.startsWith('Page') && !this.paged())) return;
    event.preventDefault();
    act();
  }

  protected found({ first, whole }: Marked): void {
    this.told(!first ? 'not' : whole ? 'whole' : 'part');
  }

  protected told(how: 'whole' | 'part' | 'not'): void {
    if (how === 'whole' && this.marked() !== how) this.announcer.say(this.transloco.translate(this.hit() ? 'documents.reading.hit.whole' : 'documents.reading.quote.whole'));
    this.marked.set(how);
  }

  /** What is selected in the drawn document, a moment after the selecting has come to rest. */
  protected selecting(): void {
    if (this.pause) clearTimeout(this.pause);
    this.pause = setTimeout(() => {
      const selection = document.getSelection();
      const range = selection?.rangeCount ? selection.getRangeAt(0) : null;
      const start = range?.startContainer;
      const root = this.scroller()?.nativeElement;
      if (!selection || !range || !start || !root?.contains(start) || this.reads()) return;
      const drawn = drawnPassage(selection, range);
      if (drawn) return this.pick(drawn.words, drawn.page, null, drawn.to);
      const on = this.plain()?.placeOf(start, range.startOffset);
      this.pick(selection.toString(), on?.page ?? 1, on?.place ?? null);
    }, 250);
  }

  /** The same in the text of the page, where the keyboard selects as in any text. */
  protected selectedIn({ words, at }: { words: string; at: number }): void {
    const found = this.places().findLast((own) => own.at <= at);
    this.pick(words, this.at(), found ? { kind: found.kind, number: found.number, under: found.under } : null);
  }

  private pick(words: string, page: number, place: Place | null, to = page): void {
    const quote = tidyQuote(words).slice(0, 2000);
    const document = this.store.document()?.document;
    if (!document || quote.length < 2) return;
    const { key, ...where } = placeWords(place, page, to);
    const label = place || this.kind() === 'pdf' ? `${this.title()}, ${this.transloco.translate(key, where)}` : this.title();
    this.picked.emit({ document, version: this.version(), page, quote, label, ...(place ? { place } : {}) });
  }

  private seek(page: number, quote: string): void {
    if (this.kind() !== 'pdf') return;
    if (page > 1) this.pdf()?.go(page);
    if (quote) this.pdf()?.mark(page, quote, (marked) => this.found(marked));
  }

  private async readText(page: number): Promise<void> {
    try {
      const read = await this.store.pageText(page);
      if (this.at() !== page) return;
      this.text.set(read?.text ?? '');
      this.places.set(read?.places ?? []);
      if (read && this.kind() !== 'pdf') this.pages.set(read.pages);
      if (read && this.pages() === 0) this.pages.set(read.pages);
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.text.set(null);
      this.trouble.set('offline');
    }
  }
}
