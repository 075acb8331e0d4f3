import { Component, ElementRef, computed, effect, inject, input, linkedSignal, output, untracked, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Announcer, Icon, Trouble } from '../look';
import { apart, placeQuery, placeWords, type Spot } from './reading-passage';
import { SearchStore, typedOver, type Hit } from './search-store';

/** One field over all material; what is found document by document, each page a link into the reader. */
@Component({
  selector: 'sam-search-panel',
  imports: [Icon, TranslocoDirective, Trouble],
  providers: [SearchStore],
  templateUrl: './search-panel.html',
  styleUrl: './search-panel.css',
})
export class SearchPanel {
  /** What is searched for from the beginning. */
  readonly words = input('');
  readonly from = input<string | null>(null);
  /** Opens beside instead of going there. */
  readonly beside = input(false);
  readonly asked = output<string>();
  readonly opened = output<Spot & { version: string }>();
  protected readonly store = inject(SearchStore);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  private readonly announcer = inject(Announcer);
  private readonly field = viewChild<ElementRef<HTMLInputElement>>('field');
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly typed = linkedSignal<string, string>({ source: this.words, computation: (words, before) => typedOver(before?.value ?? '', words) });
  protected readonly groups = this.store.groups;
  /** "1 000+" when there is more than is counted. */
  protected readonly total = computed(() => {
    const answer = this.store.answer();
    return answer ? `${answer.total.toLocaleString('sv-SE').replace(/\s/g, '\u00a0')}${answer.capped ? '+' : ''}` : '';
  });

  constructor() {
    effect(() => {
      if (this.store.id()) untracked(() => this.store.ask(this.typed(), 0));
    });
    effect(() => {
      const [answer, words] = [this.store.answer(), this.store.words()];
      if (answer && words) untracked(() => this.announcer.say(this.transloco.translate(answer.total === 0 ? 'documents.search.none' : 'documents.search.found', { n: this.total(), words })));
    });
  }

  focus(): void {
    this.field()?.nativeElement.focus();
  }

  protected type(words: string): void {
    this.typed.set(words);
    this.store.ask(words);
    this.asked.emit(words.trim());
  }

  /** Enter searches at once; down goes from the field into what was found, and up and down from page to page. */
  protected key(event: KeyboardEvent): void {
    if (event.key === 'Enter' && event.target === this.field()?.nativeElement) return this.store.ask(this.typed(), 0);
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [...this.host.nativeElement.querySelectorAll<HTMLElement>('input, a.hit')];
    const at = stops.indexOf(event.target as HTMLElement);
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (at < 0 || !next) return;
    event.preventDefault();
    next.focus();
  }

  protected quoteOf({ parts }: Hit): string {
    return parts.map(({ text }) => text).join('').replace(/^[\s…]+|[\s…]+$/g, '').slice(0, 400);
  }

  /** The page or the place, with a capital: it stands alone. */
  protected nameOf({ place, page }: Hit): string {
    const { key, ...words } = placeWords(place, page);
    const name = this.transloco.translate(place ? key : 'documents.search.page', words);
    return name.charAt(0).toLocaleUpperCase() + name.slice(1);
  }

  protected spotOf(hit: Hit): Spot {
    return { page: hit.page, quote: this.quoteOf(hit), place: hit.place ?? undefined, hit: true };
  }

  protected addressOf(hit: Hit): string {
    const queryParams = placeQuery(this.spotOf(hit), this.from());
    return this.router.serializeUrl(this.router.createUrlTree(['/utvardering', this.store.id(), 'underlag', 'las', hit.version], { queryParams }));
  }

  protected open(event: MouseEvent, hit: Hit): void {
    if (apart(event)) return;
    event.preventDefault();
    if (this.beside()) this.opened.emit({ version: hit.version, ...this.spotOf(hit) });
    else void this.router.navigateByUrl(this.addressOf(hit));
  }
}
