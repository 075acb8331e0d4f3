import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { DocumentView, RequestView } from '@samsyn/contract';
import { Icon } from '../look';
import { hasMaterial } from './requests-sorted';
import { UploadDrop } from './upload-drop';
import { dueInWords } from './upload-figures';
import { UploadFiles } from './upload-files';
import type { UploadItem } from './upload-queue';

export type Deliverable = Omit<RequestView, 'links' | 'owner'>;

/** One request for who delivers: why, for example what, every way in, what lies there, hand in or say that there is none. */
@Component({ selector: 'sam-request-card', imports: [Icon, TranslocoDirective, UploadDrop, UploadFiles], templateUrl: './request-card.html', styleUrl: './request-card.css' })
export class RequestCard {
  private readonly transloco = inject(TranslocoService);
  readonly request = input.required<Deliverable>();
  readonly items = input<readonly UploadItem[]>([]);
  /** Questions it serves, in words; empty where the reader has no use for them. */
  readonly questions = input('');
  readonly readIn = input('');
  readonly mayRemove = input<boolean | readonly string[]>(false);
  readonly busy = input(false);
  readonly refusal = input('');
  readonly level = input(3);
  readonly files = output<{ files: File[]; replaces: string | null }>();
  readonly web = output<{ url: string; title: string }>();
  readonly moved = output<{ to: RequestView['status']; reason: string }>();
  readonly removed = output<DocumentView>();
  readonly copied = output<string>();
  protected readonly replacing = signal<DocumentView | null>(null);
  protected readonly lacking = signal(false);
  protected readonly reason = signal('');
  protected readonly tried = signal(false);
  protected readonly language = computed(() => (this.transloco.activeLang() === 'en' ? 'en' : 'sv'));
  protected readonly due = computed(() => {
    const { due } = this.request();
    return due === null ? '' : dueInWords(due, this.language());
  });
  protected readonly coming = computed(() => this.items().filter(({ state }) => state !== 'refused' && state !== 'arrived').length);
  protected readonly ready = computed(() => hasMaterial(this.request()));
  protected readonly count = computed(() => this.request().documents.filter(({ versions }) => versions[0]?.state !== 'refused').length + this.coming());
  /** Why it cannot be handed in yet, in words beside the button. */
  protected readonly waits = computed(() => (this.coming() === 1 ? 'waitsOne' : this.coming() > 1 ? 'waits' : this.ready() ? null : 'waitsFile'));

  protected took(files: File[]): void {
    const replaced = this.replacing();
    this.replacing.set(null);
    if (replaced === null) return this.files.emit({ files, replaces: null });
    const [first, ...others] = files;
    if (first) this.files.emit({ files: [first], replaces: replaced.document });
    if (others.length > 0) this.files.emit({ files: others, replaces: null });
  }

  protected handIn(): void {
    if (this.waits() === null && !this.busy()) this.moved.emit({ to: 'submitted', reason: '' });
  }

  protected lack(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    if (this.reason().trim() !== '' && !this.busy()) this.moved.emit({ to: 'notApplicable', reason: this.reason().trim() });
  }
}
