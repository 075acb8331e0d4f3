import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Report } from '@samsyn/domain';
import { Mark, longDay } from '../look';
import { judgedBy, languageOf, memberOf } from './names';
import { ReportRuleChanges } from './report-rule-changes';
import { ReportDates } from './report-dates';
import { ReportRules } from './report-rules';
import { ReportTeam } from './report-team';

const methods = ['equal', 'withinTolerance', 'discussed', 'revote'] as const;

/** "Så kom siffrorna till": the procedure, its rules, the team and the fingerprints, all from the report itself. */
@Component({
  selector: 'sam-report-origin',
  imports: [TranslocoDirective, Mark, ReportDates, ReportRuleChanges, ReportRules, ReportTeam],
  template: `<section *transloco="let t" aria-labelledby="ursprung">
    <h2 id="ursprung" tabindex="-1">{{ t('report.made.title') }}</h2>
    <p>{{ t(replaced().length > 0 ? 'report.made.textReplaced' : 'report.made.text', { count: rows().length }) }}</p>
    @if (replaced().length > 0) {
      <h3>{{ t('report.made.replacedTitle') }}</h3>
      <ul class="replaced">
        @for (one of replaced(); track $index) {
          <li>
            <span class="by"><sam-mark [seat]="one.seat" />{{ t('report.made.replaced', { left: one.left.name, day: day(one.at), joined: one.joined.name }) }}</span>
            @for (who of [one.left, one.joined]; track $index) { <span class="quiet">{{ who.judged ? t('report.made.judged', { name: who.name, questions: who.judged }) : t('report.made.judgedNone', { name: who.name }) }}</span> }
          </li>
        }
      </ul>
    }
    <p>{{ t('report.made.exact') }}</p>
    @if (report().dates; as dates) { <sam-report-dates [dates]="dates" /> }
    <sam-report-rules [report]="report()" />
    @if (report().policyChanges) { <sam-report-rule-changes [report]="report()" /> }
    <div class="two">
      <table class="table">
        <caption class="label">{{ t('report.made.methods') }}</caption>
        <tbody>
          @for (item of counts(); track item.method) {
            <tr><th scope="row">{{ t('report.methods.' + item.method) }}</th><td class="num">{{ item.count }}</td></tr>
          }
        </tbody>
      </table>
      <sam-report-team [report]="report()" />
    </div>
    @if (hash()) {
      <p class="hash">{{ t('report.made.hash') }} {{ hash() }}</p>
    }
    <p class="hash">{{ t('report.made.ledger', { n: report().ledger.revision }) }} {{ report().ledger.hash }}</p>
  </section>`,
  styles: `
    h2 { font-size: var(--sam-22); line-height: 28px; padding-bottom: 8px; scroll-margin-top: 16px; }
    h3 { font-size: var(--sam-16); line-height: 22px; padding: 8px 0 2px; }
    .replaced { padding-bottom: 16px; max-width: 72ch; }
    p { max-width: 72ch; padding-bottom: 8px; }
    .two { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 16px 48px; align-items: start; padding: 8px 0 16px; }
    .table th { font-weight: 400 !important; }
    li { display: grid; padding: 8px 0; border-bottom: 1px solid var(--sam-hairline); font-size: var(--sam-14); line-height: 20px; }
    .hash { font-size: var(--sam-13); line-height: 18px; color: var(--sam-muted); overflow-wrap: anywhere; max-width: none; }
    @media screen and (max-width: 700px) { .two { grid-template-columns: minmax(0, 1fr); } }
    @media print { section { break-before: page; } li, tr { break-inside: avoid; } }
  `,
})
export class ReportOrigin {
  readonly report = input.required<Report>();
  readonly hash = input.required<string | null>();
  private readonly transloco = inject(TranslocoService);
  protected readonly rows = computed(() => this.report().areas.flatMap((area) => area.rows));
  protected readonly counts = computed(() => methods.map((method) => ({ method, count: this.rows().filter((row) => row.method === method).length })));

  /** Who took over whose seat, and what each of the two judged. */
  protected readonly replaced = computed(() => {
    const who = (person: string) => ({ name: memberOf(this.report(), person)?.name ?? '', judged: judgedBy(this.report(), person) });
    return (this.report().replacements ?? []).map(({ seat, left, joined, at }) => ({ seat, at, left: who(left), joined: who(joined) }));
  });

  protected day(at: string): string {
    return longDay(at, languageOf(this.transloco.activeLang()));
  }
}
