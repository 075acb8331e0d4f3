import { Service, computed, effect, inject, signal } from '@angular/core';
import type { InstrumentSummary } from '@samsyn/contract';
import { evaluations, instruments, type RouteAnswer } from '@samsyn/contract/routes';
import { dateFaults, defaultPolicy, hasDates, noDates, type PlannedDates, type Policy } from '@samsyn/domain';
import { call, CallFailed, RefusalWords } from '../http';
import { emptyMember, isBlank, memberFaults, type MemberDraft } from './member-fields';
import type { ChosenMunicipality } from './municipality-field';
import { preferred, shelvesOf } from './models';
import { faultsOf } from './policy-form';

const shelf = 'samsyn.new-evaluation';

export interface Draft {
  readonly municipality: ChosenMunicipality;
  readonly year: string;
  readonly instrument: string;
  readonly members: readonly MemberDraft[];
  readonly dates: PlannedDates;
  readonly policy: Policy;
  readonly sandbox: boolean;
  readonly openScoring: boolean;
}

export const emptyDraft = (): Draft => ({
  municipality: { code: null, name: '' }, year: String(new Date().getFullYear()), instrument: '', members: [emptyMember('evaluator'), emptyMember('evaluator')], dates: noDates, policy: defaultPolicy, sandbox: false, openScoring: false,
});

/** What stands in the way of creating, by field: keys below `evaluation.create.fault`. */
export interface DraftFaults {
  readonly municipality?: 'municipality';
  readonly year?: 'year';
  readonly instrument?: 'instrument';
  readonly team?: 'evaluators';
  readonly members: readonly { name?: string; email?: string }[];
  readonly dates: number;
  readonly policy: number;
  readonly count: number;
}

export function draftFaults(draft: Draft): DraftFaults {
  const year = Number(draft.year);
  const seen = new Set<string>();
  const members = draft.members.map((member) => {
    if (isBlank(member)) return {};
    const key = `${member.email.trim().toLowerCase()} ${member.role}`;
    const faults: { name?: string; email?: string } = memberFaults(member);
    if (!faults.email && seen.has(key)) faults.email = 'twice';
    seen.add(key);
    return faults;
  });
  const faults = {
    ...(draft.municipality.name.trim() === '' ? { municipality: 'municipality' as const } : {}),
    ...(Number.isInteger(year) && year >= 1990 && year <= 2100 ? {} : { year: 'year' as const }),
    ...(draft.instrument === '' ? { instrument: 'instrument' as const } : {}),
    ...(draft.members.filter((member) => member.role === 'evaluator' && !isBlank(member)).length < 2 ? { team: 'evaluators' as const } : {}),
  };
  const policy = Object.keys(faultsOf(draft.policy)).length;
  const dates = dateFaults(draft.dates).length;
  return { ...faults, members, dates, policy, count: Object.keys(faults).length + dates + policy + members.reduce((sum, one) => sum + Object.keys(one).length, 0) };
}

/** The form of a new evaluation: kept in this tab until the evaluation is created, checked before and after sending. */
@Service({ autoProvided: false })
export class NewEvaluationStore {
  private readonly refusals = inject(RefusalWords);
  private readonly failed = signal<CallFailed | null>(null);
  private readonly list = signal<readonly InstrumentSummary[] | null>(null);
  private readonly made = signal<RouteAnswer<typeof evaluations.create> | null>(null);
  readonly draft = signal<Draft>(this.kept());
  readonly busy = signal(false);
  readonly tried = signal(false);
  readonly instruments = computed(() => this.list() && shelvesOf(this.list() ?? []));
  readonly created = this.made.asReadonly();
  private readonly all = computed(() => draftFaults(this.draft()));
  readonly faults = computed<DraftFaults>(() => (this.tried() ? this.all() : { members: [], dates: 0, policy: 0, count: 0 }));
  readonly refusal = computed(() => {
    const failure = this.failed();
    return failure ? this.refusals.of(failure) : '';
  });
  readonly readingFailed = computed(() => this.list() === null && this.failed() !== null);

  constructor() {
    effect(() => sessionStorage.setItem(shelf, JSON.stringify(this.draft())));
    void this.read();
  }

  change(part: Partial<Draft>): void {
    this.draft.update((draft) => ({ ...draft, ...part }));
  }

  changeMember(at: number, member: MemberDraft): void {
    this.change({ members: this.draft().members.map((one, index) => (index === at ? member : one)) });
  }

  add(role: MemberDraft['role']): void {
    this.change({ members: [...this.draft().members, emptyMember(role)] });
  }

  remove(at: number): void {
    this.change({ members: this.draft().members.filter((_, index) => index !== at) });
  }

  clear(): void {
    this.tried.set(false);
    this.failed.set(null);
    this.draft.set({ ...emptyDraft(), instrument: this.preferred() });
  }

  async read(): Promise<void> {
    this.failed.set(null);
    await this.attempt(async () => {
      this.list.set(await call(instruments.list));
      if (!this.list()?.some((one) => one.scoreable && one.id === this.draft().instrument)) this.change({ instrument: this.preferred() });
    });
  }

  async create(): Promise<void> {
    this.tried.set(true);
    if (this.busy() || this.all().count > 0) return;
    const { municipality, year, instrument, members, dates, policy, sandbox, openScoring } = this.draft();
    this.failed.set(null);
    this.busy.set(true);
    await this.attempt(async () => {
      const body = {
        municipality: { ...municipality, name: municipality.name.trim() }, year: Number(year), instrument, policy, sandbox, openScoring, ...(hasDates(dates) ? { dates } : {}),
        members: members.filter((member) => !isBlank(member)).map((member) => ({ ...member, email: member.email.trim() })),
      };
      this.made.set(await call(evaluations.create, { body }));
      this.clear();
      sessionStorage.removeItem(shelf);
    });
    this.busy.set(false);
  }

  private preferred(): string {
    return preferred(this.list() ?? []);
  }

  private kept(): Draft {
    const text = sessionStorage.getItem(shelf);
    // What was no number when it was kept is empty again, and an empty further limit is none.
    const withoutBlanks = (key: string, value: unknown): unknown => (value === null && (key === 'points' || key === 'bands') ? undefined : value);
    return text ? { ...emptyDraft(), ...(JSON.parse(text, withoutBlanks) as Partial<Draft>) } : emptyDraft();
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (failure) {
      if (!(failure instanceof CallFailed)) throw failure;
      this.failed.set(failure);
    }
  }
}
