import { Component, ElementRef, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Note } from '@samsyn/contract';
import { interviews } from '@samsyn/contract/routes';
import { EvaluationStore } from '../evaluation';
import { call, CallFailed, RefusalWords } from '../http';
import { Icon } from '../look';

/** Where evidence text ends. */
const longest = 1000;

/** The own interview notes, those tagged with this question first; a press makes one evidence. Read when opened, never before. */
@Component({
  selector: 'sam-note-picker',
  imports: [Icon, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <button type="button" class="btn plain small" [attr.aria-expanded]="open()" (click)="turn()"><svg samIcon="interview" />{{ t('scoring.notes.title') }}</button>
      @if (open()) {
        @if (trouble()) { <p class="hint" role="alert">{{ trouble() }} <button type="button" class="btn small" (click)="read()">{{ t('scoring.tryAgain') }}</button></p> }
        @else if (notes(); as all) {
          <ul>
            @for (note of shown(); track note.note) {
              <li><button type="button" class="pick" [attr.aria-disabled]="taken().includes(note.note)" (click)="take(note)"><span class="from">{{ titles().get(note.group ?? '') ?? t('scoring.notes.noGroup') }}@if (taken().includes(note.note)) { · {{ t('scoring.notes.taken') }} }</span><span class="written">{{ note.text }}</span></button></li>
            } @empty { <li class="hint">{{ t(all.length === 0 ? 'scoring.notes.none' : 'scoring.notes.noneTagged', { question: question() }) }}</li> }
          </ul>
          @if (others() > 0 && !every()) { <button type="button" class="btn plain small" (click)="every.set(true)">{{ t('scoring.notes.others', { n: others() }) }}</button> }
        } @else { <p class="hint late" role="status">{{ t('scoring.notes.reading') }}</p> }
      }
    </ng-container>
  `,
  styles: `
    :host { display: block; padding-top: 4px; } ul { max-height: 280px; overflow-y: auto; border-top: 1px solid var(--sam-hairline); }
    .pick { display: grid; gap: 2px; width: 100%; padding: 8px; border: 0; border-bottom: 1px solid var(--sam-hairline); background: none; text-align: left; cursor: pointer; overflow-wrap: anywhere; } .pick:hover { background: var(--sam-hover); } .pick[aria-disabled='true'] { color: var(--sam-faint); cursor: default; }
    .from { color: var(--sam-muted); font-size: var(--sam-13); line-height: 18px; } .written { font-size: 0.9375rem; line-height: 20px; } .hint { padding: 8px 0; }
    @media (max-width: 760px) { .btn, .pick { min-height: 44px; } }
  `,
})
export class NotePicker {
  private readonly evaluation = inject(EvaluationStore);
  private readonly refusals = inject(RefusalWords);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly question = input.required<string>();
  readonly picked = output<string>();
  /** Closed again with the next question. */
  protected readonly open = linkedSignal<string, boolean>({ source: this.question, computation: () => false });
  protected readonly every = linkedSignal<string, boolean>({ source: this.question, computation: () => false });
  protected readonly taken = linkedSignal<string, readonly string[]>({ source: this.question, computation: () => [] });
  protected readonly notes = signal<readonly Note[] | null>(null);
  protected readonly titles = signal<ReadonlyMap<string, string>>(new Map());
  private readonly failure = signal<CallFailed | null>(null);
  protected readonly trouble = computed(() => {
    const failure = this.failure();
    return failure ? this.refusals.of(failure) : '';
  });
  private readonly tagged = computed(() => (this.notes() ?? []).filter(({ questions }) => questions.includes(this.question())));
  protected readonly others = computed(() => (this.notes() ?? []).length - this.tagged().length);
  protected readonly shown = computed(() => (this.every() ? [...this.tagged(), ...(this.notes() ?? []).filter((note) => !this.tagged().includes(note))] : this.tagged()));

  protected turn(): void {
    this.open.set(!this.open());
    if (this.open()) void this.read();
  }

  protected take({ note, group, text }: Note): void {
    if (this.taken().includes(note)) return;
    const title = this.titles().get(group ?? '');
    this.taken.update((all) => [...all, note]);
    this.picked.emit(`${title ? `${title}: ` : ''}${text.replace(/\s+/g, ' ').replace(/\s?#\d{1,2}\.\d{1,2}\b/g, '').trim()}`.slice(0, longest));
    this.host.nativeElement.querySelector('button')?.focus();
  }

  protected async read(): Promise<void> {
    const evaluation = this.evaluation.evaluation();
    if (!evaluation) return;
    const params = { id: evaluation.id };
    try {
      const [notes, guide] = await Promise.all([call(interviews.notes, { params }), call(interviews.guide, { params })]);
      this.notes.set(notes.filter(({ author, text }) => author === evaluation.me && text.trim() !== ''));
      this.titles.set(new Map(guide.map(({ group, title }) => [group, title])));
      this.failure.set(null);
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.failure.set(failure);
    }
  }
}
