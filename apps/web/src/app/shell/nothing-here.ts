import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Session } from '../people';

/** One answer for what does not exist and for what is not open to the person. */
@Component({
  selector: 'sam-nothing-here',
  imports: [RouterLink, TranslocoDirective],
  template: `
    <section *transloco="let t">
      <h1>{{ t('shell.nothing.title') }}</h1>
      <p>{{ t('shell.nothing.text') }}</p>
      <a class="btn" [routerLink]="session.signedIn() ? '/utvarderingar' : '/'">{{ t(session.signedIn() ? 'shell.nothing.mine' : 'shell.nothing.start') }}</a>
    </section>
  `,
  styles: ':host { display: block; padding: 64px 24px; } section { display: grid; gap: 12px; max-width: 520px; margin: 0 auto; justify-items: start; } h1 { font-size: var(--sam-28); } p { color: var(--sam-muted); }',
})
export class NothingHere {
  protected readonly session = inject(Session);
}
