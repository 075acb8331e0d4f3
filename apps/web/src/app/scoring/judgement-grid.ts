import { NgTemplateOutlet } from '@angular/common';
import { Component, ElementRef, type TemplateRef, computed, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { criterionPercent, judgementKey, levelOf, swedish, type Criterion, type Judgements, type Question, type Standing } from '@samsyn/domain';
import { Icon } from '../look';
import { inLanguage, language } from './language';
import { SideWords, columnsOf, type Sides } from './side-words';
import { byTens, secondDigit, stepped, typedDigit } from './step-keys';

/** The band of the scale that a judgement falls into. */
export const bandOf = (value: number): number => levelOf(`${value}`);

export interface Judged {
  readonly key: string;
  readonly value: number | null;
}

/**
 * Criteria × sides. One stop for the tab key, arrows move within; a digit sets tens, plus sets 100, and both move on
 * to the next cell. Of finer steps than tens two digits make the number; Page Up and Page Down go one step. Cells a criterion is not judged on are skipped.
 */
@Component({ selector: 'sam-judgement-grid', imports: [Icon, NgTemplateOutlet, TranslocoDirective], templateUrl: './judgement-grid.html', styleUrl: './judgement-grid.css' })
export class JudgementGrid {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly language = language();
  private readonly words = inject(SideWords);
  readonly question = input.required<Question>();
  readonly judgements = input.required<Judgements>();
  readonly standing = input<Standing>('judged');
  readonly step = input.required<number>();
  readonly readOnly = input(false);
  readonly clashes = input<readonly string[]>([]);
  /** Whose sides these are; without, the four of KommunKompassen. */
  readonly instrument = input<Sides>(null);
  /** Each criterion can be asked what to look for; `guiding` is the one that shows it, `under` what stands below it on a narrow screen. */
  readonly guided = input(false);
  readonly guiding = input<string | null>(null);
  readonly under = input<TemplateRef<unknown> | null>(null);
  readonly judged = output<Judged>();
  readonly cell = output<string>();
  /** Open or close what to look for, for the criterion in focus. */
  readonly guide = output<void>();

  protected readonly sides = computed(() => columnsOf(this.instrument(), this.question()).map((side) => ({ side, title: this.words.title(this.instrument(), side) })));
  private readonly weighed = computed(() => this.question().criteria.some(({ weight }) => (weight ?? 1) !== 1));
  private readonly keys = computed(() =>
    this.question().criteria.flatMap((criterion) => this.sides().filter(({ side }) => criterion.dimensions.includes(side)).map(({ side }) => judgementKey(criterion.key, side))),
  );
  protected readonly criterion = computed(() => this.focused().split('.')[0] ?? '');
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
        weight: this.weighed() ? swedish(`${criterion.weight ?? 1}`, Number.isInteger(criterion.weight ?? 1) ? 0 : 1) : null,
        cells: this.sides().map(({ side, title }) => ({ name: title, key: judgementKey(criterion.key, side), asked: criterion.dimensions.includes(side) })),
      };
    }),
  );

  protected readonly bandOf = bandOf;
  protected readonly byTens = computed(() => byTens(this.step()));
  /** A first digit that may be followed by its second: shown in the cell until it is. */
  protected readonly waiting = signal('');
  private pause: ReturnType<typeof setTimeout> | undefined;

  /** A single criterion that repeats the question is shown as the whole question. */
  private titleOf(criterion: Criterion): string | null {
    const question = this.question();
    return question.criteria.length === 1 && criterion.title.sv === question.title.sv ? null : inLanguage(criterion.title, this.language());
  }

  focusCell(): void {
    this.host.nativeElement.querySelector<HTMLElement>('button[tabindex="0"]')?.focus();
  }

  protected enter(key: string): void {
    if (key !== this.focused()) this.wait('');
    this.focused.set(key);
    this.cell.emit(key);
  }

  /** Goes to the criterion, on the same side where it is judged on it; asked again, or while closed, it also opens or closes. */
  protected ask(criterion: string): void {
    const turns = this.guiding() === null || this.guiding() === criterion;
    const side = this.focused().split('.')[1] ?? '';
    const own = this.keys().filter((key) => key.startsWith(`${criterion}.`));
    const held = this.host.nativeElement.contains(document.activeElement);
    const next = own.find((key) => key === judgementKey(criterion, side)) ?? own[0];
    if (next && criterion !== this.criterion()) {
      if (held) this.moveTo(next);
      else this.enter(next);
    }
    if (turns) this.guide.emit();
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

  /** One step more or less in the focused cell, which stays in focus. */
  adjust(by: 1 | -1): void {
    if (this.readOnly()) return;
    const key = this.focused();
    const value = stepped(this.judgements()[key], by, this.step());
    if (value !== this.judgements()[key]) this.judged.emit({ key, value });
  }

  private typed(key: string): boolean {
    const waiting = this.waiting();
    if (key === 'PageUp' || key === 'PageDown') return (this.wait(''), this.adjust(key === 'PageUp' ? 1 : -1), true);
    if (key === 'Delete' || key === 'Backspace') return (this.wait(''), this.set(null), true);
    if (key === '+') return (this.wait(''), this.set(100), true);
    if (!/^\d$/.test(key)) return false;
    const { value, moves, waits } = typedDigit(key, waiting, this.step());
    this.wait(this.readOnly() ? '' : waits);
    if (moves) this.set(value);
    else if (value !== null && !this.readOnly()) this.judged.emit({ key: this.focused(), value });
    return true;
  }

  private wait(digit: string): void {
    clearTimeout(this.pause);
    this.waiting.set(digit);
    if (digit !== '') this.pause = setTimeout(() => this.waiting.set(''), secondDigit);
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
    this.wait('');
    this.enter(key);
    this.host.nativeElement.querySelector<HTMLElement>(`button[data-key="${key}"]`)?.focus();
  }
}
