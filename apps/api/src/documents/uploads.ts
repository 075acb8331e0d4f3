import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DocumentView } from '@samsyn/contract';
import { isOnTeam, Refusal, requireMaterialRole, requireUnlocked, type RequestState } from '@samsyn/domain';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import * as z from 'zod';
import { EvaluationLedger } from '../evaluation';
import { FileStorage, StorageFull } from '../files';
import { SETTINGS, type Settings } from '../http';
import { cleanName, titleOf } from './document-name';
import { DocumentJobs } from './document-jobs';
import { DocumentShelf } from './document-shelf';
import { claimedKind, largestFile } from './document-types';
import { Links } from './links';
import { Requests } from './requests';
import { MaterialNews } from './requests-news';
import { WebCopyJobs } from './web-copy-jobs';

/** Who sends: a member, or the holder of a link. `token` is theirs alone and is never kept. */
export type Sender = { readonly person: { readonly id: string; readonly name: string } } | { readonly token: string };

/** By whom something comes in, for which evaluation, and, by a link, for which request only. */
interface Bringing {
  readonly evaluation: string;
  readonly by: { readonly person: string | null; readonly name: string };
  readonly link: string;
  readonly onlyRequest: string | null;
  /** Refuses a request they do not know of: the municipality sees no drafts. */
  readonly sees: (request: { readonly status: RequestState }) => void;
}

const metadataSchema = z.object({
  evaluation: z.uuid().toLowerCase().optional(),
  filename: z.string().min(1).max(1000),
  request: z.uuid().toLowerCase().optional(),
  replaces: z.uuid().toLowerCase().optional(),
  sha256: z.string().toLowerCase().regex(/^[0-9a-f]{64}$/).optional(),
});

/** What is written down beside the bytes while they come; enough to go on after anything, and no secret. */
const keptSchema = metadataSchema.extend({ evaluation: z.string(), document: z.string(), person: z.string(), link: z.string(), name: z.string() });
export type Kept = z.infer<typeof keptSchema>;

/** Brings documents in: decides who may send what before a byte is taken, and puts what is complete on the shelf. */
@Injectable()
export class Uploads {
  private readonly logger = new Logger('uploads');

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly ledger: EvaluationLedger,
    private readonly requests: Requests,
    private readonly links: Links,
    private readonly shelf: DocumentShelf,
    private readonly jobs: DocumentJobs,
    private readonly copies: WebCopyJobs,
    private readonly news: MaterialNews,
    private readonly storage: FileStorage,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  get largest(): number {
    return largestFile(this.settings.UPLOAD_MAX_MB);
  }

