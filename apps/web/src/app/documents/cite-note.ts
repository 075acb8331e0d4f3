import { Component, computed, inject, input, output } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { apart, placeQuery, type CitedPlace } from './reading-passage';

/** A cited place: its name as a link into the reader, to the version that was read, and the words themselves. */
@Component({
  selector: 'sam-cite-note',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (evaluation()) {
        <a [href]="address()" (click)="open($event)">{{ label() }}</a>
      } @else { <span>{{ label() }}</span> }
      <q class="written"><span class="sr">{{ t('documents.cite.quoted') }} </span>{{ cited().quote }}</q>
    </ng-container>
  `,
  styles: `
    :host { display: block; min-width: 0; overflow-wrap: anywhere; }
    a { display: inline-block; padding-block: 3px; line-height: 18px; }
    q { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: var(--lines, 3); overflow: hidden; quotes: '”' '”'; color: var(--sam-muted); line-height: 20px; }
    @media print { q { display: block; } }
  `,
})
export class CiteNote {
  readonly label = input.required<string>();
  readonly cited = input.required<CitedPlace>();
  /** Empty where the reader has no way to the material: then the name is only a name. */
  readonly evaluation = input.required<string>();
  readonly from = input<string | null>(null);
  /** Opens beside instead of going there. */
  readonly beside = input(false);
  readonly opened = output();

  private readonly router = inject(Router);
  protected readonly address = computed(() => this.router.serializeUrl(this.router.createUrlTree(['/utvardering', this.evaluation(), 'underlag', 'las', this.cited().version], { queryParams: placeQuery(this.cited(), this.from()) })));

  protected open(event: MouseEvent): void {
    if (apart(event)) return;
    event.preventDefault();
    if (this.beside()) this.opened.emit();
    else void this.router.navigateByUrl(this.address());
  }
}
