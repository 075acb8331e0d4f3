import { Component, Directive, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../look';
import { DraftDesk } from './draft-desk';

/** Up, down and away for one of a list. */
@Component({
  selector: 'sam-row-acts',
  imports: [Icon, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <button type="button" class="btn plain small" data-act="up" [attr.data-place]="list() + '.' + at()" [attr.aria-disabled]="at() === 0" [attr.aria-label]="t('instrument.up', { name: name() })" [title]="t('instrument.upKeys')" (click)="desk.move(list(), at(), -1)"><svg samIcon="previous" class="up"></svg></button>
      <button type="button" class="btn plain small" data-act="down" [attr.data-place]="list() + '.' + at()" [attr.aria-disabled]="at() === count() - 1" [attr.aria-label]="t('instrument.down', { name: name() })" [title]="t('instrument.downKeys')" (click)="desk.move(list(), at(), 1)"><svg samIcon="next" class="down"></svg></button>
      <button type="button" class="btn plain small" data-act="remove" [attr.data-place]="list() + '.' + at()" [attr.aria-label]="t('instrument.remove', { name: name() })" (click)="desk.remove(list(), at(), name())"><svg samIcon="close"></svg></button>
    </ng-container>
  `,
  styles: `
    :host { display: inline-flex; flex: none; } .btn { min-width: 28px; padding: 3px 6px; } .btn[aria-disabled='true'] { background: none; border-color: transparent; }
    .up, .down { transform: rotate(90deg); } @media (max-width: 720px) { .btn { min-width: 44px; min-height: 44px; } }
  `,
})
export class RowActs {
  protected readonly desk = inject(DraftDesk);
  readonly list = input.required<string>();
  readonly at = input.required<number>();
  readonly count = input.required<number>();
  readonly name = input.required<string>();
}

/** Alt and an arrow move the row that holds the focus. */
@Directive({ selector: '[samMovable]', host: { '(keydown.alt.arrowup)': 'move($event, -1)', '(keydown.alt.arrowdown)': 'move($event, 1)' } })
export class Movable {
  private readonly desk = inject(DraftDesk);
  /** "areas.0.questions.2" */
  readonly place = input.required<string>({ alias: 'samMovable' });

  protected move(event: Event, by: -1 | 1): void {
    event.preventDefault();
    event.stopPropagation();
    const cut = this.place().lastIndexOf('.');
    this.desk.move(this.place().slice(0, cut), Number(this.place().slice(cut + 1)), by);
  }
}
