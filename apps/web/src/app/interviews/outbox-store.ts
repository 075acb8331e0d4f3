import { Service, computed, effect, inject, signal, untracked, type OnDestroy } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { Letter } from '@samsyn/contract';
import { interviews } from '@samsyn/contract/routes';
import { EvaluationStore } from '../evaluation';
import { call, CallFailed, RefusalWords } from '../http';
import { Announcer } from '../look';

export interface Pile {
  readonly subject: string;
  readonly letters: readonly Letter[];
}

/** Without the part that every letter of the house shares. */
export const shortSubject = (subject: string): string => subject.replace(/[,?.]? ?[Uu]tvärderingen av .*$/, '');

/** Letters that say the same, in the order they came. */
export function pilesOf(letters: readonly Letter[]): Pile[] {
  const piles = new Map<string, Letter[]>();
  for (const letter of letters) piles.set(letter.subject, [...(piles.get(letter.subject) ?? []), letter]);
  return [...piles].map(([subject, own]) => ({ subject, letters: own }));
}

const readKey = 'samsyn.letters-read';

/** The letters of a visit: what waits to be read and let out, what has left, what did not arrive. */
@Service({ autoProvided: false })
export class OutboxStore implements OnDestroy {
  private readonly evaluation = inject(EvaluationStore);
  private readonly refusals = inject(RefusalWords);
  private readonly announcer = inject(Announcer);
  private readonly transloco = inject(TranslocoService);
  private readonly all = signal<readonly Letter[] | null>(null);
  private readonly trouble = signal<string | null>(null);
  private readonly refused = signal('');
  private readonly working = signal(false);
  private readonly seen = signal<ReadonlySet<string>>(new Set((sessionStorage.getItem(readKey) ?? '').split(' ').filter(Boolean)));
  private readonly subscription = this.evaluation.reread.subscribe((changed) => (!changed || changed.changes.some(({ kind }) => kind === 'plan')) && void this.read());

  readonly letters = this.all.asReadonly();
  readonly failure = this.trouble.asReadonly();
  readonly refusal = this.refused.asReadonly();
  readonly busy = this.working.asReadonly();
  readonly readOnes = this.seen.asReadonly();
  readonly waiting = computed(() => (this.all() ?? []).filter(({ state }) => state === 'waiting'));
  readonly failed = computed(() => (this.all() ?? []).filter(({ state }) => state === 'failed'));
  readonly left = computed(() => (this.all() ?? []).filter(({ state }) => state === 'sent' || state === 'released'));
  readonly piles = computed(() => pilesOf(this.waiting()));

  constructor() {
    effect(() => {
      if (this.evaluation.evaluation()?.id) untracked(() => void this.read());
    });
  }

  /** Read on this screen; letting out asks about those that are not. */
  open(letter: string): void {
    if (this.seen().has(letter)) return;
    this.seen.update((all) => new Set([...all, letter]));
    sessionStorage.setItem(readKey, [...this.seen()].join(' '));
  }

  async read(): Promise<void> {
    const evaluation = this.evaluation.evaluation();
    // Letters are the coordinator's; nobody else asks for them.
    if (!evaluation?.members.some(({ person, role, active }) => person === evaluation.me && role === 'coordinator' && active)) return;
    const { id } = evaluation;
    try {
      this.all.set(await call(interviews.letters, { params: { id } }));
      this.trouble.set(null);
    } catch (failure) {
      this.trouble.set(this.wordsOf(failure));
    }
  }

  letOut(letters: readonly string[]): Promise<boolean> {
    return this.send(interviews.letOut, letters);
  }

  /** What has left the house already stays; how many that were is told. */
  async withdraw(letters: readonly string[]): Promise<boolean> {
    if (!(await this.send(interviews.withdraw, letters))) return false;
    const chosen = new Set(letters);
    const left = (this.all() ?? []).filter(({ letter, state }) => chosen.has(letter) && state !== 'withdrawn').length;
    if (left > 0) this.refused.set(this.transloco.translate('interviews.outbox.leftAlready', { n: left }));
    return left === 0;
  }

  private async send(route: typeof interviews.letOut | typeof interviews.withdraw, letters: readonly string[]): Promise<boolean> {
    const id = this.evaluation.evaluation()?.id;
    if (!id || this.working() || letters.length === 0) return false;
    this.working.set(true);
    this.refused.set('');
    try {
      this.all.set(await call(route, { params: { id }, body: { letters: [...letters] } }));
      return true;
    } catch (failure) {
      this.refused.set(this.wordsOf(failure));
      this.announcer.say(this.refused());
      return false;
    } finally {
      this.working.set(false);
    }
  }

  private wordsOf(failure: unknown): string {
    if (!(failure instanceof CallFailed)) throw failure;
    return this.refusals.of(failure);
  }

  ngOnDestroy(): void {
    this.subscription.unsubscribe();
  }
}
