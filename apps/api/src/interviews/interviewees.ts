import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { BodyOf, interviews } from '@samsyn/contract';
import { Refusal, type Availability, type Interviewee, type PlanWorld, type VisitPlan } from '@samsyn/domain';
import { randomUUID } from 'node:crypto';
import { DataSource, IsNull } from 'typeorm';
import { statement } from '../database';
import { Accounts, hashOfToken } from '../people';
import { HouseKeys } from './house-keys';
import { IntervieweeRow } from './plan-rows.entity';

type Given = BodyOf<typeof interviews.putPerson>;

const most = 300;

/** The people to be interviewed: who they are, what they answered about their hours, and their personal links. */
@Injectable()
export class Interviewees {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly keys: HouseKeys,
    private readonly accounts: Accounts,
  ) {}

  /** Those who take part, by name; with `gone`, also those who have been removed. Nobody who has been forgotten. */
  rows(evaluationId: string, gone = false): Promise<IntervieweeRow[]> {
    return this.source.getRepository(IntervieweeRow).find({ where: { evaluationId, forgottenAt: IsNull(), ...(gone ? {} : { removedAt: IsNull() }) }, order: { name: 'ASC', id: 'ASC' } });
  }

  async byToken(token: string): Promise<IntervieweeRow> {
    const row = await this.source.getRepository(IntervieweeRow).findOneBy({ tokenHash: hashOfToken(token) });
    if (!row || row.removedAt !== null) throw new Refusal('interviews/link-spent');
    return row;
  }

  async linkOf(person: string): Promise<string> {
    return `${this.accounts.publicUrl()}/besok/${await this.keys.token('visit-link', person)}`;
  }

  labelOf(row: IntervieweeRow): Promise<string> {
    return this.keys.open(row.id, row.label);
  }

  async put(evaluationId: string, { person, ...given }: Given): Promise<void> {
    const rows = await this.rows(evaluationId);
    if (person !== null && !rows.some(({ id }) => id === person)) throw new Refusal('interviews/unknown', { what: 'person', id: person, title: given.name });
    if (given.manager !== null && (given.manager === person || !rows.some(({ id }) => id === given.manager))) throw new Refusal('interviews/unknown', { what: 'person', id: given.manager, title: '' });
    if (person === null && rows.length >= most) throw new Refusal('wire/too-large', { most });
    const id = person ?? randomUUID();
    const fields = { name: given.name.trim(), email: given.email?.toLowerCase() ?? null, phone: given.phone.trim(), role: given.role.trim(), organisation: given.organisation.trim(), kind: given.kind, managerId: given.manager, label: await this.keys.seal(id, given.label.trim()) };
    const repository = this.source.getRepository(IntervieweeRow);
    if (person === null) await repository.insert({ id, evaluationId, ...fields, tokenHash: hashOfToken(await this.keys.token('visit-link', id)), createdAt: new Date() });
    else await repository.update({ id, evaluationId }, fields);
  }

  /** Takes a person out at once: label and hours are wiped, the link ends. Name and address stay for the letter that says so. */
  async remove(evaluationId: string, person: string): Promise<void> {
    const gone = await statement(this.source, 'remove-interviewee', `UPDATE interviewee SET removed_at = COALESCE(removed_at, $3::timestamptz), label = NULL, phone = '', spans = '[]', answered_at = NULL WHERE id = $1 AND evaluation_id = $2 RETURNING id`, [person, evaluationId, new Date().toISOString()]);
    if (gone.length === 0) throw new Refusal('interviews/unknown', { what: 'person', id: person, title: '' });
    await statement(this.source, 'unmanage', 'UPDATE interviewee SET manager_id = NULL WHERE manager_id = $1 AND evaluation_id = $2', [person, evaluationId]);
  }

  async answer(person: string, spans: Availability['spans']): Promise<void> {
    await statement(this.source, 'answer-hours', 'UPDATE interviewee SET spans = $2::jsonb, answered_at = $3::timestamptz WHERE id = $1 AND removed_at IS NULL', [person, JSON.stringify(spans), new Date().toISOString()]);
  }
}

export const personOf = (row: IntervieweeRow, label = ''): Interviewee => ({ id: row.id, name: row.name, email: row.email, phone: row.phone, role: row.role, organisation: row.organisation, kind: row.kind, label, manager: row.managerId });
export const availabilityOf = (row: IntervieweeRow): Availability => ({ person: row.id, answered: row.answeredAt !== null, spans: row.spans });

/** What the rules on a plan need; no rule needs a label. */
export const worldOf = (plan: VisitPlan, rows: readonly IntervieweeRow[], evaluators: readonly string[]): PlanWorld => ({ plan, people: rows.map((row) => personOf(row)), availability: rows.map(availabilityOf), evaluators });
