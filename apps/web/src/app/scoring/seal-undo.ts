import { Component, computed, effect, inject, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { undoSeconds } from '@samsyn/domain';
import { EvaluationStore } from '../evaluation';
import { Icon } from '../look';
import { ScoreSheetStore, type OwnSeal } from './score-sheet-store';

/** After sealing: sixty seconds to take each seal back, or, when this very seal opened the scores, the way to them. */
@Component({
  selector: 'sam-seal-undo',
  imports: [Icon, RouterLink, TranslocoDirective],
  template: `
    <div *transloco="let t" class="place">
      <div role="status">
        @if (store.opened().length > 0) {
          <div class="notice ok toast">
            <svg samIcon="ring" />
            <div><b>{{ t('scoring.openedTitle') }}</b><br />{{ t(store.opened().length === 1 ? 'scoring.openedOne' : 'scoring.openedMany', { n: store.opened().length, question: store.opened()[0] }) }}
              <a [routerLink]="['/utvardering', evaluation.evaluation()?.id, 'samsyn']">{{ t(evaluation.evaluation()?.training ? 'evaluation.training.compare' : 'scoring.toConsensus') }}</a></div>
            <button type="button" class="btn plain small" (click)="store.dismissOpened()"><svg samIcon="close" /><span class="sr">{{ t('scoring.close') }}</span></button>
          </div>
        } @else if (newest(); as seal) {
          <div class="toast">
            <svg samIcon="seal" />
            <span>{{ t(seal.questions.length === 1 ? 'scoring.sealedOne' : 'scoring.sealedMany', { question: seal.questions[0], n: seal.questions.length }) }} {{ t('scoring.sealedCount', count()) }}</span>
          </div>
        }
      </div>
      @if (store.opened().length === 0) {
        @if (newest(); as seal) {
          <button type="button" class="btn small" [attr.aria-disabled]="store.working()" (click)="undo(seal)">{{ t('scoring.undoIn', { n: left(seal) }) }}</button>
          <button type="button" class="btn plain small" (click)="dismissed.set(seal.until)"><svg samIcon="close" /><span class="sr">{{ t('scoring.close') }}</span></button>
        }
        @if (earlier().length > 0) {
          <details class="earlier">
            <summary>{{ t('scoring.alsoUndo', { n: earlier().length }) }}</summary>
            @for (seal of earlier(); track seal.until) {
              <button type="button" class="btn plain small" [attr.aria-disabled]="store.working()" (click)="undo(seal)"><svg samIcon="undo" />{{ t(seal.questions.length === 1 ? 'scoring.undoOther' : 'scoring.undoOthers', { question: seal.questions[0], count: seal.questions.length, n: left(seal) }) }}</button>
            }
          </details>
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
    .earlier { flex-basis: 100%; border-top: 1px solid var(--sam-hairline); padding-top: 4px; max-height: 40vh; overflow: auto; }
    .earlier summary { cursor: pointer; min-height: 24px; }
    @media (max-width: 760px) { :host { bottom: 150px; width: calc(100vw - 32px); } .btn { min-height: 44px; } .place > [role='status']:has(.toast:not(.notice)) { flex: 1 1 0; min-width: 0; } .toast:not(.notice) { flex-wrap: nowrap; } .earlier summary { padding: 10px 0; } }
  `,
})
export class SealUndo {
  protected readonly store = inject(ScoreSheetStore);
  protected readonly evaluation = inject(EvaluationStore);
  private readonly now = signal(Date.now());
  /** Seals up to this one are put away; a later seal shows again. */
  protected readonly dismissed = signal(0);
  readonly undone = output<void>();
  private readonly fresh = computed(() => this.store.ownSeals().filter(({ until }) => until > this.now() && until > this.dismissed()));
  protected readonly newest = computed(() => this.fresh()[0] ?? null);
  protected readonly earlier = computed(() => this.fresh().slice(1));
  protected readonly count = computed(() => {
    const own = this.store.progress().find(({ person }) => person === this.evaluation.me());
    return { n: own?.sealed ?? 0, of: own?.of ?? 0 };
  });

  constructor() {
    effect((onCleanup) => {
      const last = Math.max(0, ...this.store.ownSeals().map(({ until }) => until));
      this.now.set(Date.now());
      if (last <= Date.now()) return;
      const tick = setInterval(() => {
        this.now.set(Date.now());
        if (Date.now() >= last) clearInterval(tick);
      }, 1000);
      onCleanup(() => clearInterval(tick));
    });
  }

  protected left(seal: OwnSeal): number {
    // A clock that is far off never promises more than the whole time.
    return Math.min(undoSeconds, Math.max(0, Math.ceil((seal.until - this.now()) / 1000)));
  }

  protected async undo(seal: OwnSeal): Promise<void> {
    if (this.left(seal) > 0 && (await this.store.withdraw(seal))) this.undone.emit();
  }
}
