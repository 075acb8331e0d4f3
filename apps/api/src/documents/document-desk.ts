import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AnswerOf, BodyOf, DocumentVersionView, DocumentView } from '@samsyn/contract';
import { documents } from '@samsyn/contract';
import { Refusal, requireMaterial, requireMaterialRole } from '@samsyn/domain';
import { DataSource } from 'typeorm';
import { EvaluationLedger } from '../evaluation';
import { FileStorage } from '../files';
import type { SignedIn } from '../people';
import { DocumentShelf } from './document-shelf';
import { claimedKind } from './document-types';
import { Requests } from './requests';
import { MaterialNews } from './requests-news';
import { previewOf, Unreadable, type Around } from './text-thread';

/** A version that may be opened. */
export interface Openable {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly stored: string;
  readonly pages: number | null;
}

interface Found extends Omit<Openable, 'stored' | 'size'> {
  readonly size: string;
  readonly stored: string | null;
  readonly state: DocumentVersionView['state'];
  readonly removed: boolean;
}

/** At the desk: opening, reading, naming and taking away what lies on the shelf. */
@Injectable()
export class DocumentDesk {
  /** One preview at a time: each may take half a gigabyte. */
  private previewing: Promise<unknown> = Promise.resolve();

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly ledger: EvaluationLedger,
    private readonly requests: Requests,
    private readonly shelf: DocumentShelf,
    private readonly news: MaterialNews,
    private readonly storage: FileStorage,
  ) {}

  /** The version, when its bytes may be given out. Refuses `documents/deleted` and, unless checked, `documents/not-openable`. */
  async open(person: string, id: string, version: string): Promise<Openable> {
    requireMaterial((await this.ledger.read(id)).state, person);
    const [found] = await this.source.query<Found[]>('SELECT v.id, v.name, v.type, v.size, v.stored_as AS stored, v.pages, v.state, d.removed_at IS NOT NULL AS removed FROM document_version v JOIN document d ON d.id = v.document_id WHERE v.id = $1 AND d.evaluation_id = $2', [version, id]);
    if (!found) throw new Refusal('wire/not-found');
    if (found.removed) throw new Refusal('documents/deleted');
    if (found.stored === null || (found.state !== 'clean' && found.state !== 'unscanned')) throw new Refusal('documents/not-openable', { state: found.state });
    return { id: found.id, name: found.name, type: found.type, pages: found.pages, size: Number(found.size), stored: found.stored };
  }

  async page(person: string, id: string, version: string, page: number): Promise<AnswerOf<typeof documents.page>> {
    const { pages } = await this.open(person, id, version);
    const [row] = await this.source.query<AnswerOf<typeof documents.page>[]>(`SELECT text, COALESCE(places, '[]') AS places FROM document_page WHERE version_id = $1 AND page = $2`, [version, page]);
    if (!row) throw new Refusal('wire/not-found');
    return { page, pages: pages ?? page, text: row.text, places: row.places };
  }

  /** Made when it is asked for and kept nowhere, so that nothing of a deleted document is left over. */
  async preview(person: string, id: string, version: string, around: Around = null): Promise<AnswerOf<typeof documents.preview>> {
    const found = await this.open(person, id, version);
    const { preview, ending } = claimedKind(found.name);
    const nothing = { html: null, sheets: null, text: null, places: null };
    if (preview !== 'worker') return { kind: preview, ...nothing };
    const turn = this.previewing.then(() => this.make(found.stored, ending, around));
    this.previewing = turn.catch(() => undefined);
    try {
      return await turn;
    } catch (fault) {
      if (fault instanceof Unreadable) return { kind: 'none', ...nothing };
      throw fault;
    }
  }

  async rename(caller: SignedIn, id: string, document: string, { title, request }: BodyOf<typeof documents.rename>): Promise<DocumentView> {
    requireMaterialRole((await this.ledger.read(id)).state, caller.id, 'coordinator', 'contact', 'evaluator');
    await this.shelf.one(id, document);
    if (request !== null) await this.requests.row(id, request);
    await this.source.query('UPDATE document SET title = $2, request_id = $3 WHERE id = $1 AND removed_at IS NULL', [document, title, request]);
    await this.news.changed(id);
    return this.shelf.one(id, document);
  }

  /** Takes a document away with its bytes and its text. Others than the coordinator may take away what they brought themselves. */
  async remove(caller: SignedIn, id: string, document: string, reason: string): Promise<void> {
    const roles = requireMaterialRole((await this.ledger.read(id)).state, caller.id, 'coordinator', 'contact', 'evaluator');
    const found = await this.shelf.one(id, document);
    if (found.hold) throw new Refusal('documents/held');
    const [foreign] = await this.source.query<unknown[]>('SELECT 1 FROM document_version WHERE document_id = $1 AND person_id IS DISTINCT FROM $2 LIMIT 1', [document, caller.id]);
    if (foreign && !roles.includes('coordinator')) throw new Refusal('people/not-allowed');
    await this.shelf.delete(document, { by: caller.name, reason });
    if (found.request !== null) await this.requests.noted(id, found.request, `${found.title}: ${reason}`, { person: caller.id, name: '' });
    await this.news.changed(id);
  }

  private async make(stored: string, ending: string, around: Around): Promise<AnswerOf<typeof documents.preview>> {
    const { path, release } = await this.storage.onDisk(stored);
    try {
      return await previewOf(path, ending, around);
    } finally {
      await release();
    }
  }
}
