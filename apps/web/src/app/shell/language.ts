import { Service, effect, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';

/** Svenska or English, kept in this browser and told to the page (`<html lang>`). */
@Service()
export class Language {
  private readonly transloco = inject(TranslocoService);
  readonly active = this.transloco.activeLang;

  constructor() {
    effect(() => {
      document.documentElement.lang = this.active();
    });
  }

  other(): 'sv' | 'en' {
    return this.active() === 'en' ? 'sv' : 'en';
  }

  switch(): void {
    const next = this.other();
    localStorage.setItem('samsyn.language', next);
    this.transloco.setActiveLang(next);
  }
}
