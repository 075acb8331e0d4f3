import { Component, ElementRef, inject, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Shortcuts } from './shortcuts';

const rows: readonly { readonly keys: readonly string[]; readonly says: string }[] = [
  { keys: ['0', '9'], says: 'digits' }, { keys: ['+'], says: 'hundred' }, { keys: ['Page Up', 'Page Down'], says: 'step' }, { keys: ['⌫', 'Delete'], says: 'clear' }, { keys: ['←', '↑', '↓', '→'], says: 'move' },
  { keys: ['Home', 'End'], says: 'ends' }, { keys: ['I'], says: 'cannotAssess' }, { keys: ['J', 'K'], says: 'questions' }, { keys: ['V', 'Alt V'], says: 'guide' }, { keys: ['M'], says: 'rationale' },
  { keys: ['E'], says: 'evidence' }, { keys: ['B'], says: 'cited' }, { keys: ['P'], says: 'sources' }, { keys: ['Esc'], says: 'back' }, { keys: ['S'], says: 'seal' }, { keys: ['Ctrl Z'], says: 'undo' }, { keys: ['?'], says: 'list' },
];

/** Every shortcut of the score sheet, and whether the single letters are on. */
@Component({
  selector: 'sam-shortcut-list',
  imports: [TranslocoDirective],
  template: `
    <dialog #dialog aria-labelledby="keys-title">
      <form *transloco="let t" method="dialog">
        <h2 id="keys-title">{{ t('scoring.allKeys') }}</h2>
        <table class="table">
          <tbody>
            @for (row of rows; track row.says) {
              <tr><th scope="row">@for (key of row.keys; track key) { <kbd>{{ key }}</kbd>{{ $last ? '' : row.says === 'digits' ? '–' : ' ' }} }</th><td>{{ t('scoring.key.' + row.says) }}</td></tr>
            }
          </tbody>
        </table>
        <label class="tick"><input #letters type="checkbox" [checked]="shortcuts.letters()" (change)="shortcuts.turnLetters(letters.checked)" /> {{ t('scoring.lettersOn') }}</label>
        <label class="tick"><input #legend type="checkbox" [checked]="shortcuts.legend()" (change)="shortcuts.turnLegend(legend.checked)" /> {{ t('scoring.legendOn') }}</label>
        <div class="btns"><button type="submit" class="btn primary" autofocus>{{ t('scoring.close') }}</button></div>
      </form>
    </dialog>
  `,
  styleUrl: './dialog.css',
})
export class ShortcutList {
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly rows = rows;
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  open(): void {
    if (!this.dialog().nativeElement.open) this.dialog().nativeElement.showModal();
  }
}
