import { Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { DraftField, Evidence } from '@samsyn/domain';
import { swedish } from '@samsyn/domain';
import { EvaluationStore } from '../evaluation';
import { SideWords } from './side-words';

/** Names a field and its value in words, for lists and questions about them. */
@Service({ autoProvided: false })
export class FieldWords {
  private readonly transloco = inject(TranslocoService);
  private readonly evaluation = inject(EvaluationStore);
  private readonly sides = inject(SideWords);

  /** @example of('judgement:c.deployment') // 'c Tillämpning' */
  of(field: DraftField): string {
    if (!field.startsWith('judgement:')) return this.transloco.translate(`scoring.field.${field}`);
    return this.judgement(field.slice('judgement:'.length));
  }

  judgement(key: string): string {
    const [criterion, side = ''] = key.split('.');
    return `${criterion} ${this.sides.title(this.evaluation.instrument(), side)}`;
  }

  value(field: DraftField, value: unknown): string {
    const word = (key: string): string => this.transloco.translate(`scoring.${key}`);
    if (value === null || value === undefined || value === '') return word('blank');
    if (field === 'percent') return `${swedish(value as string, 1)} %`;
    if (field === 'standing') return word(`standing.${value as string}`);
    if (field === 'unsure') return word(value ? 'yes' : 'no');
    if (field === 'evidence') return (value as Evidence[]).map((one) => one.text).join(' · ') || word('blank');
    if (Array.isArray(value)) return value.join(' · ') || word('blank');
    return `${value as string | number}`;
  }

  /** Long text as its number of words. */
  brief(field: DraftField, value: unknown): string {
    const text = this.value(field, value);
    return text.length <= 24 ? text : this.transloco.translate('scoring.words', { n: text.split(/\s+/).length });
  }
}
