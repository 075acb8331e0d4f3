import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { bands } from '@samsyn/domain';
import { Icon } from '../look';
import { dimensionKeys, newCriterion, noWords, relettered, withValue, type DraftCriterion, type DraftQuestion } from './draft-edits';
import { DraftDesk } from './draft-desk';
import { DraftStore } from './draft-store';
import { PlaceFaults } from './place-faults';
import { PlainField } from './plain-field';
import { Movable, RowActs } from './row-acts';
import { sideTitle } from './side-title';
import { WordsField } from './words-field';

/** A question with its criteria: what each says, the sides it is judged on, what to look for, and the example. */
@Component({
  selector: 'sam-question-form',
  imports: [Icon, Movable, PlaceFaults, PlainField, RowActs, TranslocoDirective, WordsField],
  templateUrl: './question-form.html',
  styleUrl: './forms.css',
})
export class QuestionForm {
  protected readonly store = inject(DraftStore);
  protected readonly desk = inject(DraftDesk);
  private readonly transloco = inject(TranslocoService);
  readonly place = input.required<string>();
  protected readonly question = computed(() => this.store.at(this.place()) as DraftQuestion | undefined);
  protected readonly list = computed(() => `${this.place()}.criteria`);
  protected readonly sides = computed(() => {
    const draft = this.store.body();
    return draft ? dimensionKeys(draft).map((key) => ({ key, title: sideTitle(draft, key, this.transloco) })) : [];
  });
  protected readonly levels = bands.map(({ from, to }, at) => ({ at, label: from === to ? `${from}` : `${from}–${to}` }));
  protected readonly ordered = computed(() => this.question()?.criteria.every(({ key }, at) => key === String.fromCharCode(97 + at)) ?? true);
  protected readonly parts = ['documents', 'website', 'interviews'] as const;

  protected tick(at: number, criterion: DraftCriterion, side: string, on: boolean): void {
    const order = this.sides().map(({ key }) => key);
    const chosen = order.filter((key) => (key === side ? on : criterion.dimensions.includes(key)));
    this.store.write(`${this.list()}.${at}.dimensions`, chosen);
  }

  protected addCriterion(): void {
    const [draft, question] = [this.store.body(), this.question()];
    if (draft && question) this.desk.add(this.list(), newCriterion(draft, question));
  }

  protected letter(): void {
    this.store.change('letter', (draft) => relettered(draft, this.place()));
  }

  protected addExample(): void {
    const dimension = this.question()?.criteria[0]?.dimensions[0] ?? 'system';
    this.store.write(`${this.place()}.example`, { dimension, band: 2, text: noWords() });
    this.desk.focus(`${this.place()}.example.dimension`);
  }

  protected removeExample(): void {
    this.store.change('remove', (draft) => withValue(draft, `${this.place()}.example`, undefined));
    this.desk.focus(`${this.place()}.example`);
  }
}
