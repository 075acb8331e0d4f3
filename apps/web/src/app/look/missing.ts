import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';

/** An address that leads to nothing this person can see: a heading that says so, what may have happened, and the way on. */
@Component({
  selector: 'sam-missing',
  imports: [RouterLink],
  template: `
    @if (inner()) { <h2>{{ heading() }}</h2> } @else { <h1>{{ heading() }}</h1> }
    <p>{{ text() }}</p>
    <a class="btn" [routerLink]="to()">{{ label() }}</a>
  `,
  styles: `
    :host { display: grid; gap: 12px; justify-items: start; max-width: 568px; margin: 0 auto; padding: 64px 24px; }
    h1, h2 { font-size: var(--sam-28); line-height: 36px; overflow-wrap: anywhere; } p { color: var(--sam-muted); }
    @media (max-width: 600px) { :host { padding: 32px 16px; } .btn { min-height: 44px; } }
  `,
})
export class Missing {
  readonly heading = input.required<string>();
  readonly text = input.required<string>();
  readonly to = input.required<string | readonly string[]>();
  readonly label = input.required<string>();
  /** Below the heading of an evaluation, where the page has its first one. */
  readonly inner = input(false);
}
