import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Report } from '@samsyn/domain';
import { languageOf, paragraphsOf } from './names';

/** "Om metoden": the instrument's own chapter on how it works, as it stood at the lock. */
@Component({
  selector: 'sam-report-method',
  imports: [TranslocoDirective],
  template: `<section *transloco="let t" aria-labelledby="metoden">
    <h2 id="metoden" tabindex="-1">{{ t('report.method') }}</h2>
    @for (part of parts(); track $index) {
      <h3>{{ part.title }}</h3>
      @for (paragraph of part.paragraphs; track $index) { <p>{{ paragraph }}</p> }
    }
  </section>`,
  styles: `
    :host { display: block; padding-bottom: 56px; }
    section { max-width: 66ch; }
    h2 { font-size: var(--sam-28); line-height: 36px; letter-spacing: -.015em; scroll-margin-top: 16px; }
    h3 { font-size: var(--sam-18); line-height: 24px; padding: 24px 0 6px; }
    p { font-family: var(--sam-serif); font-size: 1.0625rem; line-height: 28px; padding-bottom: 12px; overflow-wrap: break-word; }
    @media screen and (max-width: 900px) { h2 { font-size: var(--sam-22); line-height: 28px; } }
    @media print {
      :host { break-before: page; padding-bottom: 0; }
      section { max-width: none; }
      h2, h3 { break-after: avoid; }
      p { font-size: 11pt; line-height: 1.45; orphans: 3; widows: 3; }
    }
  `,
})
export class ReportMethod {
  readonly method = input.required<NonNullable<Report['method']>>();
  private readonly transloco = inject(TranslocoService);
  private readonly language = computed(() => languageOf(this.transloco.activeLang()));
  protected readonly parts = computed(() => this.method().map(({ title, text }) => ({ title: title[this.language()], paragraphs: paragraphsOf(text[this.language()]) })));
}
