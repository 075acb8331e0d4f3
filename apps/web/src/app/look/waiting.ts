import { Component, output, signal, type OnDestroy } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';

/** While something is read: nothing for 0.4 s, then skeleton rows, after 5 s a sentence and a way to try again. */
@Component({
  selector: 'sam-waiting',
  imports: [TranslocoDirective],
  template: `
    @if (stage() > 0) {
      <ng-container *transloco="let t">
        <p class="sr" role="status">{{ t('shell.waiting.reading') }}</p>
        <div class="rows" aria-hidden="true"><i></i><i></i><i></i></div>
        @if (stage() > 1) {
          <p class="long">{{ t('shell.waiting.long') }} <button type="button" class="btn small" (click)="again.emit()">{{ t('shell.again') }}</button></p>
        }
      </ng-container>
    }
  `,
  styles: `
    :host { display: block; min-height: 96px; padding: 24px; }
    .rows { display: grid; gap: 14px; max-width: 560px; }
    i { height: 12px; border-radius: 3px; background: var(--sam-hairline); } i:nth-child(2) { width: 82%; } i:nth-child(3) { width: 64%; }
    .long { padding-top: 16px; display: flex; flex-wrap: wrap; gap: 12px; align-items: center; font-size: var(--sam-14); }
  `,
})
export class Waiting implements OnDestroy {
  readonly again = output();
  protected readonly stage = signal(0);
  private readonly timers = [setTimeout(() => this.stage.set(1), 400), setTimeout(() => this.stage.set(2), 5000)];

  ngOnDestroy(): void {
    this.timers.forEach(clearTimeout);
  }
}
