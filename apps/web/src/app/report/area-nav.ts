import { Component, DestroyRef, afterRenderEffect, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { ReportArea } from '@samsyn/domain';
import { languageOf, shortTitle } from './names';

/** The way between areas, with their points; marks the one on screen. */
@Component({
  selector: 'sam-area-nav',
  imports: [RouterLink, TranslocoDirective],
  template: `<nav *transloco="let t" aria-labelledby="area-nav">
    <h2 id="area-nav">{{ t('report.nav.title') }}</h2>
    <ul>
      @for (area of areas(); track area.number) {
        <li>
          <a [routerLink]="[]" [fragment]="'omrade-' + area.number" [attr.aria-current]="here() === area.number ? 'true' : null">
            <span>{{ area.number }} {{ short(area) }}</span><span>{{ area.total.achieved }}</span>
          </a>
        </li>
      }
    </ul>
    <ul class="more">
      @if (method()) {
        <li><a [routerLink]="[]" fragment="metoden">{{ t('report.method') }}</a></li>
      }
      <li><a [routerLink]="[]" fragment="alla-fragor">{{ t('report.nav.all', { count: questions() }) }}</a></li>
      <li><a [routerLink]="[]" fragment="ursprung">{{ t('report.nav.origin') }}</a></li>
      <li><a [routerLink]="[]" fragment="versioner">{{ t('report.nav.versions') }}</a></li>
    </ul>
  </nav>`,
  styleUrl: './area-nav.css',
})
export class AreaNav {
  readonly areas = input.required<readonly ReportArea[]>();
  readonly questions = input.required<number>();
  /** The report has a chapter on the method. */
  readonly method = input(false);
  protected readonly here = signal<number | null>(null);
  private readonly transloco = inject(TranslocoService);
  private readonly language = computed(() => languageOf(this.transloco.activeLang()));
  private watch: IntersectionObserver | null = null;

  constructor() {
    afterRenderEffect(() => this.follow(this.areas()));
    inject(DestroyRef).onDestroy(() => this.watch?.disconnect());
  }

  protected short(area: ReportArea): string {
    return shortTitle(area.title[this.language()]);
  }

  private follow(areas: readonly ReportArea[]): void {
    this.watch?.disconnect();
    this.watch = new IntersectionObserver(
      (entries) => {
        const seen = entries.find((entry) => entry.isIntersecting);
        if (seen) this.here.set(Number(seen.target.id.replace('omrade-', '')));
      },
      { rootMargin: '0px 0px -70% 0px' },
    );
    for (const area of areas) {
      const heading = document.getElementById(`omrade-${area.number}`);
      if (heading) this.watch.observe(heading);
    }
  }
}
