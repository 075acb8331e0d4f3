import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AnswerOf, BodyOf, documents } from '@samsyn/contract';
import { isOpenRequest, mayTakeBack, Refusal, requireMaterial, requireMaterialRole, requireUnlocked, type EvaluationState } from '@samsyn/domain';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { statement } from '../database';
import { EvaluationLedger } from '../evaluation';
import { Outbox } from '../mail';
import { Accounts, hashOfToken, newToken, type SignedIn } from '../people';
import { DocumentShelf } from './document-shelf';
import { linkMail } from './links-mail';
import { RequestLinkRow } from './request-rows.entity';
import { Requests } from './requests';
import { MaterialNews } from './requests-news';
import { requestView } from './requests-view';

/** Somebody without an account, by name, who may deliver to one request. */
export interface Delegate {
  readonly link: string;
  readonly evaluationId: string;
  readonly request: string;
  readonly name: string;
  readonly email: string;
  readonly expiresAt: Date;
}

const day = 86_400_000;
/** Valid links to one request at a time: enough for a working group, too few to send mail at random. */
const mostLinks = 10;

/** Links by which one request is handed on inside the municipality: for that request alone, for some days, until withdrawn. */
@Injectable()
export class Links {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly ledger: EvaluationLedger,
    private readonly requests: Requests,
    private readonly shelf: DocumentShelf,
    private readonly accounts: Accounts,
    private readonly outbox: Outbox,
    private readonly news: MaterialNews,
  ) {}

  /** Hands a request on; the link is told once, to who made it and by mail to who gets it. */
  async delegate(caller: SignedIn, id: string, request: string, given: BodyOf<typeof documents.delegate>): Promise<AnswerOf<typeof documents.delegate>> {
    const { state } = await this.ledger.read(id);
    requireMaterialRole(state, caller.id, 'contact', 'coordinator');
    const row = await this.requests.row(id, request);
    if (!isOpenRequest(row.status)) throw new Refusal('documents/not-asked', { status: row.status });
    const now = new Date();
    const rows = this.source.getRepository(RequestLinkRow);
    const valid = (await rows.findBy({ requestId: request })).filter(({ revokedAt, expiresAt }) => revokedAt === null && expiresAt > now);
    if (valid.length >= mostLinks) throw new Refusal('people/too-many-tries', { most: mostLinks });
    const token = newToken();
    const expiresAt = new Date(now.getTime() + given.days * day);
    await rows.insert({ id: randomUUID(), evaluationId: id, requestId: request, tokenHash: hashOfToken(token), name: given.name, email: given.email.toLowerCase(), createdBy: caller.id, createdAt: now, expiresAt });
    const link = `${this.accounts.publicUrl()}/lamna/${token}`;
    await this.outbox.put({ personId: null, to: given.email.toLowerCase(), evaluationId: id, ...linkMail({ name: given.name, from: caller.name, municipality: state.municipality.name, title: row.title.sv, due: row.due, expiresAt, link }) });
    await this.news.changed(id);
    return { link };
  }

  /** Withdraws a link at once; also when the evaluation is locked. Doing it again changes nothing. */
  async revoke(person: string, id: string, request: string, link: string): Promise<void> {
    const { state } = await this.ledger.read(id);
    const roles = requireMaterial(state, person);
    if (!roles.some((role) => role === 'contact' || role === 'coordinator')) throw new Refusal('people/not-allowed');
    requireUnlocked(state, 'ownAddress');
    const found = await statement(this.source, 'revoke-link', 'UPDATE request_link SET revoked_at = COALESCE(revoked_at, $4::timestamptz) WHERE id = $1 AND request_id = $2 AND evaluation_id = $3 RETURNING id', [link, request, id, new Date().toISOString()]);
    if (found.length === 0) throw new Refusal('wire/not-found');
    await this.news.changed(id);
  }

  /** Whose link it is; refuses `documents/link-spent` alike when expired, withdrawn or unknown. Notes the first use. */
  async byToken(token: string): Promise<Delegate> {
    const row = await this.source.getRepository(RequestLinkRow).findOneBy({ tokenHash: hashOfToken(token) });
    const now = new Date();
    if (!row || row.revokedAt !== null || row.expiresAt <= now) throw new Refusal('documents/link-spent');
    if (row.usedAt === null) await statement(this.source, 'use-link', 'UPDATE request_link SET used_at = $2::timestamptz WHERE id = $1 AND used_at IS NULL', [row.id, now.toISOString()]);
    return { link: row.id, evaluationId: row.evaluationId, request: row.requestId, name: row.name, email: row.email, expiresAt: row.expiresAt };
  }

  async delegated(token: string): Promise<AnswerOf<typeof documents.delegated>> {
    const delegate = await this.byToken(token);
    return this.view(delegate, (await this.ledger.read(delegate.evaluationId)).state);
  }

  async move(token: string, given: BodyOf<typeof documents.delegatedMove>): Promise<AnswerOf<typeof documents.delegatedMove>> {
    const delegate = await this.byToken(token);
    const { state } = await this.ledger.read(delegate.evaluationId);
    await this.requests.moveAs(state, delegate.request, given, { person: null, name: delegate.name, movers: ['delegate'] });
    return this.view(delegate, state);
  }

  /** Takes away what the same person brought by a link to this request; by its title it stays in the history. */
  async remove(token: string, document: string): Promise<AnswerOf<typeof documents.delegated>> {
    const delegate = await this.byToken(token);
    const { state } = await this.ledger.read(delegate.evaluationId);
    requireUnlocked(state);
    const { status } = await this.requests.row(delegate.evaluationId, delegate.request);
    const found = await this.shelf.one(delegate.evaluationId, document);
    if (found.request !== delegate.request) throw new Refusal('wire/not-found');
    if (!mayTakeBack(status)) throw new Refusal('documents/already-accepted', { status });
    if (found.hold) throw new Refusal('documents/held');
    if (!(await this.broughtBy(delegate)).has(document)) throw new Refusal('people/not-allowed');
    await this.shelf.delete(document, { by: delegate.name, reason: takenBack });
    await this.requests.noted(delegate.evaluationId, delegate.request, `${found.title}: ${takenBack}`, { person: null, name: delegate.name });
    await this.news.changed(delegate.evaluationId);
    return this.view(delegate, state);
  }

  /** Documents of which every version came by a link to that request sent to that address: a link may have been renewed. */
  private async broughtBy({ request, email }: Delegate): Promise<ReadonlySet<string>> {
    const rows = await statement<{ id: string }>(this.source, 'brought-by', broughtStatement, [request, email]);
    return new Set(rows.map(({ id }) => id));
  }

  /** This one request and nothing else of the evaluation: no other link, no owner, no name but of who moved it. */
  async view(delegate: Delegate, state: EvaluationState): Promise<AnswerOf<typeof documents.delegated>> {
    const [row, asked, names, brought] = await Promise.all([this.requests.row(delegate.evaluationId, delegate.request), this.requests.asked(delegate.evaluationId), this.requests.namesIn(state), this.broughtBy(delegate)]);
    if (row.status === 'draft') throw new Refusal('documents/link-spent');
    const { links: _links, owner: _owner, ...request } = requestView(row, asked, { movers: ['delegate'], locked: state.locked !== null, now: new Date(), nameOf: names });
    const removable = state.locked || !mayTakeBack(row.status) ? [] : request.documents.filter(({ document, hold }) => !hold && brought.has(document)).map(({ document }) => document);
    return { municipality: state.municipality.name, name: delegate.name, expiresAt: delegate.expiresAt.toISOString(), request, limits: this.requests.limits, removable };
  }
}

const takenBack = 'Togs bort av den som lämnade';

const broughtStatement = `SELECT d.id FROM document d JOIN document_version v ON v.document_id = d.id LEFT JOIN request_link l ON l.id = v.link_id
  WHERE d.request_id = $1 AND d.removed_at IS NULL GROUP BY d.id HAVING bool_and(COALESCE(l.request_id = $1 AND l.email = $2, false))`;
