import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { documents } from '@samsyn/contract/routes';
import { mayLieInBackups, swedishTime } from '@samsyn/domain';
import { call } from '../http';
import { Icon, Trouble, Waiting } from '../look';
import { readOnce } from './read-once';
import { dueInWords, whenInWords } from './upload-figures';

/** What has been deleted: a signed receipt of what it was, never of what it said; and what backups may hold of it still. */
@Component({
  selector: 'sam-requests-receipts',
  imports: [Icon, TranslocoDirective, Trouble, Waiting],
  templateUrl: './requests-receipts.html',
  styleUrl: './requests-receipts.css',
})
export class RequestsReceipts {
  private readonly transloco = inject(TranslocoService);
  readonly id = input.required<string>();
  protected readonly receipts = readOnce(this.id, (id) => call(documents.receipts, { params: { id } }));
  /** With a last day first, the soonest first; what nobody has put an end to, last. */
  protected readonly inBackups = computed(() => {
    const { day } = swedishTime(new Date());
    return [...(this.receipts.answer() ?? [])].filter(({ files, backupsUntil }) => files > 0 && mayLieInBackups(backupsUntil, day)).sort((a, b) => (a.backupsUntil ?? '9999').localeCompare(b.backupsUntil ?? '9999'));
  });
  protected readonly unstated = computed(() => this.inBackups().some(({ backupsUntil }) => backupsUntil === null));

  protected when(at: string): string {
    return whenInWords(at, this.transloco.activeLang());
  }

  protected day(day: string): string {
    const year = day.slice(0, 4);
    return `${dueInWords(day, this.transloco.activeLang())} ${year}`;
  }
}
