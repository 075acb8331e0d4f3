import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { CopyFault } from '@samsyn/contract';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { FileStorage, StorageFull } from '../files';
import { SETTINGS, type Settings } from '../http';
import { DocumentCheck } from './document-check';
import { DocumentJobs } from './document-jobs';
import { DocumentShelf } from './document-shelf';
import { claimedKind, largestFile } from './document-types';
import { MaterialNews } from './requests-news';
import { fetchTo, type Fetched } from './web-copy-fetch';
import { NotCopied, WebGuard } from './web-copy-guard';
import { copyOf, type Copy } from './web-copy-make';

interface Job {
  readonly id: string;
  readonly evaluation: string;
  readonly url: string;
  readonly title: string;
  /** The name under which the page itself is kept, chosen before the first byte of it is written. */
  readonly source: string;
  readonly attempts: number;
}

const pollMilliseconds = 5_000;
const tries = 3;
/** So many addresses at a time: one that is slow to answer holds nobody else up. */
const lanes = 3;
/** With less than a page's worth of room nothing is begun. */
const leastRoom = 64 * 1024;

/**
 * Fetches what lies at web addresses. As with files the rows are the queue (docs/decisions/0004). What was fetched goes
 * on as an upload would: closed until it is checked and scanned, then read for the search.
 */
@Injectable()
export class WebCopyJobs implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('web');
  private readonly closing = new AbortController();
  private readonly working = new Set<Promise<void>>();
  private readonly guard: WebGuard;
  private readonly userAgent: string;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly storage: FileStorage,
    private readonly shelf: DocumentShelf,
    private readonly checker: DocumentCheck,
    private readonly jobs: DocumentJobs,
    private readonly news: MaterialNews,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.guard = new WebGuard(new Set(settings.WEB_COPIES_ALLOW?.toLowerCase().split(',')));
    this.userAgent = userAgent(settings.PUBLIC_URL);
  }

  onApplicationBootstrap(): void {
    if (this.settings.WEB_COPIES === 'off') return;
    this.timer = setInterval(() => this.wake(), pollMilliseconds).unref();
    this.wake();
  }

  async onModuleDestroy(): Promise<void> {
    this.closing.abort();
    clearInterval(this.timer);
    await Promise.all(this.working);
  }

  /** Looks for work now, in a lane of its own while there are any left. */
  wake(): void {
    if (this.settings.WEB_COPIES === 'off' || this.closing.signal.aborted || this.working.size >= lanes) return;
    const lane: Promise<void> = this.work().finally(() => this.working.delete(lane));
    this.working.add(lane);
  }

  private async work(): Promise<void> {
    try {
      for (let job = await this.take(); job; job = await this.take()) {
        if (this.working.size < lanes) this.wake();
        await this.do(job);
      }
    } catch (fault) {
      if (!this.closing.signal.aborted) this.logger.error(nameOf(fault));
    }
  }

  private async take(): Promise<Job | undefined> {
    if (this.closing.signal.aborted) return undefined;
    const [rows] = await this.source.query<[Job[], number]>(takeStatement);
    return rows[0];
  }

  private async do(job: Job): Promise<void> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'samsyn-web-'));
    try {
      if (job.attempts > tries) throw new NotCopied('broken');
      await this.copy(job, folder);
    } catch (fault) {
      await this.lay(job, fault);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    await this.news.changed(job.evaluation);
    this.jobs.wake();
  }

  private async copy(job: Job, folder: string): Promise<void> {
    const at = new Date();
    const fetchedTo = path.join(folder, 'fetched');
    const largest = Math.min(largestFile(this.settings.UPLOAD_MAX_MB), await this.shelf.room());
    if (largest < leastRoom) throw new NotCopied('full');
    const fetched = await fetchTo(this.guard, { url: job.url, path: fetchedTo, userAgent: this.userAgent, largest, closing: this.closing.signal });
    const copy = await copyOf(fetched, { path: fetchedTo, asked: job.url, title: job.title, at });
    if (copy.pdf === null) return this.shelve(job, fetchedTo, copy, at, null);
    // The page itself is kept too, so it is scanned too; the copy made from it is scanned where all files are.
    if (await this.checker.isInfected(fetchedTo)) throw new NotCopied('infected');
    const made = path.join(folder, 'copy');
    await writeFile(made, copy.pdf, { mode: 0o600 });
    await this.storage.put(job.source, fetchedTo);
    await this.shelve(job, made, copy, at, fetched);
  }

  /** Puts the bytes where they stay, then lets the row name them; of a document that was taken away meanwhile nothing stays. */
  private async shelve(job: Job, file: string, { name }: Copy, at: Date, from: Fetched | null): Promise<void> {
    await this.storage.put(job.id, file);
    const { size } = await stat(file);
    const [held] = await this.source.query<[unknown[], number]>(shelveStatement, [job.id, name, size, claimedKind(name).type, at.toISOString(), from ? job.source : null, from?.sha256 ?? '']);
    for (const own of [job.id, ...(from ? [job.source] : [])]) await (held.length > 0 ? this.storage.kept(own) : this.storage.remove(own));
  }

  /** Says why there is no copy, or lays the job back: at the end of the house, or when scanner or storage are away. */
  private async lay(job: Job, fault: unknown): Promise<void> {
    const why: CopyFault | null = fault instanceof NotCopied ? fault.why : fault instanceof StorageFull ? 'full' : null;
    if (why !== null) {
      await this.storage.remove(job.id);
      await this.storage.remove(job.source);
      await this.source.query(`UPDATE document_version SET copy_state = 'failed', copy_fault = $2, fetched_at = now(), source_as = NULL, attempts = 0, leased_until = NULL WHERE id = $1 AND copy_state = 'fetching'`, [job.id, why]);
      return;
    }
    if (!this.closing.signal.aborted) this.logger.error(`${job.id}: ${nameOf(fault)}`);
    const [until, attempts] = this.closing.signal.aborted ? ['0 seconds', job.attempts - 1] : ['30 seconds', job.attempts];
    await this.source.query('UPDATE document_version SET leased_until = now() + $2::interval, attempts = $3 WHERE id = $1', [job.id, until, attempts]);
  }
}

