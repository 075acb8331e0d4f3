import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { affected, countOf, emptyPlan, evaluatorsOf, findingLine, findings, openReds, planDifference, questionsOf, Refusal, type Affected, type EvaluationState, type VisitPlan } from '@samsyn/domain';
import { createHash, randomUUID } from 'node:crypto';
import type { Personal } from '@samsyn/contract';
import { DataSource, type EntityManager } from 'typeorm';
import { EvaluationLedger, Evaluations } from '../evaluation';
import { calendarFile, PostOffice } from '../mail';
import { Accounts } from '../people';
import { Interviewees, worldOf } from './interviewees';
import { VisitInvitationRow, VisitLetterRow, type LetterKind } from './letter-rows.entity';
import { calendarText, calendarTitle, visitLetter } from './letter-words';
import { PersonalCare } from './personal-care';
import { VisitReleaseRow, type IntervieweeRow } from './plan-rows.entity';
import { requirePlanner } from './visit-access';
import { VisitNews } from './visit-news';

interface Telling {
  readonly state: EvaluationState;
  readonly plan: VisitPlan;
  readonly version: number;
  readonly at: Date;
  readonly contact: string;
  readonly care: Personal['care'];
  readonly people: ReadonlyMap<string, IntervieweeRow>;
  readonly nameOf: (person: string) => string;
}

