import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AnswerOf, BodyOf, documents } from '@samsyn/contract';
import { addDays, digestByHand, digestFor, isOpenRequest, isWorkingDay, Refusal, requireMaterialRole, requireRole, swedishTime, titleOf, type DueItem, type EvaluationState } from '@samsyn/domain';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { statement } from '../database';
import { EvaluationLedger } from '../evaluation';
import { Outbox } from '../mail';
import { Accounts } from '../people';
import { MailChoices } from './reminders-choice';
import { reminderMail, reminderPart, type Reminded } from './reminders-mail';
import { contactsOf, Requests } from './requests';

interface Waiting extends DueItem {
  readonly evaluationId: string;
  readonly request: string;
  readonly title: string;
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
  readonly declined: boolean;
}

type Outcome = AnswerOf<typeof documents.remind>['reminded'][number]['outcome'];

/** Nobody is reminded before the working day begins. */
const earliest = 7;
/** How far ahead to look, in days: three working days lie within it also over Christmas and New Year. */
const horizon = 14;

/** One mail a person and day about everything that is due or late, over all evaluations. */
@Injectable()
export class Reminders {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly ledger: EvaluationLedger,
    private readonly accounts: Accounts,
    private readonly outbox: Outbox,
    private readonly choices: MailChoices,
    private readonly requests: Requests,
  ) {}

  /** Sends what is to be sent that day and has not been; answers how many mails. May be called as often as one likes, by any number of processes. */
  async send(now: Date): Promise<number> {
    const { day, hour } = swedishTime(now);
    if (hour < earliest || !isWorkingDay(day)) return 0;
    const digests = [...byAddress(await this.waiting(day, now))].map(([address, items]) => [address, digestFor(day, items)] as const).filter(([, items]) => items.length > 0);
    const outcomes = await this.digests(new Map(digests), day, now);
    return [...outcomes.values()].filter((outcome) => outcome === 'sent').length;
  }

  /** Reminds by hand of what is marked. On a day on which nobody works only `anyway`; who has had a mail that day gets no other. */
  async byHand(person: string, id: string, given: BodyOf<typeof documents.remind>, now: Date): Promise<AnswerOf<typeof documents.remind>> {
    const { state } = await this.ledger.read(id);
    requireMaterialRole(state, person, 'coordinator');
    const { day } = swedishTime(now);
    if (!isWorkingDay(day) && !given.anyway) throw new Refusal('documents/free-day', { day });
    const chosen = new Set(given.requests);
    for (const request of chosen) {
      const { status } = await this.requests.row(id, request);
      if (!isOpenRequest(status)) throw new Refusal('documents/not-asked', { status });
    }
    const waiting = await this.waiting(day, now, [...chosen]);
    const everything = [...waiting, ...(await this.ownerless(state, waiting, chosen))];
    const digests = new Map<string, readonly Waiting[]>();
    for (const [address, items] of byAddress(everything)) if (items.some(({ request }) => chosen.has(request))) digests.set(address, digestByHand(day, items, ({ request }) => chosen.has(request)));
    const outcomes = await this.digests(digests, day, now);
    return { reminded: [...outcomes].map(([address, outcome]) => ({ name: digests.get(address)?.[0]?.name ?? '', outcome })) };
  }

  /** The mails about one evaluation: links handed out, and of each digest the part about it, sent or not wanted. A link that was sent is not shown again. */
  async mailsOf(person: string, id: string): Promise<AnswerOf<typeof documents.outbox>> {
    requireRole((await this.ledger.read(id)).state, person, 'coordinator');
    const mails = await statement<KeptMail & Record<string, unknown>>(this.source, 'evaluation-outbox', outboxStatement, [id]);
    return mails.map(({ mail, to, subject, text, at, sent, declined }) => ({ mail, to, subject, text: sent ? text.replace(/(\/lamna\/)\S+/g, '$1…') : text, at: at.toISOString(), sent: sent?.toISOString() ?? null, declined }));
  }

  private async digests(digests: ReadonlyMap<string, readonly Waiting[]>, day: string, now: Date): Promise<ReadonlyMap<string, Outcome>> {
    const declined = await this.choices.declined([...digests.keys()]);
    const outcomes = new Map<string, Outcome>();
    for (const [address, items] of digests) outcomes.set(address, await this.digest(address, day, items, declined.has(address), now));
    return outcomes;
  }

  private async digest(address: string, day: string, items: readonly Waiting[], declined: boolean, now: Date): Promise<Outcome> {
    const [first] = items;
    const parts: Record<string, string> = {};
    for (const id of new Set(items.map(({ evaluationId }) => evaluationId))) parts[id] = reminderPart(day, await this.reminded(id, items));
    if (declined) {
      await statement(this.source, 'withhold', withholdStatement, [address, day, now.toISOString(), JSON.stringify(parts)]);
      return 'declined';
    }
    const { page, headers } = await this.choices.wayOut(address);
    const mail = { personId: first?.person ?? null, to: address, headers, ...reminderMail(first?.name ?? '', items.length, Object.values(parts), page) };
    // The row of that address and day decides who sends: the mail is put where it was inserted, and nowhere else.
    const [put] = await statement<{ id: string }>(this.source, 'remind-once', onceStatement, [address, day, randomUUID(), JSON.stringify(parts), mail.personId, mail.subject, mail.text, now.toISOString()]);
    if (put) this.outbox.deliver(put.id, mail);
    return put ? 'sent' : 'already';
  }

  private async reminded(id: string, items: readonly Waiting[]): Promise<Reminded[]> {
    const { state } = await this.ledger.recent(id);
    const place = titleOf(state);
    return items.filter(({ evaluationId }) => evaluationId === id).map(({ title, due, person }) => ({ evaluationId: id, place, title, due, address: person === null ? null : `${this.accounts.publicUrl()}/utvardering/${id}/underlag` }));
  }

  /** Open items, and whatever was chosen, with their owner and with everyone who holds a valid link; only of people who still take part. */
  private async waiting(day: string, now: Date, chosen: readonly string[] = []): Promise<Waiting[]> {
    const rows = await statement<Waiting & Record<string, unknown>>(this.source, 'open-requests', openStatement, [addDays(day, horizon), now.toISOString(), chosen]);
    const contacts = new Map<string, readonly string[]>();
    for (const { evaluationId } of rows) if (!contacts.has(evaluationId)) contacts.set(evaluationId, contactsOf((await this.ledger.read(evaluationId)).state));
    return rows.filter(({ evaluationId, person }) => person === null || contacts.get(evaluationId)?.includes(person));
  }

  /** What was chosen and nobody has: a reminder by hand then goes to all contacts, where the daily one has nobody to go to. */
  private async ownerless(state: EvaluationState, waiting: readonly Waiting[], chosen: ReadonlySet<string>): Promise<Waiting[]> {
    const had = new Set(waiting.map(({ request }) => request));
    const rows = await Promise.all([...chosen].filter((request) => !had.has(request)).map((request) => this.requests.row(state.id, request)));
    const contacts = rows.length === 0 ? [] : await this.accounts.byIds(contactsOf(state));
    return contacts.flatMap(({ id: person, name, email }) => rows.map(({ id: request, title, due, status }) => ({ evaluationId: state.id, request, title: title.sv, due, status, person, name, email: email.toLowerCase() })));
  }
}

