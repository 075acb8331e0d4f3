import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { swedish, type Report } from '@samsyn/domain';
import { memberOf } from './names';

/** The rules of the game that the report was made by, each in words. */
@Component({
  selector: 'sam-report-rules',
  imports: [TranslocoDirective],
  template: `<ng-container *transloco="let t">
    <h3>{{ t('report.made.rules.title') }}</h3>
    <dl>
      @for (rule of rules(); track rule.term) {
        <div><dt>{{ t('report.made.rules.' + rule.term) }}</dt><dd>{{ t('report.made.rules.' + rule.text, rule.facts) }}@if (rule.term === 'inLevels') { {{ t('report.made.rules.levels') }} }</dd></div>
      }
    </dl>
  </ng-container>`,
  styleUrl: './report-facts.css',
})
export class ReportRules {
  readonly report = input.required<Report>();
  protected readonly rules = computed(() => {
    const { policy } = this.report();
    const { adjudicator, points, bands, ...limits } = policy;
    const further = points !== undefined || bands !== undefined;
    return [
      { term: 'opened', text: `unit.${policy.revealUnit}`, facts: {} },
      { term: 'judging', text: `way.${policy.judging}`, facts: {} },
      { term: 'divergence', text: 'divergenceText', facts: limits },
      ...(points === undefined ? [] : [{ term: 'inPoints', text: points === 1 ? 'pointsOne' : 'pointsText', facts: { points: swedish(`${points}`, Number.isInteger(points) ? 0 : 1) } }]),
      ...(bands === undefined ? [] : [{ term: 'inLevels', text: bands === 1 ? 'bandsOne' : 'bandsText', facts: { bands } }]),
      { term: 'mean', text: further ? 'meanWithin' : 'meanText', facts: limits },
      { term: 'sums', text: 'sumsText', facts: limits },
      // Older reports do not say whether anybody was named.
      ...(adjudicator === undefined ? [] : [{ term: 'third', text: adjudicator ? 'thirdIs' : 'thirdNone', facts: { name: adjudicator ? (memberOf(this.report(), adjudicator)?.name ?? '') : '' } }]),
    ];
  });
}
