import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { CopyFault, DocumentVersionView, DocumentView } from '@samsyn/contract';
import { deletionDay, Refusal, swedishTime, type RetentionClass } from '@samsyn/domain';
import { DataSource } from 'typeorm';
import { FileStorage } from '../files';
import { SETTINGS, type Settings } from '../http';
import { largestFile } from './document-types';

interface Shelved {
  readonly id: string;
  readonly evaluationId: string;
  readonly request: string | null;
  readonly title: string;
  readonly kind: 'file' | 'web';
  readonly retention: RetentionClass;
  readonly hold: boolean;
  readonly versions: readonly (Omit<DocumentVersionView, 'copy'> & { copyState: 'waiting' | 'fetching' | 'done' | 'failed' | null; copyFault: CopyFault | null; fetchedAt: string | null; source: string })[];
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
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Whether web pages are copied here. */
  get copies(): boolean {
    return this.settings.WEB_COPIES === 'on';
  }

  /** How many bytes more may be stored: by the quota, and by the disk. */
  async room(): Promise<number> {
    const { FILES_QUOTA_MB: quota } = this.settings;
    const [used] = await this.source.query<{ bytes: string }[]>('SELECT COALESCE(sum(size), 0) AS bytes FROM document_version WHERE stored_as IS NOT NULL');
    return Math.min(quota === undefined ? Number.POSITIVE_INFINITY : largestFile(quota) - Number(used?.bytes ?? 0), await this.storage.room());
  }

  /** Everything that is not removed, oldest first; each with its versions, newest first. */
  async of(evaluationId: string): Promise<DocumentView[]> {
    return (await this.source.query<Shelved[]>(`${shelved} WHERE d.evaluation_id = $1 AND d.removed_at IS NULL ORDER BY d.created_at, d.id`, [evaluationId])).map((row) => viewOf(row, this.copies));
  }

  /** One document of that evaluation; refuses `wire/not-found` also for one of another evaluation, and a removed one. */
  async one(evaluationId: string, document: string): Promise<DocumentView> {
    const [found] = await this.source.query<Shelved[]>(`${shelved} WHERE d.evaluation_id = $1 AND d.id = $2 AND d.removed_at IS NULL`, [evaluationId, document]);
    if (!found) throw new Refusal('wire/not-found');
    return viewOf(found, this.copies);
  }

  /**
   * Takes a document away for good: its bytes, the web page they were made from, and the text of its pages (previews are made when asked for and kept
   * nowhere). The rows stay, with who, when and why, so that a citation can say what became of it. Repeating it is harmless.
   */
  async delete(document: string, why: { by: string; reason: string }): Promise<Deleted> {
    const [row] = await this.source.query<{ title: string }[]>('SELECT title FROM document WHERE id = $1', [document]);
    if (!row) throw new Refusal('wire/not-found');
    // From here on nobody can open it, whatever becomes of the process.
    await this.source.query('UPDATE document SET removed_at = now(), removed_by = $2, removed_reason = $3 WHERE id = $1 AND removed_at IS NULL', [document, why.by, why.reason]);
    const versions = await this.source.query<{ id: string; stored: string | null; source: string | null; sha256: string[] }[]>('SELECT id, stored_as AS stored, source_as AS source, ARRAY[sha256, source_sha256] AS sha256 FROM document_version WHERE document_id = $1 ORDER BY number', [document]);
    for (const own of versions.flatMap(({ stored, source }) => [stored, source])) if (own !== null) await this.storage.remove(own);
    const ids = versions.map(({ id }) => id);
    const [, pages] = await this.source.query<[unknown, number]>('DELETE FROM document_page WHERE version_id = ANY($1)', [ids]);
    await this.source.query('UPDATE document_version SET stored_as = NULL, source_as = NULL WHERE id = ANY($1)', [ids]);
    return { title: row.title, files: versions.filter(({ stored }) => stored !== null).length, pages, sha256: versions.flatMap(({ sha256 }) => sha256).filter((own) => own !== '') };
  }
}

const shelved = `SELECT d.id, d.evaluation_id AS "evaluationId", d.request_id AS request, d.title, d.kind, d.retention, d.hold, v.versions FROM document d CROSS JOIN LATERAL (
  SELECT jsonb_agg(jsonb_build_object('version', v.id, 'number', v.number, 'name', v.name, 'size', v.size, 'type', v.type, 'sha256', v.sha256, 'state', v.state, 'refusedFor', v.refused_for, 'uploadedAt', v.uploaded_at,
    'uploadedBy', v.uploaded_by, 'url', v.url, 'pages', v.pages, 'text', v.text_state, 'progress', v.progress,
    'copyState', v.copy_state, 'copyFault', v.copy_fault, 'fetchedAt', v.fetched_at, 'source', v.source_sha256) ORDER BY v.number DESC) AS versions FROM document_version v WHERE v.document_id = d.id) v`;

/** How the copy of a web page stands; none for a file, nor where nothing was copied and nothing will be. */
function copyOf({ copyState, copyFault, fetchedAt, source }: Pick<Shelved['versions'][number], 'copyState' | 'copyFault' | 'fetchedAt' | 'source'>, copies: boolean): DocumentVersionView['copy'] {
  if (copyState === null && !copies) return null;
  return { state: copyState === 'fetching' ? 'waiting' : (copyState ?? 'none'), fault: copyFault, fetchedAt: fetchedAt && new Date(fetchedAt).toISOString(), source };
}

function viewOf({ id, evaluationId: _, versions: rows, ...rest }: Shelved, copies: boolean): DocumentView {
  const versions = rows.map(({ copyState, copyFault, fetchedAt, source, ...version }) => ({
    ...version, uploadedAt: new Date(version.uploadedAt).toISOString(),
    copy: rest.kind === 'web' ? copyOf({ copyState, copyFault, fetchedAt, source }, copies) : null,
  }));
  const newest = swedishTime(new Date(versions[0]?.uploadedAt ?? 0)).day;
  return { document: id, ...rest, versions, deleteOn: deletionDay(rest.retention, newest) };
}
