import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Icon } from '../look';
import { newQuestion, renumbered, sumOfMaxima, type DraftArea } from './draft-edits';
import { DraftDesk } from './draft-desk';
import { DraftStore } from './draft-store';
import { PlaceFaults } from './place-faults';
import { PlainField } from './plain-field';
import { Movable, RowActs } from './row-acts';
import { WordsField } from './words-field';

/** An area: what it is called, what it is about, what it is worth, and its questions in order with their running sum. */
@Component({
  selector: 'sam-area-form',
  imports: [Icon, Movable, PlaceFaults, PlainField, RowActs, TranslocoDirective, WordsField],
  template: `
    <ng-container *transloco="let t">
      @if (area(); as area) {
        <div class="head">
          <h2>{{ t('instrument.area') }} {{ area.number }}</h2>
          <sam-row-acts list="areas" [at]="at()" [count]="store.body()?.areas?.length ?? 0" [name]="t('instrument.area') + ' ' + area.number" />
        </div>
        <div class="figures">
          <sam-plain-field [place]="place() + '.number'" kind="amount" [label]="t('instrument.number')" />
          <sam-plain-field [place]="place() + '.max'" kind="amount" [label]="t('instrument.max')" />
        </div>
        <sam-words-field [place]="place() + '.title'" [label]="t('instrument.title')" />
        <sam-plain-field [place]="place() + '.headings'" kind="lines" [label]="t('instrument.headings')" [hint]="t('instrument.headingsHint')" />
        <sam-words-field [place]="place() + '.introduction'" [label]="t('instrument.introduction')" [rows]="6" />
        <div class="part">
          <h3>{{ t('instrument.questions') }} <span class="quiet">{{ area.questions.length }}</span></h3>
          <span class="sum" [class.ok]="sum() === area.max" [class.off]="sum() !== area.max && area.questions.length > 0"><svg [samIcon]="sum() === area.max ? 'check' : 'warn'"></svg>{{ t('instrument.sumOf', { sum: figure(sum()), max: figure(area.max) }) }}</span>
        </div>
        <sam-place-faults [place]="list()" />
        <div>
          @for (question of area.questions; track $index; let at = $index) {
            <div class="qrow" [samMovable]="list() + '.' + at">
              <span>{{ question.number }}</span>
              <button type="button" class="link" [attr.data-place]="list() + '.' + at + '.open'" (click)="desk.show(list() + '.' + at)">{{ title(question) || t('instrument.unnamed') }}</button>
              <span class="num">{{ figure(question.max) }} p</span>
              <sam-row-acts [list]="list()" [at]="at" [count]="area.questions.length" [name]="t('instrument.question') + ' ' + question.number" />
            </div>
          }
        </div>
        <p class="acts">
          <button type="button" class="btn small" [attr.data-place]="list()" (click)="add(area)"><svg samIcon="plus"></svg>{{ t('instrument.addQuestion') }}</button>
          @if (!ordered()) { <button type="button" class="btn small" (click)="number()">{{ t('instrument.renumber') }}</button> }
        </p>
      }
    </ng-container>
  `,
  styleUrl: './forms.css',
})
export class AreaForm {
  protected readonly store = inject(DraftStore);
  protected readonly desk = inject(DraftDesk);
  private readonly transloco = inject(TranslocoService);
  /** "areas.2" */
  readonly place = input.required<string>();
  protected readonly area = computed(() => this.store.at(this.place()) as DraftArea | undefined);
  protected readonly at = computed(() => Number(this.place().split('.')[1]));
  protected readonly list = computed(() => `${this.place()}.questions`);
  protected readonly sum = computed(() => {
    const area = this.area();
    return area ? sumOfMaxima(area) : 0;
  });
  protected readonly ordered = computed(() => this.area()?.questions.every(({ number }, index) => number === `${this.area()?.number ?? ''}.${index + 1}`) ?? true);

  protected figure(value: number | null): string {
    return value === null ? '–' : String(value).replace('.', ',');
  }

  protected title({ title }: { title: { sv: string; en: string } }): string {
    return this.transloco.activeLang() === 'en' ? title.en : title.sv;
  }

  protected add(area: DraftArea): void {
    const draft = this.store.body();
    if (draft) this.desk.add(this.list(), newQuestion(draft, area));
  }

  protected number(): void {
    this.store.change('number', (draft) => renumbered(draft, this.at()));
  }
}
