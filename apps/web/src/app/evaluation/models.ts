import type { InstrumentSummary } from '@samsyn/contract';

/** The models to choose from: those in force first, what is superseded, known by area only or headings alone apart. */
export interface Shelves {
  readonly current: readonly InstrumentSummary[];
  readonly older: readonly InstrumentSummary[];
}

const isOlder = ({ supersededBy, scoreable, shipped, criteria, questions }: InstrumentSummary): boolean => supersededBy !== null || !scoreable || (shipped && criteria <= questions);
const newestFirst = (a: InstrumentSummary, b: InstrumentSummary): number => b.revision.localeCompare(a.revision, 'sv', { numeric: true }) || a.id.localeCompare(b.id);

export function shelvesOf(models: readonly InstrumentSummary[]): Shelves {
  const sorted = [...models].sort(newestFirst);
  const current = sorted.filter((one) => !isOlder(one));
  return current.length > 0 ? { current, older: sorted.filter(isOlder).sort((a, b) => Number(b.scoreable) - Number(a.scoreable)) } : { current: sorted, older: [] };
}

/** The newest model of KommunKompassen in force; where an owner has published its successor, that one. */
export function preferred(models: readonly InstrumentSummary[]): string {
  const scoreable = models.filter((one) => one.scoreable);
  const byId = new Map(scoreable.map((one) => [one.id, one]));
  const shipped = scoreable.filter((one) => one.shipped).sort((a, b) => Number(b.criteria > b.questions) - Number(a.criteria > a.questions) || newestFirst(a, b));
  let found = shipped[0] ?? shelvesOf(scoreable).current[0];
  // What supersedes can in turn be superseded; a ring of such claims must not turn for ever.
  const seen = new Set<string>();
  for (let next = found?.supersededBy; next && !seen.has(next); next = found?.supersededBy) {
    seen.add(next);
    found = byId.get(next) ?? found;
  }
  return found?.id ?? '';
}
