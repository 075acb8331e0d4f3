import { Component, ElementRef, computed, inject, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { sumOf, swedish } from '@samsyn/domain';
import { Icon } from '../look';
import { ScoreSheetStore } from './score-sheet-store';

const silentKey = 'samsyn.seal-without-asking';
const today = (): string => new Date().toISOString().slice(0, 10);

/** Shows the numbers before they are fixed. For a single question it can be silenced for the day. */
@Component({
  selector: 'sam-seal-dialog',
  imports: [Icon, TranslocoDirective],
  template: `
    <dialog #dialog aria-labelledby="seal-title" (close)="answer(dialog.returnValue === 'seal')">
      <form *transloco="let t" method="dialog">
        @if (single(); as draft) {
          <h2 id="seal-title">{{ t('scoring.sealAsk', { question: draft.question.number }) }}</h2>
          <p>
            @if (draft.percent() !== null) { {{ t('scoring.sealNumbers', { percent: one(draft.percent()!), points: one(draft.points()!), max: draft.question.max }) }} }
            @else { {{ t('scoring.sealStanding', { standing: t('scoring.standing.' + draft.sheet().standing) }) }} }
            {{ t('scoring.sealMeans') }}
          </p>
          <label class="tick"><input #silent type="checkbox" (change)="silence(silent.checked)" /> {{ t('scoring.notAgainToday') }}</label>
        } @else {
          <h2 id="seal-title">{{ t('scoring.sealAskMany', { n: questions().length }) }}</h2>
          <p>{{ t(partial() ? 'scoring.sealSumSoFar' : 'scoring.sealSum', { questions: questions().join(', '), points: sum() }) }} {{ t('scoring.sealMeansMany') }}</p>
        }
        <div class="btns">
          <button type="submit" class="btn" value="no">{{ t('scoring.notYet') }}</button>
          <button type="submit" class="btn primary" value="seal" autofocus><svg samIcon="seal" />{{ t('scoring.sealVerb') }}</button>
        </div>
      </form>
    </dialog>
  `,
  styleUrl: './dialog.css',
})
export class SealDialog {
  private readonly store = inject(ScoreSheetStore);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly questions = signal<readonly string[]>([]);
  private readonly drafts = computed(() => this.store.questions().filter((draft) => this.questions().includes(draft.question.number)));
  protected readonly single = computed(() => (this.drafts().length === 1 ? this.drafts()[0] : undefined));
  protected readonly sum = computed(() => swedish(sumOf(this.drafts().flatMap((draft) => draft.points() ?? [])), 1));
  protected readonly partial = computed(() => this.drafts().some((draft) => draft.points() === null));
  private settle: ((sure: boolean) => void) | null = null;

  ask(questions: readonly string[]): Promise<boolean> {
    if (questions.length === 1 && localStorage.getItem(silentKey) === today()) return Promise.resolve(true);
    this.questions.set(questions);
    const dialog = this.dialog().nativeElement;
    dialog.returnValue = '';
    dialog.showModal();
    return new Promise((settle) => (this.settle = settle));
  }

  protected answer(sure: boolean): void {
    if (!sure) localStorage.removeItem(silentKey);
    this.settle?.(sure);
    this.settle = null;
  }

  protected silence(on: boolean): void {
    if (on) localStorage.setItem(silentKey, today());
    else localStorage.removeItem(silentKey);
  }

  protected one(value: string): string {
    return swedish(value, 1);
  }
}
