import { Service, computed, inject, signal, type OnDestroy } from '@angular/core';
import type { AnswerOf, documents as wire } from '@samsyn/contract';
import { documents } from '@samsyn/contract/routes';
import { EvaluationStore } from '../evaluation';
import { call, CallFailed, RefusalWords } from '../http';

type Found = AnswerOf<typeof wire.search>;
export type Hit = Found['hits'][number];
export interface HitGroup {
  readonly document: string;
  readonly title: string;
  readonly hits: readonly Hit[];
}

/** Typing rests this long before it is searched. */
const rest = 250;

/** The documents in the order of their best page, each with its pages in the order they were found. */
export function groupsOf(hits: readonly Hit[]): HitGroup[] {
  const groups = new Map<string, { document: string; title: string; hits: Hit[] }>();
  for (const hit of hits) {
    const group = groups.get(hit.document) ?? { document: hit.document, title: hit.title, hits: [] };
    group.hits.push(hit);
    groups.set(hit.document, group);
  }
  return [...groups.values()];
}

/** What stands in the field when its words come back from the page: what is being typed, where only spaces at its ends differ. */
export const typedOver = (typed: string, words: string): string => (typed.trim() === words ? typed : words);

/** A search through all material of the evaluation: as one types, the latest question wins. */
@Service({ autoProvided: false })
export class SearchStore implements OnDestroy {
  private readonly evaluation = inject(EvaluationStore);
  private readonly refusals = inject(RefusalWords);
  private readonly found = signal<Found | null>(null);
  private readonly trouble = signal<CallFailed | null>(null);
  private readonly asked = signal('');
  private readonly searching = signal(false);
  private timer: ReturnType<typeof setTimeout> | null = null;
  private turn = 0;

  readonly id = computed(() => this.evaluation.evaluation()?.id ?? '');
  /** What the answer on screen is about. */
  readonly words = this.asked.asReadonly();
  readonly answer = this.found.asReadonly();
  readonly busy = this.searching.asReadonly();
  readonly groups = computed(() => groupsOf(this.found()?.hits ?? []));
  readonly more = computed(() => (this.found()?.hits.length ?? 0) < (this.found()?.total ?? 0));
  readonly failure = computed(() => {
    const trouble = this.trouble();
    return trouble ? this.refusals.of(trouble) : '';
  });

  ask(words: string, at = rest): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.search(words.trim()), at);
  }

  again(): void {
    void this.search(this.asked());
  }

  /** The next pages, added to those on screen. */
  async further(): Promise<void> {
    const before = this.found();
    if (before && !this.searching()) await this.search(this.asked(), before);
  }

  private async search(words: string, before: Found | null = null): Promise<void> {
    const turn = ++this.turn;
    this.asked.set(words);
    this.trouble.set(null);
    if (!this.id()) return;
    this.searching.set(true);
    const query = new URLSearchParams({ q: words.slice(0, 200), after: `${before?.hits.length ?? 0}` });
    try {
      const answer = await call({ ...documents.search, path: `${documents.search.path}?${query}` }, { params: { id: this.id() } });
      if (turn === this.turn) this.found.set({ ...answer, hits: [...(before?.hits ?? []), ...answer.hits] });
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      if (turn === this.turn) this.trouble.set(failure);
    } finally {
      if (turn === this.turn) this.searching.set(false);
    }
  }

  ngOnDestroy(): void {
    if (this.timer) clearTimeout(this.timer);
    this.turn = Number.POSITIVE_INFINITY;
  }
}
