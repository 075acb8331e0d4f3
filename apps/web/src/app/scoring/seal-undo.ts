import { Component, computed, effect, inject, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { EvaluationStore } from '../evaluation';
import { RefusalWords } from '../http';
import { Icon } from '../look';
import { language } from './language';
import { ScoreSheetStore } from './score-sheet-store';

/** After sealing: sixty seconds to take it back, or, when this very seal opened the scores, the way to them. */
@Component({
  selector: 'sam-seal-undo',
  imports: [Icon, RouterLink, TranslocoDirective],
  template: `
    <div *transloco="let t" class="place">
      <div role="status">
        @if (store.sealed(); as seal) {
          @if (seal.opened.length > 0) {
            <div class="notice ok toast">
              <svg samIcon="ring" />
              <div><b>{{ t('scoring.openedTitle') }}</b><br />{{ t(seal.opened.length === 1 ? 'scoring.openedOne' : 'scoring.openedMany', { n: seal.opened.length, question: seal.opened[0] }) }}
                <a [routerLink]="['/utvardering', evaluation.evaluation()?.id, 'samsyn']">{{ t(evaluation.evaluation()?.training ? 'evaluation.training.compare' : 'scoring.toConsensus') }}</a></div>
              <button type="button" class="btn plain small" (click)="store.dismissSeal()"><svg samIcon="close" /><span class="sr">{{ t('scoring.close') }}</span></button>
            </div>
          } @else {
            <div class="toast">
              <svg samIcon="seal" />
              <span>{{ t(seal.questions.length === 1 ? 'scoring.sealedOne' : 'scoring.sealedMany', { question: seal.questions[0], n: seal.questions.length }) }} {{ t('scoring.sealedCount', count()) }}</span>
              @if (refusal()) { <span class="no" role="alert">{{ refusal() }}</span> }
            </div>
          }
        }
      </div>
      @if (store.sealed(); as seal) {
        @if (seal.opened.length === 0) {
          <button type="button" class="btn small" [attr.aria-disabled]="store.working() || left() === 0" (click)="undo()">{{ left() > 0 ? t('scoring.undoIn', { n: left() }) : t('scoring.undo') }}</button>
          <button type="button" class="btn plain small" (click)="store.dismissSeal()"><svg samIcon="close" /><span class="sr">{{ t('scoring.close') }}</span></button>
        }
      }
    </div>
  `,
  styles: `
    :host { position: fixed; z-index: 20; left: 50%; bottom: 108px; transform: translateX(-50%); max-width: calc(100vw - 32px); }
    .place:has(.toast) { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; background: var(--sam-raised); box-shadow: var(--sam-lift); border: 1px solid var(--sam-hairline); border-radius: var(--sam-radius); padding: 8px 8px 8px 16px; font-size: var(--sam-14); line-height: 20px; }
    .place:has(.notice) { padding: 0; border: 0; }
    .toast { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; }
    .notice { flex-wrap: nowrap; align-items: start; }
    .no { color: var(--sam-stop-ink); flex-basis: 100%; }
    @media (max-width: 760px) { :host { bottom: 150px; width: calc(100vw - 32px); } .btn { min-height: 44px; } }
  `,
})
export class SealUndo {
  protected readonly store = inject(ScoreSheetStore);
  protected readonly evaluation = inject(EvaluationStore);
  private readonly refusals = inject(RefusalWords);
  private readonly language = language();
  private readonly now = signal(Date.now());
  readonly undone = output<void>();
  protected readonly left = computed(() => Math.max(0, Math.ceil(((this.store.sealed()?.until ?? 0) - this.now()) / 1000)));
  protected readonly refusal = computed(() => {
    this.language();
    const failure = this.store.refusal();
    return failure ? this.refusals.of(failure) : '';
  });
  protected readonly count = computed(() => {
    const own = this.store.progress().find(({ person }) => person === this.evaluation.me());
    return { n: own?.sealed ?? 0, of: own?.of ?? 0 };
  });

  constructor() {
    effect((onCleanup) => {
      const seal = this.store.sealed();
      if (!seal || seal.opened.length > 0) return;
      this.now.set(Date.now());
      const tick = setInterval(() => {
        this.now.set(Date.now());
        if (Date.now() >= seal.until) this.store.dismissSeal();
      }, 1000);
      onCleanup(() => clearInterval(tick));
    });
  }

  protected async undo(): Promise<void> {
    if (this.left() > 0 && (await this.store.withdraw())) this.undone.emit();
  }
}
