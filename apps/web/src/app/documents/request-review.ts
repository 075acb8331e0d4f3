import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { DocumentView, RequestList, RequestView } from '@samsyn/contract';
import { needsReason, retentionClasses } from '@samsyn/domain';
import { Announcer, Icon } from '../look';
import { RemindersSend } from './reminders-send';
import { RequestEdit, type RequestFields } from './request-edit';
import { RequestForward } from './request-forward';
import { RequestsStore } from './requests-store';
import { dueShort, whenInWords } from './upload-figures';
import { UploadFiles } from './upload-files';

/** One request at the desk: what came, what happened, accept or send back; the coordinator changes, hands on, keeps and holds. */
@Component({ selector: 'sam-request-review', imports: [Icon, RemindersSend, RequestEdit, RequestForward, TranslocoDirective, UploadFiles], templateUrl: './request-review.html', styleUrl: './request-review.css' })
export class RequestReview {
  protected readonly store = inject(RequestsStore);
  private readonly transloco = inject(TranslocoService);
  private readonly announcer = inject(Announcer);
  readonly request = input.required<RequestView>();
  readonly list = input.required<RequestList>();
  readonly titles = input('');
  readonly coordinator = input(false);
  protected readonly classes = retentionClasses;
  protected readonly asking = signal<RequestView['status'] | null>(null);
  protected readonly reason = signal('');
  protected readonly tried = signal(false);
  protected readonly editing = signal(false);
  protected readonly forwarding = signal(false);
  protected readonly reminding = signal(false);
  protected readonly alone = computed(() => [this.request()]);
  /** The fields as they stood when editing began: a change by somebody else meanwhile meets the old edition and is told. */
  protected readonly edited = signal<RequestView | null>(null);
  protected readonly language = computed(() => (this.transloco.activeLang() === 'en' ? 'en' : 'sv'));
  protected readonly moves = computed(() => this.request().moves.filter((to) => to === 'accepted' || to === 'returned' || to === 'requested' || to === 'draft'));
  protected readonly mayForward = computed(() => this.list().mayManage && ['requested', 'underway', 'returned'].includes(this.request().status));

  constructor() {
    // By its name alone: the list is read again all the time, and what is being written stays.
    const which = computed(() => this.request().request);
    effect(() => {
      which();
      untracked(() => this.leave());
    });
  }

  protected when(at: string): string {
    return whenInWords(at, this.language());
  }

  protected day(day: string): string {
    return dueShort(day, this.language());
  }

  /** Unaccepting needs a reason as returning does; the rule says which. */
  protected begin(to: RequestView['status']): void {
    if (!needsReason(this.request().status, to)) return void this.move(to);
    this.asking.set(this.asking() === to ? null : to);
    if (this.asking()) setTimeout(() => document.getElementById(`q-${this.request().request}`)?.focus());
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    const to = this.asking();
    if (to && this.reason().trim() !== '') void this.move(to);
  }

  protected edit(): void {
    this.edited.set(this.request());
    this.editing.set(true);
  }

  protected async save(fields: RequestFields): Promise<void> {
    if (await this.store.change(this.edited() ?? this.request(), fields)) this.editing.set(false);
    // What was typed stays; the next try is made over what stands then, knowingly.
    else this.edited.set(null);
  }

  protected remove({ document }: DocumentView): void {
    void this.store.remove(this.request().request, document, this.transloco.translate('documents.upload.removed', {}, 'sv'));
  }

  protected retain({ document, hold }: DocumentView, retention: string): void {
    const kept = retentionClasses.find((one) => one === retention);
    if (kept) void this.store.retain(this.request().request, document, { retention: kept, hold });
  }

  protected hold({ document, retention }: DocumentView, hold: boolean): void {
    void this.store.retain(this.request().request, document, { retention, hold });
  }

  private async move(to: RequestView['status']): Promise<void> {
    const title = this.request().title[this.language()];
    if (!(await this.store.move(this.request(), to, this.reason().trim()))) return;
    this.leave();
    this.announcer.say(this.transloco.translate(`documents.requests.said.${to}`, { title }, this.language()));
  }

  private leave(): void {
    this.asking.set(null);
    this.reason.set('');
    this.tried.set(false);
    this.editing.set(false);
    this.forwarding.set(false);
    this.reminding.set(false);
  }
}
