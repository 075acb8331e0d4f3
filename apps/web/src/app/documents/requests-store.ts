import { Service, computed, inject, signal, type OnDestroy } from '@angular/core';
import type { BodyOf, documents as wire, RequestList, RequestView } from '@samsyn/contract';
import { documents, type RouteAnswer } from '@samsyn/contract/routes';
import { merge, type Subscription } from 'rxjs';
import { EvaluationStore } from '../evaluation';
import { call, CallFailed, RefusalWords } from '../http';
import { LiveFeed } from '../live';
import { UploadQueue } from './upload-queue';
import { versionsIn } from './requests-sorted';
import { isUnderWay } from './web-copy';

type Fields = BodyOf<typeof wire.add>;
/** Who was reminded, and who was not and why. */
export type Reminded = RouteAnswer<typeof documents.remind>['reminded'];
const checkEvery = 2500;

/** What one evaluation asks for and what has come in, with every command on it. One command at a time; its answer is the new list. */
@Service({ autoProvided: false })
export class RequestsStore implements OnDestroy {
  private readonly evaluation = inject(EvaluationStore);
  private readonly queue = inject(UploadQueue);
  private readonly refusals = inject(RefusalWords);
  private readonly seen = signal<RequestList | null>(null);
  private readonly trouble = signal<CallFailed | null>(null);
  private readonly failed = signal<{ at: string; words: string } | null>(null);
  private readonly doing = signal('');
  private readonly letters = signal(0);
  private readonly subscription: Subscription;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private reading = 0;

  readonly id = computed(() => this.evaluation.evaluation()?.id ?? '');
  readonly list = this.seen.asReadonly();
  /** Rises with every letter sent from here. */
  readonly mailed = this.letters.asReadonly();
  readonly busy = computed(() => this.doing() !== '');
  readonly failure = computed(() => {
    const trouble = this.trouble();
    return trouble && !this.seen() ? this.refusals.of(trouble) : '';
  });
  readonly scope = computed(() => ({ evaluation: this.id() }));

  constructor() {
    this.subscription = merge(this.evaluation.reread, inject(LiveFeed).checks).subscribe(() => void this.read());
  }

  async open(): Promise<void> {
    await this.read();
    if (this.id()) await this.queue.takeUp(this.scope());
  }

  async read(): Promise<void> {
    const turn = ++this.reading;
    try {
      const list = await call(documents.list, { params: { id: this.id() } });
      if (turn === this.reading) this.show(list);
      this.trouble.set(null);
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.trouble.set(failure);
    }
  }

  /** What the last command at that place was refused for, in words. */
  refusal(at: string): string {
    const failed = this.failed();
    return failed?.at === at ? failed.words : '';
  }

  fromInstrument(due: string | null): Promise<boolean> {
    return this.act('list', (id) => call(documents.fromInstrument, { params: { id }, body: { due } }));
  }

  add(fields: Fields): Promise<boolean> {
    return this.act('new', (id) => call(documents.add, { params: { id }, body: fields }));
  }

  change({ request, edition }: RequestView, fields: Fields): Promise<boolean> {
    return this.act(request, (id) => call(documents.change, { params: { id, request }, body: { ...fields, edition } }));
  }

  /** Handing in what nobody has begun yet takes two steps. */
  move({ request, edition, moves }: Pick<RequestView, 'request' | 'edition' | 'moves'>, to: RequestView['status'], reason = ''): Promise<boolean> {
    const step = (next: RequestView['status'], at: number, why: string) => (id: string): Promise<RequestList> => call(documents.move, { params: { id, request }, body: { to: next, reason: why, edition: at } });
    if (moves.includes(to) || !moves.includes('underway')) return this.act(request, step(to, edition, reason));
    return this.act(request, async (id) => {
      const begun = await step('underway', edition, '')(id);
      return step(to, begun.requests.find((one) => one.request === request)?.edition ?? edition, reason)(id);
    });
  }

  sendAll(requests: readonly string[]): Promise<boolean> {
    return this.act('list', (id) => call(documents.moveMany, { params: { id }, body: { requests: [...requests], to: 'requested', reason: '' } }));
  }

  /** The link is told once, here. */
  async delegate(request: string, body: BodyOf<typeof wire.delegate>): Promise<string | null> {
    let made: string | null = null;
    await this.act(request, async (id) => {
      ({ link: made } = await call(documents.delegate, { params: { id, request }, body }));
      return call(documents.list, { params: { id } });
    });
    return made;
  }

  /** Reminds by hand; null when it was refused. */
  async remind(requests: readonly string[], anyway: boolean): Promise<Reminded | null> {
    let told: Reminded | null = null;
    await this.act('remind', async (id) => {
      ({ reminded: told } = await call(documents.remind, { params: { id }, body: { requests: [...requests], anyway } }));
      this.letters.update((count) => count + 1);
      return call(documents.list, { params: { id } });
    });
    return told;
  }

  revoke(request: string, link: string): Promise<boolean> {
    return this.act(request, (id) => call(documents.revoke, { params: { id, request, link } }));
  }

  addWeb(request: string | null, url: string, title: string): Promise<boolean> {
    return this.act(request ?? 'loose', async (id) => {
      await call(documents.addWeb, { params: { id }, body: { request, url, title } });
      return call(documents.list, { params: { id } });
    });
  }

  /** Has a web page fetched, once more or anew. */
  copyWeb(at: string, document: string): Promise<boolean> {
    return this.act(at, async (id) => {
      await call(documents.copyWeb, { params: { id, document } });
      return call(documents.list, { params: { id } });
    });
  }

  remove(at: string, document: string, reason: string): Promise<boolean> {
    return this.act(at, (id) => call(documents.remove, { params: { id, document }, body: { reason } }));
  }

  retain(at: string, document: string, body: BodyOf<typeof wire.retain>): Promise<boolean> {
    return this.act(at, async (id) => {
      await call(documents.retain, { params: { id, document }, body });
      return call(documents.list, { params: { id } });
    });
  }

  private async act(at: string, command: (id: string) => Promise<RequestList>): Promise<boolean> {
    if (this.doing() !== '') return false;
    this.doing.set(at);
    this.failed.set(null);
    try {
      this.reading++;
      this.show(await command(this.id()));
      return true;
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.failed.set({ at, words: this.refusals.of(failure) });
      // Somebody was quicker: what stands now is shown beside the refusal.
      if (failure.code.startsWith('documents/')) void this.read();
      return false;
    } finally {
      this.doing.set('');
    }
  }

  private show(list: RequestList): void {
    this.seen.set(list);
    this.queue.learn(list.limits);
    const versions = versionsIn(list);
    this.queue.settled(new Set(versions.map(({ version }) => version)));
    if (this.timer) clearTimeout(this.timer);
    const waiting = versions.some(isUnderWay) || this.queue.all().some(({ state }) => state === 'arrived');
    this.timer = waiting ? setTimeout(() => void this.read(), checkEvery) : null;
  }

  ngOnDestroy(): void {
    this.subscription.unsubscribe();
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.reading = Number.POSITIVE_INFINITY;
  }
}
