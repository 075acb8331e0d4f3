import { Component, afterNextRender, inject, input, viewChild } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { EvaluationStore } from '../evaluation';
import { Icon } from '../look';
import { SearchPanel } from './search-panel';

/** Searching through all material; what is searched for stands in the address, so that the way back finds it again. */
@Component({
  selector: 'sam-search-page',
  imports: [Icon, RouterLink, SearchPanel, TranslocoDirective],
  template: `
    <div class="page" *transloco="let t">
      @if (fran(); as question) { <a class="go" [routerLink]="['/utvardering', evaluation.evaluation()?.id, 'poangark', question]"><svg samIcon="previous" />{{ t('documents.cite.backTo', { question }) }}</a> }
      @else { <a class="go" [routerLink]="['/utvardering', evaluation.evaluation()?.id, 'underlag']"><svg samIcon="previous" />{{ t('documents.reading.toMaterial') }}</a> }
      <h2>{{ t('documents.search.title') }}</h2>
      <sam-search-panel [words]="first" [from]="fran() ?? null" (asked)="asked($event)" />
    </div>
  `,
  styles: `
    .page { width: 100%; max-width: 60rem; margin: 0 auto; padding: 24px 24px 64px; display: grid; gap: 12px; }
    h2 { font-size: var(--sam-28); line-height: 36px; }
    .go { display: inline-flex; gap: 6px; align-items: center; justify-self: start; min-height: 32px; font-size: var(--sam-14); }
    @media (max-width: 600px) { .page { padding-inline: 16px; } .go { min-height: 44px; } }
  `,
})
export class SearchPage {
  readonly ord = input<string>();
  readonly fran = input<string>();
  protected readonly evaluation = inject(EvaluationStore);
  private readonly router = inject(Router);
  private readonly panel = viewChild(SearchPanel);
  /** The address follows the field, not the other way round: typing is never overtaken. */
  protected readonly first = new URLSearchParams(location.search).get('ord') ?? '';

  constructor() {
    afterNextRender(() => this.panel()?.focus());
  }

  protected asked(words: string): void {
    void this.router.navigate([], { queryParams: { ord: words || null }, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
