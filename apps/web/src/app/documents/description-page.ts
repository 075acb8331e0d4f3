import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { EvaluationStore } from '../evaluation';
import { Announcer, areaName, Icon, Trouble, Waiting } from '../look';
import { DescriptionField } from './description-field';
import { DescriptionStore } from './description-store';
import { whenInWords } from './upload-figures';

const shows = ['all', 'mine', 'empty'] as const;

/** Written answers: the municipality's own description, question by question. Others read what was submitted, nothing else. */
@Component({
  selector: 'sam-description-page',
  imports: [DescriptionField, Icon, RouterLink, TranslocoDirective, Trouble, Waiting],
  providers: [DescriptionStore],
  templateUrl: './description-page.html',
  styleUrls: ['./requests-guest.css', './description-page.css'],
})
export class DescriptionPage {
  protected readonly store = inject(DescriptionStore);
  protected readonly evaluation = inject(EvaluationStore);
  private readonly transloco = inject(TranslocoService);
  private readonly announcer = inject(Announcer);
  protected readonly shows = shows;
  protected readonly show = signal<(typeof shows)[number]>('all');
  protected readonly language = computed(() => (this.transloco.activeLang() === 'en' ? 'en' : 'sv'));
  protected readonly place = computed(() => this.evaluation.evaluation()?.municipality.name ?? '');
  protected readonly contacts = computed(() => (this.evaluation.evaluation()?.members ?? []).filter(({ role, active }) => role === 'contact' && active));
  protected readonly mayAssign = computed(() => (this.store.view()?.mayWrite ?? false) || (this.evaluation.evaluation()?.members.some(({ active, person, role }) => active && role === 'coordinator' && person === this.evaluation.me()) ?? false));
  protected readonly newest = computed(() => this.store.view()?.submissions.at(-1) ?? null);
  protected readonly submissions = computed(() => [...(this.store.view()?.submissions ?? [])].reverse());
  protected readonly areas = computed(() => {
    const view = this.store.view();
    const rows = new Map((view?.answers ?? []).map((answer) => [answer.question, answer]));
    return (this.evaluation.instrument()?.areas ?? []).map((area) => ({
      number: area.number, title: `${area.number} ${areaName(area.title[this.language()])}`,
      questions: area.questions.flatMap((question) => {
        const row = rows.get(question.number);
        return row && this.shown(row) ? [{ number: question.number, title: question.title[this.language()], short: question.short[this.language()], row }] : [];
      }),
    })).filter(({ questions }) => questions.length > 0);
  });
  protected readonly written = computed(() => (this.store.view()?.answers ?? []).filter(({ text }) => text.trim() !== '').length);

  constructor() {
    const id = this.store.id;
    effect(() => {
      if (id() !== '') untracked(() => void this.store.read());
    });
  }

  protected when(at: string): string {
    return whenInWords(at, this.language());
  }

  protected titleOf(number: string): string {
    const question = (this.evaluation.instrument()?.areas ?? []).flatMap(({ questions }) => questions).find((one) => one.number === number);
    return `${number} ${question?.short[this.language()] ?? ''}`.trim();
  }

  protected async submit(): Promise<void> {
    if (!(await this.store.submit())) return;
    this.announcer.say(this.transloco.translate('documents.description.said', { n: this.newest()?.number ?? 1 }, this.language()));
  }

  private shown({ assigned, text }: { assigned: string | null; text: string }): boolean {
    return this.show() === 'all' || (this.show() === 'mine' ? assigned === this.evaluation.me() : text.trim() === '');
  }
}
