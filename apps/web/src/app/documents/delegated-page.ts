import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { DocumentView } from '@samsyn/contract';
import { Announcer, Icon, Trouble, Waiting } from '../look';
import { DelegatedStore } from './delegated-store';
import { RequestCard } from './request-card';
import { dueInWords } from './upload-figures';
import { UploadFiles } from './upload-files';
import { UploadQueue } from './upload-queue';

/** One request by a link, without an account: the same ways in, and nothing else of the evaluation. */
@Component({
  selector: 'sam-delegated-page',
  imports: [Icon, RequestCard, TranslocoDirective, Trouble, UploadFiles, Waiting],
  providers: [DelegatedStore],
  templateUrl: './delegated-page.html',
  styleUrls: ['./requests-guest.css', './delegated-page.css'],
})
export class DelegatedPage {
  protected readonly store = inject(DelegatedStore);
  private readonly queue = inject(UploadQueue);
  private readonly transloco = inject(TranslocoService);
  private readonly announcer = inject(Announcer);
  readonly token = input.required<string>();
  protected readonly language = computed(() => (this.transloco.activeLang() === 'en' ? 'en' : 'sv'));
  protected readonly request = computed(() => this.store.view()?.request ?? null);
  protected readonly open = computed(() => ['requested', 'underway', 'returned'].includes(this.request()?.status ?? '') && (this.request()?.moves.length ?? 0) > 0);
  protected readonly items = computed(() => this.queue.all().filter(({ scope }) => scope === this.queue.scopeOf({ token: this.token() })));

  constructor() {
    effect(() => {
      const token = this.token();
      untracked(() => void this.store.open(token));
    });
    effect(() => {
      if (this.items().some(({ state }) => state === 'arrived')) untracked(() => this.store.watch());
    });
  }

  protected day(at: string): string {
    return dueInWords(at.slice(0, 10), this.language());
  }

  protected take({ files, replaces }: { files: File[]; replaces: string | null }): void {
    void this.queue.add({ token: this.token() }, files, this.request()?.request ?? null, replaces);
  }

  protected async remove({ document, title }: DocumentView): Promise<void> {
    if (await this.store.remove(document)) this.announcer.say(this.transloco.translate('documents.requests.link.removed', { title }, this.language()));
  }

  protected async move(to: string, reason: string): Promise<void> {
    if ((to !== 'submitted' && to !== 'notApplicable') || !(await this.store.move(to, reason))) return;
    this.announcer.say(this.transloco.translate(`documents.requests.said.${to}`, { title: this.request()?.title[this.language()] ?? '' }, this.language()));
    setTimeout(() => document.getElementById('handed-in')?.focus());
  }
}
