import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { DraftStore } from './draft-store';
import { PlaceFaults } from './place-faults';

const languages = ['sv', 'en'] as const;

/** A text in both languages, side by side, each with its own faults below it. */
@Component({
  selector: 'sam-words-field',
  imports: [PlaceFaults, TranslocoDirective],
  template: `
    <div class="pair" *transloco="let t" role="group" [attr.aria-label]="label()">
      @for (language of languages; track language) {
        @let own = place() + '.' + language;
        <div class="field">
          <label [attr.for]="own">{{ label() }} <span>{{ t('instrument.' + language) }}</span></label>
          <textarea #text class="input" [class.long]="rows() > 2" [attr.id]="own" [attr.data-place]="own" [attr.lang]="language" [rows]="rows()" [value]="values()[language]" (input)="store.say(place(), language, text.value)"
            [attr.aria-invalid]="wrong().has(own)" [attr.aria-describedby]="own + '-wrong'"></textarea>
          <sam-place-faults [attr.id]="own + '-wrong'" [place]="own" />
        </div>
      }
    </div>
  `,
  styleUrl: './field.css',
})
export class WordsField {
  protected readonly store = inject(DraftStore);
  readonly place = input.required<string>();
  readonly label = input.required<string>();
  readonly rows = input(1);
  protected readonly languages = languages;
  protected readonly values = computed(() => {
    const words = this.store.at(this.place()) as { sv?: string; en?: string } | undefined;
    return { sv: words?.sv ?? '', en: words?.en ?? '' };
  });
  protected readonly wrong = computed(() => new Set(this.store.faults().map(({ path }) => path.join('.'))));
}
