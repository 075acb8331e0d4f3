import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { DocumentVersionView, DocumentView } from '@samsyn/contract';
import { Icon, type IconName } from '../look';
import { sizeInWords, whenInWords } from './upload-figures';
import { UploadQueue, type UploadItem } from './upload-queue';

/** What lies at one request and what is on its way to it, each with its state in words. */
@Component({ selector: 'sam-upload-files', imports: [Icon, RouterLink, TranslocoDirective], templateUrl: './upload-files.html', styleUrl: './upload-files.css' })
export class UploadFiles {
  protected readonly queue = inject(UploadQueue);
  private readonly transloco = inject(TranslocoService);
  readonly items = input<readonly UploadItem[]>([]);
  readonly documents = input.required<readonly DocumentView[]>();
  /** The evaluation in whose reader files open; empty for who may not read. */
  readonly readIn = input('');
  readonly mayRemove = input(false);
  readonly mayReplace = input(false);
  readonly busy = input(false);
  readonly replace = output<DocumentView>();
  readonly remove = output<DocumentView>();
  protected readonly asking = signal('');
  private readonly language = computed(() => this.transloco.activeLang());
  /** Newest first; what was replaced folds away. */
  protected readonly rows = computed(() => this.documents().flatMap((document) => {
    const [newest, ...older] = document.versions;
    return newest ? [{ document, newest, older }] : [];
  }));
  /** Taken up on the shelf already: the row there says more. */
  protected readonly coming = computed(() => {
    const there = new Set(this.documents().flatMap(({ versions }) => versions.map(({ version }) => version)));
    return this.items().filter(({ version }) => version === null || !there.has(version));
  });

  protected percent({ sent, size }: UploadItem): number {
    return size === 0 ? 0 : Math.floor((100 * sent) / size);
  }

  protected stateOf(item: UploadItem): string {
    const pct = `${this.percent(item)}`;
    const say = (key: string, figures: Record<string, string> = {}): string => this.transloco.translate<string>(`documents.upload.${key}`, figures, this.language());
    if (item.state !== 'sending') return say(`state.${item.state}`, { pct });
    const { left } = item;
    const minutes = left === null ? 0 : Math.round(left / 60);
    const rest = left === null ? '' : `, ${left < 60 ? say(left === 1 ? 'leftOne' : 'left', { n: `${left}` }) : say(minutes === 1 ? 'leftMinute' : 'leftMinutes', { n: `${minutes}` })}`;
    return say('progress', { pct, size: sizeInWords(item.size, this.language()) }) + rest;
  }

  protected iconOf({ state }: UploadItem): IconName | null {
    return ({ paused: 'clock', waiting: 'offline', refused: 'stop', queued: 'clock' } as const)[state as string] ?? null;
  }

  protected shelved(document: DocumentView, { state, uploadedAt }: DocumentVersionView): string {
    if (state === 'refused') return this.transloco.translate('documents.upload.state.refused', {}, this.language());
    return this.transloco.translate(`documents.upload.state.${document.kind === 'web' ? 'web' : state}`, { time: whenInWords(uploadedAt, this.language()) }, this.language());
  }

  protected opens({ kind }: DocumentView, { state }: DocumentVersionView): boolean {
    return this.readIn() !== '' && kind === 'file' && (state === 'clean' || state === 'unscanned');
  }

  protected removed(document: DocumentView): void {
    this.asking.set('');
    this.remove.emit(document);
  }
}
