import { noDates, type PlannedDates } from './evaluation/dates';
import type { Phase } from './evaluation/phase';
import type { Policy } from './evaluation/policy-schema';
import type { Role } from './evaluation/team';
import type { Acceptance, LedgerEntry, ProposalFact } from './facts';
import { questionsOf, type Instrument } from './instrument';
import type { Exact } from './scoring/exact';
import type { Sheet } from './scoring/sheet-schema';

export interface Member {
  readonly person: string;
  readonly role: Role;
  readonly seat: number | null;
  readonly active: boolean;
  readonly joinedAt: string;
  readonly declared: { at: string; conflict: boolean; text: string } | null;
  /** The line by which they stopped taking part, when, and whether it was their own word of a conflict; null while they do. */
  readonly ended: { revision: number; at: string; conflict: boolean } | null;
}

/** One evaluator who took over another's seat. */
export interface Replacement {
  readonly seat: number;
  readonly left: string;
  readonly joined: string;
  readonly at: string;
}

/** What the evaluators have signed off together, area by area. */
export interface AreaLock {
  readonly signatures: readonly { person: string; at: string }[];
  /** Null while not all have signed. */
  readonly lockedAt: string | null;
}

/** One evaluator's sealed sheet of one round. Never changed; a withdrawn seal is simply no longer in the state. */
export interface Seal {
  readonly person: string;
  readonly round: number;
  readonly at: string;
  readonly revision: number;
  readonly commitment: string;
  readonly sheet: Sheet;
  readonly percent: Exact | null;
}

export interface Proposal extends ProposalFact {
  /** 1, 2, … within the question: what an approval must name. Not the revision, whose gaps would count hidden seals. */
  readonly number: number;
  readonly by: string;
  readonly at: string;
  readonly approvals: readonly { person: string; at: string }[];
}

/** A change of the rules proposed after the first seal, and what became of it. */
export interface PolicyProposal {
  /** 1, 2, … within the evaluation: what an answer must name. */
  readonly number: number;
  readonly by: string;
  readonly at: string;
  readonly before: Policy;
  readonly policy: Policy;
  readonly reason: string;
  /** Null while it waits, and where a newer one took its place. */
  readonly ended: { how: 'approved' | 'declined' | 'withdrawn'; by: string; at: string } | null;
}

export interface QuestionState {
  readonly number: string;
  /** The round being judged, 1 from the start; `openedRound` is the newest revealed one, 0 before any. */
  readonly round: number;
  readonly openedRound: number;
  readonly reveals: readonly { round: number; at: string; revision: number }[];
  readonly rounds: readonly { round: number; by: string | null; reason: string }[];
  readonly seals: readonly Seal[];
  /** Seals taken back before anything opened: only when, for the counters of colleagues. */
  readonly withdrawn: readonly { person: string; round: number; sealedAt: string; at: string }[];
  readonly proposals: readonly Proposal[];
  readonly settled: { proposal: number; at: string; revision: number } | null;
}

export interface EvaluationState {
  readonly id: string;
  readonly revision: number;
  readonly hash: string;
  readonly createdAt: string;
  readonly municipality: { code: string | null; name: string };
  readonly year: number;
  readonly sandbox: boolean;
  readonly instrument: Instrument;
  readonly policy: Policy;
  readonly policyFrozen: boolean;
  readonly dates: PlannedDates;
  /** How many times the dates were written: what a change of them names as read. */
  readonly datesEdition: number;
  readonly policyProposals: readonly PolicyProposal[];
  readonly members: readonly Member[];
  readonly scoringOpen: boolean;
  readonly replacements: readonly Replacement[];
  /** The newest nudge of each person. */
  readonly nudges: Readonly<Record<string, { by: string; at: string }>>;
  /** By area number; an area nobody has signed is not there. */
  readonly areaLocks: Readonly<Record<number, AreaLock>>;
  readonly questions: Readonly<Record<string, QuestionState>>;
  readonly signatures: readonly { person: string; at: string; version: number; fingerprint: string; accepted?: Acceptance }[];
  readonly unlocks: readonly { person: string; at: string; version: number; reason: string }[];
  readonly locked: { version: number; at: string; reportHash: string } | null;
  readonly versions: readonly { version: number; at: string; reportHash: string; unlockedAt: string | null; reason: string | null }[];
}

/** What lies beside the ledger and is needed to fold it: the frozen instrument and the sealed sheets by revision and question. */
export interface FoldInput {
  readonly instrument: Instrument;
  readonly sheets: (revision: number, question: string) => { sheet: Sheet; percent: Exact | null };
}

export type { Phase };
export { fold } from './fold';

/** The state of an evaluation before its first fact. */
export function blankState(id: string, instrument: Instrument): EvaluationState {
  const questions = Object.fromEntries(
    questionsOf(instrument).map(({ number }): [string, QuestionState] => [
      number,
      { number, round: 1, openedRound: 0, reveals: [], rounds: [], seals: [], withdrawn: [], proposals: [], settled: null },
    ]),
  );
  return {
    id, revision: 0, hash: '', createdAt: '', municipality: { code: null, name: '' }, year: 0, sandbox: false, instrument,
    policy: undefined as unknown as Policy, policyFrozen: false, dates: noDates, datesEdition: 0, policyProposals: [], members: [], scoringOpen: false, replacements: [], nudges: {}, areaLocks: {}, questions,
    signatures: [], unlocks: [], locked: null, versions: [],
  };
}

export type { LedgerEntry };
