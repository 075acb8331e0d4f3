import { Component, ElementRef, ViewEncapsulation, afterRenderEffect, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { requestHeader } from '@samsyn/contract/routes';
import { spokenAs } from '../http';
import type { Place } from '@samsyn/domain';
import { markQuote, toMiddle, type Marked } from './reading-marks';
import type { Preview } from './reading-store';
import { elementAt, pageInView, placeOf, type PlacedOn } from './viewer-places';

/**
 * A document that is not a PDF: cleaned HTML of a text document, tables, text, or a picture. The server has cleaned the
 * HTML; Angular's own sanitizer cleans it once more, and the page's rules let no script run.
 */
@Component({
  selector: 'sam-viewer-plain',
  imports: [TranslocoDirective],
  template: `
    <article #sheet class="plain-sheet" *transloco="let t" [class.wide]="preview().kind === 'sheets' || preview().kind === 'image'">
      @switch (preview().kind) {
        @case ('html') { <div class="plain-html written" [innerHTML]="preview().html ?? ''"></div> }
        @case ('sheets') {
          @for (table of preview().sheets; track $index) {
            <section [attr.data-sheet]="$index">
              <h3>{{ table.name }}</h3>
              <div class="plain-scroll" tabindex="0" role="region" [attr.aria-label]="table.name">
                <table [attr.aria-label]="table.name"><tbody>@for (row of table.rows; track $index) { <tr [attr.data-row]="table.first + $index">@for (cell of row; track $index) { <td>{{ cell }}</td> }</tr> }</tbody></table>
              </div>
              @if (table.cut && table.of === table.rows.length) { <p class="hint">{{ t('documents.reading.columns') }}</p> }
              @else if (table.cut) {
                <div class="plain-part"><span class="hint">{{ t('documents.reading.rows', { from: table.first, to: table.first + table.rows.length - 1, of: table.of }) }}</span>
                  @if (table.first > 1) { <button type="button" class="btn small" (click)="turned.emit(rowOf(table.name, table.first - table.rows.length / 2))">{{ t('documents.reading.rowsBefore') }}</button> }
                  @if (table.first + table.rows.length <= table.of) { <button type="button" class="btn small" (click)="turned.emit(rowOf(table.name, table.first + table.rows.length))">{{ t('documents.reading.rowsAfter') }}</button> }
                </div>
              }
            </section>
          }
        }
        @case ('text') { <pre class="plain-text">{{ preview().text }}</pre> }
        @case ('image') { <canvas #picture role="img" [attr.aria-label]="t('documents.reading.picture', { title: title() })" [style.width]="width()"></canvas> }
      }
    </article>
  `,
  styleUrl: './viewer-plain.css',
  encapsulation: ViewEncapsulation.None,
})
export class ViewerPlain {
  readonly preview = input.required<Preview>();
  readonly title = input.required<string>();
  readonly url = input.required<string>();
  readonly scroller = input.required<HTMLElement>();
  readonly zoom = input(1);
  readonly quote = input('');
  readonly place = input<Place | null>(null);
  readonly found = output<Marked>();
  /** Another part of a long table is wanted. */
  readonly turned = output<Place>();
  readonly failed = output<'broken' | 'offline'>();
  private readonly sheet = viewChild<ElementRef<HTMLElement>>('sheet');
  private readonly picture = viewChild<ElementRef<HTMLCanvasElement>>('picture');
  private readonly drawn = signal('');
  private readonly natural = signal(0);
  /** A picture is not made larger than it is by itself. */
  protected readonly width = computed(() => (this.natural() > 0 ? `calc(min(100%, ${this.natural()}px) * ${this.zoom()})` : '100%'));
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  constructor() {
    afterRenderEffect(() => {
      const [sheet, quote, preview, place] = [this.sheet()?.nativeElement, this.quote(), this.preview(), this.place()];
      this.host.nativeElement.style.setProperty('--zoom', `${this.zoom()}`);
      if (!sheet || preview.kind === 'image' || !quote) return;
      const near = place && elementAt(place, sheet, preview);
      const marked = markQuote(sheet, quote, near);
      // Another part of a long table than the one it stands in says nothing about it.
      if (!marked.first && place?.kind === 'row' && !near) return;
      const shown = marked.first ?? near;
      if (shown) toMiddle(this.scroller(), shown);
      this.found.emit(marked);
    });
    afterRenderEffect(() => {
      const [canvas, url] = [this.picture()?.nativeElement, this.url()];
      if (canvas && this.drawn() !== url) void this.draw(canvas, url);
    });
  }

  placeOf(node: Node, offset: number): PlacedOn | null {
    const sheet = this.sheet()?.nativeElement;
    return sheet?.contains(node) ? placeOf(node, sheet.querySelector('.plain-html, .plain-text') ?? sheet, this.preview(), offset) : null;
  }

  /** The page of text in view, where the same document is read as text. */
  page(): number {
    const sheet = this.sheet()?.nativeElement;
    return sheet ? pageInView(this.scroller(), sheet.querySelector('.plain-html') ?? sheet, this.preview()) : 1;
  }

  protected rowOf(under: string, number: number): Place {
    return { kind: 'row', number: Math.max(1, Math.floor(number)), under };
  }

  /** Drawn from the bytes, because the page may show no picture from an address that is not its own file. */
  private async draw(canvas: HTMLCanvasElement, url: string): Promise<void> {
    this.drawn.set(url);
    const response = await fetch(url, { headers: { [requestHeader]: spokenAs() }, credentials: 'same-origin' }).catch(() => null);
    if (!response?.ok) return this.failed.emit('offline');
    const picture = await createImageBitmap(await response.blob(), { imageOrientation: 'from-image' }).catch(() => null);
    if (!picture) return this.failed.emit('broken');
    canvas.width = picture.width;
    canvas.height = picture.height;
    this.natural.set(picture.width);
    canvas.getContext('2d')?.drawImage(picture, 0, 0);
    picture.close();
  }
}
