import { Component, effect, inject, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, NavigationError, NavigationStart, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { people } from '@samsyn/contract/routes';
import { call, CallFailed, signedOut } from '../http';
import { LiveFeed } from '../live';
import { Announcer, Icon, Waiting } from '../look';
import { Session } from '../people';
import { ConnectionLine } from './connection-line';
import { Demo } from './demo';
import { Language } from './language';
import { PageTitle } from './page-title';
import { Theme } from './theme';
import { Updates } from './updates';

/** What stands around every page: skip link, notices, the product bar, the two live regions. */
@Component({
  selector: 'sam-root',
  imports: [Icon, RouterLink, RouterLinkActive, RouterOutlet, TranslocoDirective, Waiting],
  templateUrl: './root.html',
  styleUrl: './root.css',
})
export class Root {
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly announcer = inject(Announcer);
  protected readonly line = inject(ConnectionLine);
  protected readonly demo = inject(Demo);
  protected readonly theme = inject(Theme);
  protected readonly language = inject(Language);
  protected readonly title = inject(PageTitle);
  protected readonly updates = inject(Updates);
  protected readonly menuOpen = signal(false);
  /** Until the first page is here: its code may come over a slow line. */
  protected readonly opening = signal(true);
  /** Signed out by the server while pages were open. */
  protected readonly ended = signal(false);
  /** The address that could not be opened. */
  protected readonly failed = signal<string | null>(null);
  /** Own writings that would stay behind unsent, when somebody wants to sign out. */
  protected readonly behind = signal(0);
  private pageBefore: string | null = null;

  constructor() {
    this.router.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (event instanceof NavigationStart) this.menuOpen.set(false);
      if (event instanceof NavigationError) this.failed.set(event.url);
      if (event instanceof NavigationError || event instanceof NavigationEnd) this.opening.set(false);
      if (event instanceof NavigationEnd) this.arrived();
    });
    signedOut.pipe(takeUntilDestroyed()).subscribe(() => this.end());
    const live = inject(LiveFeed);
    effect(() => (this.session.signedIn() ? live.open() : live.close()));
    effect(() => this.session.signedIn() && this.updates.install());
    const transloco = inject(TranslocoService);
    effect(() => this.updates.ready() && untracked(() => this.announcer.say(transloco.translate('shell.fresh.text'))));
    live.checks.pipe(takeUntilDestroyed()).subscribe(() => void this.checkSession());
    void this.session.load().catch(() => undefined);
  }

  protected skip(event: Event): void {
    event.preventDefault();
    document.getElementById('main')?.focus();
  }

  protected reload(): void {
    window.location.reload();
  }

  protected retry(): void {
    window.location.assign(this.failed() ?? '/');
  }

  /** What is written is sent first; what cannot be is asked about once. */
  protected async signOut(anyway = false): Promise<void> {
    this.behind.set(anyway ? 0 : await this.session.settle());
    if (this.behind() > 0) return;
    await this.session.signOut();
    this.ended.set(false);
    await this.router.navigateByUrl('/');
  }

  /** A new page begins at its beginning; moving between questions of one page keeps the focus where it is. */
  private arrived(): void {
    this.failed.set(null);
    if (this.session.signedIn()) this.ended.set(false);
    const page = this.title.key();
    if (this.pageBefore !== null && this.pageBefore !== page) setTimeout(() => document.getElementById('main')?.focus({ preventScroll: true }));
    this.pageBefore = page;
    // Who comes by a personal link reads time and place where there is no network, too.
    if (page === 'visit') this.updates.install();
  }

  private end(): void {
    if (!this.session.signedIn()) return;
    this.session.expired();
    this.ended.set(true);
  }

  /** On return to the tab and now and then: has the session ended, or has the person signed in again elsewhere? */
  private async checkSession(): Promise<void> {
    if (!this.session.signedIn() && !this.ended()) return;
    try {
      const me = await call(people.me);
      if (this.ended()) this.session.enter(me);
      else this.session.confirm(me);
      this.ended.set(false);
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      if (failure.code === 'people/signed-out') this.end();
    }
  }
}
