import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { toldRule, type Report } from '@samsyn/domain';
import { clock, longDay } from '../look';
import { languageOf, memberOf } from './names';

/** How the rules were changed after the first seal: from what to what, who proposed and approved it, when and why. */
@Component({
  selector: 'sam-report-rule-changes',
  imports: [TranslocoDirective],
  template: `<ng-container *transloco="let t">
    <h3>{{ t('report.made.rules.changedTitle') }}</h3>
    <p>{{ t('report.made.rules.changedText') }}</p>
    <ol>
      @for (change of changes(); track change.number) {
        <li>
          @for (rule of change.rules; track rule.rule) { <b>{{ rule.rule }}: {{ rule.before }} → {{ rule.after }}</b> }
          <span>{{ t('report.made.rules.changedBy', change) }}</span>
          <span>{{ t('report.made.rules.changedWhy', change) }}</span>
        </li>
      }
    </ol>
  </ng-container>`,
  styles: `
    h3 { font-size: var(--sam-16); line-height: 22px; padding: 8px 0 2px; }
    p { max-width: 72ch; }
    ol { max-width: 760px; padding-bottom: 16px; }
    li { display: grid; gap: 2px; padding: 8px 0; border-bottom: 1px solid var(--sam-hairline); font-size: var(--sam-14); line-height: 20px; overflow-wrap: anywhere; }
    b { font-weight: 600; }
    @media print { li { break-inside: avoid; } }
  `,
})
export class ReportRuleChanges {
  readonly report = input.required<Report>();
  private readonly transloco = inject(TranslocoService);
  protected readonly changes = computed(() => {
    const language = languageOf(this.transloco.activeLang());
    const when = (at: string): string => `${longDay(at, language)} ${clock(at, language)}`;
    return (this.report().policyChanges ?? []).map(({ number, proposedBy, proposedAt, approvedBy, approvedAt, reason, changes }) => ({
      number, reason, proposer: this.who(proposedBy), proposed: when(proposedAt), approver: this.who(approvedBy), approved: when(approvedAt),
      rules: changes.map((change) => {
        const { rule, before, after } = toldRule(change, (person) => this.who(person));
        return { rule: `${rule[language].charAt(0).toUpperCase()}${rule[language].slice(1)}`, before: before[language], after: after[language] };
      }),
    }));
  });

  private who(person: string): string {
    return memberOf(this.report(), person)?.name ?? '';
  }
}
