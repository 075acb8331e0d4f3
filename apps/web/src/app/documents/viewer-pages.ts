import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { clearMarks, markOver, markQuote, toMiddle, type Marked } from './reading-marks';
import type { PdfLibrary } from './reading-pdf';

interface Sheet {
  readonly box: HTMLElement;
  readonly page: number;
  /** At 1:1, in CSS pixels; of the first page until the page itself is known. */
  width: number;
  height: number;
  /** Grows with every drawing begun or undone, so that a late one knows it is late. */
  turn: number;
  drawn: boolean;
  readable: boolean;
  broken: boolean;
}

/** A page is not made wider than this by itself; whoever wants it larger zooms. */
const widest = 860;
const sharpest = 2;
const edge = 24;
const byHand = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/** The pages of a PDF below each other: boxes of the right size, drawn as they come near the view and emptied as they leave it. */
export class PdfPages {
  private readonly sheets: Sheet[] = [];
  private readonly near: IntersectionObserver;
  private readonly resized: ResizeObserver;
  private zoomed = 1;
  private width = 0;
  private wanted: { page: number; quote: string; told: ((marked: Marked) => void) | null } | null = null;
  private ended = false;
  /** The page gone to, as long as the reader has not scrolled by hand: near the end another may stand higher in the view. */
  private held = 0;
  private readonly letGo = (): void => void (this.held = 0);

  constructor(
    private readonly lib: PdfLibrary,
    private readonly pdf: PDFDocumentProxy,
    private readonly scroller: HTMLElement,
    private readonly host: HTMLElement,
    private readonly named: (page: number) => string,
  ) {
    this.near = new IntersectionObserver((entries) => entries.forEach(({ target, isIntersecting }) => this.turned(target, isIntersecting)), { root: scroller, rootMargin: '120% 0%' });
    this.resized = new ResizeObserver(() => requestAnimationFrame(() => !this.ended && scroller.clientWidth > 0 && this.width !== scroller.clientWidth && this.lay()));
  }

  async start(): Promise<void> {
    const { width, height } = (await this.pdf.getPage(1)).getViewport({ scale: 1 });
    if (this.ended) return;
    for (let page = 1; page <= this.pdf.numPages; page++) {
      const box = document.createElement('div');
      box.className = 'pdf-page';
      box.dataset['page'] = `${page}`;
      box.setAttribute('role', 'group');
      box.setAttribute('aria-label', this.named(page));
      this.sheets.push({ box, page, width, height, turn: 0, drawn: false, readable: false, broken: false });
    }
    this.lay();
    this.host.replaceChildren(...this.sheets.map(({ box }) => box));
    for (const { box } of this.sheets) this.near.observe(box);
    this.resized.observe(this.scroller);
    for (const moved of byHand) this.scroller.addEventListener(moved, this.letGo, { passive: true });
  }

  /** Zooms around the page in view. */
  zoom(by: number): void {
    this.zoomed = by;
    this.lay();
  }

