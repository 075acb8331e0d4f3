import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { DocumentVersionView, DocumentView } from '@samsyn/contract';
import { Icon, type IconName } from '../look';
import { sizeInWords, whenInWords } from './upload-figures';
import { UploadQueue, type UploadItem } from './upload-queue';
import { copiedAt, isThere, kindOfCopy, shortAddress, standingOf, type CopyStanding } from './web-copy';

/** What lies at one request and what is on its way to it, each with its state in words. */
@Component({ selector: 'sam-upload-files', imports: [Icon, RouterLink, TranslocoDirective], templateUrl: './upload-files.html', styleUrl: './upload-files.css' })
export class UploadFiles {
  protected readonly queue = inject(UploadQueue);
  private readonly transloco = inject(TranslocoService);
  readonly items = input<readonly UploadItem[]>([]);
  readonly documents = input.required<readonly DocumentView[]>();
  /** The evaluation in whose reader files open; empty for who may not read. */
  readonly readIn = input('');
  /** All of them, none, or those named. */
  readonly mayRemove = input<boolean | readonly string[]>(false);
  readonly mayReplace = input(false);
  /** May have web pages fetched anew. */
  readonly mayCopy = input(false);
  readonly busy = input(false);
  readonly replace = output<DocumentView>();
  readonly remove = output<DocumentView>();
  readonly copied = output<string>();
  protected readonly asking = signal('');
  private readonly language = computed(() => this.transloco.activeLang());
  /** Newest first; what was replaced folds away. */
  protected readonly rows = computed(() => this.documents().flatMap((document) => {
    const [newest, ...older] = document.versions;
    return newest ? [{ document, newest, older, standing: document.kind === 'web' ? standingOf(newest) : null, readable: this.readable(document) }] : [];
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

  protected shelved({ kind }: DocumentView, version: DocumentVersionView): string {
    if (kind === 'web') return this.told(version, standingOf(version));
    const { state, uploadedAt } = version;
    return this.words(`upload.state.${state}`, state === 'refused' ? {} : { time: whenInWords(uploadedAt, this.language()) });
  }

  protected opens(document: DocumentView, version: DocumentVersionView): boolean {
    return this.readIn() !== '' && isThere(document, version);
  }

  protected short(url: string | null): string {
    return shortAddress(url ?? '');
  }

  /** The version to read: of a web address an earlier copy too, when the newest could not be had. */
  private readable(document: DocumentView): DocumentVersionView | null {
    if (this.readIn() === '') return null;
    return (document.kind === 'web' ? document.versions : document.versions.slice(0, 1)).find((version) => isThere(document, version)) ?? null;
  }

  /** "Kopia från 3 maj 2026 09.14 (PDF, 4 sidor)". */
  private told(version: DocumentVersionView, standing: CopyStanding): string {
    if (standing !== 'done') return this.words(`web.${standing}`, { time: whenInWords(version.uploadedAt, this.language()) });
    const kind = kindOfCopy(version);
    const what = version.pages === null ? kind : this.words(version.pages === 1 ? 'web.page' : 'web.pages', { kind, n: `${version.pages}` });
    return this.words('web.done', { time: copiedAt(version.copy?.fetchedAt ?? version.uploadedAt, this.language()), what });
  }

  private words(key: string, figures: Record<string, string>): string {
    return this.transloco.translate<string>(`documents.${key}`, figures, this.language());
  }

  protected removable({ document, hold }: DocumentView): boolean {
    const may = this.mayRemove();
    return !hold && (typeof may === 'boolean' ? may : may.includes(document));
  }

  protected removed(document: DocumentView): void {
    this.asking.set('');
    this.remove.emit(document);
  }
}
