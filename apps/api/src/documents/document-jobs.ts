import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { FileStorage } from '../files';
import { DocumentCheck } from './document-check';
import { claimedKind } from './document-types';
import { MaterialNews } from './requests-news';
import { readText, Unreadable, type PageText } from './text-thread';

interface Job {
  readonly id: string;
  readonly evaluation: string;
  readonly name: string;
  readonly stored: string;
  /** Where the web page lies of which it is the copy. */
  readonly source: string | null;
  readonly promised: string | null;
  readonly state: string;
  readonly attempts: number;
  readonly after: number;
}

const pollMilliseconds = 5_000;
const tries = 3;
/** Progress is told at most this often; the last word always. */
const newsMilliseconds = 1_500;

/**
 * Checks files and reads their text, one at a time. The rows themselves are the queue (docs/decisions/0004): a job is
 * taken by a lease that runs out, so what a killed process had begun is taken up again, after the pages already stored.
 */
@Injectable()
export class DocumentJobs implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('documents');
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> | null = null;
  private again = false;
  private closing = false;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly storage: FileStorage,
    private readonly checker: DocumentCheck,
    private readonly news: MaterialNews,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.wake(), pollMilliseconds).unref();
    this.wake();
  }

  async onModuleDestroy(): Promise<void> {
    this.closing = true;
    clearInterval(this.timer);
    await this.working;
  }

  /** Looks for work now. Work that is under way looks once more when it ends. */
  wake(): void {
    this.again = true;
    if (this.closing) return;
    this.working ??= this.work().finally(() => {
      this.working = null;
      if (this.again) this.wake();
    });
  }

  private async work(): Promise<void> {
    this.again = false;
    try {
      for (let job = await this.take(); job && !this.closing; job = await this.take()) await this.do(job);
    } catch (fault) {
      if (!this.closing) this.logger.error(fault instanceof Error ? fault.stack : String(fault));
    }
  }

  private async take(): Promise<Job | undefined> {
    const [rows] = await this.source.query<[Job[], number]>(takeStatement);
    return rows[0];
  }

  private async do(job: Job): Promise<void> {
    try {
      const { path, release } = await this.storage.onDisk(job.stored);
      try {
        if (job.state === 'checking') await this.check(job, path);
        else await this.read(job, path);
      } finally {
        await release();
      }
    } catch (fault) {
      if (this.closing) return;
      // The scanner or the storage is away: the file stays closed, and the lease that runs out brings it back.
      this.logger.error(`${job.id}: ${fault instanceof Error ? fault.message : 'unknown'}`);
      await this.source.query(`UPDATE document_version SET leased_until = now() + interval '30 seconds' WHERE id = $1`, [job.id]);
    }
    await this.news.changed(job.evaluation);
  }

  private async check(job: Job, path: string): Promise<void> {
    const { state, refusedFor, sha256 } = await this.checker.check(path, job.name, job.promised);
    const text = claimedKind(job.name).text && state !== 'refused' ? 'waiting' : 'unsupported';
    await this.source.query(
      checkedStatement,
      [job.id, state, refusedFor, sha256, text],
    );
    for (const own of state === 'refused' ? [job.stored, job.source] : []) if (own !== null) await this.storage.remove(own);
  }

  private async read(job: Job, path: string): Promise<void> {
    const outcome = job.attempts > tries ? 'failed' : await this.textOf(job, path);
    await this.source.query(
      `UPDATE document_version v SET text_state = CASE WHEN $2::text = 'done' AND NOT EXISTS (SELECT 1 FROM document_page p WHERE p.version_id = v.id AND p.text ~ '\\S') THEN 'empty' ELSE $2 END, progress = 100, leased_until = NULL WHERE id = $1`,
      [job.id, outcome],
    );
  }

  private async textOf(job: Job, path: string): Promise<string> {
    let told = Date.now();
    try {
      await readText(path, claimedKind(job.name).ending, job.after, async (pages, chunk) => {
        await this.store(job.id, pages, chunk);
        if (Date.now() - told < newsMilliseconds) return;
        told = Date.now();
        await this.news.changed(job.evaluation);
      });
      return 'done';
    } catch (fault) {
      if (fault instanceof Unreadable) return fault.why;
      throw fault;
    }
  }

  /** Pages of a document that was taken away meanwhile are not stored, and its reading ends. */
  private async store(version: string, pages: number, chunk: readonly PageText[]): Promise<void> {
    const last = chunk.at(-1)?.page ?? 0;
    const [held] = await this.source.query<[unknown[], number]>(storeStatement, [version, chunk.map(({ page }) => page), chunk.map(({ text }) => text), pages, Math.min(99, Math.floor((100 * last) / Math.max(1, pages))), chunk.map(({ places }) => (places.length === 0 ? null : JSON.stringify(places)))]);
    if (held.length === 0 || this.closing) throw new Error('not wanted any more');
  }
}

const takeStatement = `UPDATE document_version v SET leased_until = now() + interval '3 minutes', attempts = v.attempts + 1, text_state = CASE WHEN v.state = 'checking' THEN v.text_state ELSE 'working' END
  FROM document d WHERE d.id = v.document_id AND v.id = (
    SELECT w.id FROM document_version w JOIN document e ON e.id = w.document_id
    WHERE (w.state = 'checking' OR w.text_state IN ('waiting', 'working')) AND w.stored_as IS NOT NULL AND e.removed_at IS NULL AND (w.leased_until IS NULL OR w.leased_until < now())
    ORDER BY w.state <> 'checking', w.uploaded_at LIMIT 1 FOR UPDATE OF w SKIP LOCKED)
  RETURNING v.id, d.evaluation_id AS evaluation, v.name, v.stored_as AS stored, v.source_as AS source, v.promised, v.state, v.attempts, COALESCE((SELECT max(page) FROM document_page p WHERE p.version_id = v.id), 0) AS after`;

/** Of a web address what came is refused, not the address: it stays as a link that says why there is no copy. */
const checkedStatement = `UPDATE document_version v SET state = CASE WHEN $2 = 'refused' AND v.url IS NOT NULL THEN 'unscanned' ELSE $2 END, refused_for = CASE WHEN v.url IS NULL THEN $3 END,
  copy_state = CASE WHEN $2 = 'refused' AND v.url IS NOT NULL THEN 'failed' ELSE v.copy_state END, copy_fault = CASE WHEN v.url IS NOT NULL THEN CASE $3 WHEN 'size' THEN 'large' WHEN 'checksum' THEN 'broken' ELSE $3 END END,
  sha256 = $4, text_state = $5, attempts = 0, leased_until = NULL, stored_as = CASE WHEN $2 = 'refused' THEN NULL ELSE v.stored_as END, source_as = CASE WHEN $2 = 'refused' THEN NULL ELSE v.source_as END WHERE v.id = $1 AND v.stored_as IS NOT NULL`;

const storeStatement = `WITH held AS (SELECT v.id FROM document_version v JOIN document d ON d.id = v.document_id WHERE v.id = $1 AND d.removed_at IS NULL AND v.stored_as IS NOT NULL FOR SHARE OF d),
  stored AS (INSERT INTO document_page (version_id, page, text, places) SELECT held.id, x.page, x.text, x.places FROM held, unnest($2::int[], $3::text[], $6::jsonb[]) AS x(page, text, places) ON CONFLICT DO NOTHING)
  UPDATE document_version v SET pages = $4, progress = $5, leased_until = now() + interval '3 minutes' FROM held WHERE v.id = held.id RETURNING v.id`;
