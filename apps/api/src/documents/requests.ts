import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { BodyOf, documents, RequestList, UploadLimits } from '@samsyn/contract';
import { activeMembers, movesOf, needsReason, questionOf, Refusal, requireMaterial, requireMaterialRole, requireMove, requireUnlocked, type EvaluationState, type Mover, type RequestState, type Role, type Words } from '@samsyn/domain';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { statement } from '../database';
import { EvaluationLedger, Evaluations } from '../evaluation';
import { SETTINGS, type Settings } from '../http';
import { DocumentShelf } from './document-shelf';
import { largestFile, takenEndings } from './document-types';
import { DocumentRequestRow, RequestEventRow, RequestLinkRow } from './request-rows.entity';
import { requestKindsOf } from './requests-first-list';
import { MaterialNews } from './requests-news';
import { listView, type Asked } from './requests-view';

type Fields = Omit<BodyOf<typeof documents.change>, 'edition'>;
type Move = BodyOf<typeof documents.move>;

/** Who moves a request: a member, or somebody by name who came by a link. */
export interface Actor {
  readonly person: string | null;
  readonly name: string;
  readonly movers: readonly Mover[];
}

/** The list of what the municipality is asked for. Every change is a compare and set on the request's edition. */
@Injectable()
export class Requests {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly ledger: EvaluationLedger,
    private readonly evaluations: Evaluations,
    private readonly shelf: DocumentShelf,
    private readonly news: MaterialNews,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async list(person: string, id: string): Promise<RequestList> {
    const { state } = await this.ledger.read(id);
    const roles = requireMaterial(state, person);
    const [asked, nameOf] = await Promise.all([this.asked(id), this.namesIn(state)]);
    const contacts = contactsOf(state).map((own) => ({ person: own, name: nameOf(own) }));
    return listView(state, roles, asked, { now: new Date(), nameOf, contacts, scanner: this.settings.CLAMD_HOST !== undefined, limits: this.limits });
  }

  /** What is taken in here, as screens say it beforehand. */
  get limits(): UploadLimits {
    return { largest: largestFile(this.settings.UPLOAD_MAX_MB), endings: takenEndings };
  }

  /** Names of everyone who has ever taken part. */
  async namesIn(state: EvaluationState): Promise<(person: string) => string> {
    const names = await this.evaluations.namesOf(state);
    return (person) => names.get(person)?.name ?? '';
  }

  /** Everything asked for, in the order of the list, with its events oldest first. */
  async asked(evaluationId: string): Promise<Asked> {
    const [rows, events, links, shelved] = await Promise.all([
      this.source.getRepository(DocumentRequestRow).find({ where: { evaluationId }, order: { position: 'ASC', key: 'ASC' } }),
      this.source.getRepository(RequestEventRow).find({ where: { evaluationId }, order: { edition: 'ASC' } }),
      this.source.getRepository(RequestLinkRow).find({ where: { evaluationId }, order: { createdAt: 'ASC', id: 'ASC' } }),
      this.shelf.of(evaluationId),
    ]);
    return { rows, events, links, documents: shelved };
  }

  /** Adds what the model asks for and is not in the list yet. Two at once add it once. */
  async fromInstrument(person: string, id: string, due: string | null): Promise<RequestList> {
    const state = await this.managed(person, id);
    const rows = requestKindsOf(state.instrument).map((kind, at) => ({ id: randomUUID(), ...kind, position: at + 1 }));
    await statement(this.source, 'add-requests', addStatement, [id, JSON.stringify(rows), due, new Date().toISOString()]);
    return this.told(person, id);
  }

  async add(person: string, id: string, given: Fields): Promise<RequestList> {
    const state = await this.managed(person, id);
    const fields = this.checked(state, given);
    const request = randomUUID();
    const words = (text: string): Words => ({ sv: text, en: text });
    const position = (await this.source.getRepository(DocumentRequestRow).maximum('position', { evaluationId: id })) ?? 0;
    await this.source.getRepository(DocumentRequestRow).insert({
      id: request, evaluationId: id, key: `own-${request.slice(0, 8)}`, title: words(fields.title), why: words(fields.why), example: words(fields.example), questions: fields.questions, ownerId: fields.owner, due: fields.due, position: position + 1, updatedAt: new Date(),
    });
    return this.told(person, id);
  }

