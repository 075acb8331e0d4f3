import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { DraftStore } from './draft-store';
import { PlaceFaults } from './place-faults';

/** What a field holds: a short or a long text, a number, lines, or words parted by commas. */
export type FieldKind = 'text' | 'long' | 'amount' | 'lines' | 'list';

const amountOf = (text: string): number | null => (/^\s*-?\d+([.,]\d+)?\s*$/.test(text) ? Number(text.replace(',', '.')) : null);

function textOf(kind: FieldKind, value: unknown): string {
  if (Array.isArray(value)) return value.join(kind === 'lines' ? '\n' : ', ');
  return value === null || value === undefined ? '' : kind === 'amount' ? String(value).replace('.', ',') : String(value);
}

function valueOf(kind: FieldKind, text: string): unknown {
  if (kind === 'amount') return amountOf(text);
  if (kind === 'lines') return text.split('\n').map((line) => line.trim()).filter(Boolean);
  return kind === 'list' ? text.split(/[,;\s]+/).filter(Boolean) : text;
}

/** One field that is the same in both languages. What is typed stays as typed, also while it is no number yet. */
@Component({
  selector: 'sam-plain-field',
  imports: [PlaceFaults],
  template: `
    <div class="field">
      <label [attr.for]="place()">{{ label() }}</label>
      @if (kind() === 'lines' || kind() === 'long') {
        <textarea #lines class="input" rows="3" [attr.id]="place()" [attr.data-place]="place()" [value]="shown()" (input)="write(lines.value)" [attr.aria-invalid]="wrong()" [attr.aria-describedby]="described()"></textarea>
      } @else {
        <input #text class="input" autocomplete="off" [class.figure]="kind() === 'amount'" [attr.inputmode]="kind() === 'amount' ? 'decimal' : null" [attr.id]="place()" [attr.data-place]="place()" [value]="shown()" (input)="write(text.value)"
          [attr.aria-invalid]="wrong()" [attr.aria-describedby]="described()" />
      }
      @if (hint()) { <span class="hint" [attr.id]="place() + '-hint'">{{ hint() }}</span> }
      <sam-place-faults [attr.id]="place() + '-wrong'" [place]="place()" />
    </div>
  `,
  styleUrl: './field.css',
})
export class PlainField {
  private readonly store = inject(DraftStore);
  readonly place = input.required<string>();
  readonly label = input.required<string>();
  readonly kind = input<FieldKind>('text');
  readonly hint = input('');
  /** An empty field takes the place away instead of leaving it without value. */
  readonly optional = input(false);
  private readonly value = computed(() => this.store.at(this.place()));
  /** As typed while it means what is stored; as stored otherwise. */
  protected readonly shown = linkedSignal<{ place: string; value: unknown }, string>({
    source: () => ({ place: this.place(), value: this.value() }),
    computation: ({ place, value }, before) => (before?.source.place === place && textOf(this.kind(), valueOf(this.kind(), before.value)) === textOf(this.kind(), value) ? before.value : textOf(this.kind(), value)),
  });
  protected readonly wrong = computed(() => this.store.faults().some(({ path }) => path.join('.') === this.place()));
  protected readonly described = computed(() => `${this.hint() ? `${this.place()}-hint ` : ''}${this.place()}-wrong`);

  protected write(text: string): void {
    this.shown.set(text);
    const value = valueOf(this.kind(), text);
    this.store.write(this.place(), this.optional() && text.trim() === '' ? undefined : value);
  }
}
