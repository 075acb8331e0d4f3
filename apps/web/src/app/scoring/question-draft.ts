import { computed, signal } from '@angular/core';
import type { OwnSheet } from '@samsyn/contract';
import {
  draftFieldNames, missingJudgements, pointsOf, sheetFromFields, sheetPercent, sheetState, type DraftField, type Exact, type JudgingMode, type Question, type Sheet,
} from '@samsyn/domain';
import type { CallFailed } from '../http';

/** What happens to a field: nothing yet, on its way, stored, waiting for the network, changed in two places, refused. */
export type Saving = 'still' | 'saving' | 'saved' | 'waiting' | 'clash' | 'refused';

/** What another tab has stored meanwhile. */
export interface StoredValue {
  readonly value: unknown;
  readonly edition: number;
  readonly savedAt: string | null;
}

export interface FieldDraft extends StoredValue {
  readonly state: Saving;
  /** Holds a change the server has not confirmed. */
  readonly unsaved: boolean;
  readonly changedAt: string | null;
  readonly other: StoredValue | null;
  readonly failure: CallFailed | null;
}

/** How a question looks in the strip of squares. */
export type StripState = 'empty' | 'half' | 'done' | 'seal' | 'open' | 'ask' | 'none';

export const untouched: FieldDraft = { value: null, edition: 0, savedAt: null, state: 'still', unsaved: false, changedAt: null, other: null, failure: null };

/** Alike as the wire sees it; nothing and null are the same. */
export const same = (first: unknown, second: unknown): boolean => JSON.stringify(first ?? null) === JSON.stringify(second ?? null);

/** The own sheet of one question while it is worked on: every field with its edition, and what follows from them. */
export class QuestionDraft {
  private readonly drafts = signal<Readonly<Partial<Record<DraftField, FieldDraft>>>>({});
  private readonly standingRound = signal(1);
  private readonly seal = signal<string | null>(null);
  private readonly sealer = signal<string | null>(null);
  private readonly revealed = signal(false);

  readonly fields = this.drafts.asReadonly();
  readonly round = this.standingRound.asReadonly();
  readonly sealedAt = this.seal.asReadonly();
  /** Whose seal closed it: one's own, or that of who had the seat before; null where it was opened without one. */
  readonly sealedBy = this.sealer.asReadonly();
  readonly opened = this.revealed.asReadonly();

  readonly sheet = computed<Sheet>(() => sheetFromFields(Object.fromEntries(Object.entries(this.drafts()).map(([field, draft]) => [field, draft?.value]))));
  readonly percent = computed<Exact | null>(() => sheetPercent(this.question, this.mode, this.sheet()));
  readonly points = computed<Exact | null>(() => {
    const percent = this.percent();
    return percent === null ? null : pointsOf(percent, this.question.max);
  });
  readonly missing = computed(() => missingJudgements(this.question, this.mode, this.sheet()));
  readonly reasonMissing = computed(() => this.sheet().standing !== 'judged' && this.sheet().rationale.trim() === '');
  readonly complete = computed(() => this.missing().length === 0 && !this.reasonMissing());
  readonly strip = computed<StripState>(() => {
    if (this.revealed() && this.seal()) return 'open';
    if (this.seal()) return 'seal';
    return ({ empty: 'empty', begun: 'half', complete: 'done', cannotAssess: 'ask', notApplicable: 'none' } as const)[sheetState(this.question, this.mode, this.sheet())];
  });
  readonly unsaved = computed(() => (Object.entries(this.drafts()) as [DraftField, FieldDraft][]).filter(([, draft]) => draft.unsaved));
  readonly clashes = computed(() => this.unsaved().filter(([, draft]) => draft.state === 'clash'));

  constructor(
    readonly question: Question,
    readonly mode: JudgingMode,
  ) {}

  field(field: DraftField): FieldDraft {
    return this.drafts()[field] ?? untouched;
  }

  change(field: DraftField, change: Partial<FieldDraft>): void {
    this.drafts.update((drafts) => ({ ...drafts, [field]: { ...(drafts[field] ?? untouched), ...change } }));
  }

  /** Takes what the server holds; never over a field with an unsaved change, unless the sheet is sealed or a new round. */
  take(own: OwnSheet): void {
    const fresh = own.round !== this.standingRound() || own.sealedAt !== null;
    const judged = Object.keys(own.sheet.judgements).map((key): DraftField => `judgement:${key}`);
    const known = fresh ? {} : this.drafts();
    const names = new Set([...draftFieldNames, ...judged, ...(Object.keys(own.editions) as DraftField[])]);
    const next: Partial<Record<DraftField, FieldDraft>> = { ...known };
    for (const name of names) {
      const mine = known[name];
      const edition = own.editions[name] ?? 0;
      if (mine && (mine.unsaved || mine.edition > edition)) continue;
      const savedAt = own.savedAt[name] ?? null;
      next[name] = { ...untouched, value: valueIn(own.sheet, name), edition, savedAt, state: savedAt ? 'saved' : 'still' };
    }
    if (!same(next, this.drafts())) this.drafts.set(next);
    this.standingRound.set(own.round);
    this.seal.set(own.sealedAt);
    this.sealer.set(own.sealedBy);
    this.revealed.set(own.opened);
  }
}

const valueIn = (sheet: Sheet, field: DraftField): unknown =>
  field.startsWith('judgement:') ? (sheet.judgements[field.slice('judgement:'.length)] ?? null) : sheet[field as Exclude<DraftField, `judgement:${string}`>];
