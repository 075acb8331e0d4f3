import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Letter } from '@samsyn/contract';
import { requireRole, requireUnlocked, swedishTime } from '@samsyn/domain';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { statement } from '../database';
import { EvaluationLedger } from '../evaluation';
import { PostOffice } from '../mail';
import { Accounts } from '../people';
import { Interviewees } from './interviewees';
import { VisitLetterRow } from './letter-rows.entity';
import { LetterRound } from './letter-round';
import { askLetter, linkMark } from './letter-words';
import { PersonalCare } from './personal-care';
import { requirePlanner } from './visit-access';
import { VisitNews } from './visit-news';
import { VisitPlans } from './visit-plans';

/** Letters wait here until the coordinator has read them and lets them out; without a mail server they are copied from here. */
@Injectable()
export class Letters {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly ledger: EvaluationLedger,
    private readonly accounts: Accounts,
    private readonly people: Interviewees,
    private readonly plans: VisitPlans,
    private readonly post: PostOffice,
    private readonly round: LetterRound,
    private readonly care: PersonalCare,
    private readonly news: VisitNews,
  ) {}

  /** Asks everyone with an address who has not answered. One letter for each person and deadline, however often it is pressed. */
  async ask(person: string, id: string, until: string): Promise<void> {
    requirePlanner((await this.ledger.read(id)).state, person);
    await this.plans.askUntil(id, until);
    await this.write(person, id, 'ask', until, until);
  }

  /** Reminds who was asked and has not answered, or only some of them: one letter for each person and day. */
  async remind(person: string, id: string, only?: readonly string[]): Promise<void> {
    requirePlanner((await this.ledger.read(id)).state, person);
    const { askedUntil } = await this.plans.draft(id);
    if (askedUntil !== null) await this.write(person, id, 'remind', askedUntil, swedishTime(new Date()).day, only);
  }

  async list(person: string, id: string): Promise<Letter[]> {
    requireRole((await this.ledger.read(id)).state, person, 'coordinator');
    const rows = await this.source.getRepository(VisitLetterRow).find({ where: { evaluationId: id }, order: { createdAt: 'DESC', name: 'ASC', id: 'ASC' } });
    const links = new Map(await Promise.all([...new Set(rows.map(({ intervieweeId }) => intervieweeId))].map(async (own) => [own, await this.people.linkOf(own)] as const)));
    return rows.map((row) => ({
      letter: row.id, to: row.address, person: row.intervieweeId, subject: row.subject, text: row.text.replaceAll(linkMark, links.get(row.intervieweeId) ?? ''), calendar: row.calendar, method: row.method,
      state: row.state === 'sending' ? 'released' : row.state, at: (row.sentAt ?? row.releasedAt ?? row.createdAt).toISOString(), failure: row.failure,
    }));
  }

  /** Lets letters go: those that wait, and those that failed once more. Any other is left as it is. */
  async letOut(person: string, id: string, letters: readonly string[]): Promise<Letter[]> {
    requirePlanner((await this.ledger.read(id)).state, person);
    await statement(this.source, 'let-out', `UPDATE visit_letter SET state = 'released', released_at = $3::timestamptz, attempts = 0, failure = '', next_at = CASE WHEN $4::boolean AND address <> '' THEN $3::timestamptz END WHERE evaluation_id = $1 AND id::text = ANY($2::text[]) AND state IN ('waiting', 'failed')`, [id, letters, new Date().toISOString(), this.post.open]);
    this.round.soon();
    await this.news.changed(id, 'coordinator');
    return this.list(person, id);
  }

  /** Takes back what has not left: also what a mail server that is down has not taken. */
  async withdraw(person: string, id: string, letters: readonly string[]): Promise<Letter[]> {
    const { state } = await this.ledger.read(id);
    requireRole(state, person, 'coordinator');
    requireUnlocked(state, 'letterTakenBack');
    await statement(this.source, 'withdraw-letters', `UPDATE visit_letter SET state = 'withdrawn' WHERE evaluation_id = $1 AND id::text = ANY($2::text[]) AND (state IN ('waiting', 'failed') OR (state = 'released' AND next_at IS NOT NULL))`, [id, letters]);
    await this.news.changed(id, 'coordinator');
    return this.list(person, id);
  }

  private async write(person: string, id: string, kind: 'ask' | 'remind', until: string, occasion: string, only?: readonly string[]): Promise<void> {
    const { state } = await this.ledger.read(id);
    const [rows, { plan }, [contact], care] = await Promise.all([this.people.rows(id), this.plans.draft(id), this.accounts.byIds([person]), this.care.notice(state)]);
    const visit = { municipality: state.municipality.name, contact: contact ? `${contact.name}, ${contact.email}` : '', care };
    const createdAt = new Date();
    const letters = rows.filter((row) => row.email !== null && row.answeredAt === null && (only === undefined || only.includes(row.id))).map((row) => ({
      id: randomUUID(), evaluationId: id, intervieweeId: row.id, once: `${kind} ${occasion} ${row.id}`, kind, name: row.name, address: row.email ?? '', createdAt,
      ...askLetter(kind, row.name, visit, until, plan.days.map(({ day }) => day)),
    }));
    if (letters.length > 0) await this.source.getRepository(VisitLetterRow).createQueryBuilder().insert().values(letters).orIgnore().execute();
    await this.news.changed(id);
  }
}
