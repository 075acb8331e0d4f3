interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly done: (outcome: Outcome) => void;
  readonly failed: (fault: unknown) => void;
}

const largestBatch = 256;

/**
 * Shares commits: an item leaves at once when nothing is on its way to the disk; after it, what arrives in one turn of the
 * event loop goes together, and while `lanes` batches are on their way, later items wait and go as the next one. An item's
 * promise is kept only after its own commit.
 */
export class GroupCommit<Item, Outcome> {
  private readonly waiting: Waiting<Item, Outcome>[] = [];
  private underWay = 0;
  private planned = false;

  /** `write` commits several items in one statement, outcomes in the order of the items. */
  constructor(
    private readonly write: (items: readonly Item[]) => Promise<readonly Outcome[]>,
    private readonly lanes: number,
  ) {}

  put(item: Item): Promise<Outcome> {
    return new Promise<Outcome>((done, failed) => {
      this.waiting.push({ item, done, failed });
      this.plan();
    });
  }

  /** A statement costs the database much of what it costs for one item: where one is under way, the next waits for those read from other sockets in the same turn. */
  private plan(): void {
    if (this.planned || this.underWay >= this.lanes || this.waiting.length === 0) return;
    if (this.underWay === 0) return this.pump();
    this.planned = true;
    setImmediate(() => {
      this.planned = false;
      this.pump();
    });
  }

  private pump(): void {
    while (this.underWay < this.lanes && this.waiting.length > 0) {
      const batch = this.waiting.splice(0, largestBatch);
      this.underWay++;
      void this.commit(batch).finally(() => {
        this.underWay--;
        this.plan();
      });
    }
  }

  /** One item that the database refuses must not take the others with it: then each goes by itself. */
  private async commit(batch: readonly Waiting<Item, Outcome>[]): Promise<void> {
    try {
      const outcomes = await this.write(batch.map((own) => own.item));
      batch.forEach((own, index) => own.done(outcomes[index] as Outcome));
    } catch (fault) {
      if (batch.length > 1 && isRolledBack(fault)) for (const own of batch) await this.commit([own]);
      else for (const own of batch) own.failed(fault);
    }
  }
}

/**
 * Whether the database itself said no (an SQLSTATE, not the system's EPIPE), so that nothing of the batch is stored.
 * After a lost connection (classes 08 and 57, or no such code) nobody knows, and writing again could apply it twice.
 */
function isRolledBack(fault: unknown): boolean {
  const code = (fault as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9FHPX][0-9A-Z]{4}$/.test(code) && !code.startsWith('08') && !code.startsWith('57');
}
