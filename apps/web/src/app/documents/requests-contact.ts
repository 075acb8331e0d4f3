import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { DocumentView, RequestView } from '@samsyn/contract';
import { EvaluationStore } from '../evaluation';
import { Announcer, Icon, type IconName } from '../look';
import { RequestCard } from './request-card';
import { RequestForward } from './request-forward';
import { forContact, nextDue } from './requests-sorted';
import { RequestsStore } from './requests-store';
import { dueInWords, dueShort, plainDay, whenInWords } from './upload-figures';
import { UploadFiles } from './upload-files';
import { UploadQueue, type UploadItem } from './upload-queue';

interface Tag {
  readonly key: string;
  readonly icon: IconName;
  readonly look: string;
}

/** The municipality's list: what is to be put right, what is left, what is done; one item open at a time. */
@Component({
  selector: 'sam-requests-contact',
  imports: [Icon, RequestCard, RequestForward, TranslocoDirective, UploadFiles],
  templateUrl: './requests-contact.html',
  styleUrls: ['./requests-guest.css', './requests-contact.css'],
})
export class RequestsContact {
  protected readonly store = inject(RequestsStore);
  protected readonly queue = inject(UploadQueue);
  private readonly evaluation = inject(EvaluationStore);
  private readonly transloco = inject(TranslocoService);
  private readonly announcer = inject(Announcer);
  /** `undefined` until somebody has chosen: then what has been begun stands open. */
  private readonly chosen = signal<string | null | undefined>(undefined);
  protected readonly forwarding = signal(false);
  protected readonly answering = signal('');
  protected readonly text = signal('');
  protected readonly shown = signal('');
  protected readonly all = signal(false);
  protected readonly language = computed(() => (this.transloco.activeLang() === 'en' ? 'en' : 'sv'));
  protected readonly place = computed(() => this.evaluation.evaluation()?.municipality.name ?? '');
  protected readonly requests = computed(() => this.store.list()?.requests ?? []);
  protected readonly groups = computed(() => forContact(this.requests()));
  protected readonly done = computed(() => (this.all() ? this.groups().done : this.groups().done.slice(0, 5)));
  protected readonly due = computed(() => {
    const due = nextDue(this.requests());
    return due === null ? '' : dueInWords(due, this.language());
  });
  protected readonly items = computed(() => this.queue.all().filter(({ scope }) => scope === this.queue.scopeOf(this.store.scope())));
  protected readonly openId = computed(() => {
    const chosen = this.chosen();
    if (chosen !== undefined) return chosen;
    const coming = this.items().find(({ request, state }) => request !== null && state !== 'arrived')?.request;
    return coming ?? this.groups().left.find(({ status, links }) => status === 'underway' && links.every(({ revoked }) => revoked))?.request ?? null;
  });
  protected readonly coordinators = computed(() => (this.evaluation.evaluation()?.members ?? []).filter(({ role, active }) => role === 'coordinator' && active));
  private readonly questions = computed(() => new Map((this.evaluation.instrument()?.areas ?? []).flatMap(({ questions }) => questions).map((question) => [question.number, question])));

  protected titles(numbers: readonly string[]): string {
    return numbers.map((number) => `${number} ${this.questions().get(number)?.short[this.language()] ?? ''}`.trim()).join(', ');
  }

  protected itemsOf(request: string): UploadItem[] {
    return this.items().filter((item) => item.request === request);
  }

  protected tagOf(request: RequestView): Tag {
    if (request.status === 'accepted') return { key: 'accepted', icon: 'check', look: 'ok' };
    if (request.status === 'submitted') return { key: 'submitted', icon: 'clock', look: '' };
    if (request.status === 'notApplicable') return { key: 'notApplicable', icon: 'close', look: 'bare' };
    if (request.overdue) return { key: 'overdue', icon: 'clock', look: 'warn' };
    if (this.away(request)) return { key: 'away', icon: 'person', look: '' };
    return request.status === 'underway' ? { key: 'underway', icon: 'half', look: 'bare' } : { key: 'requested', icon: 'empty', look: 'bare' };
  }

  protected away({ links }: RequestView): boolean {
    const now = new Date().toISOString();
    return links.some(({ revoked, expiresAt }) => !revoked && expiresAt > now);
  }

  protected sub(request: RequestView): string {
    const due = request.due === null ? '' : this.words('by', { day: dueShort(request.due, this.language()) });
    return [due, request.why[this.language()]].filter(Boolean).join('. ');
  }

  /** The last line about a request: who did what, when. */
  protected last(request: RequestView): string {
    const event = request.history.findLast(({ to, from }) => to === request.status && from !== to);
    return event ? this.words(`last.${event.to}`, { who: event.who, day: plainDay(event.at, this.language()) }) : '';
  }

  protected returned(request: RequestView): { who: string; when: string } {
    const event = request.history.findLast(({ to, from }) => to === 'returned' && from !== to);
    return { who: event?.who ?? '', when: event ? whenInWords(event.at, this.language()) : '' };
  }

  protected open(request: string | null): void {
    this.chosen.set(request);
    this.forwarding.set(false);
    this.answering.set('');
    if (request !== null) setTimeout(() => document.getElementById(`r-${request}`)?.focus());
  }

  protected fold(request: string): void {
    this.chosen.set(null);
    setTimeout(() => document.getElementById(`b-${request}`)?.focus());
  }

  protected take(request: string, { files, replaces }: { files: File[]; replaces: string | null }): void {
    this.chosen.set(request);
    void this.queue.add(this.store.scope(), files, request, replaces);
  }

  protected async move(request: RequestView, to: RequestView['status'], reason: string): Promise<void> {
    if (!(await this.store.move(request, to, reason))) return;
    this.answering.set('');
    this.text.set('');
    this.chosen.set(null);
    this.announcer.say(this.words('said.' + to, { title: request.title[this.language()] }));
    setTimeout(() => document.getElementById('doc-left')?.focus());
  }

  protected remove(request: string, { document }: DocumentView): void {
    void this.store.remove(request, document, this.transloco.translate('documents.upload.removed', {}, 'sv'));
  }

  private words(key: string, figures: Record<string, string>): string {
    return this.transloco.translate<string>(`documents.requests.${key}`, figures, this.language());
  }
}