/** Who owns what they were also handed by a link hears of it once. */
function byAddress(waiting: readonly Waiting[]): ReadonlyMap<string, readonly Waiting[]> {
  const found = new Map<string, Waiting[]>();
  for (const item of waiting) {
    const own = found.get(item.email) ?? [];
    if (!own.some(({ request }) => request === item.request)) found.set(item.email, [...own, item]);
  }
  return found;
}

const openStatement = `WITH open AS (SELECT r.id, r.evaluation_id, r.title->>'sv' AS title, to_char(r.due, 'YYYY-MM-DD') AS due, r.status, r.owner_id, r.position FROM document_request r JOIN evaluation e ON e.id = r.evaluation_id AND NOT e.locked
    WHERE r.status IN ('requested', 'underway', 'returned') AND (r.due <= $1::date OR r.id = ANY($3::uuid[])))
  SELECT o.evaluation_id AS "evaluationId", o.id AS request, o.title, o.due, o.status, p.id AS person, p.name, lower(p.email) AS email, o.position FROM open o JOIN person p ON p.id = o.owner_id
  UNION ALL
  SELECT o.evaluation_id, o.id, o.title, o.due, o.status, NULL, l.name, l.email, o.position FROM open o JOIN request_link l ON l.request_id = o.id WHERE l.revoked_at IS NULL AND l.expires_at > $2::timestamptz
  ORDER BY 1, 9, 6 NULLS LAST`;

const onceStatement = `WITH once AS (INSERT INTO reminder_sent (address, day, mail_id, parts) VALUES ($1, $2::date, $3::uuid, $4::jsonb) ON CONFLICT DO NOTHING RETURNING mail_id)
  INSERT INTO outbox_mail (id, person_id, address, subject, text, created_at) SELECT mail_id, $5::uuid, $1, $6, $7, $8::timestamptz FROM once RETURNING id`;

const withholdStatement = 'INSERT INTO reminder_withheld (address, day, at, parts) VALUES ($1, $2::date, $3::timestamptz, $4::jsonb) ON CONFLICT DO NOTHING';

const outboxStatement = `SELECT m.id::text AS mail, COALESCE(m.address, p.email) AS "to", m.subject, m.text, m.created_at AS at, m.sent_at AS sent, false AS declined FROM outbox_mail m LEFT JOIN person p ON p.id = m.person_id WHERE m.evaluation_id = $1::uuid
  UNION ALL
  SELECT m.id::text, m.address, m.subject, s.parts->>($1::text), m.created_at, m.sent_at, false FROM reminder_sent s JOIN outbox_mail m ON m.id = s.mail_id WHERE jsonb_exists(s.parts, $1::text)
  UNION ALL
  SELECT md5(w.address || w.day), w.address, 'Påminnelse', w.parts->>($1::text), w.at, NULL, true FROM reminder_withheld w WHERE jsonb_exists(w.parts, $1::text)
  ORDER BY 5 DESC, 1 LIMIT 500`;
