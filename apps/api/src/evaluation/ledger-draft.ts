import { fold, type EvaluationState, type Exact, type Fact, type FoldInput, type Instrument, type LedgerEntry, type Sheet } from '@samsyn/domain';
import { commitmentOf, hashOfEntry, newNonce } from './ledger-hash';

export interface SealedSheet {
  readonly question: string;
  readonly round: number;
  readonly sheet: Sheet;
  readonly percent: Exact | null;
}

export interface SealedRow extends SealedSheet {
  readonly revision: number;
  readonly person: string;
  readonly nonce: string;
}

export const missingSheet = (): never => {
  throw new Error('a sealed sheet is missing beside the ledger');
};

/** What one command adds to the ledger: facts in order, each folded at once so that the next can build on it. */
export class LedgerDraft implements FoldInput {
  readonly entries: LedgerEntry[] = [];
  readonly sealed: SealedRow[] = [];
  report: { version: number; body: string; hash: string } | null = null;

  constructor(
    public state: EvaluationState,
    readonly actor: string,
    readonly now: string,
  ) {}

  get instrument(): Instrument {
    return this.state.instrument;
  }

  /** A sheet that is sealed by the very command: no fact reads another one again. */
  sheets(revision: number, question: string): SealedRow {
    return this.sealed.find((row) => row.revision === revision && row.question === question) ?? missingSheet();
  }

  /** Adds a fact said by the actor, or by nobody (`null`) when it follows from what was said. */
  add(fact: Fact, by: string | null = this.actor): void {
    const line = { revision: this.state.revision + 1, at: this.now, actor: by, fact, previous: this.state.hash };
    const entry = { ...line, hash: hashOfEntry(this.state.id, line) };
    this.entries.push(entry);
    this.state = fold(this.state, entry, this);
  }

  /** Seals sheets: commitments go into the ledger, the sheets themselves beside it. */
  seal(sheets: readonly SealedSheet[]): void {
    const revision = this.state.revision + 1;
    const rows = sheets.map((own) => ({ ...own, revision, person: this.actor, nonce: newNonce() }));
    this.sealed.push(...rows);
    this.add({
      kind: 'sealed',
      seals: rows.map(({ question, round, sheet, nonce }) => ({ question, round, commitment: commitmentOf({ evaluationId: this.state.id, person: this.actor, question, round, sheet }, nonce) })),
    });
  }
}
