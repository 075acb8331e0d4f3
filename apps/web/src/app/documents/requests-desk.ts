import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { DocumentView, RequestList, RequestView } from '@samsyn/contract';
import { EvaluationStore } from '../evaluation';
import { Icon, type IconName } from '../look';
import { RemindersOutbox } from './reminders-outbox';
import { RemindersSend } from './reminders-send';
import { RequestEdit, type RequestFields } from './request-edit';
import { RequestReview } from './request-review';
import { RequestsReceipts } from './requests-receipts';
import { deskGroups, forDesk } from './requests-sorted';
import { RequestsStore } from './requests-store';
import { UploadDrop } from './upload-drop';
import { UploadFiles } from './upload-files';
import { dueShort } from './upload-figures';
import { UploadQueue } from './upload-queue';

/** The desk of who asks and who reviews: what is to be looked at, what is not asked yet, what lies with the municipality, what is done. */
@Component({
  selector: 'sam-requests-desk',
  imports: [Icon, RemindersOutbox, RemindersSend, RequestEdit, RequestReview, RequestsReceipts, RouterLink, TranslocoDirective, UploadDrop, UploadFiles],
  templateUrl: './requests-desk.html',
  styleUrl: './requests-desk.css',
})
export class RequestsDesk {
  protected readonly store = inject(RequestsStore);
  protected readonly queue = inject(UploadQueue);
  private readonly evaluation = inject(EvaluationStore);
  private readonly transloco = inject(TranslocoService);
  readonly list = input.required<RequestList>();
  protected readonly groupKeys = deskGroups;
  protected readonly openId = signal('');
  protected readonly adding = signal(false);
  protected readonly reminding = signal(false);
  protected readonly due = signal('');
  protected readonly outbox = signal(false);
  protected readonly receipts = signal(false);
  protected readonly leaving = signal(false);
  protected readonly language = computed(() => (this.transloco.activeLang() === 'en' ? 'en' : 'sv'));
  protected readonly groups = computed(() => forDesk(this.list().requests));
  protected readonly drafts = computed(() => this.groups().draft.map(({ request }) => request));
  protected readonly coordinator = computed(() => this.evaluation.evaluation()?.members.some(({ active, person, role }) => active && person === this.evaluation.me() && role === 'coordinator') ?? false);
  protected readonly loose = computed(() => this.queue.all().filter(({ request, scope }) => request === null && scope === this.queue.scopeOf(this.store.scope())));
  private readonly questions = computed(() => new Map((this.evaluation.instrument()?.areas ?? []).flatMap(({ questions }) => questions).map((question) => [question.number, question])));
  protected readonly orphanRequests = computed(() => this.list().requests.filter(({ request }) => this.list().orphans.requests.includes(request)));

  protected title(number: string): string {
    return `${number} ${this.questions().get(number)?.short[this.language()] ?? ''}`.trim();
  }

  protected titles(numbers: readonly string[]): string {
    return numbers.map((number) => this.title(number)).join(', ');
  }

  protected tagOf({ status, overdue, request }: RequestView): { key: string; icon: IconName; look: string } {
    if (this.list().unreviewed.includes(request)) return { key: 'unreviewed', icon: 'clock', look: 'warn' };
    if (overdue) return { key: 'overdue', icon: 'clock', look: 'warn' };
    const icons: Record<RequestView['status'], IconName> = { draft: 'other', requested: 'empty', underway: 'half', submitted: 'search', accepted: 'check', returned: 'undo', notApplicable: 'close' };
    return { key: status === 'submitted' ? 'toReview' : status, icon: icons[status], look: status === 'accepted' ? 'ok' : status === 'submitted' ? '' : 'bare' };
  }

  protected sub({ due, owner, documents }: RequestView): string {
    const say = (key: string, figures: Record<string, string> = {}): string => this.transloco.translate<string>(`documents.requests.${key}`, figures, this.language());
    const files = documents.length === 0 ? '' : say(documents.length === 1 ? 'filesOne' : 'files', { n: `${documents.length}` });
    return [due === null ? '' : say('by', { day: dueShort(due, this.language()) }), owner?.name ?? '', files].filter(Boolean).join(' · ');
  }

  protected toggle(request: string): void {
    this.openId.update((open) => (open === request ? '' : request));
  }

  protected async add(fields: RequestFields): Promise<void> {
    if (await this.store.add(fields)) this.adding.set(false);
  }

  protected remove({ document }: DocumentView): void {
    void this.store.remove('loose', document, this.transloco.translate('documents.upload.removed', {}, 'sv'));
  }
}
