import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../look';
import { OutboxStore, shortSubject } from './outbox-store';
import { PlanStore } from './plan-store';

/** What waits in the outbox, letters that say the same as one line. */
@Component({
  selector: 'sam-plan-outbox',
  imports: [Icon, RouterLink, TranslocoDirective],
  template: `
    <section *transloco="let t" aria-labelledby="plan-outbox">
      <div class="sh"><h2 id="plan-outbox">{{ t('interviews.outbox.title') }}</h2><span class="far quiet">{{ t(outbox.waiting().length === 0 ? 'interviews.outbox.nothing' : 'interviews.outbox.count', { n: outbox.waiting().length }) }}</span></div>
      @if (outbox.failed().length > 0) { <p class="notice stop said">{{ t('interviews.outbox.failed', { n: outbox.failed().length }) }}</p> }
      <ul class="mails">
        @for (pile of piles(); track pile.subject) { <li><svg samIcon="mail"></svg><span>{{ pile.subject }}</span><span>{{ t(pile.n === 1 ? 'interviews.plan.person' : 'interviews.plan.peopleCount', { n: pile.n }) }}</span></li> }
      </ul>
      @if (outbox.piles().length > piles().length) { <p class="hint">{{ t('interviews.outbox.more', { n: outbox.piles().length - piles().length }) }}</p> }
      <p class="btns"><a class="btn small" [routerLink]="['/utvardering', store.evaluationId(), 'intervjuer', 'utkorg']">{{ t(outbox.waiting().length > 0 ? 'interviews.outbox.review' : 'interviews.outbox.open') }}</a>@if (outbox.waiting().length > 0) { <span class="hint">{{ t('interviews.outbox.nothingSent') }}</span> }</p>
    </section>
  `,
  styleUrl: './plan-side.css',
})
export class PlanOutbox {
  protected readonly store = inject(PlanStore);
  protected readonly outbox = inject(OutboxStore);
  protected readonly piles = computed(() => this.outbox.piles().slice(0, 5).map(({ subject, letters }) => ({ subject: shortSubject(subject), n: letters.length })));
}
