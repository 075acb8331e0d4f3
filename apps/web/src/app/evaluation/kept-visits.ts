import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { EvaluationView } from '@samsyn/contract';
import { copyPlace, keptUnder } from '../http';
import { Icon } from '../look';
import { Session } from '../people';

/** Where the list cannot be read: the visits whose day sheet and notes this browser holds. */
@Component({
  selector: 'sam-kept-visits',
  imports: [Icon, RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (visits.length > 0) {
        <p><svg samIcon="offline"></svg>{{ t('evaluation.list.kept') }}</p>
        <ul>
          @for (visit of visits; track visit.id) {
            <li><b>{{ visit.municipality.name }} {{ visit.year }}</b>&ngsp;<span>
              <a class="btn" [routerLink]="['/utvardering', visit.id, 'intervjuer', 'dagblad']">{{ t('interviews.ways.sheet') }}<span class="sr"> {{ visit.municipality.name }}</span></a>
              @if (judges(visit)) { <a class="btn" [routerLink]="['/utvardering', visit.id, 'intervjuer', 'anteckningar']">{{ t('interviews.ways.notes') }}<span class="sr"> {{ visit.municipality.name }}</span></a> }</span></li>
          }
        </ul>
      }
    </ng-container>
  `,
  styles: `
    :host { display: block; padding: 16px; } p { display: flex; gap: 8px; align-items: baseline; } p svg { flex: none; width: 14px; height: 14px; }
    li { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; justify-content: space-between; padding: 10px 0; border-top: 1px solid var(--sam-hairline); } li span { display: inline-flex; flex-wrap: wrap; gap: 8px; } .btn { min-height: 44px; }
  `,
})
export class KeptVisits {
  protected readonly visits = keptUnder<EvaluationView>(copyPlace(inject(Session).me()?.id ?? '', 'frame'));

  protected judges({ members, me }: EvaluationView): boolean {
    return members.some(({ person, role, active }) => active && role === 'evaluator' && person === me);
  }
}
