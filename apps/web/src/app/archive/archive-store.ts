import { Service, computed, signal } from '@angular/core';
import type { ArchiveEntry } from '@samsyn/contract';
import { archive, reports } from '@samsyn/contract/routes';
import { exact, forDrawing, shown, sumOf, swedish, type Exact } from '@samsyn/domain';
import { call, CallFailed } from '../http';

export const sorts = ['year', 'total', 'name'] as const;
export type Sort = (typeof sorts)[number];

/** What the address asks for; every field has a sound default. */
export interface ArchiveView {
  readonly search: string;
  readonly revision: string;
  readonly sort: Sort;
  readonly onlyAreas: boolean;
}

/** Which word names a model: its year, the first one, or a name of its own. */
export const modelWord = (revision: string): string => (revision.startsWith('pre') ? 'archive.preModel' : /^\d/.test(revision) ? 'archive.modelName' : 'archive.otherModel');

/** The total as printed; where only the areas are printed, their sum as a figure of its own. */
export function totalOf(entry: ArchiveEntry): { readonly text: string; readonly printed: boolean } | null {
  if (entry.total.printed !== null) return { text: entry.total.printed, printed: true };
  const total = knownTotal(entry);
  return total === null ? null : { text: swedish(total, exact(shown(total, 0)).equals(exact(total)) ? 0 : 1), printed: false };
}

const knownTotal = ({ total, areas }: ArchiveEntry): Exact | null =>
  total.value !== null ? `${total.value}` : areas && areas.length > 0 ? sumOf(areas.map((area) => `${area.achieved}`)) : null;

const ofTotal = (entry: ArchiveEntry): number => forDrawing(knownTotal(entry) ?? '-1');

const swedishOrder = new Intl.Collator('sv');

/** Lower case without accents, but å, ä and ö stay letters of their own. */
const spelled = (text: string): string => [...text.normalize('NFC').toLocaleLowerCase('sv')].map((letter) => ('åäö'.includes(letter) ? letter : letter.normalize('NFD').replace(/\p{M}/gu, ''))).join('');

/**
 * The entries a view shows, in its order. Names sort å, ä, ö after z; the newest and the highest come first; an
 * unprinted total comes last. Equal places are settled by name and year, so that the order never wavers.
 */
export function selected(entries: readonly ArchiveEntry[], view: ArchiveView): ArchiveEntry[] {
  const sought = spelled(view.search.trim());
  const byName = (a: ArchiveEntry, b: ArchiveEntry): number => swedishOrder.compare(a.municipality, b.municipality) || b.year - a.year;
  const orders: Record<Sort, (a: ArchiveEntry, b: ArchiveEntry) => number> = {
    year: (a, b) => b.year - a.year || byName(a, b),
    total: (a, b) => ofTotal(b) - ofTotal(a) || byName(a, b),
    name: byName,
  };
  return entries
    .filter((entry) => (sought === '' || spelled(entry.municipality).includes(sought)) && (view.revision === '' || entry.revision === view.revision) && (!view.onlyAreas || entry.areas !== null))
    .sort(orders[view.sort]);
}

/** The published results: read once, chosen and ordered in the browser. */
@Service({ autoProvided: false })
export class ArchiveStore {
  private readonly all = signal<readonly ArchiveEntry[] | null>(null);
  private readonly trouble = signal<CallFailed | null>(null);
  private readonly readable = signal<string | null>(null);
  readonly entries = this.all.asReadonly();
  readonly failure = this.trouble.asReadonly();
  /** The evaluation whose report this reader may open; null until known. */
  readonly report = this.readable.asReadonly();
  readonly revisions = computed(() => [...new Set((this.all() ?? []).map((entry) => entry.revision))].sort((a, b) => swedishOrder.compare(a.replace(/^pre-/, '0'), b.replace(/^pre-/, '0'))));

  async read(): Promise<void> {
    try {
      this.all.set((await call(archive.list)).entries);
      this.trouble.set(null);
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.trouble.set(failure);
    }
  }

  /** Asks whether this reader may open the report; whatever the reason it may not, there is simply no link. */
  async findReport(evaluation: string | null): Promise<void> {
    this.readable.set(null);
    if (evaluation === null) return;
    try {
      await call(reports.read, { params: { id: evaluation, version: 'latest' } });
      this.readable.set(evaluation);
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
    }
  }
}
