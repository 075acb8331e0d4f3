import { Component, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from './icon';

/** What failed, in words, and the button that tries it again. */
@Component({
  selector: 'sam-trouble',
  imports: [Icon, TranslocoDirective],
  template: `
    <div class="notice stop" role="alert" *transloco="let t">
      <svg samIcon="stop"></svg>
      <div><p>{{ text() }}</p><button type="button" class="btn small" (click)="again.emit()">{{ t('shell.again') }}</button></div>
    </div>
  `,
  styles: ':host { display: block; max-width: 640px; } .btn { margin-top: 8px; }',
})
export class Trouble {
  readonly text = input.required<string>();
  readonly again = output();
}
