import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { BodyOf, interviews, Personal } from '@samsyn/contract';
import { addDays, appointmentsOf, questionsOf, Refusal, requireUnlocked, swedishTime, type EvaluationState, type VisitPlan } from '@samsyn/domain';
import { DataSource } from 'typeorm';
import { statement } from '../database';
import { EvaluationLedger, Evaluations } from '../evaluation';
import { Outbox, type CalendarReply } from '../mail';
import { Accounts } from '../people';
import { Interviewees } from './interviewees';
import { VisitInvitationRow } from './letter-rows.entity';
import { allAnsweredMail } from './letter-words';
import { PersonalCare } from './personal-care';
import type { IntervieweeRow } from './plan-rows.entity';
import { VisitNews } from './visit-news';
import { VisitPlans } from './visit-plans';

/** How long a link lives after the visit. */
const daysAfter = 30;

interface Visitor {
  readonly row: IntervieweeRow;
  readonly state: EvaluationState;
  readonly plan: VisitPlan;
  readonly askedUntil: string | null;
  /** What was given out; nothing else is told. */
  readonly released: VisitPlan | null;
}

/** The page behind a personal link: the own hours, the own interviews, the own answers. Nobody else appears on it. */
@Injectable()
export class PersonalPages {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly ledger: EvaluationLedger,
    private readonly evaluations: Evaluations,
    private readonly accounts: Accounts,
    private readonly people: Interviewees,
    private readonly plans: VisitPlans,
    private readonly care: PersonalCare,
    private readonly news: VisitNews,
    private readonly outbox: Outbox,
  ) {}

  async read(token: string): Promise<Personal> {
    const { row, state, plan, released, askedUntil } = await this.visitor(token);
    const [invitations, names, contact, care] = await Promise.all([this.source.getRepository(VisitInvitationRow).findBy({ intervieweeId: row.id, cancelled: false }), this.evaluations.namesOf(state), this.contactOf(state), this.care.notice(state)]);
    const questions = questionsOf(state.instrument);
    return {
      name: row.name, municipality: state.municipality.name, asking: state.locked === null && askedUntil !== null && swedishTime(new Date()).day <= askedUntil, until: askedUntil, days: plan.days, answered: row.answeredAt !== null, spans: row.spans, contact, care,
      interviews: (released ? appointmentsOf(released, row.id) : []).map((own) => ({
        item: own.item, title: own.title, day: own.day, start: own.start, length: own.end - own.start, place: own.place, video: own.video,
        about: questions.filter(({ number }) => released?.groups.find(({ id }) => id === own.group)?.questions.includes(number)).map(({ number, short }) => `${number} ${short.sv}`),
        evaluators: (released?.items.find(({ id }) => id === own.item)?.evaluators ?? []).map((person) => names.get(person)?.name ?? '').filter(Boolean),
        reply: invitations.find(({ item }) => item === own.item)?.reply ?? null,
      })),
    };
  }

  /** Hours may be said again as often as one likes until the deadline; the last answer stands. */
  async hours(token: string, { spans }: BodyOf<typeof interviews.hours>): Promise<Personal> {
    const { row, state, askedUntil } = await this.visitor(token);
    requireUnlocked(state);
    if (askedUntil === null || swedishTime(new Date()).day > askedUntil) throw new Refusal('interviews/not-asked', { until: askedUntil });
    await this.people.answer(row.id, spans);
    if (row.answeredAt === null) await this.tellWhenAll(row, state);
    await this.news.changed(row.evaluationId);
    return this.read(token);
  }

  async reply(token: string, given: BodyOf<typeof interviews.reply>): Promise<Personal> {
    const { row, state, released } = await this.visitor(token);
    requireUnlocked(state);
    if (!released || !appointmentsOf(released, row.id).some(({ item }) => item === given.item)) throw new Refusal('interviews/unknown', { what: 'item', id: '', title: '' });
    await statement(this.source, 'reply', `UPDATE visit_invitation SET reply = $3, reply_text = $4, replied_at = $5::timestamptz WHERE interviewee_id = $1 AND item = $2 AND NOT cancelled`, [row.id, given.item, given.reply, given.text.trim(), new Date().toISOString()]);
    await this.news.changed(row.evaluationId);
    return this.read(token);
  }

  /** An answer from a calendar. It counts when it is the invited person's own and to the time that holds now. */
  async calendarReply({ uid, sequence, attendee, answer, comment }: CalendarReply): Promise<boolean> {
    const [taken] = await statement<{ evaluationId: string }>(this.source, 'calendar-reply', `UPDATE visit_invitation v SET reply = $4, reply_text = $5, replied_at = $6::timestamptz FROM interviewee i JOIN evaluation e ON e.id = i.evaluation_id AND NOT e.locked
      WHERE v.interviewee_id = i.id AND i.removed_at IS NULL AND v.uid = $1 AND v.since <= $2::int AND $2::int <= v.sequence AND lower(i.email) = $3 AND NOT v.cancelled RETURNING v.evaluation_id AS "evaluationId"`, [uid, sequence, attendee, answer, comment, new Date().toISOString()]);
    if (taken) await this.news.changed(taken.evaluationId);
    return taken !== undefined;
  }

  /** Whose link it is. Expired, withdrawn and unknown ones are refused alike. */
  private async visitor(token: string): Promise<Visitor> {
    const row = await this.people.byToken(token);
    const [{ state }, { plan, askedUntil }, last] = await Promise.all([this.ledger.read(row.evaluationId), this.plans.draft(row.evaluationId), this.plans.lastRelease(row.evaluationId)]);
    const end = [...plan.days, ...(last?.plan.days ?? [])].map(({ day }) => day).sort().at(-1);
    if (end !== undefined && swedishTime(new Date()).day > addDays(end, daysAfter)) throw new Refusal('interviews/link-spent');
    return { row, state, plan, askedUntil, released: last?.plan ?? null };
  }

  /** The coordinator is told by mail, once: by whose first answer was the last that was waited for. */
  private async tellWhenAll({ id, evaluationId }: IntervieweeRow, state: EvaluationState): Promise<void> {
    const asked = (await this.people.rows(evaluationId)).filter(({ email }) => email !== null);
    const [last] = [...asked].sort((a, b) => Number(b.answeredAt) - Number(a.answeredAt) || (a.id < b.id ? -1 : 1));
    if (last?.id !== id || asked.some(({ answeredAt }) => answeredAt === null)) return;
    const coordinators = await this.accounts.byIds(state.members.filter(({ role, active }) => active && role === 'coordinator').map(({ person }) => person));
    const told = { municipality: state.municipality.name, n: asked.length, page: `${this.accounts.publicUrl()}/utvardering/${evaluationId}/intervjuer` };
    for (const { id: personId, name, email } of coordinators) await this.outbox.put({ personId, evaluationId, to: email, ...allAnsweredMail({ ...told, name }) });
  }

  private async contactOf(state: EvaluationState): Promise<string> {
    const coordinator = state.members.find(({ role, active }) => active && role === 'coordinator');
    const [found] = coordinator ? await this.accounts.byIds([coordinator.person]) : [];
    return found ? `${found.name}, ${found.email}` : '';
  }
}
