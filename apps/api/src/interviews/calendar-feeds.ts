import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { feedPath } from '@samsyn/contract';
import { activeMembers, evaluatorsOf, Refusal, requireReal, requireUnlocked, type PlanItem, type VisitPlan } from '@samsyn/domain';
import { DataSource } from 'typeorm';
import { statement } from '../database';
import { EvaluationLedger } from '../evaluation';
import { calendarFile } from '../mail';
import { Accounts, hashOfToken } from '../people';
import { HouseKeys } from './house-keys';
import { CalendarFeedRow } from './note-rows.entity';
import { requireVisit } from './visit-access';
import { VisitPlans } from './visit-plans';

/** A calendar to subscribe to, by an address that can be renewed. It says when and where, and of a protected group no more. */
@Injectable()
export class CalendarFeeds {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly ledger: EvaluationLedger,
    private readonly accounts: Accounts,
    private readonly keys: HouseKeys,
    private readonly plans: VisitPlans,
  ) {}

  /** The address; with `renew` a new one, and the old one ends. */
  async address(person: string, id: string, renew: boolean): Promise<string> {
    const { state } = await this.ledger.read(id);
    requireVisit(state, person);
    requireReal(state);
    requireUnlocked(state, 'ownAddress');
    const rows = this.source.getRepository(CalendarFeedRow);
    const before = await rows.findOneBy({ evaluationId: id, personId: person });
    const generation = (before?.generation ?? 1) + (before && renew ? 1 : 0);
    const token = await this.keys.token('calendar-feed', id, person, generation);
    await statement(this.source, 'put-feed', `INSERT INTO calendar_feed (evaluation_id, person_id, generation, token_hash) VALUES ($1, $2, $3::int, $4) ON CONFLICT (evaluation_id, person_id) DO UPDATE SET generation = excluded.generation, token_hash = excluded.token_hash WHERE calendar_feed.generation < excluded.generation`, [id, person, generation, hashOfToken(token)]);
    return `${this.accounts.publicUrl()}/api/${feedPath.replace(':token', token)}`;
  }

  /** What was given out, as a calendar: for an evaluator the own times, for a coordinator all. Ends with taking part. */
  async read(token: string): Promise<string> {
    const row = await this.source.getRepository(CalendarFeedRow).findOneBy({ tokenHash: hashOfToken(token) });
    if (!row) throw new Refusal('wire/not-found');
    const { state } = await this.ledger.read(row.evaluationId);
    if (!activeMembers(state).some(({ person }) => person === row.personId)) throw new Refusal('wire/not-found');
    requireVisit(state, row.personId);
    const last = await this.plans.lastRelease(row.evaluationId);
    const judges = evaluatorsOf(state).some(({ person }) => person === row.personId);
    const items = (last?.plan.items ?? []).filter((item) => !judges || item.evaluators.length === 0 || item.evaluators.includes(row.personId));
    const host = new URL(this.accounts.publicUrl()).hostname;
    return calendarFile('PUBLISH', last ? [...items].sort(byTime).map((item) => ({
      uid: `${row.evaluationId}-${item.id}@${host}`, sequence: last.version, day: item.day, start: item.start, length: item.length, title: openTitle(last.plan, item), place: placeOf(last.plan, item), text: '', cancelled: false, at: last.at.toISOString(), invitation: null,
    })) : [], `Besök ${state.municipality.name}`);
  }
}

const byTime = (a: PlanItem, b: PlanItem): number => a.day.localeCompare(b.day) || a.start - b.start || a.track - b.track;

const placeOf = ({ tracks }: VisitPlan, { track, kind }: PlanItem): string => (kind === 'interview' ? [tracks[track]?.name, tracks[track]?.place, tracks[track]?.video].filter(Boolean).join(', ') : '');

/** A title for calendars that others may look into: it says nothing of a union, a party or a protected group. */
function openTitle({ groups }: VisitPlan, { kind, group, title }: PlanItem): string {
  if (kind !== 'interview') return title;
  const own = groups.find(({ id }) => id === group);
  return !own || own.protected || own.kind === 'unions' || own.kind === 'politicians' ? 'Intervju' : `Intervju: ${own.title}`;
}