  async change(person: string, id: string, request: string, given: Fields & { edition: number }): Promise<RequestList> {
    const state = await this.managed(person, id);
    const row = await this.row(id, request);
    const fields = this.checked(state, given);
    const changed = await this.source.getRepository(DocumentRequestRow).update(
      { id: request, evaluationId: id, edition: given.edition },
      { title: reworded(row.title, fields.title), why: reworded(row.why, fields.why), example: reworded(row.example, fields.example), questions: fields.questions, ownerId: fields.owner, due: fields.due, edition: given.edition + 1, updatedAt: new Date() },
    );
    if (changed.affected !== 1) await this.refuseOvertaken(id, request);
    return this.told(person, id);
  }

  async move(person: string, id: string, request: string, given: Move): Promise<RequestList> {
    const { state } = await this.ledger.read(id);
    const movers = requireMover(state, person);
    await this.moveAs(state, request, given, { person, name: '', movers });
    return this.told(person, id);
  }

  /** Moves a request by whoever may: one statement sets the status where the edition still stands, and adds the event. */
  async moveAs(state: EvaluationState, request: string, { to, reason, edition }: Move, actor: Actor): Promise<void> {
    requireUnlocked(state);
    const row = await this.row(state.id, request);
    if (!knows(row, actor.movers)) throw new Refusal('wire/not-found');
    if (row.edition !== edition) await this.refuseOvertaken(state.id, request);
    requireMove(row.status, to, reason, ...actor.movers);
    await this.record(state.id, [row], to, reason, actor);
    await this.news.changed(state.id);
  }

  /** Several at once, all or none. */
  async moveMany(person: string, id: string, given: BodyOf<typeof documents.moveMany>): Promise<RequestList> {
    const { state } = await this.ledger.read(id);
    const movers = requireMover(state, person);
    requireUnlocked(state);
    const wanted = new Set(given.requests);
    const rows = (await this.source.getRepository(DocumentRequestRow).findBy({ evaluationId: id })).filter((row) => wanted.has(row.id) && knows(row, movers));
    if (rows.length < wanted.size) throw new Refusal('wire/not-found');
    const stuck = rows.filter(({ status }) => !movesOf(status, ...movers).includes(given.to));
    if (stuck.length > 0) throw new Refusal('documents/illegal-move', { to: given.to, requests: stuck.map((row) => row.id), allowed: [] });
    if (given.reason.trim() === '' && rows.some(({ status }) => needsReason(status, given.to))) throw new Refusal('documents/reason-missing', { to: given.to });
    if (rows.length > 0) await this.record(id, rows, given.to, given.reason, { person, name: '' });
    return this.told(person, id);
  }

  /** The first thing that comes in for a request that was only asked for: somebody is at work on it. Never refuses. */
  async begun(evaluationId: string, request: string, by: Pick<Actor, 'person' | 'name'>): Promise<void> {
    const row = await this.source.getRepository(DocumentRequestRow).findOneBy({ id: request, evaluationId });
    if (row?.status === 'requested') await statement(this.source, 'move-requests', moveStatement, moveValues(evaluationId, [row], 'underway', '', by));
  }

  /** A line in the request's history: it stays where it stands, and something was taken away. */
  async noted(evaluationId: string, request: string, reason: string, by: Pick<Actor, 'person' | 'name'>): Promise<void> {
    await statement(this.source, 'note-request', noteStatement, [request, evaluationId, by.person, by.name, reason]);
  }

  /** The request of that evaluation; refuses `wire/not-found` also for one of another evaluation. */
  async row(evaluationId: string, request: string): Promise<DocumentRequestRow> {
    const row = await this.source.getRepository(DocumentRequestRow).findOneBy({ id: request, evaluationId });
    if (!row) throw new Refusal('wire/not-found');
    return row;
  }

  private async record(evaluationId: string, rows: readonly DocumentRequestRow[], to: RequestState, reason: string, actor: Pick<Actor, 'person' | 'name'>): Promise<void> {
    const moved = await statement(this.source, 'move-requests', moveStatement, moveValues(evaluationId, rows, to, reason, actor));
    if (moved.length < rows.length) await this.refuseOvertaken(evaluationId, (rows[0] as DocumentRequestRow).id);
  }

