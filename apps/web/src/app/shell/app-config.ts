import { isDevMode, provideBrowserGlobalErrorListeners, provideZonelessChangeDetection, type ApplicationConfig } from '@angular/core';
import { provideRouter, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { provideServiceWorker } from '@angular/service-worker';
import { provideTransloco } from '@jsverse/transloco';
import { routes } from './routes';
import { wanted } from './updates';
import { WordsLoader } from './words-loader';

/** The language this browser chose last; Swedish first. */
export const chosenLanguage = (): 'sv' | 'en' => (localStorage.getItem('samsyn.language') === 'en' ? 'en' : 'sv');

export const appConfig: ApplicationConfig = {
  providers: [
    provideZonelessChangeDetection(),
    provideBrowserGlobalErrorListeners(),
    provideRouter(routes, withComponentInputBinding(), withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' })),
    // Keeps the built pages, and no answer of the server, for who comes back without network.
    provideServiceWorker('worker.js', { enabled: !isDevMode(), registrationStrategy: () => wanted }),
    provideTransloco({ config: { availableLangs: ['sv', 'en'], defaultLang: chosenLanguage(), fallbackLang: 'sv', reRenderOnLangChange: true, prodMode: true }, loader: WordsLoader }),
  ],
};
