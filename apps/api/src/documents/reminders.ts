import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AnswerOf, documents } from '@samsyn/contract';
import { addDays, digestFor, isWorkingDay, requireRole, swedishTime, type DueItem } from '@samsyn/domain';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { statement } from '../database';
import { EvaluationLedger } from '../evaluation';
import { Outbox } from '../mail';
import { Accounts } from '../people';
import { reminderMail, reminderPart, type Reminded } from './reminders-mail';
import { contactsOf } from './requests';

interface Waiting extends DueItem {
  readonly evaluationId: string;
  readonly request: string;
  readonly title: string;
  readonly due: string;
  /** The owner's account; null for who was handed it by a link. */
  readonly person: string | null;
  readonly name: string;
  readonly email: string;
}

interface KeptMail {
  readonly mail: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Date;
  readonly sent: Date | null;
}

/** Nobody is reminded before the working day begins. */
const earliest = 7;
/** How far ahead to look, in days: three working days lie within it also over Christmas and New Year. */
const horizon = 14;

/** One mail a person and working day about everything that is due or late, over all evaluations. */
@Injectable()
export class Reminders {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly ledger: EvaluationLedger,
    private readonly accounts: Accounts,
    private readonly outbox: Outbox,
  ) {}

  /** Sends what is to be sent that day and has not been; answers how many mails. May be called as often as one likes, by any number of processes. */
  async send(now: Date): Promise<number> {
    const { day, hour } = swedishTime(now);
    if (hour < earliest || !isWorkingDay(day)) return 0;
    const byAddress = new Map<string, Waiting[]>();
    for (const item of await this.waiting(day, now)) {
      const own = byAddress.get(item.email) ?? [];
      // Who owns what they were also handed by a link hears of it once.
      if (!own.some(({ request }) => request === item.request)) byAddress.set(item.email, [...own, item]);
    }
    let sent = 0;
    for (const [address, items] of byAddress) if (await this.digest(address, day, digestFor(day, items), now)) sent++;
    return sent;
  }

  /** The mails about one evaluation: links handed out, and of each digest the part about it. A link that was sent is not shown again. */
  async mailsOf(person: string, id: string): Promise<AnswerOf<typeof documents.outbox>> {
    requireRole((await this.ledger.read(id)).state, person, 'coordinator');
    const mails = await statement<KeptMail & Record<string, unknown>>(this.source, 'evaluation-outbox', outboxStatement, [id]);
    return mails.map(({ mail, to, subject, text, at, sent }) => ({ mail, to, subject, text: sent ? text.replace(/(\/lamna\/)\S+/g, '$1…') : text, at: at.toISOString(), sent: sent?.toISOString() ?? null }));
  }

  private async digest(address: string, day: string, items: readonly Waiting[], now: Date): Promise<boolean> {
    const [first] = items;
    if (!first) return false;
    const evaluations = [...new Set(items.map(({ evaluationId }) => evaluationId))];
    const parts: Record<string, string> = {};
    for (const id of evaluations) parts[id] = reminderPart(day, await this.reminded(id, items));
    const mail = { personId: first.person, to: address, ...reminderMail(first.name, items.length, Object.values(parts)) };
    // The row of that address and day decides who sends: the mail is put where it was inserted, and nowhere else.
    const [put] = await statement<{ id: string }>(this.source, 'remind-once', onceStatement, [address, day, randomUUID(), JSON.stringify(parts), mail.personId, mail.subject, mail.text, now.toISOString()]);
    if (put) this.outbox.deliver(put.id, mail);
    return put !== undefined;
  }

  private async reminded(id: string, items: readonly Waiting[]): Promise<Reminded[]> {
    const { state } = await this.ledger.recent(id);
    const place = `${state.municipality.name} ${state.year}`;
    return items.filter(({ evaluationId }) => evaluationId === id).map(({ title, due, person }) => ({ evaluationId: id, place, title, due, address: person === null ? null : `${this.accounts.publicUrl()}/utvardering/${id}/underlag` }));
  }

  /** Open items with their owner and with everyone who holds a valid link; only of people who still take part. */
  private async waiting(day: string, now: Date): Promise<Waiting[]> {
    const rows = await statement<Waiting & Record<string, unknown>>(this.source, 'open-requests', openStatement, [addDays(day, horizon), now.toISOString()]);
    const contacts = new Map<string, readonly string[]>();
    for (const { evaluationId } of rows) if (!contacts.has(evaluationId)) contacts.set(evaluationId, contactsOf((await this.ledger.read(evaluationId)).state));
    return rows.filter(({ evaluationId, person }) => person === null || contacts.get(evaluationId)?.includes(person));
  }
}

const openStatement = `WITH open AS (SELECT r.id, r.evaluation_id, r.title->>'sv' AS title, to_char(r.due, 'YYYY-MM-DD') AS due, r.status, r.owner_id, r.position FROM document_request r JOIN evaluation e ON e.id = r.evaluation_id AND NOT e.locked
    WHERE r.status IN ('requested', 'underway', 'returned') AND r.due <= $1::date)
  SELECT o.evaluation_id AS "evaluationId", o.id AS request, o.title, o.due, o.status, p.id AS person, p.name, lower(p.email) AS email, o.position FROM open o JOIN person p ON p.id = o.owner_id
  UNION ALL
  SELECT o.evaluation_id, o.id, o.title, o.due, o.status, NULL, l.name, l.email, o.position FROM open o JOIN request_link l ON l.request_id = o.id WHERE l.revoked_at IS NULL AND l.expires_at > $2::timestamptz
  ORDER BY 1, 9, 6 NULLS LAST`;

const onceStatement = `WITH once AS (INSERT INTO reminder_sent (address, day, mail_id, parts) VALUES ($1, $2::date, $3::uuid, $4::jsonb) ON CONFLICT DO NOTHING RETURNING mail_id)
  INSERT INTO outbox_mail (id, person_id, address, subject, text, created_at) SELECT mail_id, $5::uuid, $1, $6, $7, $8::timestamptz FROM once RETURNING id`;

const outboxStatement = `SELECT m.id AS mail, COALESCE(m.address, p.email) AS "to", m.subject, m.text, m.created_at AS at, m.sent_at AS sent FROM outbox_mail m LEFT JOIN person p ON p.id = m.person_id WHERE m.evaluation_id = $1::uuid
  UNION ALL
  SELECT m.id, m.address, m.subject, s.parts->>($1::text), m.created_at, m.sent_at FROM reminder_sent s JOIN outbox_mail m ON m.id = s.mail_id WHERE jsonb_exists(s.parts, $1::text)
  ORDER BY 5 DESC, 1 LIMIT 500`;
