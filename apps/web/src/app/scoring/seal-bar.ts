import { Component, computed, inject, output, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { EvaluationStore } from '../evaluation';
import { RefusalWords } from '../http';
import { LiveFeed } from '../live';
import { Icon, clock } from '../look';
import { FieldWords } from './field-words';
import { language } from './language';
import { RoundDialog } from './round-dialog';
import { ScoreSheetStore } from './score-sheet-store';
import { SealDialog } from './seal-dialog';

/** The last line of a question: unsure, undo, what is missing, and the seal. A sealed question says how it may change. */
@Component({
  selector: 'sam-seal-bar',
  imports: [Icon, RouterLink, RoundDialog, SealDialog, TranslocoDirective],
  templateUrl: './seal-bar.html',
  styleUrl: './seal-bar.css',
})
export class SealBar {
  protected readonly store = inject(ScoreSheetStore);
  protected readonly evaluation = inject(EvaluationStore);
  private readonly live = inject(LiveFeed);
  private readonly transloco = inject(TranslocoService);
  private readonly fields = inject(FieldWords);
  private readonly refusals = inject(RefusalWords);
  private readonly language = language();
  readonly undo = output<void>();
  readonly sealed = output<void>();
  private readonly dialog = viewChild.required(SealDialog);
  private readonly round = viewChild(RoundDialog);

  protected readonly together = computed(() => {
    const questions = this.store.sealableTogether();
    return questions.length === 0 ? null : { questions, key: this.store.policy()?.revealUnit === 'all' ? 'scoring.sealAll' : 'scoring.sealArea' };
  });

  /** Why this question cannot be sealed now, in words; empty when it can. */
  protected readonly why = computed(() => {
    this.language();
    const draft = this.store.draft();
    if (!draft) return '';
    const word = (key: string, facts: Record<string, unknown> = {}): string => this.transloco.translate(`scoring.why.${key}`, facts);
    const [first, ...more] = draft.missing();
    if (!this.store.open()) return word('closed');
    if (draft.clashes().length > 0) return word('clash');
    if (first === 'percent') return word('percent');
    if (first && more.length > 0) return word('many', { n: more.length + 1 });
    if (first) return word('one', { cell: this.fields.judgement(first) });
    if (draft.reasonMissing()) return word('reason');
    if (this.live.connection() === 'offline' || draft.unsaved().some(([, field]) => field.state === 'waiting')) return word('offline');
    return draft.unsaved().some(([, field]) => field.state === 'refused') ? word('refused') : '';
  });
  protected readonly refusal = computed(() => {
    this.language();
    const failure = this.store.refusal();
    return failure ? this.refusals.of(failure) : '';
  });
  protected readonly sealedAt = computed(() => {
    const at = this.store.draft()?.sealedAt();
    return at ? clock(at, this.language()) : '';
  });
  /** Closed before one had the seat: sealed by who had it then, or opened without anybody of it; null when it is one's own seal. */
  protected readonly before = computed(() => {
    const draft = this.store.draft();
    const by = draft?.sealedBy() ?? null;
    if (!draft?.sealedAt() || by === this.evaluation.me()) return null;
    return by === null ? { key: 'openBefore', name: '' } : { key: 'sealedBefore', name: this.evaluation.evaluator(by)?.name ?? '' };
  });
  /** What opens together with this question; a later round opens by itself. */
  protected readonly unit = computed(() => ((this.store.draft()?.round() ?? 1) > 1 ? 'question' : (this.store.policy()?.revealUnit ?? 'area')));
  /** Not beside a reference: it judges once. */
  protected readonly mayRedo = computed(() => !this.evaluation.evaluation()?.training && this.store.open() && this.store.draft()?.opened() === true);

  /** Asks to seal the question on screen; nothing happens while something is missing. */
  async ask(questions = [this.store.current()]): Promise<void> {
    if (this.store.working() || this.store.draft()?.sealedAt() || (questions.length === 1 && this.why())) return;
    if (await this.dialog().ask(questions)) if (await this.store.seal(questions)) this.sealed.emit();
  }

  protected async redo(): Promise<void> {
    const reason = await this.round()?.ask();
    if (reason) await this.store.openRound(this.store.current(), reason);
  }

  protected unsure(on: boolean): void {
    this.store.edit('unsure', on);
  }
}
