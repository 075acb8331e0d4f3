import { Component, ElementRef, computed, inject, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { RefusalWords } from '../http';
import { Icon } from '../look';
import { EvaluationStore } from '../evaluation';
import { FieldWords } from './field-words';
import { language } from './language';
import { ScoreSheetStore } from './score-sheet-store';

/** Changes that have not reached the server: how many, which, and a way to keep them as a file. */
@Component({ selector: 'sam-waiting-queue', imports: [Icon, TranslocoDirective], templateUrl: './waiting-queue.html', styleUrls: ['./dialog.css', './waiting-queue.css'] })
export class WaitingQueue {
  protected readonly store = inject(ScoreSheetStore);
  private readonly evaluation = inject(EvaluationStore);
  private readonly words = inject(FieldWords);
  private readonly refusals = inject(RefusalWords);
  private readonly language = language();
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  protected readonly rows = computed(() => {
    this.language();
    return this.store.waiting().map(({ draft, field, state }) => ({
      key: `${draft.question.number} ${field}`,
      name: `${draft.question.number} ${this.words.of(field)}`,
      value: this.words.brief(field, state.value),
      refusal: state.state === 'refused' && state.failure ? this.refusals.of(state.failure) : '',
    }));
  });
  protected readonly left = computed(() => {
    this.language();
    return this.store.leftOver().map((draft) => ({ draft, name: `${draft.question} ${this.words.of(draft.field)}`, value: this.words.brief(draft.field, draft.value) }));
  });
  protected readonly count = computed(() => this.rows().length + this.left().length);

  protected show(): void {
    this.dialog().nativeElement.showModal();
  }

  protected save(): void {
    const evaluation = this.evaluation.evaluation();
    const waiting = this.store.unsaved().map(({ draft, field, state }) => ({ question: draft.question.number, field, value: state.value, round: draft.round(), at: state.changedAt }));
    const text = JSON.stringify({ evaluation: evaluation?.id, municipality: evaluation?.municipality.name, saved: new Date().toISOString(), changes: [...waiting, ...this.store.leftOver()] }, null, 2);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = `samsyn-${new Date().toISOString().slice(0, 10)}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
}
