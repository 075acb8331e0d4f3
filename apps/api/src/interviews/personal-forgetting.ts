import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { canonical, forgetDay, isDueToForget, swedishTime } from '@samsyn/domain';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { statement } from '../database';
import { EvaluationLedger } from '../evaluation';
import { VisitReceiptRow } from './care-rows.entity';
import { HouseKeys } from './house-keys';
import { PersonalCare } from './personal-care';
import { VisitNews } from './visit-news';

const minute = 60_000;
const every = 15 * minute;

type Receipt = Omit<VisitReceiptRow, 'signature'>;

/**
 * Forgets those who were interviewed when their day has come: who they were, how to reach them, their hours, answers and
 * letters, and the links to their pages and calendars. Groups with how many were in them stay, for the report. It looks
 * every quarter of an hour and knows by the rows what is done, so a process that was down catches up and two do it once.
 */
@Injectable()
export class Forgetting implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('forgetting');
  private timers: NodeJS.Timeout[] = [];
  private running: Promise<void> = Promise.resolve();
  /** The last day that was worked through: each evaluation is looked at once a day. */
  private done = '';

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly ledger: EvaluationLedger,
    private readonly care: PersonalCare,
    private readonly keys: HouseKeys,
    private readonly news: VisitNews,
  ) {}

  onApplicationBootstrap(): void {
    this.timers = [setTimeout(() => this.tick(), minute).unref(), setInterval(() => this.tick(), every).unref()];
  }

  async onModuleDestroy(): Promise<void> {
    for (const timer of this.timers) clearTimeout(timer);
    await this.running;
  }

  /** Answers how many were forgotten. Repeating it does nothing more. */
  async forgetDue(now: Date): Promise<number> {
    let gone = 0;
    for (const { id } of await statement<{ id: string }>(this.source, 'who-is-known', 'SELECT DISTINCT evaluation_id AS id FROM interviewee WHERE forgotten_at IS NULL ORDER BY 1', [])) gone += await this.forget(id, now);
    return gone;
  }

  async signatureOf({ id, evaluationId, at, reason, people, letters, replies }: Receipt): Promise<string> {
    return this.keys.token('visit-receipt', canonical({ id, evaluationId, at: at.toISOString(), reason, people, letters, replies }));
  }

  private async forget(evaluationId: string, now: Date): Promise<number> {
    const { state } = await this.ledger.read(evaluationId);
    const [{ care }, { times }] = await Promise.all([this.care.decided(evaluationId), this.care.known(state)]);
    if (!isDueToForget(times, care, swedishTime(now).day)) return 0;
    const gone = await this.source.transaction(async (manager) => {
      // A hold that was put this very moment is waited for, and counts.
      const [held] = await manager.query<{ hold: boolean }[]>('SELECT hold FROM visit_care WHERE evaluation_id = $1 FOR UPDATE', [evaluationId]);
      const known = await manager.query<{ id: string }[]>('SELECT id FROM interviewee WHERE evaluation_id = $1 AND forgotten_at IS NULL FOR UPDATE', [evaluationId]);
      if (held?.hold || known.length === 0) return 0;
      const people = known.map(({ id }) => id);
      await manager.query(forgetPeople, [people, now.toISOString()]);
      const [, letters] = await manager.query<[unknown, number]>(forgetLetters, [people]);
      const [, replies] = await manager.query<[unknown, number]>(forgetReplies, [people]);
      const receipt: Receipt = { id: randomUUID(), evaluationId, at: now, reason: `Gallrat: fristen gick ut ${forgetDay(times, care)}`, people: people.length, letters, replies };
      await manager.getRepository(VisitReceiptRow).insert({ ...receipt, signature: await this.signatureOf(receipt) });
      return people.length;
    });
    if (gone > 0) await this.news.changed(evaluationId);
    return gone;
  }

  private tick(): void {
    this.running = this.running.then(() => this.round());
  }

  private async round(): Promise<void> {
    const now = new Date();
    const { day } = swedishTime(now);
    if (day === this.done) return;
    try {
      await this.forgetDue(now);
      this.done = day;
    } catch (fault) {
      this.logger.error(fault instanceof Error ? fault.stack : String(fault));
    }
  }
}

/** The link of a person that is gone leads nowhere: no token has such a hash. */
const forgetPeople = `UPDATE interviewee SET name = '', email = NULL, phone = '', role = '', organisation = '', label = NULL, manager_id = NULL, answered_at = NULL, spans = '[]', token_hash = 'forgotten ' || id::text, forgotten_at = $2::timestamptz WHERE id = ANY($1::uuid[])`;
const forgetLetters = `UPDATE visit_letter SET name = '', address = '', subject = '', text = '', calendar = NULL, method = NULL, failure = '', next_at = NULL, state = CASE WHEN state IN ('waiting', 'released') THEN 'withdrawn' ELSE state END WHERE interviewee_id = ANY($1::uuid[])`;
const forgetReplies = `UPDATE visit_invitation SET reply = NULL, reply_text = '', replied_at = NULL WHERE interviewee_id = ANY($1::uuid[]) AND reply IS NOT NULL`;
