import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../look';
import { DraftDesk } from './draft-desk';
import { DraftStore } from './draft-store';
import { FaultWords, type AnyFault } from './fault-words';

const shownAtOnce = 60;

/** What stands in the way of publishing: place, reason, and the way to the field. Checked at every key press. */
@Component({
  selector: 'sam-check-panel',
  imports: [Icon, TranslocoDirective],
  template: `
    <section *transloco="let t" aria-labelledby="checks">
      <h2 id="checks">{{ t('instrument.checks') }}</h2>
      @if (store.faults().length === 0) { <p class="fine"><svg samIcon="check"></svg>{{ t('instrument.checksFine') }}</p> }
      @else {
        <p class="count">{{ t(store.faults().length === 1 ? 'instrument.oneFault' : 'instrument.manyFaults', { n: store.faults().length }) }}</p>
        <ul>
          @for (fault of shown(); track $index) {
            <li><button type="button" (click)="desk.go(fault)"><b>{{ place(fault) || t('instrument.tree.' + part(fault)) }}</b><span>{{ words.of(fault) }}</span><span class="to">{{ t('instrument.toField') }}</span></button></li>
          }
        </ul>
        @if (store.faults().length > shown().length) { <p class="hint">{{ t('instrument.moreFaults', { n: store.faults().length - shown().length }) }}</p> }
      }
    </section>
  `,
  styles: `
    :host { display: block; font-size: var(--sam-14); line-height: 20px; } section { padding: 14px 16px 24px; } h2 { font-size: var(--sam-16); line-height: 24px; }
    .fine { display: flex; gap: 6px; align-items: start; margin-top: 6px; color: var(--sam-ok-ink); } .fine svg { flex: none; margin-top: 3px; } .count { margin: 2px 0 8px; color: var(--sam-muted); }
    li { border-top: 1px solid var(--sam-hairline); } li:last-child { border-bottom: 1px solid var(--sam-hairline); }
    button { display: grid; grid-template-columns: 3.5rem minmax(0, 1fr); gap: 0 8px; width: 100%; padding: 7px 0; border: 0; background: none; text-align: left; cursor: pointer; overflow-wrap: anywhere; } button:hover { background: var(--sam-hover); }
    .to { grid-column: 2; color: var(--sam-action); text-decoration: underline; text-underline-offset: 0.18em; font-size: var(--sam-13); line-height: 18px; } .hint { padding-top: 8px; }
  `,
})
export class CheckPanel {
  protected readonly store = inject(DraftStore);
  protected readonly desk = inject(DraftDesk);
  protected readonly words = inject(FaultWords);
  protected readonly shown = computed(() => this.store.faults().slice(0, shownAtOnce));

  protected place({ where }: AnyFault): string {
    return /^\d/.test(where) ? where : '';
  }

  protected part({ path }: AnyFault): string {
    return path[0] === 'dimensions' ? 'sides' : path[0] === 'method' || path[0] === 'requests' ? path[0] : 'model';
  }
}