  /** The page gone to, else the one that the upper third of the view shows. */
  current(): number {
    if (this.held > 0) return this.held;
    const line = this.scroller.getBoundingClientRect().top + this.scroller.clientHeight / 3;
    let [low, high] = [0, this.sheets.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sheets[middle]?.box.getBoundingClientRect().bottom ?? 0) < line) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  }

  go(page: number): void {
    const box = this.sheets[page - 1]?.box;
    this.held = box ? page : 0;
    if (box) this.scroller.scrollTop += box.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top - 12;
  }

  /** Marks the quotation as soon as its page can be read, and brings it into view. */
  mark(page: number, quote: string, told: (marked: Marked) => void): void {
    clearMarks(this.host);
    this.wanted = { page, quote, told };
    this.tryMark();
  }

  end(): void {
    this.ended = true;
    this.near.disconnect();
    this.resized.disconnect();
    for (const moved of byHand) this.scroller.removeEventListener(moved, this.letGo);
    for (const sheet of this.sheets) sheet.turn++;
  }

  private lay(): void {
    const before = this.sheets.length > 0 && this.host.isConnected ? this.current() : 1;
    const offset = this.sheets[before - 1]?.box.getBoundingClientRect();
    const part = offset && offset.height > 0 ? (this.scroller.getBoundingClientRect().top - offset.top) / offset.height : 0;
    this.width = this.scroller.clientWidth;
    for (const sheet of this.sheets) {
      this.size(sheet);
      if (sheet.drawn) void this.draw(sheet);
    }
    const after = this.sheets[before - 1]?.box.getBoundingClientRect();
    if (after && offset && offset.height > 0) this.scroller.scrollTop += after.top + part * after.height - this.scroller.getBoundingClientRect().top;
  }

  private scaleOf(sheet: Sheet): number {
    return (Math.max(200, Math.min(this.width - edge, widest)) / sheet.width) * this.zoomed;
  }

  private size(sheet: Sheet): void {
    const scale = this.scaleOf(sheet);
    sheet.box.style.width = `${Math.floor(sheet.width * scale)}px`;
    sheet.box.style.height = `${Math.floor(sheet.height * scale)}px`;
    sheet.box.style.setProperty('--total-scale-factor', `${scale}`);
  }

  private turned(target: Element, near: boolean): void {
    const sheet = this.sheets[Number((target as HTMLElement).dataset['page']) - 1];
    if (!sheet || sheet.drawn === near) return;
    sheet.drawn = near;
    if (near) return void this.draw(sheet);
    sheet.turn++;
    sheet.readable = false;
    sheet.box.replaceChildren();
    void this.pdf.getPage(sheet.page).then((page) => page.cleanup()).catch(() => undefined);
  }

  private async draw(sheet: Sheet): Promise<void> {
    const turn = ++sheet.turn;
    const late = (): boolean => this.ended || turn !== sheet.turn;
    try {
      const page = await this.pdf.getPage(sheet.page);
      if (late()) return;
      const { width, height } = page.getViewport({ scale: 1 });
      if (width !== sheet.width || height !== sheet.height) {
        Object.assign(sheet, { width, height });
        this.size(sheet);
      }
      const [canvas, words] = [await this.paint(page, sheet), document.createElement('div')];
      if (late()) return;
      words.className = 'pdf-text';
      const layer = new this.lib.TextLayer({ textContentSource: page.streamTextContent(), container: words, viewport: page.getViewport({ scale: this.scaleOf(sheet) }) });
      sheet.box.replaceChildren(canvas, words);
      await layer.render();
      if (late()) return;
      sheet.readable = true;
      this.tryMark();
    } catch {
      // A page that cannot be drawn stays an empty sheet; the others are not touched by it.
      if (late()) return;
      sheet.broken = true;
      this.tryMark();
    }
  }

  private async paint(page: PDFPageProxy, sheet: Sheet): Promise<HTMLCanvasElement> {
    const sharp = Math.min(sharpest, Math.max(1, devicePixelRatio));
    const viewport = page.getViewport({ scale: this.scaleOf(sheet) * sharp });
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    canvas.setAttribute('aria-hidden', 'true');
    await page.render({ canvas, viewport }).promise;
    return canvas;
  }

  private wordsOf(sheet: Sheet | undefined): Element | null {
    return sheet?.readable ? sheet.box.querySelector('.pdf-text') : null;
  }

  private ask(sheet: Sheet): void {
    if (sheet.drawn) return;
    sheet.drawn = true;
    void this.draw(sheet);
  }

  private tryMark(): void {
    const { wanted } = this;
    const words = this.wordsOf(this.sheets[(wanted?.page ?? 0) - 1]);
    if (!wanted || !words) return;
    let marked = markQuote(words, wanted.quote);
    const next = this.sheets[wanted.page];
    if (!marked.whole && next) {
      const after = this.wordsOf(next);
      // It may run on to the next page: nothing is told before that one can be read.
      if (!after && wanted.told && !next.broken) return this.ask(next);
      const over = after ? markOver(words, after, wanted.quote) : null;
      marked = over?.whole ? over : markQuote(words, wanted.quote);
      if (after && !over?.whole) clearMarks(after);
    }
    // Brought into view once: whoever has read on stays where they are when the page is drawn again.
    if (!wanted.told) return;
    if (marked.first) toMiddle(this.scroller, marked.first);
    wanted.told(marked);
    wanted.told = null;
  }
}
