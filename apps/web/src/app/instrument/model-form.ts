import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../look';
import { newArea } from './draft-edits';
import { DraftDesk } from './draft-desk';
import { DraftStore } from './draft-store';
import { PlaceFaults } from './place-faults';
import { PlainField } from './plain-field';
import { WordsField } from './words-field';

/** The model as a whole: its name and version, its scale, the sums it promises. */
@Component({
  selector: 'sam-model-form',
  imports: [Icon, PlaceFaults, PlainField, TranslocoDirective, WordsField],
  template: `
    <ng-container *transloco="let t">
      <h2>{{ t('instrument.model') }}</h2>
      <sam-words-field place="title" [label]="t('instrument.title')" />
      <div class="figures wide">
        <sam-plain-field place="id" [label]="t('instrument.id')" [hint]="t('instrument.idHint')" />
        <sam-plain-field place="revision" [label]="t('instrument.revision')" />
        <sam-plain-field place="country" [label]="t('instrument.country')" />
        <sam-plain-field place="step" kind="amount" [label]="t('instrument.step')" [hint]="t('instrument.stepHint')" />
      </div>
      <sam-plain-field place="supersedes" [optional]="true" [label]="t('instrument.supersedes')" [hint]="t('instrument.supersedesHint')" />
      <div class="part"><h3>{{ t('instrument.points') }}</h3></div>
      @if (compass()) { <p class="lead">{{ t('instrument.pointsCompass') }}</p> }
      @else {
        <p class="lead">{{ t('instrument.pointsOwn') }}</p>
        @if (store.body()?.points) {
          <div class="figures"><sam-plain-field place="points.area" kind="amount" [label]="t('instrument.pointsArea')" /><sam-plain-field place="points.total" kind="amount" [label]="t('instrument.pointsTotal')" /></div>
          <p><button type="button" class="btn plain small" (click)="promise(false)">{{ t('instrument.pointsNone') }}</button></p>
        } @else { <p><button type="button" class="btn small" data-place="points" (click)="promise(true)">{{ t('instrument.pointsSet') }}</button></p> }
      }
      <sam-place-faults place="areas" />
      <p><button type="button" class="btn small" data-place="areas" (click)="addArea()"><svg samIcon="plus"></svg>{{ t('instrument.addArea') }}</button></p>
      <div class="part"><h3>{{ t('instrument.origin') }}</h3></div>
      <sam-plain-field place="sources" kind="lines" [label]="t('instrument.sources')" [hint]="t('instrument.sourcesHint')" />
      <sam-plain-field place="note" kind="long" [optional]="true" [label]="t('instrument.note')" />
    </ng-container>
  `,
  styleUrl: './forms.css',
})
export class ModelForm {
  protected readonly store = inject(DraftStore);
  private readonly desk = inject(DraftDesk);
  protected readonly compass = computed(() => this.store.body()?.id.startsWith('kk-') ?? false);

  protected promise(on: boolean): void {
    this.store.write('points', on ? { area: null, total: null } : undefined);
    if (on) this.desk.focus('points.area');
  }

  protected addArea(): void {
    const draft = this.store.body();
    if (draft) this.desk.add('areas', newArea(draft));
  }
}
