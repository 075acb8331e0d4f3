import { Component, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';

export interface Invitation { readonly email: string; readonly name: string; readonly link: string }

/** One-time links, shown once: each can be copied. */
@Component({
  selector: 'sam-invitation-links',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t"><ul>
      @for (one of invitations(); track one.link) {
        <li>
          <div><b>{{ one.name }}</b>&ngsp;<span class="quiet">{{ one.email }}</span><input #link class="input" readonly [value]="full(one.link)" (focus)="link.select()" [attr.aria-label]="t('evaluation.create.copyWho', { name: one.name })" /></div>
          <button type="button" class="btn" (click)="copy(one, link)" >{{ t(copied() === one.link ? 'evaluation.create.copied' : 'evaluation.create.copy') }}<span class="sr">&ngsp;{{ one.name }}</span></button>
        </li>
      }
    </ul>
    <p class="sr" role="status">@if (copied()) { {{ t('evaluation.create.copied') }} }</p></ng-container>
  `,
  styles: `
    :host { display: block; } li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 4px 12px; align-items: end; padding: 10px 0; border-top: 1px solid var(--sam-hairline); font-size: var(--sam-14); }
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

  protected async copy(one: Invitation, field: HTMLInputElement): Promise<void> {
    field.select();
    try {
      await navigator.clipboard.writeText(this.full(one.link));
      this.copied.set(one.link);
    } catch {
      // Without permission the link stays selected, ready to be copied by hand.
      this.copied.set('');
    }
  }
}
