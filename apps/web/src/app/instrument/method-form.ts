import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { InstrumentDraft } from '@samsyn/domain';
import { Icon } from '../look';
import { noWords } from './draft-edits';
import { DraftDesk } from './draft-desk';
import { DraftStore } from './draft-store';
import { PlaceFaults } from './place-faults';
import { Movable, RowActs } from './row-acts';
import { WordsField } from './words-field';

/** The report's chapter on the method, section by section. */
@Component({
  selector: 'sam-method-form',
  imports: [Icon, Movable, PlaceFaults, RowActs, TranslocoDirective, WordsField],
  template: `
    <ng-container *transloco="let t">
      <h2>{{ t('instrument.method') }}</h2>
      <p class="lead">{{ t('instrument.methodLead') }}</p>
      <sam-place-faults place="method" />
      @for (section of sections(); track $index; let at = $index) {
        <section class="one" [samMovable]="'method.' + at" [attr.aria-label]="t('instrument.section', { n: at + 1 })">
          <div class="line"><h4>{{ t('instrument.section', { n: at + 1 }) }}</h4><sam-row-acts list="method" [at]="at" [count]="sections().length" [name]="t('instrument.section', { n: at + 1 })" /></div>
          <sam-words-field [place]="'method.' + at + '.title'" [label]="t('instrument.heading')" />
          <sam-words-field [place]="'method.' + at + '.text'" [label]="t('instrument.text')" [rows]="5" />
        </section>
      }
      <p><button type="button" class="btn small" data-place="method" (click)="add()"><svg samIcon="plus"></svg>{{ t('instrument.addSection') }}</button></p>
    </ng-container>
  `,
  styleUrl: './forms.css',
})
export class MethodForm {
  private readonly store = inject(DraftStore);
  private readonly desk = inject(DraftDesk);
  protected readonly sections = computed(() => (this.store.at('method') as InstrumentDraft['method']) ?? []);

  protected add(): void {
    this.desk.add('method', { title: noWords(), text: noWords() });
  }
}
