import { fold, type EvaluationState, type Exact, type Fact, type FoldInput, type LedgerEntry, type Sheet } from '@samsyn/domain';
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

/** What one command adds to the ledger: facts in order, each folded at once so that the next can build on it. */
export class LedgerDraft {
  readonly entries: LedgerEntry[] = [];
  readonly sealed: SealedRow[] = [];
  report: { version: number; body: string; hash: string } | null = null;

  constructor(
    public state: EvaluationState,
    readonly actor: string,
    readonly now: string,
    private readonly input: FoldInput,
  ) {}

  /** Adds a fact said by the actor, or by nobody (`null`) when it follows from what was said. */
  add(fact: Fact, by: string | null = this.actor): void {
    const line = { revision: this.state.revision + 1, at: this.now, actor: by, fact, previous: this.state.hash };
    const entry = { ...line, hash: hashOfEntry(this.state.id, line) };
    this.entries.push(entry);
    this.state = fold(this.state, entry, this.input);
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
