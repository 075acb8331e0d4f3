import { Component, computed, type ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Icon } from '../look';
import { addressIn, filesDropped, wholeAddress } from './upload-drops';
import { sizeInWords } from './upload-figures';
import { accepted, kindsInWords } from './upload-kinds';
import { UploadQueue } from './upload-queue';

/** Every way in for one request: dialogue, dragging (folders too), pasting, the camera, a web address. */
@Component({
  selector: 'sam-upload-drop',
  imports: [Icon, TranslocoDirective],
  host: { '(document:paste)': 'pasted($event)', '(document:dragover)': 'elsewhere($event)', '(document:drop)': 'elsewhere($event)' },
  templateUrl: './upload-drop.html',
  styleUrl: './upload-drop.css',
})
export class UploadDrop {
  readonly title = input.required<string>();
  /** The file of which the next one is a new version. */
  readonly replacing = input('');
  readonly busy = input(false);
  readonly files = output<File[]>();
  readonly web = output<{ url: string; title: string }>();
  readonly unreplace = output();
  private readonly queue = inject(UploadQueue);
  private readonly transloco = inject(TranslocoService);
  protected readonly accepted = computed(() => accepted(this.queue.limits()));
  protected readonly kinds = computed(() => {
    const limits = this.queue.limits();
    const language = this.transloco.activeLang();
    const say = (key: string, figures: Record<string, string> = {}): string => this.transloco.translate<string>(`documents.upload.${key}`, figures, language);
    return limits ? say('kinds', { types: kindsInWords(limits.endings, language, (calling) => say(`kind.${calling}`)), size: sizeInWords(limits.largest, language) }) : '';
  });
  protected readonly over = signal(false);
  protected readonly asking = signal(false);
  protected readonly url = signal('');
  protected readonly name = signal('');
  protected readonly tried = signal(false);
  protected readonly urlWrong = computed(() => this.tried() && wholeAddress(this.url()) === null);
  protected readonly nameWrong = computed(() => this.tried() && this.name().trim() === '');
  private readonly address = viewChild<ElementRef<HTMLInputElement>>('address');
  private readonly ask = viewChild<ElementRef<HTMLButtonElement>>('ask');

  protected chosen(field: HTMLInputElement): void {
    const files = [...(field.files ?? [])];
    field.value = '';
    if (files.length > 0) this.files.emit(files);
  }

  protected dragged(event: DragEvent): void {
    event.preventDefault();
    this.over.set(true);
  }

  protected async dropped(event: DragEvent): Promise<void> {
    event.preventDefault();
    this.over.set(false);
    const address = addressIn(event.dataTransfer?.getData('text/plain') ?? '');
    const files = await filesDropped(event.dataTransfer);
    if (files.length > 0) this.files.emit(files);
    else if (address) this.openWeb(address);
  }

  /** A file that misses the zone must not replace the page in the window. */
  protected elsewhere(event: DragEvent): void {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  }

  protected async pasted(event: ClipboardEvent): Promise<void> {
    if (event.defaultPrevented || (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]'))) return;
    const address = addressIn(event.clipboardData?.getData('text/plain') ?? '');
    const hasFiles = (event.clipboardData?.files.length ?? 0) > 0;
    if (!hasFiles && !address) return;
    event.preventDefault();
    if (hasFiles) this.files.emit(await filesDropped(event.clipboardData));
    else if (address) this.openWeb(address);
  }

  protected openWeb(address = ''): void {
    this.url.set(address);
    this.tried.set(false);
    this.asking.set(true);
    setTimeout(() => this.address()?.nativeElement.focus());
  }

  protected closeWeb(): void {
    this.asking.set(false);
    this.name.set('');
    setTimeout(() => this.ask()?.nativeElement.focus());
  }

  protected addWeb(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    const url = wholeAddress(this.url());
    if (this.busy() || url === null || this.name().trim() === '') return;
    this.web.emit({ url, title: this.name().trim() });
    this.closeWeb();
  }
}
