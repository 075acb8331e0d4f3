import { Component, ElementRef, afterRenderEffect, input, output, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { findQuote } from './reading-quote';

/** A page's text alone, to be selected by the keyboard as in any text; what is looked for is selected from the beginning. */
@Component({
  selector: 'sam-reading-text',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <p class="hint" id="select-how">{{ t('documents.reading.selectHow') }}</p>
      <textarea #area readonly class="input written" aria-describedby="select-how" [attr.aria-label]="label()" [value]="text() ?? ''" (pointerdown)="given = ''" (keydown)="given = ''" (select)="selected(area)" (keyup)="selected(area)"></textarea>
      @if (text() === '') { <p class="quiet">{{ t('documents.reading.noText') }}</p> }
    </ng-container>
  `,
  styles: `
    :host { flex: 1; min-height: 0; display: flex; flex-direction: column; gap: 8px; padding: 12px 16px; }
    textarea { flex: 1; min-height: 240px; resize: none; max-width: 46rem; }
  `,
})
export class ReadingText {
  readonly text = input.required<string | null>();
  readonly label = input.required<string>();
  readonly quote = input('');
  readonly picked = output<{ words: string; at: number }>();
  readonly found = output<'whole' | 'part' | 'not'>();
  private readonly area = viewChild<ElementRef<HTMLTextAreaElement>>('area');
  /** What was selected for the reader, as long as they have done nothing themselves. */
  protected given = '';

  constructor() {
    afterRenderEffect(() => {
      const [area, text, quote] = [this.area()?.nativeElement, this.text(), this.quote()];
      this.given = '';
      if (area && text && quote) this.show(area, text, quote);
    });
  }

  protected selected(area: HTMLTextAreaElement): void {
    const { selectionStart: from, selectionEnd: to } = area;
    if (`${from} ${to}` !== this.given) this.picked.emit({ words: area.value.slice(from, to), at: from });
  }

  /** A selection alone scrolls nothing: the view is moved to about where it is. */
  private show(area: HTMLTextAreaElement, text: string, quote: string): void {
    const { places: [place], whole } = findQuote([text], quote);
    this.found.emit(!place ? 'not' : whole ? 'whole' : 'part');
    if (!place) return;
    this.given = `${place.from} ${place.to}`;
    // Only where the focus is does a browser show what is selected.
    area.focus({ preventScroll: true });
    area.setSelectionRange(place.from, place.to);
    area.scrollTop = (area.scrollHeight * place.from) / text.length - area.clientHeight / 2;
  }
}