  private async managed(person: string, id: string): Promise<EvaluationState> {
    const { state } = await this.ledger.read(id);
    requireMaterialRole(state, person, 'coordinator');
    return state;
  }

  private checked(state: EvaluationState, fields: Fields): Fields {
    for (const number of fields.questions) questionOf(state.instrument, number);
    if (fields.owner !== null && !contactsOf(state).includes(fields.owner)) throw new Refusal('documents/not-a-contact');
    return { ...fields, questions: [...new Set(fields.questions)] };
  }

  /** Refuses `documents/edited-elsewhere` with what stands now. */
  private async refuseOvertaken(evaluationId: string, request: string): Promise<never> {
    const { status, edition, title } = await this.row(evaluationId, request);
    throw new Refusal('documents/edited-elsewhere', { request, status, edition, title });
  }

  private async told(person: string, id: string): Promise<RequestList> {
    await this.news.changed(id);
    return this.list(person, id);
  }
}

/** The contacts who take part, by person. */
export const contactsOf = (state: EvaluationState): string[] => activeMembers(state).filter(({ role, declared }) => role === 'contact' && declared !== null).map(({ person }) => person);

/** The roles of somebody who may move requests at all; refuses `people/not-allowed` for who may only read. */
function requireMover(state: EvaluationState, person: string): Role[] {
  const roles = requireMaterial(state, person);
  if (!roles.some((role) => role === 'coordinator' || role === 'contact' || role === 'evaluator')) throw new Refusal('people/not-allowed');
  return roles;
}

/** What is not asked yet, the municipality does not know of. */
const knows = ({ status }: DocumentRequestRow, movers: readonly Mover[]): boolean => status !== 'draft' || movers.some((mover) => mover === 'coordinator' || mover === 'evaluator');

/** A text in both languages stays so until somebody writes another one. */
const reworded = (words: Words, text: string): Words => (text === words.sv || text === words.en ? words : { sv: text, en: text });

const addStatement = `INSERT INTO document_request (id, evaluation_id, key, title, why, example, questions, due, position, updated_at)
  SELECT x.id, $1, x.key, x.title, x.why, x.example, x.questions, $3::date, x.position, $4::timestamptz
  FROM jsonb_to_recordset($2::jsonb) AS x(id uuid, key text, title jsonb, why jsonb, example jsonb, questions text[], position int) ORDER BY x.position
  ON CONFLICT (evaluation_id, key) DO NOTHING`;

const moveValues = (evaluationId: string, rows: readonly Pick<DocumentRequestRow, 'id' | 'edition' | 'status'>[], to: RequestState, reason: string, by: Pick<Actor, 'person' | 'name'>): unknown[] => [
  evaluationId, rows.map(({ id }) => id), rows.map(({ edition }) => edition), rows.map(({ status }) => status), to, reason.trim(), new Date().toISOString(), by.person, by.name,
];

/** Moves all or none: when one edition no longer stands, none of them is touched. */
const moveStatement = `WITH given AS (SELECT * FROM unnest($2::uuid[], $3::int[], $4::text[]) AS x(id, edition, status)),
  held AS (SELECT r.id FROM document_request r JOIN given USING (id) WHERE r.evaluation_id = $1 AND r.edition = given.edition ORDER BY r.id FOR UPDATE OF r),
  moved AS (UPDATE document_request r SET status = $5, reason = $6, edition = r.edition + 1, updated_at = $7::timestamptz FROM given
    WHERE r.id = given.id AND r.evaluation_id = $1 AND r.edition = given.edition AND (SELECT count(*) FROM held) = (SELECT count(*) FROM given)
    RETURNING r.id, r.edition, given.status)
  INSERT INTO request_event (request_id, edition, evaluation_id, at, person_id, name, from_status, to_status, reason)
  SELECT id, edition, $1, $7::timestamptz, $8::uuid, $9, status, $5, $6 FROM moved RETURNING request_id`;

const noteStatement = `WITH noted AS (UPDATE document_request SET edition = edition + 1, updated_at = now() WHERE id = $1 AND evaluation_id = $2 RETURNING id, edition, status)
  INSERT INTO request_event (request_id, edition, evaluation_id, at, person_id, name, from_status, to_status, reason) SELECT id, edition, $2, now(), $3::uuid, $4, status, status, $5 FROM noted`;
