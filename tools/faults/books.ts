import { canonical, ledgerLineHash, sealCommitment, type Fact, type Sheet } from '@samsyn/domain';
import { createHash, createHmac } from 'node:crypto';
import type pg from 'pg';
import { sleep } from '../bench/stats';

export interface Acknowledged {
  readonly kind: 'sealed' | 'proposed' | 'approved';
  readonly evaluation: string;
  readonly person: string;
  readonly question: string;
  /** Of several alike on one question, which: the round of a seal, the text of a proposal, the number approved. */
  readonly which: string;
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
  readonly fact: Fact;
  readonly previous: string;
  readonly hash: string;
}

interface Sealed {
  readonly evaluation_id: string;
  readonly revision: number;
  readonly question: string;
  readonly person_id: string;
  readonly round: number;
  readonly sheet: Sheet;
  readonly nonce: string;
}

export interface Findings {
  readonly lost: string[];
  readonly twice: string[];
  readonly changed: string[];
  readonly broken: string[];
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string, text: string): string => createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex');

/** The acts of a ledger line that the workers do, one word each: question and which of several. */
function actsOf(fact: Fact): string[] {
  if (fact.kind === 'sealed') return fact.seals.map((seal) => `${seal.question} ${seal.round}`);
  if (fact.kind === 'proposed') return fact.proposals.map((proposal) => `${proposal.question} ${proposal.text}`);
  if (fact.kind === 'approved') return fact.approvals.map((approval) => `${approval.question} ${approval.proposal}`);
  return [];
}

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
    const { lost, twice } = this.compareFacts(lines);
    return { lost: [...lost, ...(await this.lostDrafts())], twice, changed: this.changedSeals(lines, sealed), broken: await this.brokenChains(lines) };
  }

  private compareFacts(lines: readonly Line[]): Pick<Findings, 'lost' | 'twice'> {
    const counts = new Map<string, number>();
    for (const { evaluation_id: evaluation, actor, fact } of lines)
      for (const act of actsOf(fact)) {
        const key = `${evaluation} ${actor} ${fact.kind} ${act}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    const lost = this.facts.map((fact) => `${fact.evaluation} ${fact.person} ${fact.kind} ${fact.question} ${fact.which}`).filter((key) => !counts.has(key));
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
    for (const { evaluation_id: evaluationId, revision, fact } of lines)
      for (const { question, round, commitment } of fact.kind === 'sealed' ? fact.seals : []) {
        const row = now.get(`${evaluationId} ${revision} ${question}`);
        if (!row || sealCommitment(hmac, { evaluationId, person: row.person_id, question, round, sheet: row.sheet }, row.nonce) !== commitment) changed.push(`commitment ${evaluationId} ${revision} ${question}`);
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
        const follows = line.revision === last + 1 && line.previous === previous;
        if (!follows || ledgerLineHash(sha256, id, { ...line, at: line.at.toISOString() }) !== line.hash) return [`${id} at ${line.revision}`];
        [previous, last] = [line.hash, line.revision];
      }
      return last === revision && previous === hash ? [] : [`${id}: head ${revision}, ledger ${last}`];
    });
  }

  private async sealed(): Promise<Sealed[]> {
    return (await this.pool.query<Sealed>('SELECT * FROM sealed_score WHERE evaluation_id = ANY($1::uuid[]) ORDER BY 1, 2, 3', [this.evaluations])).rows;
  }
}
