import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { blankState, countSeen, fold, Refusal, requirePractised, type EvaluationState, type FoldInput, type Instrument, type LedgerEntry, type SeenCounts } from '@samsyn/domain';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { GroupCommit, statement } from '../database';
import { Announcer } from './announcer';
import { EvaluationRow, LedgerEntryRow } from './evaluation-rows.entity';
import { LedgerDraft, missingSheet } from './ledger-draft';
import { nowText } from './now-text';
import { membersIn, recordStatement, type Recording } from './record-statement';
import { SealedScoreRow } from './sealed-score.entity';
import { SharedInstruments } from './shared-instruments';
import { Turns } from './turns';

/** An evaluation as it stands: the fold of its ledger, what is counted of it, and what lies beside. Read only. */
export interface Standing {
  readonly state: EvaluationState;
  readonly counts: SeenCounts;
  readonly decimals: 0 | 1;
  readonly demo: boolean;
}

const keptInMemory = 2_000;
const attempts = 30;

/**
 * The one door for shared facts. A command is decided on the state folded from the ledger, and its lines are written by
 * one statement that succeeds only if the head has not moved (compare and set); then, and only then, it is announced.
 * Commands on one evaluation take turns in this process; another process that wrote in between makes us read and
 * decide again. What is acknowledged is committed; what is announced is committed.
 */
@Injectable()
export class EvaluationLedger {
  private readonly standings = new Map<string, Standing>();
  private readonly turns = new Turns();
  private readonly instruments = new SharedInstruments();
  /** Facts of different evaluations share a commit; those of one evaluation take turns above. */
  private readonly commits = new GroupCommit<Recording, boolean>((recordings) => this.commit(recordings), 2);

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly announcer: Announcer,
  ) {}

  /** Creates an evaluation by its first facts, and the sheets sealed among them. */
  async create(id: string, given: { instrument: Instrument; decimals: 0 | 1; demo: boolean }, actor: string, decide: (draft: LedgerDraft) => void): Promise<Standing> {
    const instrument = this.instruments.share(given.instrument);
    const draft = new LedgerDraft(blankState(id, instrument), actor, new Date().toISOString());
    decide(draft);
    await statement(this.source, 'create-evaluation', createStatement, [id, draft.state.revision, draft.state.hash, JSON.stringify(instrument), given.decimals, given.demo, JSON.stringify(draft.entries), membersIn(draft.entries), JSON.stringify(draft.sealed)]);
    return this.keep({ state: draft.state, counts: countSeen(draft.entries), decimals: given.decimals, demo: given.demo });
  }

  /** The evaluation as it stands in the database now; refuses `wire/not-found`. */
  async read(id: string): Promise<Standing> {
    const known = this.standings.get(id);
    if (known) {
      const [head] = await statement<{ revision: number }>(this.source, 'head', 'SELECT revision FROM evaluation WHERE id = $1', [id]);
      if (head?.revision === known.state.revision) return known;
    }
    return this.load(id);
  }

  /** The last known standing without asking the database: for what the database checks again itself. */
  async recent(id: string): Promise<Standing> {
    return this.standings.get(id) ?? this.load(id);
  }

  /** The ledger as far as that standing: read when somebody asks for it, since two thousand of them would fill the memory. */
  async lines({ state }: Standing): Promise<LedgerEntry[]> {
    return (await this.entriesOf(state.id)).slice(0, state.revision);
  }

  /** Decides and records a command. `decide` throws a Refusal or adds facts; adding none records nothing. */
  record(id: string, actor: string, decide: (draft: LedgerDraft, standing: Standing) => void | Promise<void>): Promise<Standing> {
    return this.turns.take(id, async () => {
      for (let attempt = 1; ; attempt++) {
        const standing = (attempt === 1 ? this.standings.get(id) : undefined) ?? (await this.load(id));
        const draft = new LedgerDraft(standing.state, actor, later(nowText(), standing.counts.at));
        try {
          const deciding = decide(draft, standing);
          if (deciding) await deciding;
          requirePractised(standing.state, draft.entries.map(({ fact }) => fact));
        } catch (refused) {
          if (attempt > 1 || !(await this.hasMoved(standing, refused))) throw refused;
          continue;
        }
        if (draft.entries.length === 0) return standing;
        if (await this.write(id, standing, draft)) {
          const next = this.keep({ ...standing, state: draft.state, counts: countSeen(draft.entries, standing.counts) });
          this.announcer.announce(next, draft.entries);
          return next;
        }
        if (attempt === attempts) throw new Error('the ledger moved at every attempt');
        await pause(Math.random() * 5 * attempt); // so that two processes do not keep in step
      }
    });
  }

  /** What a rule says to the last known standing; what it refuses, it is asked again on what stands in the database. */
  async ask<T>(id: string, rule: (state: EvaluationState) => T): Promise<T> {
    const standing = await this.recent(id);
    try {
      return rule(standing.state);
    } catch (refused) {
      if (!(await this.hasMoved(standing, refused))) throw refused;
      return rule((await this.recent(id)).state);
    }
  }

  /** Whether a refusal was decided on something that no longer stands: another process has written. */
  private async hasMoved(standing: Standing, refused: unknown): Promise<boolean> {
    return refused instanceof Refusal && (await this.read(standing.state.id)) !== standing;
  }

  private write(id: string, { state }: Standing, draft: LedgerDraft): Promise<boolean> {
    return this.commits.put({ id, before: state.revision, draft });
  }

  /** Whether each was written: not, when another process moved that head first. */
  private async commit(recordings: readonly Recording[]): Promise<boolean[]> {
    const { name, text, values } = recordStatement(recordings);
    const written = new Set((await statement<{ place: number }>(this.source, name, text, values)).map((row) => row.place));
    return recordings.map((_, index) => written.has(index + 1));
  }

  private async load(id: string): Promise<Standing> {
    const row = await this.source.getRepository(EvaluationRow).findOneBy({ id });
    if (!row) throw new Refusal('wire/not-found');
    // Lines first: a seal committed in between is then among the sheets, and never a line without its sheet.
    const entries = await this.entriesOf(id);
    const sealed = await this.source.getRepository(SealedScoreRow).findBy({ evaluationId: id });
    const instrument = this.instruments.share(row.instrument);
    const input = inputOf(instrument, sealed);
    const state = entries.reduce((before, entry) => fold(before, entry, input), blankState(id, instrument));
    return this.keep({ state, counts: countSeen(entries), decimals: row.decimals, demo: row.demo });
  }

  private async entriesOf(id: string): Promise<LedgerEntry[]> {
    const lines = await this.source.getRepository(LedgerEntryRow).find({ where: { evaluationId: id }, order: { revision: 'ASC' } });
    return lines.map((line) => ({ revision: line.revision, at: line.at.toISOString(), actor: line.actor, fact: line.fact, previous: line.previous, hash: line.hash }));
  }

  /** Keeps the newest: a read that was overtaken by a write must not bring back what was before. */
  private keep(standing: Standing): Standing {
    const known = this.standings.get(standing.state.id);
    if (known && known.state.revision > standing.state.revision) return known;
    // Which was asked for last matters only where there is not room for all.
    if (this.standings.size * 2 > keptInMemory) this.standings.delete(standing.state.id);
    this.standings.set(standing.state.id, standing);
    const oldest = this.standings.size > keptInMemory ? this.standings.keys().next().value : undefined;
    if (oldest !== undefined) this.standings.delete(oldest);
    return standing;
  }
}

