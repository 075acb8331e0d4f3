import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Report } from '@samsyn/domain';
import { Mark, clock, longDay } from '../look';
import { hasLeft, languageOf, memberOf } from './names';

type Person = Report['team'][number];

/** Who made the report: the team with roles and days, who left it and why, and who signed. */
@Component({
  selector: 'sam-report-team',
  imports: [TranslocoDirective, Mark],
  template: `<ng-container *transloco="let t">
    @for (part of parts(); track part.key) {
      <div>
        <h3>{{ t('report.made.' + part.key) }}</h3>
        <ul>
          @for (member of part.people; track $index) {
            <li>
              <span class="by">@if (member.seat) { <sam-mark [seat]="member.seat" /> }{{ member.name }}</span>
              <span class="quiet">{{ t('report.roles.' + member.role) }}{{ member.organisation ? ', ' + member.organisation : '' }}@if (member.joinedAt; as joined) {. {{ t(member.leftAt ? 'report.made.fromTo' : 'report.made.since', { from: day(joined), to: day(member.leftAt ?? joined) }) }}}</span>
              <span class="quiet">{{ member.declaredAt ? t(member.conflict ? 'report.made.declaredConflict' : 'report.made.declared', { day: day(member.declaredAt) }) : t('report.made.notDeclared') }}</span>
              @if (member.conflictText) { <span class="written">{{ t('report.made.conflictIs', { text: member.conflictText }) }}</span> }
            </li>
          }
        </ul>
      </div>
    }
    @if (signed().length > 0) {
      <div>
        <h3>{{ t('report.made.signatures') }}</h3>
        <ul>
          @for (one of signed(); track $index) {
            <li><span class="by">@if (one.seat) { <sam-mark [seat]="one.seat" /> }{{ one.name }}</span><span class="quiet">{{ t('report.made.signedAt', { day: day(one.at), clock: time(one.at) }) }}</span>@if (one.accepted; as accepted) { <span class="written">{{ t('report.made.accepted', { notes: listed(accepted.notes), reason: accepted.reason }) }}</span> }</li>
          }
        </ul>
      </div>
    }
  </ng-container>`,
  styles: `
    :host { display: grid; gap: 16px; }
    h3 { font-size: var(--sam-16); line-height: 22px; padding-bottom: 2px; }
    li { display: grid; padding: 8px 0; border-bottom: 1px solid var(--sam-hairline); font-size: var(--sam-14); line-height: 20px; }
    .written { overflow-wrap: anywhere; }
    @media print { li { break-inside: avoid; } h3 { break-after: avoid; } }
  `,
})
export class ReportTeam {
  readonly report = input.required<Report>();
  private readonly transloco = inject(TranslocoService);
  private readonly language = computed(() => languageOf(this.transloco.activeLang()));
  protected readonly parts = computed(() => {
    const [here, gone]: Person[][] = [this.report().team.filter((member) => !hasLeft(member)), this.report().team.filter(hasLeft)];
    return [{ key: 'team', people: here ?? [] }, { key: 'gone', people: gone ?? [] }].filter(({ people }) => people.length > 0);
  });
  protected readonly signed = computed(() =>
    (this.report().signatures ?? []).map(({ person, at, accepted }) => ({ at, accepted, name: memberOf(this.report(), person)?.name ?? '', seat: memberOf(this.report(), person)?.seat ?? null })),
  );

  /** The notes of the checklist in words. */
  protected listed(notes: readonly string[]): string {
    return new Intl.ListFormat(this.language(), { type: 'conjunction' }).format(notes.map((note) => this.transloco.translate<string>(`report.made.notes.${note}`)));
  }

  protected day(at: string): string {
    return longDay(at, this.language());
  }

  protected time(at: string): string {
    return clock(at, this.language());
  }
}
