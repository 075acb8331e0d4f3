import { Component, computed, inject, input, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Personal, Reply } from '@samsyn/contract';
import { RefusalWords } from '../http';
import { Icon } from '../look';
import { GuestStore } from './guest-store';
import { dayIn, spanIn, webAddress } from './guest-times';

const replies: readonly Reply[] = ['coming', 'cannot', 'substitute'];

/** One own interview: when, where, what is asked, and the answer to it. */
@Component({ selector: 'sam-guest-interview', imports: [Icon, TranslocoDirective], templateUrl: './guest-interview.html', styleUrls: ['./guest.css', './guest-interview.css'] })
export class GuestInterview {
  private readonly store = inject(GuestStore);
  private readonly transloco = inject(TranslocoService);
  private readonly refusals = inject(RefusalWords);
  readonly interview = input.required<Personal['interviews'][number]>();
  protected readonly replies = replies;
  private readonly language = computed(() => this.transloco.activeLang());
  protected readonly day = computed(() => dayIn(this.interview().day, this.language()));
  protected readonly time = computed(() => spanIn({ from: this.interview().start, to: this.interview().start + this.interview().length }, this.language()));
  protected readonly video = computed(() => webAddress(this.interview().video));
  private readonly given = computed(() => this.store.replies()[this.interview().item] ?? null);
  protected readonly state = computed(() => this.given()?.state ?? 'still');
  /** The answer that stands, or is on its way. */
  protected readonly reply = computed<Reply | null>(() => {
    const given = this.given();
    return given && given.state !== 'refused' ? given.reply : this.interview().reply;
  });
  /** The answer for which a line of text is being written. */
  protected readonly writing = signal<Reply | null>(null);
  protected readonly text = signal('');
  protected readonly tried = signal(false);
  protected readonly missing = computed(() => this.writing() === 'substitute' && this.text().trim() === '');
  protected readonly refusal = computed(() => {
    const given = this.given();
    return given?.failure && given.state === 'refused' ? this.refusals.of(given.failure) : '';
  });

  protected choose(reply: Reply): void {
    this.tried.set(false);
    if (reply === 'coming') {
      this.writing.set(null);
      void this.store.reply(this.interview().item, { reply, text: '' });
      return;
    }
    this.writing.set(reply);
    this.text.set(this.given()?.reply === reply ? (this.given()?.text ?? '') : this.text());
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    const reply = this.writing();
    if (reply === null || this.missing()) return;
    this.writing.set(null);
    void this.store.reply(this.interview().item, { reply, text: this.text().trim() });
  }
}
