import { Component, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';

export interface Invitation { readonly email: string; readonly name: string; readonly way: 'link' | 'mailed' | 'account'; readonly link: string | null }

/** How each who is invited comes in: by a one-time link, shown once and to be copied; by their own mail; or as they always do. */
@Component({
  selector: 'sam-invitation-links',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t"><ul>
      @for (one of invitations(); track $index) {
        <li>
          @if (one.link; as token) {
            <div><b>{{ one.name }}</b>&ngsp;<span class="quiet">{{ one.email }}</span><input #link class="input" readonly [value]="full(token)" (focus)="link.select()" [attr.aria-label]="t('evaluation.create.copyWho', { name: one.name })" /></div>
            <button type="button" class="btn" (click)="copy(token, link)" >{{ t(copied() === token ? 'evaluation.create.copied' : 'evaluation.create.copy') }}<span class="sr">&ngsp;{{ one.name }}</span></button>
          } @else {
            <div class="wide"><b>{{ one.name }}</b>&ngsp;<span class="quiet">{{ one.email }}</span><span class="hint how">{{ t('evaluation.create.way.' + one.way) }}</span></div>
          }
        </li>
      }
    </ul>
    <p class="sr" role="status">@if (copied()) { {{ t('evaluation.create.copied') }} }</p></ng-container>
  `,
  styles: `
    :host { display: block; } li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 4px 12px; align-items: end; padding: 10px 0; border-top: 1px solid var(--sam-hairline); font-size: var(--sam-14); }
    .wide { grid-column: 1 / -1; } .how { display: block; }
    .input { margin-top: 4px; font-size: var(--sam-13); background: var(--sam-sunken); } .btn { min-width: 116px; }
    @media (max-width: 520px) { li { grid-template-columns: minmax(0, 1fr); } }
  `,
})
export class InvitationLinks {
  readonly invitations = input.required<readonly Invitation[]>();
  protected readonly copied = signal('');

  /** Whole, as it is pasted into a letter. */
  protected full(link: string): string {
    return new URL(link, location.origin).href;
  }

  protected async copy(link: string, field: HTMLInputElement): Promise<void> {
    field.select();
    try {
      await navigator.clipboard.writeText(this.full(link));
      this.copied.set(link);
    } catch {
      // Without permission the link stays selected, ready to be copied by hand.
      this.copied.set('');
    }
  }
}