  /** Whether this may be sent; what is to be kept about it. Refuses before anything is written. */
  async begin(sender: Sender, given: Readonly<Record<string, string | null>>, size: number): Promise<Kept> {
    const parsed = metadataSchema.safeParse(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== '')));
    if (!parsed.success) throw new Refusal('wire/invalid', { fields: parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), problem: message })) });
    const { evaluation, by, link, onlyRequest, sees } = await this.bringing(sender, parsed.data.evaluation ?? null);
    const filename = cleanName(parsed.data.filename);
    claimedKind(filename);
    if (size > this.largest) throw new Refusal('documents/too-large', { megabytes: this.settings.UPLOAD_MAX_MB });
    if (size > (await this.shelf.room())) throw new Refusal('documents/disk-full');
    const replaced = parsed.data.replaces === undefined ? null : await this.shelf.one(evaluation, parsed.data.replaces);
    if (replaced && (replaced.kind !== 'file' || (onlyRequest !== null && replaced.request !== onlyRequest))) throw new Refusal('wire/not-found');
    const request = onlyRequest ?? parsed.data.request ?? replaced?.request ?? null;
    if (request !== null) sees(await this.requests.row(evaluation, request));
    return {
      ...parsed.data, evaluation, filename, document: replaced?.document ?? randomUUID(), ...(request !== null && { request }), person: by.person ?? '', name: by.name, link,
    };
  }

  /** Whether the sender may go on with it: the same person, or a link that still holds. Anything else does not exist. */
  async goOn(sender: Sender | null, kept: Kept): Promise<void> {
    if (kept.link !== '') await this.requireLink(kept.link, kept.evaluation);
    else if (!sender || !('person' in sender) || sender.person.id !== kept.person) throw new Refusal('wire/not-found');
    else await this.bringing(sender, kept.evaluation);
  }

  /** Puts a complete upload on the shelf; doing so again changes nothing. Its version has the upload's own id. */
  async finish(upload: { id: string; size?: number | undefined; metadata?: unknown }): Promise<void> {
    const kept = keptOf(upload.metadata);
    await this.storage.keep(upload.id);
    const added = await this.source.transaction((manager) => shelve(manager, upload.id, upload.size ?? 0, kept)).catch(async (fault: unknown) => {
      if (fault instanceof Refusal) await this.storage.remove(upload.id);
      throw fault;
    });
    await this.storage.kept(upload.id);
    if (!added) return;
    if (kept.request !== undefined) await this.requests.begun(kept.evaluation, kept.request, { person: kept.person || null, name: kept.name });
    this.jobs.wake();
    await this.news.changed(kept.evaluation);
  }

  /** How large the version is that came of an upload whose bytes wait no more; null for none, or another's. */
  async sizeOf(id: string, sender: Sender | null): Promise<number | null> {
    const [row] = await this.source.query<{ size: string; person: string | null }[]>('SELECT size, person_id AS person FROM document_version WHERE id = $1', [id]);
    const own = row && (row.person === null || (sender !== null && 'person' in sender && sender.person.id === row.person));
    return own ? Number(row.size) : null;
  }

  /** An address instead of a file, with the day it was found; a copy of what lies there is fetched in the background. */
  async addWeb(sender: Sender, evaluationId: string | null, given: { request: string | null; url: string; title: string }): Promise<DocumentView> {
    const { evaluation, by, link, onlyRequest, sees } = await this.bringing(sender, evaluationId);
    const request = onlyRequest ?? given.request;
    if (request !== null) sees(await this.requests.row(evaluation, request));
    const document = randomUUID();
    await this.source.transaction(async (manager) => {
      await requireOpen(manager, evaluation);
      await manager.query(`INSERT INTO document (id, evaluation_id, request_id, title, kind) VALUES ($1, $2, $3, $4, 'web')`, [document, evaluation, request, given.title]);
      await manager.query(`INSERT INTO document_version (id, document_id, number, name, size, type, state, uploaded_by, person_id, link_id, url, text_state, copy_state) VALUES ($1, $2, 1, $3, 0, 'text/uri-list', 'unscanned', $4, $5, $6, $7, 'unsupported', $8)`, [randomUUID(), document, given.title, by.name, by.person, link || null, given.url, this.shelf.copies ? 'waiting' : null]);
    });
    if (request !== null) await this.requests.begun(evaluation, request, by);
    this.copies.wake();
    await this.news.changed(evaluation);
    return this.shelf.one(evaluation, document);
  }

  /** Fetches a web page anew: once more what failed, otherwise as a new version, so that a citation stays on what was read. */
  async copyWeb(sender: Sender, evaluationId: string | null, document: string): Promise<DocumentView> {
    const { evaluation, by, link, onlyRequest } = await this.bringing(sender, evaluationId);
    const { kind, request } = await this.shelf.one(evaluation, document);
    if (kind !== 'web' || !this.shelf.copies || (onlyRequest !== null && request !== onlyRequest)) throw new Refusal('wire/not-found');
    await this.source.transaction(async (manager) => {
      await requireOpen(manager, evaluation);
      await copyAgain(manager, document, by, link || null);
    });
    this.copies.wake();
    await this.news.changed(evaluation);
    return this.shelf.one(evaluation, document);
  }

  /** Throws away what was begun long ago and never finished. */
  async tidy(now: Date): Promise<void> {
    try {
      const removed = await this.storage.tidy(now);
      if (removed > 0) this.logger.log(`${removed} unfinished uploads removed`);
    } catch (fault) {
      this.logger.error(fault instanceof Error ? fault.stack : String(fault));
    }
  }

  private async bringing(sender: Sender, evaluationId: string | null): Promise<Bringing> {
    if ('token' in sender) {
      const link = await this.links.byToken(sender.token);
      requireUnlocked((await this.ledger.read(link.evaluationId)).state);
      return { evaluation: link.evaluationId, by: { person: null, name: link.name }, link: link.link, onlyRequest: link.request, sees: sent };
    }
    if (evaluationId === null) throw new Refusal('wire/not-found');
    const roles = requireMaterialRole((await this.ledger.read(evaluationId)).state, sender.person.id, 'coordinator', 'contact', 'evaluator');
    return { evaluation: evaluationId, by: { person: sender.person.id, name: sender.person.name }, link: '', onlyRequest: null, sees: isOnTeam(roles) ? () => undefined : sent };
  }

  private async requireLink(link: string, evaluation: string): Promise<void> {
    const [found] = await this.source.query<unknown[]>('SELECT 1 FROM request_link WHERE id = $1 AND evaluation_id = $2 AND revoked_at IS NULL AND expires_at > now()', [link, evaluation]);
    if (!found) throw new Refusal('documents/link-spent');
    requireUnlocked((await this.ledger.read(evaluation)).state);
  }
}

