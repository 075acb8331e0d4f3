import { Service, computed, effect, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Title } from '@angular/platform-browser';
import { NavigationEnd, Router, type ActivatedRouteSnapshot } from '@angular/router';
import { TranslocoService } from '@jsverse/transloco';
import { filter, map, startWith, switchMap } from 'rxjs';

const deepest = (route: ActivatedRouteSnapshot): ActivatedRouteSnapshot => (route.firstChild ? deepest(route.firstChild) : route);

/** The title of the window: page, evaluation, Samsyn. Pages are named by `data.title` of their route. */
@Service()
export class PageTitle {
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  private readonly window = inject(Title);
  /** Name of the open evaluation, set by its frame. */
  readonly about = signal('');

  readonly page = toSignal(
    this.router.events.pipe(filter((event) => event instanceof NavigationEnd), startWith(null), map(() => deepest(this.router.routerState.snapshot.root).data)),
    { initialValue: {} as Record<string, unknown> },
  );
  readonly key = computed(() => (typeof this.page()['title'] === 'string' ? (this.page()['title'] as string) : ''));
  private readonly loaded = toSignal(this.transloco.langChanges$.pipe(switchMap((language) => this.transloco.load(language))));

  constructor() {
    effect(() => {
      this.loaded();
      const page = this.key() && this.key() !== 'start' ? this.transloco.translate<string>(`shell.titles.${this.key()}`, {}, this.transloco.activeLang()) : '';
      this.window.setTitle([page, this.about(), 'Samsyn'].filter(Boolean).join(' – '));
    });
  }
}
