import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { RefusalWords } from '../http';
import { Icon, longDay } from '../look';
import { languageOf } from './names';
import { ReportStore } from './report-store';
import { VersionDifference } from './version-difference';

/** Every locked version, all readable, and what a later one says otherwise. */
@Component({
  selector: 'sam-report-versions',
  imports: [RouterLink, TranslocoDirective, Icon, VersionDifference],
  template: `<section *transloco="let t" aria-labelledby="versioner">
    <h2 id="versioner" tabindex="-1">{{ t('report.versions.title') }}</h2>
    <ul>
      @for (version of versions(); track version.version) {
        <li>
          <span class="stamp"><svg samIcon="seal"></svg>{{ t('report.versions.version', { n: version.version }) }}</span>
          <span>{{ t('report.versions.locked', { day: day(version.at) }) }}.@if (version.unlockedAt) { {{ t('report.versions.unlocked', { day: day(version.unlockedAt), reason: version.reason ?? '' }) }}}</span>
          <span class="ways">
            @if (version.version === current()) {
              <span class="quiet">{{ t('report.versions.reading') }}</span>
            } @else {
              <a class="go" [routerLink]="['/utvardering', evaluation(), 'rapport', version.version]">{{ t('report.versions.read') }}<span class="sr"> {{ t('report.versions.version', { n: version.version }) }}</span></a>
            }
            @if (version.version > 1) {
              <button type="button" class="btn small" (click)="compare(version.version)">{{ t('report.versions.difference', { n: version.version - 1 }) }}</button>
            }
          </span>
        </li>
      } @empty {
        <li class="quiet">{{ t('report.versions.none') }}</li>
      }
    </ul>
    @if (failure(); as sentence) {
      <p class="notice stop" role="alert"><svg samIcon="stop"></svg>{{ sentence }}</p>
    }
    @if (store.difference(); as difference) {
      <sam-version-difference [difference]="difference" (closed)="store.closeDifference()" />
    }
  </section>`,
  styles: `
    h2 { font-size: var(--sam-22); line-height: 28px; padding-bottom: 8px; scroll-margin-top: 16px; }
    li { display: flex; flex-wrap: wrap; gap: 6px 16px; align-items: center; padding: 10px 0; border-bottom: 1px solid var(--sam-hairline); font-size: var(--sam-14); line-height: 20px; }
    .stamp { display: inline-flex; align-items: center; gap: 6px; font-weight: 600; }
    .ways { margin-left: auto; display: inline-flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; }
    @media screen and (max-width: 600px) { .ways { margin-left: 0; } .ways .btn { min-height: 44px; white-space: normal; } }
  `,
})
export class ReportVersions {
  readonly evaluation = input.required<string>();
  readonly current = input.required<number | null>();
  protected readonly store = inject(ReportStore);
  private readonly transloco = inject(TranslocoService);
  private readonly refusals = inject(RefusalWords);
  protected readonly versions = computed(() => [...this.store.versions()].sort((a, b) => b.version - a.version));
  protected readonly failure = computed(() => {
    const failure = this.store.differenceFailure();
    return failure && this.refusals.of(failure);
  });

  protected compare(version: number): void {
    void this.store.compare(this.evaluation(), version - 1, version);
  }

  protected day(at: string): string {
    return longDay(at, languageOf(this.transloco.activeLang()));
  }
}
