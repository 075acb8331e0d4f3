import type { LedgerEntry } from '@samsyn/domain';

/**
 * The lines of a ledger up to one standing. The standings of an evaluation share one growing list, so that a fact copies
 * none of those before it; each sees as far as it stood, whatever was added since.
 */
export class LedgerLines {
  private constructor(
    private readonly shared: LedgerEntry[],
    private readonly count: number,
  ) {}

  static of(entries: readonly LedgerEntry[]): LedgerLines {
    return new LedgerLines([...entries], entries.length);
  }

  /** These and those added. Adding twice to the same standing gives two ledgers that know nothing of each other. */
  with(added: readonly LedgerEntry[]): LedgerLines {
    const own = this.shared.length === this.count ? this.shared : this.all();
    own.push(...added);
    return new LedgerLines(own, own.length);
  }

  all(): LedgerEntry[] {
    return this.shared.slice(0, this.count);
  }

  get last(): LedgerEntry | undefined {
    return this.shared[this.count - 1];
  }
}
