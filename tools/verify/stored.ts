import type { Instrument, LedgerEntry, Sheet } from '@samsyn/domain';

/** Everything stored of one evaluation that can be proven, as it lies in the database. */
export interface StoredEvaluation {
  readonly id: string;
  readonly revision: number;
  readonly hash: string;
  readonly locked: boolean;
  readonly instrument: Instrument;
  readonly decimals: number;
  /** The published instrument under the id that the evaluation names; null when there is none. */
  readonly published: Instrument | null;
  readonly members: readonly string[];
  readonly lines: readonly LedgerEntry[];
  readonly sealed: readonly StoredSeal[];
  readonly reports: readonly StoredReport[];
}

export interface StoredSeal {
  readonly revision: number;
  readonly question: string;
  readonly person: string;
  readonly round: number;
  readonly sheet: Sheet;
  readonly percent: string | null;
  readonly nonce: string;
}

export interface StoredReport {
  readonly version: number;
  readonly body: string;
  readonly hash: string;
  readonly lockedAt: string;
}

/** One thing that is not as it must be. `revision` is the ledger line it was found at; null when it is of no single line. */
export interface Finding {
  readonly revision: number | null;
  readonly what: string;
}

export interface Verdict {
  readonly name: string;
  readonly lines: number;
  readonly seals: number;
  readonly versions: readonly number[];
  readonly findings: readonly Finding[];
}
