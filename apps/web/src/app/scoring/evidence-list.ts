import { Component, ElementRef, inject, input, linkedSignal, output, type Signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Evidence } from '@samsyn/domain';
import { CiteNote, type CitedPlace } from '../documents';
import { Icon } from '../look';
import { NotePicker } from './note-picker';
import { SaveState } from './save-state';
import { same, type FieldDraft } from './question-draft';

const kinds: readonly Evidence['kind'][] = ['document', 'interview', 'web', 'other'];
const filled = (notes: readonly Evidence[]): Evidence[] => notes.flatMap(({ kind, text, cited }) => (text.trim() === '' ? [] : [{ kind, text: text.trim(), ...(cited ? { cited } : {}) }]));

/** Notes of what supports the judgement: where it was read, heard or seen. */
@Component({
  selector: 'sam-evidence-list',
  imports: [CiteNote, Icon, NotePicker, SaveState, TranslocoDirective],
  template: `
    <section *transloco="let t" aria-labelledby="evidence">
      <div class="lab">
        <h3 class="label" id="evidence">{{ t('scoring.field.evidence') }}</h3>
        @if (!readOnly()) { <button class="btn plain small" type="button" (click)="add()"><svg samIcon="plus" />{{ t('scoring.add') }}<span class="sr"> {{ t('scoring.addTo', { list: t('scoring.field.evidence') }) }}</span> <kbd aria-hidden="true">E</kbd></button> }
        <sam-save-state [fields]="[draft()]" />
      </div>
      <ul class="ev">
        @for (note of shown(); track $index) {
          <li>
            <span class="kind">
              <svg [samIcon]="note.kind === 'questionnaire' ? 'document' : note.kind" />
              @if (readOnly() || note.cited) { {{ t('scoring.kind.' + note.kind) }} }
              @else {
                <select #choice [attr.aria-label]="t('scoring.kindOf', { n: $index + 1 })" (change)="kind($index, choice.value)">
                  @for (kind of kinds; track kind) { <option [value]="kind" [selected]="kind === note.kind">{{ t('scoring.kind.' + kind) }}</option> }
                </select>
              }
            </span>
            @if (note.cited; as cited) {
              <sam-cite-note [label]="note.text" [cited]="cited" [evaluation]="evaluation()" [from]="question()" [beside]="beside()" (opened)="opened.emit(cited)" />
              @if (!readOnly()) { <button type="button" class="btn plain small x" (click)="remove($index)"><svg samIcon="close" /><span class="sr">{{ t('scoring.removeLine', { n: $index + 1, list: t('scoring.field.evidence') }) }}</span></button> }
            } @else if (readOnly()) { <span class="written">{{ note.text }}</span> }
            @else {
              <textarea #box rows="1" maxlength="1000" class="written" [attr.aria-label]="t('scoring.evidenceText', { n: $index + 1 })" [placeholder]="t('scoring.evidencePlaceholder.' + note.kind)"
                [value]="note.text" (input)="write($index, box.value)" (blur)="tidy()" (keydown.enter)="$event.preventDefault(); add($index + 1)"></textarea>
              <button type="button" class="btn plain small x" (click)="remove($index)"><svg samIcon="close" /><span class="sr">{{ t('scoring.removeLine', { n: $index + 1, list: t('scoring.field.evidence') }) }}</span></button>
            }
          </li>
        } @empty { <li class="hint none">{{ t('scoring.noEvidence') }}</li> }
      </ul>
      @if (!readOnly() && question(); as number) { <sam-note-picker [question]="number" (picked)="cite($event)" /> }
    </section>
  `,
  styleUrl: './entries.css',
})
export class EvidenceList {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly draft = input.required<FieldDraft>();
  readonly notes = input.required<readonly Evidence[]>();
  readonly readOnly = input(false);
  /** Where cited places are opened: of which evaluation, from which question, and whether beside the sheet. */
  readonly evaluation = input('');
  readonly question = input<string | null>(null);
  readonly beside = input(false);
  readonly opened = output<CitedPlace>();
  readonly changed = output<Evidence[]>();
  readonly left = output<void>();
  protected readonly kinds = kinds;

  /** The notes as typed, blank ones included, as long as they say the same as the stored ones. */
  protected readonly shown = linkedSignal<readonly Evidence[], readonly Evidence[]>({
    source: this.notes as Signal<readonly Evidence[]>,
    computation: (notes, before) => (before && same(filled(before.value), notes) ? before.value : notes),
  });

  add(at = this.shown().length): void {
    if (this.readOnly() || this.shown().length >= 30) return;
    const kind = this.shown().at(-1)?.kind ?? 'document';
    this.shown.update((notes) => notes.toSpliced(at, 0, { kind, text: '' }));
    setTimeout(() => this.host.nativeElement.querySelectorAll('li')[at]?.querySelector('textarea')?.focus());
  }

  /** An interview note, as it was written. */
  protected cite(text: string): void {
    if (this.shown().length < 30) this.put([...this.shown(), { kind: 'interview', text }]);
  }

  protected write(at: number, text: string): void {
    this.put(this.shown().with(at, { kind: this.shown()[at]?.kind ?? 'other', text: text.replace(/\n/g, ' ') }));
  }

  protected kind(at: number, value: string): void {
    const kind = kinds.find((one) => one === value);
    const note = this.shown()[at];
    if (kind && note) this.put(this.shown().with(at, { ...note, kind }));
  }

  protected remove(at: number): void {
    this.put(this.shown().toSpliced(at, 1));
    this.host.nativeElement.querySelector('button')?.focus();
  }

  protected tidy(): void {
    this.left.emit();
    setTimeout(() => this.host.nativeElement.contains(document.activeElement) || this.shown.update((notes) => notes.filter(({ text }) => text.trim() !== '')));
  }

  private put(notes: readonly Evidence[]): void {
    this.shown.set(notes);
    if (!same(filled(notes), this.notes())) this.changed.emit(filled(notes));
  }
}
