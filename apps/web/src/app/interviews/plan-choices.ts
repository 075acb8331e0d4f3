import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { PlanStore } from './plan-store';
import { SuggestStore, type Choice } from './plan-suggest-store';
import { PlanWords } from './plan-words-of';

/** The suggestions that were found, each with what it solves, moves and whom it concerns. */
@Component({
  selector: 'sam-plan-choices',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (suggestions.choices().length > 0) {
        <fieldset class="alts">
          <legend class="sr">{{ t('interviews.plan.suggest.choose') }}</legend>
          @for (choice of suggestions.choices(); track $index) {
            <label><input type="radio" name="plan-choice" [checked]="suggestions.preview() !== null && suggestions.chosen() === $index" (change)="suggestions.look($index)" (click)="suggestions.look($index)" /><b>{{ choice.title }}</b><small>{{ said(choice) }}</small></label>
          }
        </fieldset>
        @if (suggestions.outdated()) { <p class="hint said" role="status">{{ t('interviews.plan.suggest.outdated') }}</p> }
        <p class="btns">
          <button type="button" class="btn small" [attr.aria-disabled]="suggestions.outdated() || !store.mayEdit() ? 'true' : null" (click)="suggestions.layIn()">{{ t('interviews.plan.suggest.layIn') }}</button>
          <button type="button" class="btn small plain" (click)="suggestions.clear()">{{ t('interviews.plan.suggest.leave') }}</button>
        </p>
      }
    </ng-container>
  `,
  styleUrl: './plan-side.css',
})
export class PlanChoices {
  protected readonly store = inject(PlanStore);
  protected readonly suggestions = inject(SuggestStore);
  private readonly words = inject(PlanWords);

  /** "Löser 1 röd · flyttar 2 · berör 15 personer" */
  protected said({ outcome }: Choice): string {
    const { solvesRed, solvesYellow, breaks, moved, added, people } = outcome;
    const solves = [solvesRed > 0 ? this.words.t('suggest.red', { n: solvesRed }) : '', solvesYellow > 0 ? this.words.t(solvesYellow === 1 ? 'suggest.yellow' : 'suggest.yellows', { n: solvesYellow }) : ''].filter(Boolean);
    return [
      solves.length > 0 ? this.words.t('suggest.solves', { what: solves.join(', ') }) : '',
      breaks > 0 ? this.words.t('suggest.breaks', { n: breaks }) : '',
      added.length > 0 ? this.words.t('suggest.adds', { n: added.length }) : '',
      moved.length > 0 ? this.words.t('suggest.moves', { n: moved.length }) : this.words.t('suggest.movesNone'),
      this.words.t(people === 1 ? 'suggest.person' : 'suggest.people', { n: people }),
    ].filter(Boolean).join(' · ');
  }
}