/** Gives a plan out: a numbered version that stays, and a letter for each whom it concerns and for nobody else. */
@Injectable()
export class Releases {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly ledger: EvaluationLedger,
    private readonly evaluations: Evaluations,
    private readonly accounts: Accounts,
    private readonly people: Interviewees,
    private readonly post: PostOffice,
    private readonly care: PersonalCare,
    private readonly news: VisitNews,
  ) {}

  async release(person: string, id: string, given: { edition: number; name: string }): Promise<void> {
    const { state } = await this.ledger.read(id);
    requirePlanner(state, person);
    const [rows, names, [contact], care] = await Promise.all([this.people.rows(id, true), this.evaluations.namesOf(state), this.accounts.byIds([person]), this.care.notice(state)]);
    const nameOf = (one: string): string => rows.find((row) => row.id === one)?.name ?? names.get(one)?.name ?? '';
    await this.source.transaction(async (manager) => {
      // Whoever releases at the same moment waits here, and then finds nothing new.
      const [draft] = await manager.query<{ edition: number; plan: VisitPlan }[]>('SELECT edition, plan FROM visit_plan WHERE evaluation_id = $1 FOR UPDATE', [id]);
      const plan = draft?.plan ?? emptyPlan([]);
      if (plan.edition !== given.edition) throw new Refusal('interviews/stale', { what: 'plan', id: '', title: '', edition: plan.edition });
      const [last] = await manager.getRepository(VisitReleaseRow).find({ where: { evaluationId: id }, order: { version: 'DESC' }, take: 1 });
      const before = last?.plan ?? emptyPlan([]);
      if (countOf(planDifference(before, plan)) === 0) throw new Refusal('interviews/nothing-new');
      requireNoReds(state, plan, rows.filter(({ removedAt }) => removedAt === null), nameOf);
      const at = new Date();
      const version = (last?.version ?? 0) + 1;
      await manager.getRepository(VisitReleaseRow).insert({ evaluationId: id, version, name: given.name, at, personId: person, plan });
      const telling: Telling = { state, plan, version, at, nameOf, contact: contact ? `${contact.name}, ${contact.email}` : '', care, people: new Map(rows.map((row) => [row.id, row])) };
      for (const told of affected(before, plan)) await this.tell(manager, told, telling);
    });
    await this.news.changed(id);
  }

  /** Keeps invitation and letter in step. A letter that nobody has got yet is replaced, and what never left is not called off. */
  private async tell(manager: EntityManager, told: Affected, telling: Telling): Promise<void> {
    const row = telling.people.get(told.person);
    if (!row) return;
    const evaluationId = telling.state.id;
    const invitation = await this.invite(manager, told, evaluationId);
    await manager.query(`UPDATE visit_letter SET state = 'withdrawn' WHERE interviewee_id = $1 AND item = $2 AND (state = 'waiting' OR (state = 'released' AND next_at IS NOT NULL))`, [row.id, told.item]);
    const [known] = await manager.query<unknown[]>(`SELECT 1 FROM visit_letter WHERE interviewee_id = $1 AND item = $2 AND state <> 'withdrawn' AND kind IN ('added', 'moved', 'changed') LIMIT 1`, [row.id, told.item]);
    if (told.kind === 'cancelled' && !known) return;
    const kind = told.kind !== 'cancelled' && !known ? 'added' : told.kind;
    const { subject, text } = this.words(kind, told, row, telling);
    const method = kind === 'cancelled' ? ('CANCEL' as const) : ('REQUEST' as const);
    const calendar = this.calendar(method, told, invitation, row, telling);
    const letter = { id: randomUUID(), evaluationId, intervieweeId: row.id, once: `release ${telling.version} ${told.item} ${row.id}`, item: told.item, kind, name: row.name, address: row.email ?? '', subject, text, calendar, method: calendar === null ? null : method, createdAt: telling.at };
    await manager.getRepository(VisitLetterRow).createQueryBuilder().insert().values(letter).orIgnore().execute();
  }

  private async invite(manager: EntityManager, { person, item, kind }: Affected, evaluationId: string): Promise<VisitInvitationRow> {
    const invitations = manager.getRepository(VisitInvitationRow);
    const before = await invitations.findOneBy({ intervieweeId: person, item });
    const sequence = before ? before.sequence + 1 : 0;
    // An answer was to a time; where only the place is another, it stands.
    const stands = kind === 'changed' && before !== null;
    const next = {
      intervieweeId: person, item, evaluationId, uid: before?.uid ?? this.uid(evaluationId, item, person), sequence, since: stands ? before.since : sequence, cancelled: kind === 'cancelled',
      reply: stands ? before.reply : null, replyText: stands ? before.replyText : '', repliedAt: stands ? before.repliedAt : null,
    };
    await invitations.upsert(next, ['intervieweeId', 'item']);
    return next;
  }

  private words(kind: Exclude<LetterKind, 'ask' | 'remind'>, told: Affected, row: IntervieweeRow, { state, plan, contact, care, nameOf }: Telling) {
    const item = plan.items.find(({ id }) => id === told.item);
    const group = plan.groups.find(({ id }) => id === item?.group);
    const about = questionsOf(state.instrument).filter(({ number }) => group?.questions.includes(number)).map(({ number, short }) => `${number} ${short.sv}`);
    return visitLetter({ kind, name: row.name, before: told.before, after: told.after, municipality: state.municipality.name, contact, care, about, evaluators: (item?.evaluators ?? []).map(nameOf).filter(Boolean) });
  }

  /** None without an address to answer from, nor for whom it would be an invitation by themselves. */
  private calendar(method: 'REQUEST' | 'CANCEL', { before, after }: Affected, { uid, sequence }: VisitInvitationRow, row: IntervieweeRow, { state, at, contact }: Telling): string | null {
    const own = after ?? before;
    const organizer = { name: `Utvärderingen av ${state.municipality.name}`, email: this.post.sender.email };
    if (!own || row.email === null || row.email.toLowerCase() === organizer.email.toLowerCase()) return null;
    const visit = { municipality: state.municipality.name, contact };
    return calendarFile(method, [{
      uid, sequence, day: own.day, start: own.start, length: own.end - own.start, title: calendarTitle(visit.municipality), place: [own.place, own.video].filter(Boolean).join(' '), text: calendarText(visit),
      cancelled: method === 'CANCEL', at: at.toISOString(), invitation: { organizer, attendee: { name: row.name, email: row.email } },
    }]);
  }

  private uid(...of: readonly string[]): string {
    return `${createHash('sha256').update(of.join(' ')).digest('hex').slice(0, 40)}@${new URL(this.accounts.publicUrl()).hostname}`;
  }
}

function requireNoReds(state: EvaluationState, plan: VisitPlan, rows: readonly IntervieweeRow[], nameOf: (person: string) => string): void {
  const reds = openReds(findings(worldOf(plan, rows, evaluatorsOf(state).map(({ person }) => person))));
  if (reds.length > 0) throw new Refusal('interviews/red-findings', { count: reds.length, findings: reds.slice(0, 50).map((finding) => ({ key: finding.key, rule: finding.rule, line: findingLine(finding, nameOf) })) });
}