/** What a web server is told about who asks: the version of the product, and where people can find out about it. */
export const userAgent = (contact: string | undefined): string => `Samsyn/0.1.0${contact ? ` (+${contact})` : ''}`;

/** Never the message: it may hold the address. */
const nameOf = (fault: unknown): string => (fault instanceof Error ? `${fault.name} ${'code' in fault ? String(fault.code) : ''}`.trim() : 'unknown');

const takeStatement = `UPDATE document_version v SET copy_state = 'fetching', leased_until = now() + interval '6 minutes', attempts = v.attempts + 1, source_as = COALESCE(v.source_as, gen_random_uuid()::text)
  FROM document d WHERE d.id = v.document_id AND v.id = (
    SELECT w.id FROM document_version w JOIN document e ON e.id = w.document_id
    WHERE w.copy_state IN ('waiting', 'fetching') AND w.url IS NOT NULL AND e.removed_at IS NULL AND (w.leased_until IS NULL OR w.leased_until < now())
    ORDER BY w.uploaded_at LIMIT 1 FOR UPDATE OF w SKIP LOCKED)
  RETURNING v.id, d.evaluation_id AS evaluation, v.url, d.title, v.source_as AS source, v.attempts`;

const shelveStatement = `WITH held AS (SELECT v.id FROM document_version v JOIN document d ON d.id = v.document_id WHERE v.id = $1 AND d.removed_at IS NULL AND v.copy_state = 'fetching' FOR SHARE OF d)
  UPDATE document_version v SET copy_state = 'done', copy_fault = NULL, state = 'checking', stored_as = v.id::text, name = $2, size = $3::bigint, type = $4, fetched_at = $5::timestamptz, source_as = $6, source_sha256 = $7, attempts = 0, leased_until = NULL
  FROM held WHERE v.id = held.id RETURNING v.id`;
