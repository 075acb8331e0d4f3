import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../look';

/** Where a report stands and where its figures come from: "Låst, version n" or "Utkast", one sentence, one link. */
@Component({
  selector: 'sam-provenance-stamp',
  imports: [Icon, RouterLink, TranslocoDirective],
  template: `<ng-container *transloco="let t">
    <span class="stamp" [class.plain]="version() === null"><svg [samIcon]="version() === null ? 'half' : 'seal'"></svg>{{ version() === null ? t('report.stamp.draft') : t('report.stamp.locked', { n: version() }) }}</span>
    <span>{{ sentence() }}</span>
    <a class="go no-print" [routerLink]="[]" fragment="ursprung" queryParamsHandling="preserve">{{ t('report.origin.link') }}</a>
  </ng-container>`,
  styles: `
    :host { display: flex; gap: 8px 12px; align-items: center; flex-wrap: wrap; font-size: var(--sam-14); line-height: 20px; }
    .stamp { display: inline-flex; align-items: center; gap: 6px; border: 1.5px solid var(--sam-action); color: var(--sam-ok-ink); border-radius: var(--sam-radius); padding: 3px 10px 3px 8px; font-weight: 600; }
    .stamp.plain { border-color: var(--sam-border); color: var(--sam-ink); }
  `,
})
export class ProvenanceStamp {
  /** null for a draft. */
  readonly version = input.required<number | null>();
  readonly sentence = input.required<string>();
}
