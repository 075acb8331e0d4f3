import { Component } from '@angular/core';
import { EvaluationList } from './evaluation-list';

/** The page people come to after signing in. */
@Component({
  selector: 'sam-my-evaluations',
  imports: [EvaluationList],
  template: '<sam-evaluation-list [level]="1" />',
  styles: ':host { display: block; width: 100%; max-width: 760px; margin: 0 auto; padding: 16px 0 48px; }',
})
export class MyEvaluations {}
