import { NgTemplateOutlet } from '@angular/common';
import { Component, ElementRef, Injector, afterNextRender, computed, inject, input, linkedSignal, output, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { judgementKeys, standings, swedish, type DraftField, type Standing } from '@samsyn/domain';
import type { CitedPlace } from '../documents';
import { EvaluationStore } from '../evaluation';
import { Icon } from '../look';
import { EvidenceList } from './evidence-list';
import { FieldClash } from './field-clash';
import { Guidance } from './guidance';
import { GuidancePanel } from './guidance-panel';
import { JudgementGrid, type Judged } from './judgement-grid';
import { JudgementScale } from './judgement-scale';
import { inLanguage, language } from './language';
import { LineList } from './line-list';
import { PercentField } from './percent-field';
import { untouched, type FieldDraft } from './question-draft';
import { roomOf } from './room';
import { SaveState } from './save-state';
import { ScoreSheetStore } from './score-sheet-store';

/** One question of the own sheet: its numbers on one line, the judgements, and the words that carry them. */
@Component({
  selector: 'sam-question-sheet',
  imports: [EvidenceList, FieldClash, GuidancePanel, Icon, JudgementGrid, JudgementScale, LineList, NgTemplateOutlet, PercentField, RouterLink, SaveState, TranslocoDirective],
  templateUrl: './question-sheet.html',
  styleUrl: './question-sheet.css',
})
export class QuestionSheet {
  /** Cited places open beside the sheet instead of on a page of their own. */
  readonly beside = input(false);
  readonly cited = output<CitedPlace>();
  protected readonly store = inject(ScoreSheetStore);
  protected readonly evaluation = inject(EvaluationStore);
  protected readonly guidance = inject(Guidance);
  private readonly injector = inject(Injector);
  private readonly language = language();
  private readonly grid = viewChild(JudgementGrid);
  private readonly percent = viewChild(PercentField);
  private readonly evidence = viewChild(EvidenceList);
  private readonly rationale = viewChild<ElementRef<HTMLTextAreaElement>>('rationale');
  private readonly panel = viewChild(GuidancePanel);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');

  protected readonly standings = standings;
  /** Where the guidance stands: in the column beside, below the scale, or under its criterion on a phone. */
  protected readonly room = roomOf();
  /** "Om området", folded away again in the next area. */
  protected readonly about = linkedSignal<number | undefined, boolean>({ source: () => this.store.area()?.number, computation: () => false });
  protected readonly introduction = computed(() => {
    const area = this.store.area();
    const words = area && this.guidance.introduction(area.number);
    return words ? inLanguage(words, this.language()).split(/\n\s*\n/) : null;
  });
  protected readonly entered = signal('');
  protected readonly fields = computed<Partial<Record<DraftField, FieldDraft>>>(() => this.store.draft()?.fields() ?? {});
  protected readonly view = computed(() => {
    const draft = this.store.draft();
    const area = this.store.area();
    if (!draft || !area) return null;
    const { question, mode } = draft;
    const sheet = draft.sheet();
    const [percent, points] = [draft.percent(), draft.points()];
    const sum = this.store.areaSum();
    const all = this.store.questions().map((one) => one.question.number);
    const at = all.indexOf(question.number);
    const keys = mode === 'dimensions' ? judgementKeys(question) : ['percent'];
    const cell = keys.includes(this.entered()) ? this.entered() : (this.grid()?.focused() ?? keys[0] ?? '');
    return {
      number: question.number, question, mode, sheet, round: draft.round(), complete: draft.complete(),
      title: inLanguage(question.title, this.language()), area: inLanguage(area.title, this.language()), areaNumber: area.number,
      areaSum: sum && swedish(sum.points, 1), areaMax: area.max, areaDone: sum?.preliminary === false,
      percent: percent === null ? null : swedish(percent, 1), points: points === null ? null : swedish(points, 1),
      asked: keys.length, judged: keys.length - (sheet.standing === 'judged' ? draft.missing().length : keys.length),
      before: all[at - 1] ?? null, after: all[at + 1] ?? null,
      cell, value: sheet.judgements[cell], cellCriterion: cell.split('.')[0] ?? '', cellSide: cell.split('.')[1] ?? 'system',
      partial: question.criteria.some(({ key, dimensions }) => { const n = dimensions.filter((dimension) => sheet.judgements[`${key}.${dimension}`] !== undefined).length; return n > 0 && n < dimensions.length; }),
      numberFields: [...keys.map((key): DraftField => (key === 'percent' ? 'percent' : `judgement:${key}`)), 'standing' as const].map((field) => this.field(field)),
      clashes: draft.clashes(), clashedCells: draft.clashes().map(([field]) => field.replace('judgement:', '')),
    };
  });

  protected field(field: DraftField): FieldDraft {
    return this.fields()[field] ?? untouched;
  }

  protected judge({ key, value }: Judged): void {
    this.store.edit(`judgement:${key}`, value);
  }

  /** The scale's buttons set the cell in focus; the grid then moves on as it does for a key. */
  protected pick(value: number): void {
    this.grid()?.set(value);
  }

  protected adjust(by: 1 | -1): void {
    this.grid()?.adjust(by);
  }

  protected stand(standing: Standing): void {
    this.store.edit('standing', standing);
    if (standing !== 'judged' && this.store.draft()?.sheet().rationale.trim() === '') this.focusRationale();
  }

  /** "I": cannot assess, which asks for its reason; once more takes it back. */
  toggleCannotAssess(): void {
    const draft = this.store.draft();
    if (!draft || this.store.readOnly()) return;
    if (draft.sheet().standing === 'cannotAssess') {
      this.store.edit('standing', 'judged');
      return this.focusCell();
    }
    this.store.edit('standing', 'cannotAssess');
    this.focusRationale();
  }

  focusRationale(): void {
    this.rationale()?.nativeElement.focus();
  }

  focusCell(): void {
    this.grid()?.focusCell();
    this.percent()?.focus();
  }

  /** "V": what to look for, opened or closed; the focus stays where it is. */
  turnGuidance(): void {
    this.guidance.turn(!this.guidance.open());
    if (this.guidance.open()) afterNextRender(() => this.panel()?.speak(), { injector: this.injector });
  }

  /** Escape: from the grid or the panel it closes what guides; from elsewhere it leads to the cell. */
  back(from: EventTarget | null): void {
    if (this.guidance.open() && from instanceof Element && from.closest('sam-judgement-grid, sam-guidance-panel')) this.guidance.turn(false);
    this.focusCell();
  }

  focusHeading(): void {
    this.heading()?.nativeElement.focus();
  }

  addEvidence(): void {
    this.evidence()?.add();
  }

  protected left(): void {
    void this.store.flush();
  }
}
