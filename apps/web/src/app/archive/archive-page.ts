import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink, ActivatedRoute } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ArchiveEntry } from '@samsyn/contract';
import { RefusalWords } from '../http';
import { Icon } from '../look';
import { ArchiveStore, modelWord, selected, sorts, totalOf, type Sort } from './archive-store';

/** Published results to search, sort and open. The view is the address, so it can be sent to a colleague. */
@Component({
  selector: 'sam-archive-page',
  imports: [RouterLink, TranslocoDirective, Icon],
  providers: [ArchiveStore],
  templateUrl: './archive-page.html',
  styleUrl: './archive-page.css',
})
export class ArchivePage {
  /** Of the address: ?sok=&modell=&ordning=&omraden=1 */
  readonly sok = input<string>();
  readonly modell = input<string>();
  readonly ordning = input<string>();
  readonly omraden = input<string>();
  protected readonly store = inject(ArchiveStore);
  protected readonly sorts = sorts;
  protected readonly modelWord = modelWord;
  protected readonly totalOf = totalOf;
  protected readonly slow = signal(false);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly refusals = inject(RefusalWords);
  protected readonly sort = computed<Sort>(() => sorts.find((sort) => sort === this.ordning()) ?? 'year');
  protected readonly shown = computed(() => selected(this.store.entries() ?? [], { search: this.sok() ?? '', revision: this.modell() ?? '', sort: this.sort(), onlyAreas: this.omraden() === '1' }));
  protected readonly mixed = computed(() => new Set(this.shown().map((entry) => entry.revision)).size > 1);
  protected readonly summed = computed(() => this.shown().some((entry) => totalOf(entry)?.printed === false));
  protected readonly failure = computed(() => {
    const failure = this.store.failure();
    return failure && this.refusals.of(failure);
  });

  constructor() {
    void this.store.read();
    setTimeout(() => this.slow.set(true), 400);
  }

  protected knownOf(entry: ArchiveEntry): 'rows' | 'areas' | 'total' {
    return entry.rows ? 'rows' : entry.areas ? 'areas' : 'total';
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement).value;
  }

  protected checkedOf(event: Event): boolean {
    return (event.target as HTMLInputElement).checked;
  }

  protected change(what: 'sok' | 'modell' | 'ordning' | 'omraden', value: string): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams: { [what]: value === '' ? null : value }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected clear(): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams: {}, replaceUrl: true });
  }
}
