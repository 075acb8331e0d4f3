import { Service, computed, inject, signal } from '@angular/core';
import type { Suggestion } from '@samsyn/contract';
import { interviews } from '@samsyn/contract/routes';
import type { PlanItem } from '@samsyn/domain';
import { call, CallFailed, RefusalWords } from '../http';
import { Announcer } from '../look';
import { PlanStore } from './plan-store';
import { outcomeOf, type Outcome } from './plan-world';
import { PlanWords } from './plan-words-of';

/** A plan that could be laid into the draft, with what it would mean. */
export interface Choice {
  readonly title: string;
  readonly items: readonly PlanItem[];
  readonly outcome: Outcome;
}

export interface Absent {
  readonly person: string;
  readonly day: string;
  readonly from: number;
  readonly to: number;
}

interface Options {
  readonly keepPinned: boolean;
  readonly fewMoves: boolean;
}

/** How long a suggestion may take, and how long when one would rather wait than be told that none was found. */
const seconds = 8;
const patience = 30;

/** Why there is no plan for everybody. */
export type Wall = Pick<Suggestion, 'conflict' | 'smallest' | 'leftOut' | 'time'> & { readonly proven: boolean };

/** Suggestions by the solver and ways out of an absence, one of them looked at in the grid until it is laid in or left. */
@Service({ autoProvided: false })
export class SuggestStore {
  private readonly store = inject(PlanStore);
  private readonly words = inject(PlanWords);
  private readonly refusals = inject(RefusalWords);
  private readonly announcer = inject(Announcer);
  private readonly found = signal<readonly Choice[]>([]);
  private readonly asked = signal<'suggest' | 'replan' | null>(null);
  private readonly working = signal(false);
  private readonly looking = signal(0);
  private readonly refused = signal('');
  private readonly walls = signal<Wall | null>(null);
  private readonly time = signal<number | null>(null);
  private readonly basis = signal(0);
  private readonly shown = signal(false);

  readonly choices = this.found.asReadonly();
  /** Whose answer the choices are: of the solver or of the question about an absence. */
  readonly from = this.asked.asReadonly();
  readonly busy = this.working.asReadonly();
  readonly chosen = this.looking.asReadonly();
  readonly refusal = this.refused.asReadonly();
  readonly wall = this.walls.asReadonly();
  readonly seconds = this.time.asReadonly();
  /** Somebody changed the plan since: laid in now it would undo that. */
  readonly outdated = computed(() => this.found().length > 0 && (this.store.plan()?.edition ?? 0) !== this.basis());
  readonly preview = computed(() => (this.shown() && !this.outdated() ? (this.found()[this.looking()]?.items ?? null) : null));

  look(at: number): void {
    this.looking.set(at);
    this.shown.set(true);
  }

  leave(): void {
    this.shown.set(false);
  }

  /** As wished, then with each wish turned round, so that there is something to choose from. */
  async suggest(options: Options, most: number = seconds): Promise<void> {
    const tries: readonly Options[] = [options, { ...options, fewMoves: !options.fewMoves }, { ...options, keepPinned: !options.keepPinned }];
    await this.run('suggest', async (id) => {
      const began = performance.now();
      const names = ['suggest.asWished', options.fewMoves ? 'suggest.bestTimes' : 'suggest.fewest', options.keepPinned ? 'suggest.unpinned' : 'suggest.keptPinned'];
      for (const [at, own] of tries.entries()) {
        const answer = await call(interviews.suggest, { params: { id }, body: { ...own, seconds: most } });
        if (answer.status === 'optimal' || answer.status === 'feasible') this.add(answer.items, this.titleOf(answer.items, names[at] ?? ''));
        else if (at === 0) {
          this.walls.set({ ...answer, proven: answer.status === 'infeasible' });
          this.announcer.say(this.words.t(answer.status === 'infeasible' ? 'suggest.impossible' : 'suggest.unknown'));
        }
        if (this.walls()) break;
        this.time.set((performance.now() - began) / 1000);
      }
    });
  }

  /** The same once more, with patience. */
  suggestLonger(options: Options): Promise<void> {
    return this.suggest(options, patience);
  }

  async replan(absent: Absent): Promise<void> {
    await this.run('replan', async (id) => {
      const { alternatives } = await call(interviews.replan, { params: { id }, body: absent });
      for (const { items, moved } of alternatives) {
        const titles = moved.flatMap(({ item, why }) => {
          const own = items.find(({ id: known }) => known === item);
          const late = own?.joins.find(({ person }) => person === absent.person);
          return own ? [this.words.t(`why.${why}`, { title: this.words.title(own), person: this.store.name()(absent.person), day: this.words.onDay(own.day), at: this.words.clock(why === 'joinsLater' && late ? late.from : own.start), names: this.words.list(this.words.evaluators(own).map(({ name }) => name)) })] : [];
        });
        this.add(items, titles.join('; '));
      }
    });
  }

  /** Lays the chosen one into the draft; it can be taken back like any other change. */
  layIn(): boolean {
    const choice = this.found()[this.looking()];
    const plan = this.store.plan();
    if (!choice || !plan || this.outdated()) return false;
    const laid = this.store.change(this.words.t('suggest.laidIn'), { kind: 'replaceItems', edition: plan.edition, items: [...choice.items] });
    if (laid) this.clear();
    return laid;
  }

  clear(): void {
    this.found.set([]);
    this.walls.set(null);
    this.time.set(null);
    this.asked.set(null);
    this.refused.set('');
    this.shown.set(false);
    this.looking.set(0);
  }

  private async run(what: 'suggest' | 'replan', work: (id: string) => Promise<void>): Promise<void> {
    if (this.working()) return;
    this.clear();
    this.asked.set(what);
    this.basis.set(this.store.plan()?.edition ?? 0);
    this.working.set(true);
    try {
      await work(this.store.evaluationId());
      this.announcer.say(this.words.t('suggest.found', { n: this.found().length }));
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.refused.set(this.refusals.of(failure));
      this.announcer.say(this.refused());
    } finally {
      this.working.set(false);
    }
  }

  private add(items: readonly PlanItem[], title: string): void {
    const world = this.store.world();
    const sign = (all: readonly PlanItem[]): string => all.map(({ id, day, start, length, track, evaluators }) => `${id} ${day} ${start} ${length} ${track} ${evaluators.join()}`).sort().join();
    if (!world || this.found().some((own) => sign(own.items) === sign(items))) return;
    this.found.update((all) => [...all, { items, title, outcome: outcomeOf(world, items) }]);
  }

  /** What happens to which interview; of many, which wish the suggestion follows and the groups by number. */
  private titleOf(items: readonly PlanItem[], name: string): string {
    const world = this.store.world();
    if (!world) return '';
    const { moved, added } = outcomeOf(world, items);
    if (moved.length + added.length === 0) return this.words.t('suggest.asItIs');
    const line = (item: PlanItem): string => this.words.t('suggest.to', { title: this.words.title(item), day: this.words.onDay(item.day), at: this.words.clock(item.start) });
    const all = [...moved, ...added];
    return all.length > 2 ? this.words.t(name, { groups: this.words.list(all.map(({ group }) => this.words.number(group)).sort()) }) : all.map(line).join('; ');
  }
}
