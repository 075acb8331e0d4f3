import { Component, ElementRef, ViewEncapsulation, afterRenderEffect, inject, input, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { requestHeader } from '@samsyn/contract/routes';
import { spokenAs } from '../http';
import { markQuote, toMiddle, type Marked } from './reading-marks';
import type { Preview } from './reading-store';

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
            <section>
              <h3>{{ table.name }}</h3>
              <div class="plain-scroll" tabindex="0" role="region" [attr.aria-label]="table.name">
                <table><caption class="sr">{{ table.name }}</caption><tbody>@for (row of table.rows; track $index) { <tr>@for (cell of row; track $index) { <td>{{ cell }}</td> }</tr> }</tbody></table>
              </div>
              @if (table.cut) { <p class="hint">{{ t('documents.reading.cut') }}</p> }
            </section>
          }
        }
        @case ('text') { <pre class="plain-text">{{ preview().text }}</pre> }
        @case ('image') { <canvas #picture role="img" [attr.aria-label]="t('documents.reading.picture', { title: title() })" [style.width.%]="zoom() * 100"></canvas> }
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
  readonly found = output<Marked>();
  readonly failed = output<'broken' | 'offline'>();
  private readonly sheet = viewChild<ElementRef<HTMLElement>>('sheet');
  private readonly picture = viewChild<ElementRef<HTMLCanvasElement>>('picture');
  private readonly drawn = signal('');
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  constructor() {
    afterRenderEffect(() => {
      const [sheet, quote, preview] = [this.sheet()?.nativeElement, this.quote(), this.preview()];
      this.host.nativeElement.style.setProperty('--zoom', `${this.zoom()}`);
      if (!sheet || preview.kind === 'image' || !quote) return;
      const marked = markQuote(sheet, quote);
      if (marked.first) toMiddle(this.scroller(), marked.first);
      this.found.emit(marked);
    });
    afterRenderEffect(() => {
      const [canvas, url] = [this.picture()?.nativeElement, this.url()];
      if (canvas && this.drawn() !== url) void this.draw(canvas, url);
    });
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
    canvas.getContext('2d')?.drawImage(picture, 0, 0);
    picture.close();
  }
}
