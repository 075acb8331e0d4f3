import { Component, computed, input, model, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Municipality } from '@samsyn/domain/municipalities';

type Find = (text: string, limit?: number) => Municipality[];
export interface ChosenMunicipality { readonly code: string | null; readonly name: string }

/** A field that finds the municipality by name or code and takes any other name as it is typed. The list is fetched on first use. */
@Component({ selector: 'sam-municipality-field', imports: [TranslocoDirective], templateUrl: './municipality-field.html', styleUrls: ['./fields.css', './municipality-field.css'] })
export class MunicipalityField {
  readonly municipality = model.required<ChosenMunicipality>();
  readonly wrong = input('');
  private readonly find = signal<Find | null>(null);
  protected readonly open = signal(false);
  protected readonly at = signal(-1);
  protected readonly found = computed(() => (this.open() ? this.find()?.(this.municipality().name, 8) ?? [] : []));
  protected readonly active = computed(() => (this.open() && this.found()[this.at()] ? `mun-${this.at()}` : null));

  protected async fetch(): Promise<void> {
    if (this.find()) return;
    const { findMunicipalities } = await import('@samsyn/domain/municipalities');
    this.find.set(findMunicipalities);
  }

  protected type(name: string): void {
    void this.fetch();
    this.municipality.set({ code: null, name });
    this.at.set(-1);
    this.open.set(name.trim() !== '');
  }

  protected choose(one: Municipality): void {
    this.municipality.set({ code: one.code, name: one.name });
    this.open.set(false);
  }

  /** Leaving with the exact name of a municipality typed is the same as choosing it. */
  protected leave(): void {
    this.open.set(false);
    const { code, name } = this.municipality();
    const exact = code ? undefined : this.find()?.(name, 1)[0];
    if (exact && exact.name.toLocaleLowerCase('sv') === name.trim().toLocaleLowerCase('sv')) this.choose(exact);
  }

  protected press(event: KeyboardEvent): void {
    const count = this.found().length;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!this.open()) this.open.set(true);
      else if (count > 0) this.at.update((at) => (event.key === 'ArrowDown' ? (at + 1) % count : (at <= 0 ? count : at) - 1));
    }
    const one = this.found()[this.at()];
    if (event.key === 'Enter' && this.open()) {
      event.preventDefault();
      if (one) this.choose(one);
      else this.leave();
    }
    if (event.key === 'Escape' && this.open()) {
      event.stopPropagation();
      this.open.set(false);
    }
  }
}
