import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { ReportDifference } from '@samsyn/domain';
import { Icon } from '../look';
import { ChangeList } from './change-list';
import { languageOf } from './names';

/** What one locked version says otherwise than the one before: figures first, then words side by side, then what led to them. */
@Component({
  selector: 'sam-version-difference',
  imports: [TranslocoDirective, ChangeList, Icon],
  template: `<section *transloco="let t" aria-labelledby="difference" role="region" aria-live="polite">
    <header>
      <h3 id="difference">{{ t('report.diff.title', { from: difference().from, to: difference().to }) }}</h3>
      <button type="button" class="btn small" (click)="closed.emit()"><svg samIcon="close"></svg>{{ t('report.diff.close') }}</button>
    </header>
    @if (difference().same) {
      <p>{{ t('report.diff.same') }}</p>
    }
    @if (difference().total; as total) {
      <p class="strong">{{ t('report.diff.total', total) }}</p>
    }
    @if (difference().changes.length > 0) {
      <sam-change-list [changes]="difference().changes" [open]="difference().areas.length === 0" />
    }
    @for (area of difference().areas; track area.number) {
      <h4>{{ area.number }} {{ area.title[language()] }}</h4>
      @if (area.achieved; as achieved) {
        <p>{{ t('report.diff.area', { n: area.number, before: achieved.before, after: achieved.after }) }}</p>
      }
      @if (area.percent; as percent) {
        <p>{{ t('report.diff.areaPercent', { n: area.number, before: percent.before, after: percent.after }) }}</p>
      }
      @if (area.changes.length > 0) {
        <sam-change-list [changes]="area.changes" />
      }
      @for (row of area.rows; track row.number) {
        <div class="row">
          <p><b>{{ row.number }}</b> {{ row.title[language()] }}</p>
          @if (row.achieved || row.percent) {
            <p class="figures">
              @if (row.achieved; as change) { <span><del>{{ t('report.diff.points', { n: change.before }) }}</del> <ins>{{ t('report.diff.points', { n: change.after }) }}</ins></span> }
              @if (row.percent; as change) { <span><del>{{ t('report.diff.percent', { n: change.before }) }}</del> <ins>{{ t('report.diff.percent', { n: change.after }) }}</ins></span> }
            </p>
          }
          @if (row.onlyExact) {
            <p class="quiet">{{ t('report.diff.exact') }}</p>
          }
          @if (row.text; as change) {
            <div class="two">
              <div><p class="label">{{ t('report.diff.before', { n: difference().from }) }}</p><p class="written">{{ change.before || t('report.diff.none') }}</p></div>
              <div><p class="label">{{ t('report.diff.before', { n: difference().to }) }}</p><p class="written">{{ change.after || t('report.diff.none') }}</p></div>
            </div>
          }
          @if (row.changes.length > 0) {
            <sam-change-list [changes]="row.changes" [open]="!row.achieved && !row.percent && !row.text" />
          }
        </div>
      }
      @for (list of lists(area); track list.key) {
        <p class="label">{{ t('report.' + list.field) }}, {{ t('report.diff.' + list.key.split(' ')[1]) }}</p>
        <ul class="written">
          @for (point of list.points; track point.question + point.text) { <li>{{ point.text }} <span class="quiet">{{ point.question }}</span></li> }
        </ul>
      }
    }
  </section>`,
  styles: `
    section { display: grid; gap: 8px; margin-top: 16px; padding: 16px 20px; border: 1px solid var(--sam-border); background: var(--sam-surface); font-size: var(--sam-14); line-height: 20px; }
    header { display: flex; flex-wrap: wrap; gap: 8px; justify-content: space-between; align-items: center; }
    h3 { font-size: var(--sam-18); } h4 { font-size: var(--sam-16); padding-top: 12px; border-bottom: 2px solid var(--sam-ink); padding-bottom: 4px; }
    .strong { font-weight: 600; }
    .row { display: grid; gap: 4px; padding: 8px 0; border-bottom: 1px solid var(--sam-hairline); }
    .figures { display: flex; flex-wrap: wrap; gap: 4px 24px; }
    del { color: var(--sam-muted); margin-right: 6px; } ins { font-weight: 600; text-decoration: none; } ins::before { content: "→ "; font-weight: 400; }
    .two { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 8px 32px; }
    .written { font-size: var(--sam-16); line-height: 24px; white-space: pre-line; overflow-wrap: break-word; }
    @media screen and (max-width: 700px) { .two { grid-template-columns: minmax(0, 1fr); } }
  `,
})
export class VersionDifference {
  readonly difference = input.required<ReportDifference>();
  readonly closed = output();
  private readonly transloco = inject(TranslocoService);
  protected readonly language = computed(() => languageOf(this.transloco.activeLang()));

  protected lists(area: ReportDifference['areas'][number]): { key: string; field: string; points: readonly { text: string; question: string }[] }[] {
    return (['strengths', 'improvements'] as const)
      .flatMap((field) => (['added', 'removed'] as const).map((change) => ({ key: `${field} ${change}`, field, points: area[field][change] })))
      .filter((list) => list.points.length > 0);
  }
}
