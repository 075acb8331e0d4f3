import { Component, computed, inject, input, linkedSignal, output, signal, untracked } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { BodyOf, documents, RequestList, RequestView } from '@samsyn/contract';
import { questionsOf } from '@samsyn/domain';
import { EvaluationStore } from '../evaluation';
import { Icon } from '../look';

export type RequestFields = BodyOf<typeof documents.add>;

/** Writing a request: what, why, for example what, by when, by whom, for which questions. */
@Component({ selector: 'sam-request-edit', imports: [Icon, TranslocoDirective], templateUrl: './request-edit.html', styleUrl: './request-edit.css' })
export class RequestEdit {
  private readonly transloco = inject(TranslocoService);
  private readonly evaluation = inject(EvaluationStore);
  readonly request = input<RequestView | null>(null);
  readonly contacts = input.required<RequestList['contacts']>();
  readonly busy = input(false);
  readonly refusal = input('');
  readonly saved = output<RequestFields>();
  readonly left = output();
  protected readonly tried = signal(false);
  private readonly language = computed(() => (this.transloco.activeLang() === 'en' ? 'en' : 'sv'));
  /** Typed once, kept while the list is read again beneath. */
  protected readonly fields = linkedSignal<string, RequestFields>({
    source: () => this.request()?.request ?? '',
    computation: () => untracked(() => {
      const request = this.request();
      const language = this.language();
      return request ? { title: request.title[language], why: request.why[language], example: request.example[language], questions: request.questions, owner: request.owner?.person ?? null, due: request.due } : { title: '', why: '', example: '', questions: [], owner: null, due: null };
    }),
  });
  protected readonly questions = computed(() => {
    const instrument = this.evaluation.instrument();
    return (instrument ? questionsOf(instrument) : []).map(({ number, short }) => ({ number, title: `${number} ${short[this.language()]}` }));
  });
  protected readonly noTitle = computed(() => this.tried() && this.fields().title.trim() === '');
  protected readonly prefix = computed(() => `e-${this.request()?.request ?? 'new'}`);

  protected set(changed: Partial<RequestFields>): void {
    this.fields.update((fields) => ({ ...fields, ...changed }));
  }

  protected tick(number: string, on: boolean): void {
    const wanted = new Set(this.fields().questions);
    if (on) wanted.add(number);
    else wanted.delete(number);
    this.set({ questions: this.questions().map((question) => question.number).filter((own) => wanted.has(own)) });
  }

  protected save(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    if (!this.noTitle() && !this.busy()) this.saved.emit({ ...this.fields(), title: this.fields().title.trim() });
  }
}
