import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { InstrumentDraft } from '@samsyn/domain';
import { Icon } from '../look';
import { noWords } from './draft-edits';
import { DraftDesk } from './draft-desk';
import { DraftStore } from './draft-store';
import { PlaceFaults } from './place-faults';
import { PlainField } from './plain-field';
import { Movable, RowActs } from './row-acts';
import { WordsField } from './words-field';

/** The kinds of material the municipality is asked for. Each folds out; the list stays readable. */
@Component({
  selector: 'sam-requests-form',
  imports: [Icon, Movable, PlaceFaults, PlainField, RowActs, TranslocoDirective, WordsField],
  template: `
    <ng-container *transloco="let t">
      <h2>{{ t('instrument.requests') }} <span class="quiet">{{ requests().length }}</span></h2>
      <p class="lead">{{ t('instrument.requestsLead') }}</p>
      <sam-place-faults place="requests" />
      @for (request of requests(); track $index; let at = $index) {
        @let own = 'requests.' + at;
        <section class="one" [samMovable]="own" [attr.aria-label]="request.title.sv || request.key">
          <div class="line"><h3>{{ request.title.sv || t('instrument.unnamed') }}</h3><sam-row-acts list="requests" [at]="at" [count]="requests().length" [name]="request.title.sv || request.key" /></div>
          <details>
            <summary>{{ request.questions.length ? t('instrument.serves', { questions: request.questions.join(', ') }) : t('instrument.servesNone') }}</summary>
            <div class="deep">
              <div class="figures"><sam-plain-field [place]="own + '.key'" [label]="t('instrument.key')" /><sam-plain-field [place]="own + '.questions'" kind="list" [label]="t('instrument.servedQuestions')" /></div>
              <sam-words-field [place]="own + '.title'" [label]="t('instrument.name')" />
              <sam-words-field [place]="own + '.why'" [label]="t('instrument.why')" [rows]="2" />
              <sam-words-field [place]="own + '.example'" [label]="t('instrument.examples')" [rows]="2" />
            </div>
          </details>
        </section>
      }
      <p><button type="button" class="btn small" data-place="requests" (click)="add()"><svg samIcon="plus"></svg>{{ t('instrument.addRequest') }}</button></p>
    </ng-container>
  `,
  styleUrl: './forms.css',
})
export class RequestsForm {
  private readonly store = inject(DraftStore);
  private readonly desk = inject(DraftDesk);
  protected readonly requests = computed(() => (this.store.at('requests') as InstrumentDraft['requests']) ?? []);

  protected add(): void {
    this.desk.add('requests', { key: '', title: noWords(), why: noWords(), example: noWords(), questions: [] });
  }
}
