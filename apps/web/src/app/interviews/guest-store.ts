import { Service, computed, signal, type OnDestroy } from '@angular/core';
import type { Personal, Reply } from '@samsyn/contract';
import { interviews } from '@samsyn/contract/routes';
import { call, CallFailed, forget, keep, kept } from '../http';
import { withAnswer, type Answer, type Block, type HourSpan } from './guest-blocks';
import { shortOf } from './guest-kept';
import { passes, Retry } from './guest-retry';

export type Saving = 'still' | 'saving' | 'saved' | 'waiting' | 'refused';

export interface GivenReply {
  readonly reply: Reply;
  readonly text: string;
}
interface ReplyState extends GivenReply {
  readonly state: Saving;
  readonly failure: CallFailed | null;
}

/** A copy of the page as it was last read, so that time and place can be seen without network. */
interface Copy {
  readonly page: Personal;
  readonly at: string;
}

const pause = 500;

/**
 * The page behind a personal link. Hours are saved by themselves; hours and replies that could not be sent lie in this
 * browser and go by themselves when the network is back. The same answer sent twice is the same answer.
 */
@Service({ autoProvided: false })
export class GuestStore implements OnDestroy {
  private readonly shown = signal<Personal | null>(null);
  private readonly copied = signal<string | null>(null);
  private readonly trouble = signal<CallFailed | null>(null);
  private readonly hours = signal<readonly HourSpan[]>([]);
  private readonly hoursState = signal<{ readonly state: Saving; readonly at: string; readonly failure: CallFailed | null }>({ state: 'still', at: '', failure: null });
  private readonly given = signal<Readonly<Record<string, ReplyState>>>({});
  private readonly retry = new Retry(() => void this.again());
  private readonly leave = (): void => void this.flush(true);
  private token = '';
  private unsent = false;
  private under: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;

  readonly page = this.shown.asReadonly();
  readonly spans = this.hours.asReadonly();
  readonly saving = this.hoursState.asReadonly();
  readonly replies = this.given.asReadonly();
  /** When the copy on screen was read; null while it comes from the server. */
  readonly copyFrom = this.copied.asReadonly();
  readonly failure = this.trouble.asReadonly();
  readonly spent = computed(() => ['interviews/link-spent', 'wire/not-found', 'wire/invalid'].includes(this.trouble()?.code ?? ''));

  constructor() {
    window.addEventListener('pagehide', this.leave);
  }

  async open(token: string): Promise<void> {
    this.token = token;
    await this.read();
    const hours = kept<HourSpan[]>(this.key('hours'));
    if (hours && !this.spent()) {
      this.hours.set(hours);
      this.unsent = true;
      void this.flush();
    }
    for (const [item, own] of Object.entries(kept<Record<string, GivenReply>>(this.key('replies')) ?? {})) if (!this.spent()) void this.reply(item, own);
  }

  async read(): Promise<void> {
    try {
      this.take(await call(interviews.personal, { params: { token: this.token } }));
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.fell(failure);
    }
  }

  /** Answers for one block; saved after a short pause. */
  answer(block: Block, answer: Answer): void {
    this.write(withAnswer(this.hours(), block, answer));
  }

  answerAll(blocks: readonly Block[], answer: Answer): void {
    this.write(blocks.reduce<readonly HourSpan[]>((spans, block) => withAnswer(spans, block, answer), this.hours()));
  }

  /** "Klart": also who can at all hours has answered. Answers whether the server has it. */
  async done(): Promise<boolean> {
    if (!this.shown()?.answered || this.unsent) {
      this.unsent = true;
      keep(this.key('hours'), this.hours());
    }
    await this.flush();
    return !this.unsent;
  }

