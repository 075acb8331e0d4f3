import { Service, computed, effect, signal } from '@angular/core';

const key = 'samsyn.theme';
type Shade = 'light' | 'dark';
const chosen = (): Shade | null => {
  const stored = localStorage.getItem(key);
  return stored === 'light' || stored === 'dark' ? stored : null;
};

/** Light or dark: the system's, until set by hand in this browser. */
@Service()
export class Theme {
  private readonly system = signal(matchMedia('(prefers-color-scheme: dark)').matches);
  private readonly byHand = signal(chosen());
  readonly dark = computed(() => (this.byHand() ?? (this.system() ? 'dark' : 'light')) === 'dark');

  constructor() {
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', (event) => this.system.set(event.matches));
    effect(() => {
      const shade = this.byHand();
      if (shade) document.documentElement.dataset['theme'] = shade;
    });
  }

  toggle(): void {
    const shade: Shade = this.dark() ? 'light' : 'dark';
    localStorage.setItem(key, shade);
    this.byHand.set(shade);
  }
}
