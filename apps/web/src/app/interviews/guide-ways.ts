import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { EvaluationStore } from '../evaluation';

/** Between the pages of the visit: plan, notes, day sheet. Notes are the evaluators'. */
@Component({
  selector: 'sam-guide-ways',
  imports: [RouterLink, TranslocoDirective],
  template: `
    <nav *transloco="let t" [attr.aria-label]="t('interviews.ways.label')" class="no-print">
      @for (way of ways(); track way.name) {
        <a [routerLink]="['/utvardering', evaluation.evaluation()?.id, 'intervjuer'].concat(way.path)" [attr.aria-current]="way.name === at() ? 'page' : null">{{ t('interviews.ways.' + way.name) }}</a>
      }
    </nav>
  `,
  styles: `
    nav { display: flex; flex-wrap: wrap; gap: 0 4px; font-size: var(--sam-14); line-height: 20px; }
    a { display: inline-flex; align-items: center; min-height: 36px; padding: 4px 10px; color: var(--sam-muted); text-decoration: none; border-radius: var(--sam-radius); }
    a:hover { background: var(--sam-hover); color: var(--sam-ink); } a[aria-current] { color: var(--sam-ink); font-weight: 600; box-shadow: inset 0 -2px var(--sam-action); border-radius: 0; }
    @media (max-width: 900px) { a { min-height: 44px; } }
  `,
})
export class GuideWays {
  protected readonly evaluation = inject(EvaluationStore);
  readonly at = input.required<'plan' | 'notes' | 'sheet'>();
  protected readonly ways = computed(() => [
    { name: 'plan', path: [] as string[] },
    ...(this.evaluation.isEvaluator() ? [{ name: 'notes', path: ['anteckningar'] }] : []),
    { name: 'sheet', path: ['dagblad'] },
  ]);
}
