import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DocumentVersionView, DocumentView } from '@samsyn/contract';
import { deletionDay, Refusal, swedishTime, type RetentionClass } from '@samsyn/domain';
import { DataSource } from 'typeorm';
import { FileStorage } from '../files';

interface Shelved {
  readonly id: string;
  readonly evaluationId: string;
  readonly request: string | null;
  readonly title: string;
  readonly kind: 'file' | 'web';
  readonly retention: RetentionClass;
  readonly hold: boolean;
  readonly versions: readonly (Omit<DocumentVersionView, 'uploadedAt'> & { uploadedAt: string })[];
}

/** What went with a deleted document, for the receipt: nothing of it can be read any more. */
export interface Deleted {
  readonly title: string;
  readonly files: number;
  readonly pages: number;
  readonly sha256: readonly string[];
}

/** The documents of an evaluation as they stand on the shelf, and their complete removal. */
@Injectable()
export class DocumentShelf {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly storage: FileStorage,
  ) {}

  /** Everything that is not removed, oldest first; each with its versions, newest first. */
  async of(evaluationId: string): Promise<DocumentView[]> {
    return (await this.source.query<Shelved[]>(`${shelved} WHERE d.evaluation_id = $1 AND d.removed_at IS NULL ORDER BY d.created_at, d.id`, [evaluationId])).map(viewOf);
  }

  /** One document of that evaluation; refuses `wire/not-found` also for one of another evaluation, and a removed one. */
  async one(evaluationId: string, document: string): Promise<DocumentView> {
    const [found] = await this.source.query<Shelved[]>(`${shelved} WHERE d.evaluation_id = $1 AND d.id = $2 AND d.removed_at IS NULL`, [evaluationId, document]);
    if (!found) throw new Refusal('wire/not-found');
    return viewOf(found);
  }

  /**
   * Takes a document away for good: its bytes and the text of its pages (previews are made when asked for and kept
   * nowhere). The rows stay, with who, when and why, so that a citation can say what became of it. Repeating it is harmless.
   */
  async delete(document: string, why: { by: string; reason: string }): Promise<Deleted> {
    const [row] = await this.source.query<{ title: string }[]>('SELECT title FROM document WHERE id = $1', [document]);
    if (!row) throw new Refusal('wire/not-found');
    // From here on nobody can open it, whatever becomes of the process.
    await this.source.query('UPDATE document SET removed_at = now(), removed_by = $2, removed_reason = $3 WHERE id = $1 AND removed_at IS NULL', [document, why.by, why.reason]);
    const versions = await this.source.query<{ id: string; stored: string | null; sha256: string }[]>('SELECT id, stored_as AS stored, sha256 FROM document_version WHERE document_id = $1 ORDER BY number', [document]);
    for (const { stored } of versions) if (stored !== null) await this.storage.remove(stored);
    const ids = versions.map(({ id }) => id);
    const [, pages] = await this.source.query<[unknown, number]>('DELETE FROM document_page WHERE version_id = ANY($1)', [ids]);
    await this.source.query('UPDATE document_version SET stored_as = NULL WHERE id = ANY($1)', [ids]);
    return { title: row.title, files: versions.filter(({ stored }) => stored !== null).length, pages, sha256: versions.map(({ sha256 }) => sha256).filter((own) => own !== '') };
  }
}

const shelved = `SELECT d.id, d.evaluation_id AS "evaluationId", d.request_id AS request, d.title, d.kind, d.retention, d.hold, v.versions FROM document d CROSS JOIN LATERAL (
  SELECT jsonb_agg(jsonb_build_object('version', v.id, 'number', v.number, 'name', v.name, 'size', v.size, 'type', v.type, 'sha256', v.sha256, 'state', v.state, 'refusedFor', v.refused_for, 'uploadedAt', v.uploaded_at,
    'uploadedBy', v.uploaded_by, 'url', v.url, 'pages', v.pages, 'text', v.text_state, 'progress', v.progress) ORDER BY v.number DESC) AS versions FROM document_version v WHERE v.document_id = d.id) v`;

function viewOf({ id, evaluationId: _, versions: rows, ...rest }: Shelved): DocumentView {
  const versions = rows.map((version) => ({ ...version, uploadedAt: new Date(version.uploadedAt).toISOString() }));
  const newest = swedishTime(new Date(versions[0]?.uploadedAt ?? 0)).day;
  return { document: id, ...rest, versions, deleteOn: deletionDay(rest.retention, newest) };
}
