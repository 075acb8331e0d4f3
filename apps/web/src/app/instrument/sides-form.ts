import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { bands, dimensions } from '@samsyn/domain';
import { Icon } from '../look';
import { newSide, noWords, type DraftSide } from './draft-edits';
import { DraftDesk } from './draft-desk';
import { DraftStore } from './draft-store';
import { PlaceFaults } from './place-faults';
import { PlainField } from './plain-field';
import { Movable, RowActs } from './row-acts';
import { WordsField } from './words-field';

/** The sides a practice is judged on, and what each of the five levels means on each. */
@Component({
  selector: 'sam-sides-form',
  imports: [Icon, Movable, PlaceFaults, PlainField, RowActs, TranslocoDirective, WordsField],
  template: `
    <ng-container *transloco="let t">
      <h2>{{ t('instrument.sides') }}</h2>
      <p class="lead">{{ t('instrument.sidesLead') }}</p>
      <sam-place-faults place="dimensions" />
      @if (sides(); as sides) {
        @for (side of sides; track $index; let at = $index) {
          @let own = 'dimensions.' + at;
          <section class="one" [samMovable]="own" [attr.aria-label]="side.title.sv || side.key">
            <div class="line"><h3>{{ side.title.sv || side.key || t('instrument.unnamed') }}</h3><sam-row-acts list="dimensions" [at]="at" [count]="sides.length" [name]="side.title.sv || side.key" /></div>
            <div class="figures"><sam-plain-field [place]="own + '.key'" [label]="t('instrument.key')" [hint]="t('instrument.sideKeyHint')" /></div>
            <sam-words-field [place]="own + '.title'" [label]="t('instrument.name')" />
            <div class="levels">
              @for (band of levels; track $index) { <sam-words-field [place]="own + '.anchors.' + $index" [label]="band" [rows]="2" /> }
            </div>
            <sam-place-faults [place]="own + '.anchors'" />
          </section>
        }
        <p><button type="button" class="btn small" data-place="dimensions" (click)="add()"><svg samIcon="plus"></svg>{{ t('instrument.addSide') }}</button></p>
      } @else {
        <p>{{ t('instrument.sidesDefault') }}</p>
        <p><button type="button" class="btn small" data-place="dimensions" (click)="own()">{{ t('instrument.sidesOwn') }}</button></p>
      }
    </ng-container>
  `,
  styleUrl: './forms.css',
})
export class SidesForm {
  private readonly store = inject(DraftStore);
  private readonly desk = inject(DraftDesk);
  private readonly transloco = inject(TranslocoService);
  protected readonly sides = computed(() => this.store.at('dimensions') as readonly DraftSide[] | undefined);
  protected readonly levels = bands.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`));

  protected add(): void {
    this.desk.add('dimensions', newSide());
  }

  /** Begins own words with the four sides everybody knows; what their levels mean is left to be written. */
  protected own(): void {
    const named = (key: string, language: string): string => this.transloco.translate<string>(`instrument.side.${key}`, {}, language);
    this.store.write('dimensions', dimensions.map((key) => ({ key, title: { sv: named(key, 'sv'), en: named(key, 'en') }, anchors: this.levels.map(noWords) })));
    this.desk.focus('dimensions.0');
  }
}
