import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { BodyOf, Care, interviews, Personal } from '@samsyn/contract';
import { forgetDay, latestForgetDay, Refusal, requireRole, requireUnlocked, swedishTime, usualCare, type EvaluationState, type VisitCare, type VisitTimes } from '@samsyn/domain';
import { DataSource } from 'typeorm';
import { statement } from '../database';
import { EvaluationLedger } from '../evaluation';
import { VisitCareRow, VisitReceiptRow } from './care-rows.entity';
import { VisitNews } from './visit-news';
import { VisitPlans } from './visit-plans';

/** What has been decided about the data of those who are interviewed, and the day that follows from it. */
@Injectable()
export class PersonalCare {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly ledger: EvaluationLedger,
    private readonly plans: VisitPlans,
    private readonly news: VisitNews,
  ) {}

  async read(person: string, id: string): Promise<Care> {
    const { state } = await this.ledger.read(id);
    requireRole(state, person, 'coordinator');
    const [{ edition, care }, { people, times }, receipts] = await Promise.all([this.decided(id), this.known(state), this.source.getRepository(VisitReceiptRow).find({ where: { evaluationId: id }, order: { at: 'DESC', id: 'ASC' } })]);
    return {
      ...care, edition, people, mayChange: state.locked === null, forgetOn: people === 0 || care.hold ? null : forgetDay(times, care),
      receipts: receipts.map(({ at, reason, people: gone, letters, replies, signature }) => ({ at: at.toISOString(), reason, people: gone, letters, replies, signature })),
    };
  }

  /** A locked evaluation keeps its days and sentences; a hold is put or lifted always. */
  async set(person: string, id: string, { edition, ...given }: BodyOf<typeof interviews.setCare>): Promise<Care> {
    const { state } = await this.ledger.read(id);
    requireRole(state, person, 'coordinator');
    const { care } = await this.decided(id);
    const same = given.afterLock === care.afterLock && given.atMost === care.atMost && given.controller === care.controller && given.basis === care.basis;
    requireUnlocked(state, same ? 'hold' : null);
    const written = await statement(this.source, 'set-care', setStatement, [id, edition, given.afterLock, given.atMost, given.hold, given.controller, given.basis]);
    if (written.length === 0) throw new Refusal('interviews/stale', { what: 'care', id, title: '' });
    await this.news.changed(id, 'coordinator');
    return this.read(person, id);
  }

  /** What the notice to an interviewee tells. */
  async notice(state: EvaluationState): Promise<Personal['care']> {
    const [{ care }, { times }] = await Promise.all([this.decided(state.id), this.known(state)]);
    return { until: latestForgetDay(times, care), afterLock: care.afterLock, hold: care.hold, controller: care.controller, basis: care.basis };
  }

  async decided(id: string): Promise<{ edition: number; care: VisitCare }> {
    const row = await this.source.getRepository(VisitCareRow).findOneBy({ evaluationId: id });
    if (!row) return { edition: 0, care: usualCare };
    const { edition, afterLock, atMost, hold, controller, basis } = row;
    return { edition, care: { afterLock, atMost, hold, controller, basis } };
  }

  /** How many are still known, and what their day is counted from. */
  async known(state: EvaluationState): Promise<{ people: number; times: VisitTimes }> {
    const [[people], { plan }, last] = await Promise.all([
      statement<{ n: number; since: Date | null }>(this.source, 'still-known', 'SELECT count(*)::int AS n, min(created_at) AS since FROM interviewee WHERE evaluation_id = $1 AND forgotten_at IS NULL', [state.id]),
      this.plans.draft(state.id), this.plans.lastRelease(state.id),
    ]);
    const days = [plan, last?.plan].flatMap((own) => [...(own?.days ?? []), ...(own?.items ?? [])].map(({ day }) => day)).sort();
    return { people: people?.n ?? 0, times: { lastDay: days.at(-1) ?? null, lockedOn: state.locked ? swedishTime(new Date(state.locked.at)).day : null, since: swedishTime(people?.since ?? new Date()).day } };
  }
}

/** Written only on the edition it was read at; the first writer makes the row. */
const setStatement = `WITH changed AS (UPDATE visit_care SET edition = edition + 1, after_lock = $3, at_most = $4, hold = $5, controller = $6, basis = $7 WHERE evaluation_id = $1 AND edition = $2::int RETURNING edition),
  made AS (INSERT INTO visit_care (evaluation_id, edition, after_lock, at_most, hold, controller, basis) SELECT $1::uuid, 1, $3, $4, $5, $6, $7 WHERE $2::int = 0 ON CONFLICT DO NOTHING RETURNING edition)
  SELECT edition FROM changed UNION ALL SELECT edition FROM made`;
