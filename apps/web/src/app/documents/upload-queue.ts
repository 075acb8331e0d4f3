import { Service, computed, inject, signal } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { UploadLimits } from '@samsyn/contract';
import { CallFailed, RefusalWords, spokenAs } from '../http';
import { Announcer } from '../look';
import { UploadKeep } from './upload-keep';
import { faultBefore } from './upload-kinds';
import { UploadSender, type Sending } from './upload-sender';
import { sumOfText } from './upload-sum';

/** For whom files are sent: a member of an evaluation, or the holder of a link to one request. */
export type UploadScope = { readonly evaluation: string } | { readonly token: string };

/** A file between the person's disk and the shelf. `arrived` until the list shows it there. */
export interface UploadItem {
  readonly key: string;
  readonly scope: string;
  readonly request: string | null;
  readonly replaces: string | null;
  readonly name: string;
  readonly size: number;
  readonly sent: number;
  readonly state: 'counting' | 'queued' | 'sending' | 'paused' | 'waiting' | 'refused' | 'arrived';
  /** Seconds left at the pace of the last moments; null while nobody can say. */
  readonly left: number | null;
  readonly failure: string;
  /** Whether trying again as it is may help. */
  readonly again: boolean;
  readonly version: string | null;
}

interface Held {
  readonly file: File;
  readonly at: number;
  sha256: string | null;
  sending: Sending | null;
  timer: ReturnType<typeof setTimeout> | null;
  tries: number;
  marks: { readonly at: number; readonly sent: number }[];
  readonly metadata: Readonly<Record<string, string>>;
  /** Gives the file free for other tabs. */
  free: () => void;
}

const atOnce = 2;
const longestWait = 30_000;
/** Failures that pass by themselves. */
const passes = ({ code, status }: CallFailed): boolean => code === 'offline' || code === 'people/signed-out' || code === 'people/too-many-tries' || status === 429;

/** Refused now, and perhaps not later: what the server has of it stays there. */
const again: ReadonlySet<string> = new Set(['defect', 'documents/disk-full']);

/** Works out a file's checksum; specs have their own. */
@Service()
export class UploadSum {
  async of(file: File): Promise<string | null> {
    const { sumInThread } = await import('./upload-sum-thread');
    return sumInThread(file);
  }
}

/**
 * Every file on its way, for as long as the page lives and beyond it: files are kept in the browser until the server has
 * them, so after a reload, a restart or a lost line they go on where they were. Lives above the pages: walking on does not stop it.
 */
@Service()
export class UploadQueue {
  private readonly sender = inject(UploadSender);
  private readonly keep = inject(UploadKeep);
  private readonly sums = inject(UploadSum);
  private readonly refusals = inject(RefusalWords);
  private readonly announcer = inject(Announcer);
  private readonly transloco = inject(TranslocoService);
  private readonly items = signal<readonly UploadItem[]>([]);
  private readonly held = new Map<string, Held>();
  private readonly taken = signal<UploadLimits | null>(null);
  readonly all = this.items.asReadonly();
  /** What the server takes in; null until it has said so. */
  readonly limits = this.taken.asReadonly();
  readonly busy = computed(() => this.items().some(({ state }) => state !== 'refused' && state !== 'arrived'));

  constructor() {
    addEventListener('online', () => this.wakeAll());
  }

  learn(limits: UploadLimits): void {
    this.taken.set(limits);
  }

  /** The name under which a scope's files are kept; a link's token is not written down. */
  scopeOf(scope: UploadScope): string {
    return 'token' in scope ? `link/${sumOfText(scope.token).slice(0, 32)}` : `${spokenAs()}/${scope.evaluation}`;
  }

  /** Takes up what an earlier visit left: paused files stay paused. */
  async takeUp(scope: UploadScope): Promise<void> {
    for (const kept of await this.keep.of(this.scopeOf(scope))) {
      if (this.held.has(kept.key)) continue;
      const free = await onlyHere(kept.key);
      if (!free) continue;
      this.enter(kept.key, scope, kept, free, kept.sha256);
      this.change(kept.key, { state: kept.paused ? 'paused' : 'queued' });
    }
    this.next();
  }

