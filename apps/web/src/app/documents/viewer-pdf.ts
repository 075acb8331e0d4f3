import { Component, ElementRef, ViewEncapsulation, effect, inject, input, output, untracked, viewChild, type OnDestroy } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { PDFDocumentLoadingTask } from 'pdfjs-dist';
import type { Marked } from './reading-marks';
import { openPdf, pdfLibrary } from './reading-pdf';
import { PdfPages } from './viewer-pages';

export type PdfTrouble = 'encrypted' | 'broken' | 'offline';

/** A PDF, page below page, with its text to select. Styles reach what is drawn by hand, so they are not scoped. */
@Component({
  selector: 'sam-viewer-pdf',
  template: '<div #host class="pdf-pages"></div>',
  styleUrl: './viewer-pdf.css',
  encapsulation: ViewEncapsulation.None,
})
export class ViewerPdf implements OnDestroy {
  readonly url = input.required<string>();
  readonly scroller = input.required<HTMLElement>();
  readonly zoom = input(1);
  readonly pages = output<number>();
  readonly failed = output<PdfTrouble>();
  private readonly host = viewChild.required<ElementRef<HTMLElement>>('host');
  private readonly transloco = inject(TranslocoService);
  private task: PDFDocumentLoadingTask | null = null;
  private shown: PdfPages | null = null;
  private turn = 0;

  constructor() {
    effect(() => {
      const [url, scroller] = [this.url(), this.scroller()];
      untracked(() => void this.open(url, scroller));
    });
    effect(() => {
      const zoom = this.zoom();
      this.shown?.zoom(zoom);
    });
  }

  current(): number {
    return this.shown?.current() ?? 1;
  }

  go(page: number): void {
    this.shown?.go(page);
  }

  mark(page: number, quote: string, told: (marked: Marked) => void): void {
    this.shown?.mark(page, quote, told);
  }

  private async open(url: string, scroller: HTMLElement): Promise<void> {
    const turn = ++this.turn;
    this.close();
    try {
      const lib = await pdfLibrary();
      if (turn !== this.turn) return;
      this.task = openPdf(lib, url);
      const pdf = await this.task.promise;
      if (turn !== this.turn) return;
      const pages = new PdfPages(lib, pdf, scroller, this.host().nativeElement, (n) => this.transloco.translate('documents.reading.page', { n }));
      this.shown = pages;
      await pages.start();
      if (turn !== this.turn) return;
      if (this.zoom() !== 1) pages.zoom(this.zoom());
      this.pages.emit(pdf.numPages);
    } catch (failure) {
      if (turn === this.turn) this.failed.emit(troubleOf(failure));
    }
  }

  private close(): void {
    this.shown?.end();
    this.shown = null;
    void this.task?.destroy();
    this.task = null;
  }

  ngOnDestroy(): void {
    this.turn++;
    this.close();
  }
}

const troubleOf = (failure: unknown): PdfTrouble => {
  const name = failure instanceof Error ? failure.name : '';
  if (name === 'PasswordException') return 'encrypted';
  return name === 'InvalidPDFException' || name === 'FormatError' ? 'broken' : 'offline';
};