/** What the fold needs beside the ledger, from stored rows. */
export function inputOf(instrument: Instrument, sealed: readonly Pick<SealedScoreRow, 'revision' | 'question' | 'sheet' | 'percent'>[]): FoldInput {
  const byKey = new Map(sealed.map((row) => [`${row.revision} ${row.question}`, row]));
  return { instrument, sheets: (revision, question) => byKey.get(`${revision} ${question}`) ?? missingSheet() };
}

/** The server's clock, never earlier than the line before. */
const later = (now: string, before: string): string => (before > now ? before : now);

const createStatement = `WITH head AS (INSERT INTO evaluation (id, revision, hash, instrument, decimals, demo) VALUES ($1, $2, $3, $4::jsonb, $5, $6) RETURNING id),
  lines AS (INSERT INTO ledger_entry (evaluation_id, revision, at, actor, fact, previous, hash)
    SELECT $1::uuid, x.revision, x.at, x.actor, x.fact, x.previous, x.hash FROM head, jsonb_to_recordset($7::jsonb) AS x(revision int, at timestamptz, actor uuid, fact jsonb, previous text, hash text) ORDER BY x.revision),
  members AS (INSERT INTO evaluation_member SELECT $1::uuid, m FROM head, unnest($8::uuid[]) m ON CONFLICT DO NOTHING),
  sealed AS (INSERT INTO sealed_score (evaluation_id, revision, question, person_id, round, sheet, percent, nonce)
    SELECT $1::uuid, x.revision, x.question, x.person, x.round, x.sheet, x.percent, x.nonce FROM head, jsonb_to_recordset($9::jsonb) AS x(revision int, question text, person uuid, round int, sheet jsonb, percent text, nonce text))
  SELECT count(*)::int AS n FROM head`;
