import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { evaluations } from '@samsyn/contract/routes';
import { call, CallFailed, RefusalWords } from '../http';
import { Icon } from '../look';

/** Begins a training for whoever is signed in, and goes there. */
@Component({
  selector: 'sam-train-button',
  imports: [Icon, TranslocoDirective],
  template: `<ng-container *transloco="let t">
    <button type="button" class="btn" [class.large]="large()" [attr.aria-disabled]="busy()" (click)="begin()">{{ t('evaluation.training.' + (busy() ? 'beginning' : again() ? 'beginAgain' : 'begin')) }}</button>
    @if (refusal()) { <p class="notice stop" role="alert"><svg samIcon="stop"></svg><span>{{ refusal() }}</span></p> }
  </ng-container>`,
  styles: `:host { display: inline-grid; gap: 8px; justify-items: start; max-width: 100%; } .btn { white-space: normal; text-align: left; } .large { min-height: 44px; padding-inline: 20px; font-size: var(--sam-16); } @media (max-width: 600px) { .btn { min-height: 44px; } }`,
})
export class TrainButton {
  /** Whether the person has just finished one. */
  readonly again = input(false);
  readonly large = input(false);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  private readonly refusals = inject(RefusalWords);
  private readonly failure = signal<CallFailed | null>(null);
  protected readonly busy = signal(false);
  protected readonly refusal = computed(() => {
    const failure = this.failure();
    return failure ? this.refusals.of(failure) : '';
  });

  protected async begin(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      const { id } = await call(evaluations.train, { body: { language: this.transloco.activeLang() === 'en' ? 'en' : 'sv' } });
      await this.router.navigate(['/utvardering', id, 'underlag']);
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.failure.set(failure);
    } finally {
      this.busy.set(false);
    }
  }
}
