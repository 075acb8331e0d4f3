import { Service } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';

/** The words of a language, one chunk each, fetched when the language is chosen. */
@Service()
export class WordsLoader implements TranslocoLoader {
  async getTranslation(language: string): Promise<Translation> {
    return language === 'en' ? (await import('./words.en')).words : (await import('./words.sv')).words;
  }
}
