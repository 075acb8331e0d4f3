import { Service, computed, inject, signal, type OnDestroy } from '@angular/core';
import { documents, type RouteAnswer } from '@samsyn/contract/routes';
import { call, CallFailed, RefusalWords } from '../http';
import { UploadQueue } from './upload-queue';
import { isUnderWay } from './web-copy';

type Delegated = RouteAnswer<typeof documents.delegated>;
const checkEvery = 2500;

/** The one request a link is for. Nothing is pushed to who has no account, so it looks again while something is being checked. */
@Service({ autoProvided: false })
export class DelegatedStore implements OnDestroy {
  private readonly queue = inject(UploadQueue);
  private readonly refusals = inject(RefusalWords);
  private readonly seen = signal<Delegated | null>(null);
  private readonly trouble = signal<CallFailed | null>(null);
  private readonly failed = signal<CallFailed | null>(null);
  private readonly doing = signal(false);
  private timer: ReturnType<typeof setTimeout> | null = null;
  private token = '';
  private ended = false;

  readonly view = this.seen.asReadonly();
  readonly busy = this.doing.asReadonly();
  /** Expired, withdrawn or unknown: the same answer. */
  readonly spent = computed(() => this.trouble()?.code === 'documents/link-spent' || this.failed()?.code === 'documents/link-spent');
  readonly failure = computed(() => this.said(this.seen() ? null : this.trouble()));
  readonly refusal = computed(() => this.said(this.failed()));

  async open(token: string): Promise<void> {
    this.token = token;
    await this.read();
    if (this.seen()) await this.queue.takeUp({ token });
  }

  async read(): Promise<void> {
    try {
      this.show(await call(documents.delegated, { params: { token: this.token } }));
      this.trouble.set(null);
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.trouble.set(failure);
    }
  }

  async move(to: Delegated['request']['status'], reason: string): Promise<boolean> {
    const request = this.seen()?.request;
    if (!request) return false;
    const step = (next: typeof to, edition: number, why: string): Promise<Delegated> => call(documents.delegatedMove, { params: { token: this.token }, body: { to: next, reason: why, edition } });
    return this.act(async () => {
      if (request.moves.includes(to) || !request.moves.includes('underway')) return step(to, request.edition, reason);
      return step(to, (await step('underway', request.edition, '')).request.edition, reason);
    });
  }

  addWeb(url: string, title: string): Promise<boolean> {
    return this.act(() => call(documents.delegatedWeb, { params: { token: this.token }, body: { url, title } }));
  }

  copyWeb(document: string): Promise<boolean> {
    return this.act(() => call(documents.delegatedCopy, { params: { token: this.token, document } }));
  }

  /** Takes away what was brought by mistake. */
  remove(document: string): Promise<boolean> {
    return this.act(() => call(documents.delegatedRemove, { params: { token: this.token, document } }));
  }

  private async act(command: () => Promise<Delegated>): Promise<boolean> {
    if (this.doing()) return false;
    this.doing.set(true);
    this.failed.set(null);
    try {
      this.show(await command());
      return true;
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.failed.set(failure);
      if (failure.code.startsWith('documents/')) void this.read();
      return false;
    } finally {
      this.doing.set(false);
    }
  }

  /** Watches while files are on their way or being checked. */
  watch(): void {
    if (this.timer) clearTimeout(this.timer);
    const checking = this.seen()?.request.documents.some(({ versions }) => versions.some(isUnderWay));
    const arrived = this.queue.all().some(({ state }) => state === 'arrived');
    this.timer = !this.ended && (checking || arrived) ? setTimeout(() => void this.read(), arrived ? 400 : checkEvery) : null;
  }

  private show(view: Delegated): void {
    this.seen.set(view);
    this.queue.learn(view.limits);
    this.queue.settled(new Set(view.request.documents.flatMap(({ versions }) => versions.map(({ version }) => version))));
    this.watch();
  }

  private said(failure: CallFailed | null): string {
    return failure ? this.refusals.of(failure) : '';
  }

  ngOnDestroy(): void {
    this.ended = true;
    if (this.timer) clearTimeout(this.timer);
  }
}
