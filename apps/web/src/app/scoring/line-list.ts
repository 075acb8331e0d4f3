import { Component, ElementRef, inject, input, linkedSignal, output, type Signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../look';
import { SaveState } from './save-state';
import { same, type FieldDraft } from './question-draft';

const filled = (lines: readonly string[]): string[] => lines.map((line) => line.trim()).filter((line) => line !== '');

/** Strengths or improvements: one line each. Enter begins the next; an emptied line disappears when it is left. */
@Component({
  selector: 'sam-line-list',
  imports: [Icon, SaveState, TranslocoDirective],
  template: `
    <section *transloco="let t" [attr.aria-labelledby]="name()">
      <div class="lab">
        <h3 class="label" [id]="name()">{{ label() }}</h3>
        @if (!readOnly()) { <button class="btn plain small" type="button" (click)="add()"><svg samIcon="plus" />{{ t('scoring.add') }}<span class="sr"> {{ t('scoring.addTo', { list: label() }) }}</span></button> }
        <sam-save-state [fields]="[draft()]" />
      </div>
      <ul>
        @for (line of shown(); track $index) {
          <li>
            @if (readOnly()) { <span class="written">{{ line }}</span> }
            @else {
              <textarea #box class="written" rows="1" maxlength="1000" [attr.aria-label]="label() + ' ' + ($index + 1)" [value]="line"
                (input)="write($index, box.value)" (blur)="tidy()" (keydown.enter)="$event.preventDefault(); add($index + 1)"></textarea>
              <button type="button" class="btn plain small x" (click)="remove($index)"><svg samIcon="close" /><span class="sr">{{ t('scoring.removeLine', { n: $index + 1, list: label() }) }}</span></button>
            }
          </li>
        } @empty { <li class="hint none">{{ t('scoring.noLines') }}</li> }
      </ul>
    </section>
  `,
  styleUrl: './entries.css',
})
export class LineList {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  readonly draft = input.required<FieldDraft>();
  readonly lines = input.required<readonly string[]>();
  readonly readOnly = input(false);
  readonly changed = output<string[]>();
  readonly left = output<void>();

  /** The lines as typed, blank ones included, as long as they say the same as the stored ones. */
  protected readonly shown = linkedSignal<readonly string[], readonly string[]>({
    source: this.lines as Signal<readonly string[]>,
    computation: (lines, before) => (before && same(filled(before.value), lines) ? before.value : lines),
  });

  protected add(at = this.shown().length): void {
    if (this.shown().length >= 30) return;
    this.shown.update((lines) => lines.toSpliced(at, 0, ''));
    setTimeout(() => this.host.nativeElement.querySelectorAll('textarea')[at]?.focus());
  }

  protected write(at: number, text: string): void {
    this.put(this.shown().with(at, text.replace(/\n/g, ' ')));
  }

  protected remove(at: number): void {
    this.put(this.shown().toSpliced(at, 1));
    this.host.nativeElement.querySelector('button')?.focus();
  }

  protected tidy(): void {
    this.left.emit();
    setTimeout(() => this.host.nativeElement.contains(document.activeElement) || this.shown.update((lines) => lines.filter((line) => line.trim() !== '')));
  }

  private put(lines: readonly string[]): void {
    this.shown.set(lines);
    if (!same(filled(lines), this.lines())) this.changed.emit(filled(lines));
  }
}