  async reply(item: string, { reply, text }: GivenReply): Promise<void> {
    this.put(item, { reply, text, state: 'saving', failure: null });
    this.keepReplies();
    try {
      const page = await call(interviews.reply, { params: { token: this.token }, body: { item, reply, text } });
      const own = this.given()[item];
      if (own?.reply !== reply || own.text !== text) return;
      this.put(item, { reply, text, state: 'saved', failure: null });
      this.keepReplies();
      this.retry.worked();
      this.take(page);
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      const own = this.given()[item];
      if (own?.reply !== reply || own.text !== text) return;
      this.put(item, { reply, text, state: passes(failure) ? 'waiting' : 'refused', failure });
      this.keepReplies();
      if (passes(failure)) this.retry.later();
      else if (failure.code === 'interviews/unknown') await this.read();
      else if (failure.code === 'interviews/link-spent') this.fell(failure);
    }
  }

  /** Sends what has not been sent, now. */
  async flush(keepalive = false): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.under ??= this.send(keepalive).finally(() => (this.under = null));
    return this.under;
  }

  private write(spans: readonly HourSpan[]): void {
    this.hours.set(spans);
    this.unsent = true;
    keep(this.key('hours'), spans);
    this.hoursState.set({ state: 'saving', at: '', failure: null });
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), pause);
  }

  private async send(keepalive: boolean): Promise<void> {
    while (this.unsent) {
      const sent = this.hours();
      this.hoursState.set({ state: 'saving', at: '', failure: null });
      try {
        const page = await call(interviews.hours, { params: { token: this.token }, body: { spans: [...sent] }, keepalive });
        this.retry.worked();
        if (this.hours() !== sent) continue;
        this.unsent = false;
        forget(this.key('hours'));
        this.take(page);
        this.hoursState.set({ state: 'saved', at: new Date().toISOString(), failure: null });
      } catch (failure) {
        if (!(failure instanceof CallFailed)) throw failure;
        this.hoursState.set({ state: passes(failure) ? 'waiting' : 'refused', at: '', failure });
        if (passes(failure)) return this.retry.later();
        // It will never be taken: what was answered stays on screen beside the reason.
        this.unsent = false;
        forget(this.key('hours'));
        if (failure.code === 'interviews/link-spent') this.fell(failure);
        return;
      }
    }
  }

  private async again(): Promise<void> {
    if (this.copied() !== null || this.trouble()) await this.read();
    if (this.spent()) return;
    await Promise.all([this.flush(), ...Object.entries(this.given()).flatMap(([item, own]) => (own.state === 'waiting' ? [this.reply(item, own)] : []))]);
  }

  private take(page: Personal): void {
    this.shown.set(page);
    this.copied.set(null);
    this.trouble.set(null);
    if (!this.unsent) this.hours.set(page.spans);
    keep(this.key('copy'), { page, at: new Date().toISOString() } satisfies Copy);
  }

  /** Without network the last answer stays readable; a link that is spent takes the copy with it. */
  private fell(failure: CallFailed): void {
    this.trouble.set(failure);
    if (this.spent()) {
      this.shown.set(null);
      for (const part of ['copy', 'hours', 'replies'] as const) forget(this.key(part));
      return;
    }
    const copy = kept<Copy>(this.key('copy'));
    if (!this.shown() && copy) {
      this.shown.set(copy.page);
      if (!this.unsent) this.hours.set(copy.page.spans);
    }
    if (this.shown()) this.copied.set(copy?.at ?? new Date().toISOString());
    if (passes(failure)) this.retry.later();
  }

  private put(item: string, own: ReplyState): void {
    this.given.update((all) => ({ ...all, [item]: own }));
  }

  private keepReplies(): void {
    const left = Object.entries(this.given()).flatMap(([item, { reply, text, state }]) => (state === 'saving' || state === 'waiting' ? [[item, { reply, text }] as const] : []));
    if (left.length === 0) forget(this.key('replies'));
    else keep(this.key('replies'), Object.fromEntries(left));
  }

  private key(part: 'copy' | 'hours' | 'replies'): string {
    return `samsyn.visit.${shortOf(this.token)}.${part}`;
  }

  ngOnDestroy(): void {
    window.removeEventListener('pagehide', this.leave);
    void this.flush(true);
    this.retry.stop();
  }
}
