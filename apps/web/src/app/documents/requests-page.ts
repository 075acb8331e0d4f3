import { Component, computed, effect, inject, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { EvaluationStore } from '../evaluation';
import { Trouble, Waiting } from '../look';
import { RequestsContact } from './requests-contact';
import { RequestsDesk } from './requests-desk';
import { RequestsStore } from './requests-store';

/** What an evaluation asks for: the municipality's own list, or the desk of those who ask and review. A training reads its material elsewhere. */
@Component({
  selector: 'sam-requests-page',
  imports: [RequestsContact, RequestsDesk, Trouble, Waiting],
  providers: [RequestsStore],
  template: `
    @if (store.list(); as list) {
      @if (delivers()) { <sam-requests-contact /> } @else { <sam-requests-desk [list]="list" /> }
    } @else if (store.failure()) { <sam-trouble class="pad" [text]="store.failure()" (again)="store.open()" /> }
    @else { <sam-waiting (again)="store.open()" /> }
  `,
  styles: ':host { display: block; } .pad { margin: 32px 24px; }',
})
export class RequestsPage {
  private readonly evaluation = inject(EvaluationStore);
  protected readonly store = inject(RequestsStore);
  protected readonly delivers = computed(() => {
    const evaluation = this.evaluation.evaluation();
    return evaluation?.members.some((member) => member.active && member.person === evaluation.me && member.role === 'contact') ?? false;
  });

  constructor() {
    const router = inject(Router);
    const id = computed(() => this.evaluation.evaluation()?.id ?? '');
    const training = computed(() => Boolean(this.evaluation.evaluation()?.training));
    effect(() => {
      if (id() === '') return;
      if (training()) void router.navigate(['/utvardering', id(), 'underlag', 'start'], { replaceUrl: true });
      else untracked(() => void this.store.open());
    });
  }
}
