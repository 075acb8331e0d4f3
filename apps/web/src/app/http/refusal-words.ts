import { Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { RefusalCode } from '@samsyn/domain';
import type { CallFailed } from './call';

/** A sentence for every way a call can fail: a new code without words, in either language, does not compile. */
export type RefusalSentences = Record<RefusalCode | 'offline' | 'defect', string>;

/** How many a fact holds: a list or a number. */
const countOf = (fact: unknown): string => (Array.isArray(fact) ? String(fact.length) : typeof fact === 'number' ? String(fact) : '');
const textOf = (fact: unknown, otherwise = ''): string => (typeof fact === 'string' || typeof fact === 'number' ? String(fact).replace('.', ',') : otherwise);

/** What a failed call means to the person and what to do next, in the chosen language. */
@Service()
export class RefusalWords {
  private readonly transloco = inject(TranslocoService);

  of(failure: CallFailed): string {
    const { facts } = failure;
    const sentence = this.transloco.translate<string>(`http.refusal.${failure.code}`, {
      count: countOf(facts['count']), missing: countOf(facts['missing'] ?? facts['unsettled'] ?? facts['items']),
      step: textOf(facts['step']), version: textOf(facts['version']), seconds: textOf(facts['seconds'], '60'), least: textOf(facts['min'], '0'), most: textOf(facts['max'], '100'),
      date: this.dateOf(facts['date']), before: this.dateOf(facts['before']),
      length: textOf(facts['length'] ?? facts['min'], '12'), megabytes: textOf(facts['megabytes'], '–'), request: failure.request || '–',
    }, this.transloco.activeLang());
    return typeof facts['question'] === 'string' ? `${facts['question']}: ${sentence}` : sentence;
  }

  /** A planned date by its name. */
  private dateOf(fact: unknown): string {
    return typeof fact === 'string' ? this.transloco.translate<string>(`http.dates.${fact}`, {}, this.transloco.activeLang()) : '';
  }
}
