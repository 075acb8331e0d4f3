import { Component, computed, inject, input } from '@angular/core';
import { DraftStore } from './draft-store';
import { FaultWords } from './fault-words';

/** The faults of one field, at the field. */
@Component({
  selector: 'sam-place-faults',
  template: '@for (text of texts(); track text) { <span class="wrong">{{ text }}</span> }',
  styles: ':host { display: block; } .wrong { display: block; color: var(--sam-stop-ink); font-size: var(--sam-13); line-height: 18px; }',
})
export class PlaceFaults {
  private readonly store = inject(DraftStore);
  private readonly words = inject(FaultWords);
  readonly place = input.required<string>();
  protected readonly texts = computed(() => this.store.faults().filter(({ path }) => path.join('.') === this.place()).map((fault) => this.words.of(fault)));
}