const sent = ({ status }: { readonly status: RequestState }): void => {
  if (status === 'draft') throw new Refusal('wire/not-found');
};

/** As one entry of plain letters: a bucket keeps what is known about a file in headers, which take no others. */
export const metadataOf = (kept: Kept): Record<string, string> => ({ kept: Buffer.from(JSON.stringify(kept)).toString('base64url') });

const packedSchema = z.object({ kept: z.string() });

export function keptOf(metadata: unknown): Kept {
  const packed = packedSchema.safeParse(metadata);
  const parsed = packed.success ? keptSchema.safeParse(JSON.parse(Buffer.from(packed.data.kept, 'base64url').toString('utf8'))) : null;
  if (!parsed?.success) throw new Refusal('wire/not-found');
  return parsed.data;
}

async function requireOpen(manager: EntityManager, evaluation: string): Promise<void> {
  const [head] = await manager.query<{ locked: boolean }[]>('SELECT locked FROM evaluation WHERE id = $1 FOR SHARE', [evaluation]);
  if (head?.locked !== false) throw new Refusal('evaluation/locked');
}

/** The rows of a complete upload, once: false when they are there. Two versions at once get different numbers. */
async function shelve(manager: EntityManager, id: string, size: number, kept: Kept): Promise<boolean> {
  const [known] = await manager.query<unknown[]>('SELECT 1 FROM document_version WHERE id = $1', [id]);
  if (known) return false;
  await requireOpen(manager, kept.evaluation);
  const { type } = claimedKind(kept.filename);
  await manager.query(`INSERT INTO document (id, evaluation_id, request_id, title, kind) VALUES ($1, $2, $3, $4, 'file') ON CONFLICT (id) DO NOTHING`, [kept.document, kept.evaluation, kept.request ?? null, titleOf(kept.filename)]);
  const [document] = await manager.query<{ removed: boolean }[]>('SELECT removed_at IS NOT NULL AS removed FROM document WHERE id = $1 FOR UPDATE', [kept.document]);
  if (document?.removed !== false) throw new Refusal('documents/deleted');
  const added = await manager.query<unknown[]>(
    `INSERT INTO document_version (id, document_id, number, name, size, type, promised, state, uploaded_by, person_id, link_id, stored_as, text_state)
     SELECT $1::uuid, $2::uuid, COALESCE(max(number), 0) + 1, $3, $4::bigint, $5, $6, 'checking', $7, $8::uuid, $9::uuid, ($1::uuid)::text, 'waiting' FROM document_version WHERE document_id = $2::uuid ON CONFLICT (id) DO NOTHING RETURNING id`,
    [id, kept.document, kept.filename, size, type, kept.sha256 ?? null, kept.name, kept.person || null, kept.link || null],
  );
  return added.length > 0;
}

/** One fetching at a time: what is under way is not begun again. */
async function copyAgain(manager: EntityManager, document: string, by: Bringing['by'], link: string | null): Promise<void> {
  const [removed] = await manager.query<{ removed: boolean }[]>('SELECT removed_at IS NOT NULL AS removed FROM document WHERE id = $1 FOR UPDATE', [document]);
  if (removed?.removed !== false) throw new Refusal('documents/deleted');
  const [newest] = await manager.query<{ id: string; number: number; url: string; copied: string | null }[]>('SELECT id, number, url, copy_state AS copied FROM document_version WHERE document_id = $1 ORDER BY number DESC LIMIT 1', [document]);
  if (!newest || newest.copied === 'waiting' || newest.copied === 'fetching') return;
  if (newest.copied !== 'done') await manager.query(`UPDATE document_version SET copy_state = 'waiting', copy_fault = NULL, leased_until = NULL, attempts = 0 WHERE id = $1`, [newest.id]);
  else await manager.query(`INSERT INTO document_version (id, document_id, number, name, size, type, state, uploaded_by, person_id, link_id, url, text_state, copy_state) SELECT $1, $2, $3, d.title, 0, 'text/uri-list', 'unscanned', $4, $5, $6, $7, 'unsupported', 'waiting' FROM document d WHERE d.id = $2`, [randomUUID(), document, newest.number + 1, by.name, by.person, link, newest.url]);
}

/** What a full disk is called, by whichever way it was noticed. */
export const asRefusal = (fault: unknown): unknown => (fault instanceof StorageFull ? new Refusal('documents/disk-full') : fault);
