import { Service, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { SwUpdate } from '@angular/service-worker';
import { Subject } from 'rxjs';
import { answered } from '../http';

/** Heard when this browser should keep the built pages: for those with an account or a personal link, nobody else. */
export const wanted = new Subject<void>();

/** Opened within this time and not touched yet, a page of an older version gives way by itself. */
const untouchedFor = 15_000;
const fetchedWithin = 30_000;
const gaveWay = 'samsyn.gave-way';

/**
 * Whether the open page is of the version that the server has. The pages come whole from one version, kept by the worker,
 * and every answer of the server names its own; where they differ, a bar offers to load the page again, when it suits.
 */
@Service()
export class Updates {
  private readonly worker = inject(SwUpdate);
  private readonly own = document.querySelector('script[src^="main"]')?.getAttribute('src') ?? '';
  private readonly opened = Date.now();
  private readonly there = signal(false);
  private readonly asking = signal(false);
  private readonly foreign = signal(false);
  /** Fields of forms and dialogues that somebody has typed in: nothing else keeps them. */
  private readonly typed = new Set<HTMLElement>();
  private touched = false;
  /** The server's, once it is known to be another. */
  private web = '';

  readonly ready = this.there.asReadonly();
  /** The server could not make sense of what this page sent: it speaks another version's language. */
  readonly misread = this.foreign.asReadonly();
  readonly unsaved = this.asking.asReadonly();

  constructor() {
    for (const sign of ['pointerdown', 'keydown', 'input'] as const) document.addEventListener(sign, (event) => this.note(event), { capture: true, passive: true });
    answered.pipe(takeUntilDestroyed()).subscribe(({ web, misread }) => {
      if (this.own === '' || web === '' || web === this.own) return;
      if (misread) this.foreign.set(true);
      void this.fetch(web);
    });
    // The browser has thrown away part of what was kept: only loading anew mends that.
    this.worker.unrecoverable.pipe(takeUntilDestroyed()).subscribe(() => this.there.set(true));
  }

  install(): void {
    wanted.next();
  }

  /** Loads anew, unless that would lose something. */
  ask(): void {
    if ([...this.typed].some((field) => field.isConnected && field.getClientRects().length > 0 && 'value' in field && field.value !== '')) this.asking.set(true);
    else void this.reload();
  }

  wait(): void {
    this.asking.set(false);
  }

  /** A worker that holds on to the old version after one try, as after a step back, is put out and in anew. */
  async reload(): Promise<void> {
    if (sessionStorage.getItem(gaveWay) === this.web) await (await navigator.serviceWorker?.getRegistration())?.unregister();
    sessionStorage.setItem(gaveWay, this.web);
    this.go();
  }

  go(): void {
    window.location.reload();
  }

  /** Has the worker fetch the whole new version before it is offered. */
  private async fetch(web: string): Promise<void> {
    if (this.web === web) return;
    this.web = web;
    // A page without a worker has nothing to fetch, and a worker that says nothing is not waited for.
    if (navigator.serviceWorker?.controller) await Promise.race([this.worker.checkForUpdate().catch(() => false), new Promise((done) => setTimeout(done, fetchedWithin))]);
    if (this.mayGiveWay(web)) await this.reload();
    else this.there.set(true);
  }

  /** Once for each version, and never while a link is being used up. */
  private mayGiveWay(web: string): boolean {
    return !this.touched && Date.now() - this.opened <= untouchedFor && !window.location.pathname.startsWith('/lank/') && sessionStorage.getItem(gaveWay) !== web;
  }

  private note({ type, target }: Event): void {
    this.touched = true;
    if (type === 'input' && target instanceof HTMLElement && target.closest('form, dialog')) this.typed.add(target);
  }
}
