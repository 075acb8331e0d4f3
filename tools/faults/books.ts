import { canonical } from '@samsyn/domain';
import { createHash, createHmac } from 'node:crypto';
import type pg from 'pg';
import { sleep } from '../bench/stats';

export interface Acknowledged {
  readonly kind: 'sealed' | 'proposed' | 'approved';
  readonly evaluation: string;
  readonly person: string;
  readonly question: string;
  readonly count: number;
}

export interface AcknowledgedDraft {
  readonly evaluation: string;
  readonly person: string;
  readonly question: string;
  readonly value: string;
  readonly edition: number;
}

interface Line {
  readonly evaluation_id: string;
  readonly revision: number;
  readonly at: Date;
  readonly actor: string | null;
  readonly fact: { readonly kind: string } & Record<string, { question: string; round: number; commitment: string }[]>;
  readonly previous: string;
  readonly hash: string;
}

interface Sealed {
  readonly evaluation_id: string;
  readonly revision: number;
  readonly question: string;
  readonly person_id: string;
  readonly round: number;
  readonly sheet: unknown;
  readonly nonce: string;
}

export interface Findings {
  readonly lost: string[];
  readonly twice: string[];
  readonly changed: string[];
  readonly broken: string[];
}

const itemsOf = { sealed: 'seals', proposed: 'proposals', approved: 'approvals' } as const;

/** What people were told is stored, kept outside of the server and compared with the database afterwards. */
export class Books {
  private readonly facts: Acknowledged[] = [];
  private readonly drafts = new Map<string, AcknowledgedDraft>();
  private sealedBefore: Sealed[] = [];
  private draftWrites = 0;

  constructor(
    private readonly pool: pg.Pool,
    private readonly evaluations: readonly string[],
  ) {}

  get acknowledged(): number {
    return this.facts.length + this.draftWrites;
  }

  async open(): Promise<void> {
    this.sealedBefore = await this.sealed();
  }

  acknowledge(fact: Acknowledged): void {
    this.facts.push(fact);
  }

  draft(written: AcknowledgedDraft): void {
    this.draftWrites++;
    this.drafts.set(`${written.evaluation} ${written.person} ${written.question}`, written);
  }

  /** Waits until no connection of the dead server works any more. */
  async settled(): Promise<void> {
    for (let index = 0; index < 200; index++) {
      const { rows } = await this.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND state <> 'idle' AND pid <> pg_backend_pid()`);
      if (rows[0]?.n === 0) return;
      await sleep(20);
    }
    throw new Error('a connection of the killed server still works after four seconds');
  }

  async compare(): Promise<Findings> {
    const lines = (await this.pool.query<Line>('SELECT * FROM ledger_entry WHERE evaluation_id = ANY($1::uuid[]) ORDER BY evaluation_id, revision', [this.evaluations])).rows;
    const sealed = await this.sealed();
    return { ...this.compareFacts(lines), lost: [...this.compareFacts(lines).lost, ...(await this.lostDrafts())], changed: this.changedSeals(lines, sealed), broken: await this.brokenChains(lines) };
  }

  private compareFacts(lines: readonly Line[]): Pick<Findings, 'lost' | 'twice'> {
    const counts = new Map<string, number>();
    for (const line of lines) {
      const items = line.fact.kind in itemsOf ? line.fact[itemsOf[line.fact.kind as keyof typeof itemsOf]] : undefined;
      for (const { question } of items ?? []) {
        const key = `${line.evaluation_id} ${line.actor} ${line.fact.kind} ${question}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    const lost = this.facts.map((fact) => `${fact.evaluation} ${fact.person} ${fact.kind} ${fact.question}`).filter((key) => !counts.has(key));
    return { lost, twice: [...counts].filter(([, count]) => count > 1).map(([key]) => key) };
  }

  /** The last acknowledged value with its edition, or one later edition: the write that was on its way when the server died. */
  private async lostDrafts(): Promise<string[]> {
    const rows = (await this.pool.query<{ key: string; value: string; edition: number }>(
      `SELECT evaluation_id || ' ' || person_id || ' ' || question AS key, value #>> '{}' AS value, edition FROM draft_field WHERE field = 'percent' AND evaluation_id = ANY($1::uuid[])`,
      [this.evaluations],
    )).rows;
    const stored = new Map(rows.map((row) => [row.key, row]));
    return [...this.drafts].flatMap(([key, { value, edition }]) => {
      const row = stored.get(key);
      const kept = row && ((row.edition === edition && row.value === value) || row.edition === edition + 1);
      return kept ? [] : [`draft ${key}: acknowledged ${value} as edition ${edition}, stored ${row?.value} as ${row?.edition}`];
    });
  }

  /** Sealed sheets are what they were, and each is the one its commitment in the ledger stands for. */
  private changedSeals(lines: readonly Line[], sealed: readonly Sealed[]): string[] {
    const now = new Map(sealed.map((row) => [`${row.evaluation_id} ${row.revision} ${row.question}`, row]));
    const changed = this.sealedBefore.flatMap((row) => (canonical(now.get(`${row.evaluation_id} ${row.revision} ${row.question}`) ?? null) === canonical(row) ? [] : [`seal ${row.evaluation_id} ${row.revision} ${row.question}`]));
    for (const line of lines.filter((own) => own.fact.kind === 'sealed'))
      for (const seal of line.fact['seals'] ?? []) {
        const row = now.get(`${line.evaluation_id} ${line.revision} ${seal.question}`);
        const envelope = { evaluationId: line.evaluation_id, person: row?.person_id, question: seal.question, round: seal.round, sheet: row?.sheet };
        if (!row || createHmac('sha256', Buffer.from(row.nonce, 'hex')).update(canonical(envelope)).digest('hex') !== seal.commitment) changed.push(`commitment ${line.evaluation_id} ${line.revision} ${seal.question}`);
      }
    return changed;
  }

  /** Every line's hash over the one before, without a gap, up to the head. */
  private async brokenChains(lines: readonly Line[]): Promise<string[]> {
    const heads = (await this.pool.query<{ id: string; revision: number; hash: string }>('SELECT id, revision, hash FROM evaluation WHERE id = ANY($1::uuid[])', [this.evaluations])).rows;
    return heads.flatMap(({ id, revision, hash }) => {
      let previous = '';
      let last = 0;
      for (const line of lines.filter((own) => own.evaluation_id === id)) {
        const said = canonical({ evaluationId: id, revision: line.revision, at: line.at.toISOString(), actor: line.actor, fact: line.fact });
        if (line.revision !== last + 1 || line.previous !== previous || createHash('sha256').update(`${previous}\n${said}`).digest('hex') !== line.hash) return [`${id} at ${line.revision}`];
        [previous, last] = [line.hash, line.revision];
      }
      return last === revision && previous === hash ? [] : [`${id}: head ${revision}, ledger ${last}`];
    });
  }

  private async sealed(): Promise<Sealed[]> {
    return (await this.pool.query<Sealed>('SELECT * FROM sealed_score WHERE evaluation_id = ANY($1::uuid[]) ORDER BY 1, 2, 3', [this.evaluations])).rows;
  }
}
