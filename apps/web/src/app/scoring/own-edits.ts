import { signal } from '@angular/core';
import type { DraftField } from '@samsyn/domain';

interface Step {
  readonly question: string;
  readonly field: DraftField;
  readonly before: unknown;
}

const remembered = 50;

/** The last fifty own changes, newest last. Writing on in the same text is one step until the field is left. */
export class OwnEdits {
  private readonly steps = signal<readonly Step[]>([]);
  private writing = '';
  readonly last = this.steps.asReadonly();

  record(step: Step, text: boolean): void {
    const writing = text ? `${step.question} ${step.field}` : '';
    const goesOn = text && writing === this.writing;
    this.writing = writing;
    if (!goesOn) this.steps.update((steps) => [...steps, step].slice(-remembered));
  }

  endText(): void {
    this.writing = '';
  }

  take(): Step | undefined {
    const step = this.steps().at(-1);
    this.writing = '';
    this.steps.update((steps) => steps.slice(0, -1));
    return step;
  }

  /** A sealed question is changed only by a new round. */
  forget(questions: readonly string[]): void {
    this.steps.update((steps) => steps.filter((step) => !questions.includes(step.question)));
  }
}
