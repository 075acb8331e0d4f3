import { Component, ElementRef, inject, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ScoreSheetStore } from './score-sheet-store';

/** Asks why a question is judged blind once more. The reason is kept for good, so it is required. */
@Component({
  selector: 'sam-round-dialog',
  imports: [TranslocoDirective],
  template: `
    <dialog #dialog aria-labelledby="round-title" (close)="close()">
      <form *transloco="let t" class="stack" (submit)="$event.preventDefault(); send(reason.value)">
        <h2 id="round-title">{{ t('scoring.roundAsk', { question: store.current() }) }}</h2>
        <p>{{ t('scoring.roundMeans') }}</p>
        <div class="field">
          <label for="round-reason">{{ t('scoring.roundReason') }}</label>
          <textarea #reason id="round-reason" class="input written" rows="3" maxlength="2000" [attr.aria-invalid]="missing() ? true : null" [attr.aria-describedby]="missing() ? 'round-missing' : null" (input)="missing.set(false)"></textarea>
          @if (missing()) { <span id="round-missing" class="hint" role="alert">{{ t('scoring.roundReasonMissing') }}</span> }
        </div>
        <div class="btns">
          <button type="button" class="btn" (click)="dialog.close()">{{ t('scoring.notYet') }}</button>
          <button type="submit" class="btn primary">{{ t('scoring.roundVerb') }}</button>
        </div>
      </form>
    </dialog>
  `,
  styleUrl: './dialog.css',
})
export class RoundDialog {
  protected readonly store = inject(ScoreSheetStore);
  protected readonly missing = signal(false);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private settle: ((reason: string) => void) | null = null;

  ask(): Promise<string> {
    this.missing.set(false);
    this.dialog().nativeElement.showModal();
    this.dialog().nativeElement.querySelector('textarea')?.focus();
    return new Promise((settle) => (this.settle = settle));
  }

  protected send(reason: string): void {
    if (reason.trim() === '') return this.missing.set(true);
    this.settle?.(reason.trim());
    this.settle = null;
    this.dialog().nativeElement.close();
  }

  protected close(): void {
    this.settle?.('');
    this.settle = null;
  }
}
