import { Component, computed, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { RequestView } from '@samsyn/contract';
import { isWorkingDay, swedishTime } from '@samsyn/domain';
import { Icon } from '../look';
import { RequestsStore, type Reminded } from './requests-store';
import { dueShort } from './upload-figures';

const outcomes = ['sent', 'already', 'declined'] as const;

/** Reminding by hand: of one request, or of those marked in a list. Who has it gets one letter; what became of it is said here. */
@Component({ selector: 'sam-reminders-send', imports: [Icon, TranslocoDirective], templateUrl: './reminders-send.html', styleUrl: './reminders-send.css' })
export class RemindersSend {
  protected readonly store = inject(RequestsStore);
  private readonly transloco = inject(TranslocoService);
  /** Open ones. With several, the late ones are marked beforehand. */
  readonly requests = input.required<readonly RequestView[]>();
  readonly left = output();
  protected readonly many = computed(() => this.requests().length > 1);
  private readonly which = computed(() => this.requests().map(({ request }) => request).join());
  /** Stays while the list is read again with the same requests. */
  protected readonly marked = linkedSignal<string, ReadonlySet<string>>({
    source: this.which,
    computation: () => untracked(() => new Set((this.many() ? this.requests().filter(({ overdue }) => overdue) : this.requests()).map(({ request }) => request))),
  });
  protected readonly tried = signal(false);
  protected readonly told = signal<Reminded | null>(null);
  protected readonly free = computed(() => {
    const { day } = swedishTime(new Date());
    return isWorkingDay(day) ? '' : day;
  });
  protected readonly language = computed(() => (this.transloco.activeLang() === 'en' ? 'en' : 'sv'));
  /** To whom, by name: the owner and who holds a link; where there is neither, all contacts. */
  protected readonly to = computed(() => {
    const now = new Date().toISOString();
    const chosen = this.requests().filter(({ request }) => this.marked().has(request));
    const names = chosen.flatMap(({ owner, links }) => {
      const own = [...(owner ? [owner.name] : []), ...links.filter(({ revoked, expiresAt }) => !revoked && expiresAt > now).map(({ name }) => name)];
      return own.length > 0 ? own : (this.store.list()?.contacts ?? []).map(({ name }) => name);
    });
    return new Intl.ListFormat(this.language(), { type: 'conjunction' }).format(new Set(names));
  });
  protected readonly results = computed(() => outcomes.map((outcome) => ({ outcome, names: this.named(outcome) })).filter(({ names }) => names !== ''));

  protected day(day: string): string {
    return dueShort(day, this.language());
  }

  protected mark(request: string, on: boolean): void {
    this.marked.update((marked) => new Set(on ? [...marked, request] : [...marked].filter((one) => one !== request)));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.marked().size === 0 || this.to() === '' || this.store.busy()) return;
    this.told.set(null);
    this.told.set(await this.store.remind([...this.marked()], this.free() !== ''));
  }

  private named(outcome: (typeof outcomes)[number]): string {
    return new Intl.ListFormat(this.language(), { type: 'conjunction' }).format((this.told() ?? []).filter((one) => one.outcome === outcome).map(({ name }) => name));
  }
}
