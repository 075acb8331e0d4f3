import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { questionsOf } from '@samsyn/domain';
import { EvaluationStore } from '../evaluation';
import { Icon } from '../look';
import type { GuideGroup } from './notes-store';

/** What to ask this group: tick it off, open it to see what to look for, or write a note on it. */
@Component({ selector: 'sam-guide-list', imports: [Icon, TranslocoDirective], templateUrl: './guide-list.html', styleUrl: './guide-list.css' })
export class GuideList {
  private readonly evaluation = inject(EvaluationStore);
  private readonly transloco = inject(TranslocoService);
  readonly questions = input.required<GuideGroup['questions']>();
  readonly ticked = output<{ question: string; ticked: boolean }>();
  readonly noted = output<string>();
  protected readonly open = signal('');
  private readonly language = computed<'sv' | 'en'>(() => (this.transloco.activeLang() === 'en' ? 'en' : 'sv'));
  private readonly titles = computed(() => {
    const instrument = this.evaluation.instrument();
    return new Map(instrument ? questionsOf(instrument).map(({ number, short }) => [number, short[this.language()]] as const) : []);
  });
  protected readonly lines = computed(() => this.questions().map((own) => ({
    ...own,
    title: this.titles().get(own.number) ?? '',
    looks: own.lookFor.map((words) => words[this.language()]),
    also: own.alsoBy.flatMap((person) => this.evaluation.evaluator(person)?.name ?? []).join(', '),
  })));
}
