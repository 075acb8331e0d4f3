import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon, Mark } from '../look';
import type { Row, Seat } from './board-row';
import { BoardStore } from './board-store';
import { RowWords } from './row-words';

/** Where a question stands, in one line: who proposed, who is awaited, or what was agreed and how. */
@Component({
  selector: 'sam-row-status',
  imports: [Icon, Mark, TranslocoDirective],
  template: `<ng-container *transloco="let t">
    @switch (row().state) {
      @case ('closed') { {{ t('consensus.notOpen') }} }
      @case ('revote') { {{ t('consensus.state.revote') }} }
      @case ('open') { {{ t(store.training() ? 'consensus.training.opened' : 'consensus.state.open') }} }
      @case ('settled') {
        @if (row().settled; as settled) { <svg samIcon="ring" class="ms"></svg> {{ t('consensus.state.settled', { percent: words.typed(settled.percent), method: t('consensus.method.' + settled.method) }) }} }
      }
      @case ('proposed') {
        @if (row().standing; as standing) {
          @if (by()?.me) {
            {{ t('consensus.state.waits', { names: awaited() }) }} {{ t('consensus.state.youProposed', { percent: words.typed(standing.percent) }) }}
          } @else {
            @if (by(); as author) { <sam-mark [seat]="author.seat" /> }
            {{ t('consensus.state.proposes', { name: by()?.name, percent: words.typed(standing.percent) }) }}
            @if (mine()) { <b>{{ t('consensus.state.answer') }}</b> } @else { {{ t('consensus.state.waitsLast', { names: awaited() }) }} }
          }
        }
      }
    }
  </ng-container>`,
  styles: `.mk, sam-mark ::ng-deep .mk { width: 11px; height: 11px; vertical-align: -1px; display: inline-block; } b { color: var(--sam-ink); white-space: nowrap; }`,
})
export class RowStatus {
  readonly row = input.required<Row>();
  readonly seats = input.required<readonly Seat[]>();
  protected readonly store = inject(BoardStore);
  protected readonly words = inject(RowWords);
  protected readonly by = computed(() => this.seats().find((seat) => seat.person === this.row().standing?.by));
  protected readonly mine = computed(() => this.seats().some((seat) => seat.me && this.row().waiting.includes(seat.person)));
  protected readonly awaited = computed(() => this.words.names(this.row().waiting, this.seats()));
}
