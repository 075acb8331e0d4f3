import { Component, computed, effect, inject, input, signal, untracked, viewChild, type ElementRef } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { RequestView } from '@samsyn/contract';
import { Icon } from '../look';
import { RequestsStore } from './requests-store';
import { dueShort } from './upload-figures';

const defaultDays = 14;
const mail = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Handing one request on to somebody without an account: by name and mail, for some days; what is out can be withdrawn. */
@Component({
  selector: 'sam-request-forward',
  imports: [Icon, TranslocoDirective],
  templateUrl: './request-forward.html',
  styleUrl: './request-forward.css',
})
export class RequestForward {
  private readonly transloco = inject(TranslocoService);
  protected readonly store = inject(RequestsStore);
  readonly request = input.required<RequestView>();
  readonly open = input(false);
  protected readonly name = signal('');
  protected readonly email = signal('');
  protected readonly days = signal(defaultDays);
  protected readonly tried = signal(false);
  protected readonly made = signal<{ name: string; link: string } | null>(null);
  protected readonly copied = signal(false);
  protected readonly noName = computed(() => this.tried() && this.name().trim() === '');
  protected readonly noMail = computed(() => this.tried() && !mail.test(this.email().trim()));
  protected readonly choices = [3, 7, 14, 30, 60];
  protected readonly links = computed(() => {
    const now = new Date().toISOString();
    return this.request().links.filter(({ revoked, expiresAt }) => !revoked && expiresAt > now);
  });
  private readonly first = viewChild<ElementRef<HTMLInputElement>>('who');

  constructor() {
    effect(() => {
      if (this.open()) untracked(() => setTimeout(() => this.first()?.nativeElement.focus()));
    });
  }

  protected until(at: string): string {
    return dueShort(at.slice(0, 10), this.transloco.activeLang());
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.noName() || this.noMail() || this.store.busy()) return;
    const name = this.name().trim();
    const link = await this.store.delegate(this.request().request, { name, email: this.email().trim(), days: this.days() });
    if (link === null) return;
    this.made.set({ name, link });
    this.copied.set(false);
    this.tried.set(false);
    this.name.set('');
    this.email.set('');
  }

  protected async copy(link: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      this.copied.set(true);
    } catch {
      // The address stands there to be marked and copied by hand.
    }
  }
}