  async add(scope: UploadScope, files: readonly File[], request: string | null, replaces: string | null = null): Promise<void> {
    for (const file of files) {
      // Chosen again by somebody who does not trust the machine: it is on its way already.
      if (this.items().some((item) => item.scope === this.scopeOf(scope) && item.request === request && item.name === file.name && item.size === file.size && item.state !== 'refused' && item.state !== 'arrived')) continue;
      const key = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`;
      this.enter(key, scope, { request, replaces, file, at: Date.now() + this.items().length }, (await onlyHere(key)) ?? (() => undefined), null);
      const fault = faultBefore(file, this.limits());
      if (fault) this.refuse(key, fault === 'empty' ? this.words('empty') : this.refusals.of(new CallFailed(fault, { megabytes: Math.floor(((this.limits()?.largest ?? 0) / 1024 ** 2) * 10) / 10 })), false);
      else void this.begin(key);
    }
  }

  pause(key: string): void {
    this.stop(key);
    this.change(key, { state: 'paused', left: null });
    void this.save(key, true);
    this.next();
  }

  resume(key: string): void {
    this.change(key, { state: 'queued', failure: '' });
    void this.save(key, false);
    this.next();
  }

  /** Takes it away, here and on the server. */
  async cancel(key: string): Promise<void> {
    const held = this.held.get(key);
    const sending = held?.sending ?? null;
    this.leave(key);
    this.next();
    await Promise.all([sending?.stop(true), this.keep.drop(key)]);
  }

  /** What the list shows on the shelf by now is no longer on its way. */
  settled(versions: ReadonlySet<string>): void {
    for (const { key, version } of this.items()) if (version !== null && versions.has(version)) this.leave(key);
  }

  private async begin(key: string): Promise<void> {
    const held = this.held.get(key);
    if (!held) return;
    held.sha256 = await this.sums.of(held.file);
    await this.save(key, false);
    // Paused or taken away meanwhile.
    if (this.item(key)?.state === 'counting') this.change(key, { state: 'queued' });
    this.next();
  }

  private next(): void {
    const free = atOnce - this.items().filter(({ state }) => state === 'sending').length;
    for (const { key } of this.items().filter(({ state }) => state === 'queued').slice(0, Math.max(0, free))) {
      this.change(key, { state: 'sending' });
      void this.send(key);
    }
  }

  private async send(key: string): Promise<void> {
    const held = this.held.get(key);
    const item = this.item(key);
    if (!held || !item) return;
    held.marks = [];
    try {
      const sha: Record<string, string> = held.sha256 === null ? {} : { sha256: held.sha256 };
      const fingerprint = [item.scope, item.request ?? '', item.replaces ?? '', held.sha256 ?? `${held.file.lastModified}`, item.size, item.name].join('/');
      const sending = await this.sender.send({ file: held.file, fingerprint: sumOfText(fingerprint), metadata: { ...held.metadata, ...sha }, told: (sent) => this.told(key, sent) });
      if (this.item(key)?.state !== 'sending') return void (await sending.stop(!this.item(key)));
      held.sending = sending;
      const version = await sending.done;
      held.sending = null;
      this.change(key, { state: 'arrived', sent: item.size, left: null, version });
      await this.keep.drop(key);
      held.free();
      this.announcer.say(this.words('said.arrived', { name: item.name }));
    } catch (failure) {
      held.sending = null;
      if (!(failure instanceof CallFailed)) return this.refuse(key, this.refusals.of(new CallFailed('defect')), true);
      if (passes(failure)) this.wait(key, held);
      else this.refuse(key, this.refusals.of(failure), again.has(failure.code));
    }
    this.next();
  }

  /** Waits for the line with growing pauses; the browser's own sign wakes it at once. */
  private wait(key: string, held: Held): void {
    this.change(key, { state: 'waiting', left: null });
    held.timer = setTimeout(() => this.wake(key), Math.min(longestWait, 1000 * 2 ** held.tries++));
  }

  private wake(key: string): void {
    const held = this.held.get(key);
    if (held?.timer) clearTimeout(held.timer);
    if (this.item(key)?.state !== 'waiting') return;
    this.change(key, { state: 'queued' });
    this.next();
  }

  private wakeAll(): void {
    for (const { key, state } of this.items()) if (state === 'waiting') this.wake(key);
  }

  private told(key: string, sent: number): void {
    const held = this.held.get(key);
    const item = this.item(key);
    if (!held || item?.state !== 'sending') return;
    held.tries = 0;
    held.marks = [...held.marks.slice(-20), { at: Date.now(), sent }];
    this.change(key, { sent, left: secondsLeft(held.marks, item.size) });
  }

  private refuse(key: string, failure: string, again: boolean): void {
    this.change(key, { state: 'refused', failure, again, left: null });
    if (!again) void this.keep.drop(key);
    this.announcer.say(this.words('said.refused', { name: this.item(key)?.name ?? '', why: failure }));
  }

  private stop(key: string): void {
    const held = this.held.get(key);
    if (held?.timer) clearTimeout(held.timer);
    void held?.sending?.stop(false);
    if (held) held.sending = null;
  }

  private enter(key: string, scope: UploadScope, { request, replaces, file, at }: { request: string | null; replaces: string | null; file: File; at: number }, free: () => void, sha256: string | null): void {
    const metadata = { ...('token' in scope ? { token: scope.token } : { evaluation: scope.evaluation }), filename: file.name, filetype: file.type, ...(request !== null && { request }), ...(replaces !== null && { replaces }) };
    this.held.set(key, { file, at, sha256, sending: null, timer: null, tries: 0, marks: [], metadata, free });
    this.items.update((items) => [...items, { key, scope: this.scopeOf(scope), request, replaces, name: file.name, size: file.size, sent: 0, state: 'counting', left: null, failure: '', again: false, version: null }]);
  }

  private leave(key: string): void {
    const held = this.held.get(key);
    if (held?.timer) clearTimeout(held.timer);
    held?.free();
    this.held.delete(key);
    this.items.update((items) => items.filter((item) => item.key !== key));
  }

  private async save(key: string, paused: boolean): Promise<void> {
    const held = this.held.get(key);
    const item = this.item(key);
    if (held && item) await this.keep.put({ key, scope: item.scope, request: item.request, replaces: item.replaces, at: held.at, paused, sha256: held.sha256, file: held.file });
  }

  private item(key: string): UploadItem | undefined {
    return this.items().find((item) => item.key === key);
  }

  private change(key: string, changed: Partial<UploadItem>): void {
    this.items.update((items) => items.map((item) => (item.key === key ? { ...item, ...changed } : item)));
  }

  private words(key: string, figures: Record<string, string> = {}): string {
    return this.transloco.translate<string>(`documents.upload.${key}`, figures, this.transloco.activeLang());
  }
}

/** Seconds left at the pace between the first and the last mark; null before there is a pace. */
export function secondsLeft(marks: readonly { readonly at: number; readonly sent: number }[], size: number): number | null {
  const [first, last] = [marks[0], marks.at(-1)];
  if (!first || !last || last.at - first.at < 500 || last.sent <= first.sent) return null;
  return Math.ceil(((size - last.sent) * (last.at - first.at)) / (last.sent - first.sent) / 1000);
}

/** Claims a file for this tab until it is given free; null when another tab is sending it. */
async function onlyHere(key: string): Promise<(() => void) | null> {
  if (!('locks' in navigator)) return () => undefined;
  return new Promise((claimed) => {
    void navigator.locks.request(`samsyn-upload-${key}`, { ifAvailable: true }, (lock) => {
      if (!lock) return claimed(null);
      return new Promise<void>((free) => claimed(free));
    });
  });
}
