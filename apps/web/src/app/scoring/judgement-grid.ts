import { Component, ElementRef, computed, inject, input, linkedSignal, output, untracked } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { criterionPercent, dimensions, judgementKey, judgementKeys, swedish, type Criterion, type Judgements, type Question, type Standing } from '@samsyn/domain';
import { inLanguage, language } from './language';

/** The five bands of the scale, by value: 0 · 10–30 · 40–60 · 70–80 · 90–100. */
export const bandOf = (value: number): number => (value <= 0 ? 0 : value < 40 ? 1 : value < 70 ? 2 : value < 90 ? 3 : 4);

export interface Judged {
  readonly key: string;
  readonly value: number | null;
}

/**
 * Criteria × dimensions. One stop for the tab key, arrows move within; a digit sets tens, plus sets 100, and both move on
 * to the next cell. Cells a criterion is not judged on are skipped.
 */
@Component({ selector: 'sam-judgement-grid', imports: [TranslocoDirective], templateUrl: './judgement-grid.html', styleUrl: './judgement-grid.css' })
export class JudgementGrid {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly language = language();
  readonly question = input.required<Question>();
  readonly judgements = input.required<Judgements>();
  readonly standing = input<Standing>('judged');
  readonly step = input.required<number>();
  readonly readOnly = input(false);
  readonly clashes = input<readonly string[]>([]);
  readonly judged = output<Judged>();
  readonly cell = output<string>();

  protected readonly dimensions = dimensions;
  private readonly keys = computed(() => judgementKeys(this.question()));
  /** The one cell the tab key stops at; on a new question its first blank one. */
  readonly focused = linkedSignal<string, string>({
    source: () => this.question().number,
    computation: () => untracked(() => this.keys().find((key) => this.judgements()[key] === undefined) ?? this.keys()[0] ?? ''),
  });
  protected readonly rows = computed(() =>
    this.question().criteria.map((criterion) => {
      const judgedHere = criterion.dimensions.filter((dimension) => this.judgements()[judgementKey(criterion.key, dimension)] !== undefined).length;
      const percent = this.standing() === 'judged' ? criterionPercent(criterion, this.judgements()) : null;
      return {
        criterion,
        title: this.titleOf(criterion),
        mean: percent === null ? '' : swedish(percent, percent.includes('/') ? 1 : 0),
        partial: judgedHere > 0 && judgedHere < criterion.dimensions.length,
        cells: dimensions.map((dimension) => ({ dimension, key: judgementKey(criterion.key, dimension), asked: criterion.dimensions.includes(dimension) })),
      };
    }),
  );

  protected readonly bandOf = bandOf;

  /** A single criterion that repeats the question is shown as the whole question. */
  private titleOf(criterion: Criterion): string | null {
    const question = this.question();
    return question.criteria.length === 1 && criterion.title.sv === question.title.sv ? null : inLanguage(criterion.title, this.language());
  }

  focusCell(): void {
    this.host.nativeElement.querySelector<HTMLElement>('button[tabindex="0"]')?.focus();
  }

  protected enter(key: string): void {
    this.focused.set(key);
    this.cell.emit(key);
  }

  protected key(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey) return;
    const target = this.targetOf(event);
    if (target !== undefined) this.moveTo(target);
    else if (event.ctrlKey || !this.typed(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Sets the focused cell, as the scale's buttons do, and moves on. */
  set(value: number | null): void {
    if (this.readOnly()) return;
    const key = this.focused();
    this.judged.emit({ key, value });
    if (value !== null) this.moveTo(this.keys()[this.keys().indexOf(key) + 1] ?? key);
  }

  private typed(key: string): boolean {
    if (key === 'Delete' || key === 'Backspace') return (this.set(null), true);
    if (key !== '+' && !/^\d$/.test(key)) return false;
    const value = key === '+' ? 100 : Number(key) * 10;
    if (value % this.step() === 0) this.set(value);
    return true;
  }

  private targetOf(event: KeyboardEvent): string | undefined {
    const keys = this.keys();
    const at = keys.indexOf(this.focused());
    const [row, column] = this.focused().split('.');
    const inRow = keys.filter((key) => key.startsWith(`${row}.`));
    const inColumn = keys.filter((key) => key.endsWith(`.${column}`));
    const near = (list: readonly string[], by: number): string => list[list.indexOf(this.focused()) + by] ?? this.focused();
    switch (event.key) {
      case 'ArrowRight': return keys[at + 1] ?? this.focused();
      case 'ArrowLeft': return keys[at - 1] ?? this.focused();
      case 'ArrowDown': return near(inColumn, 1);
      case 'ArrowUp': return near(inColumn, -1);
      case 'Home': return event.ctrlKey ? keys[0] : inRow[0];
      case 'End': return event.ctrlKey ? keys.at(-1) : inRow.at(-1);
      default: return undefined;
    }
  }

  private moveTo(key: string): void {
    this.enter(key);
    this.host.nativeElement.querySelector<HTMLElement>(`button[data-key="${key}"]`)?.focus();
  }
}
