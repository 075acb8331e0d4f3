import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { RouteAnswer, documents } from '@samsyn/contract/routes';
import { Icon } from '../look';
import { DescriptionStore } from './description-store';
import { whenInWords } from './upload-figures';

/** One question of the self-description: who writes, the answer with its state, and both texts when two wrote at once. */
@Component({ selector: 'sam-description-field', imports: [Icon, TranslocoDirective], templateUrl: './description-field.html', styleUrl: './description-field.css' })
export class DescriptionField {
  protected readonly store = inject(DescriptionStore);
  private readonly transloco = inject(TranslocoService);
  readonly number = input.required<string>();
  readonly title = input.required<string>();
  readonly row = input.required<RouteAnswer<typeof documents.description>['answers'][number]>();
  readonly contacts = input.required<readonly { readonly person: string; readonly name: string }[]>();
  readonly mayWrite = input(false);
  readonly mayAssign = input(false);
  protected readonly answer = computed(() => this.store.answer(this.number()));
  protected readonly last = computed(() => {
    const { updatedAt, updatedBy } = this.row();
    return updatedAt && updatedBy ? this.transloco.translate<string>('documents.description.last', { who: updatedBy, when: whenInWords(updatedAt, this.transloco.activeLang()) }, this.transloco.activeLang()) : '';
  });

  /** The box grows with the text. */
  protected rows(text: string): number {
    return Math.min(16, Math.max(3, text.split('\n').length + Math.floor(text.length / 90)));
  }
}
