import { inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { TranslocoService } from '@jsverse/transloco';

/** The language on screen, as a signal. */
export const language = (): Signal<string> => {
  const transloco = inject(TranslocoService);
  return toSignal(transloco.langChanges$, { initialValue: transloco.getActiveLang() });
};

/** The words in that language, of what an instrument says in both. */
export const inLanguage = (words: { readonly sv: string; readonly en: string }, language: string): string => (language === 'en' ? words.en : words.sv);
