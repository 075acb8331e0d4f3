import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AnswerOf, documents, DocumentView } from '@samsyn/contract';
import { canonical, deletionDay, isDueForDeletion, lastInBackups, requireMaterial, requireRole, requireUnlocked, swedishTime, type RetentionClass } from '@samsyn/domain';
import { createHmac } from 'node:crypto';
import { DataSource } from 'typeorm';
import { statement } from '../database';
import { EvaluationLedger } from '../evaluation';
import { SETTINGS, type Settings } from '../http';
import { DocumentShelf } from './document-shelf';
import { houseSecret } from './house-secret';
import { DeletionReceiptRow } from './keeping-rows.entity';
import { MaterialNews } from './requests-news';

interface Kept {
  readonly id: string;
  readonly evaluationId: string;
  readonly retention: RetentionClass;
  readonly hold: boolean;
  readonly newest: Date;
}

type Receipt = Omit<DeletionReceiptRow, 'signature'>;

/** Keeping and deleting by class. What is gone leaves a signed receipt of what it was, never of what it said. */
@Injectable()
export class Retention {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly ledger: EvaluationLedger,
    private readonly shelf: DocumentShelf,
    private readonly news: MaterialNews,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Sets class and legal hold. A locked evaluation keeps its classes; a hold is a duty that may come later, and is put or lifted always. */
  async retain(person: string, id: string, document: string, given: { retention: RetentionClass; hold: boolean }): Promise<DocumentView> {
    const { state } = await this.ledger.read(id);
    requireRole(state, person, 'coordinator');
    const { retention } = await this.shelf.one(id, document);
    requireUnlocked(state, given.retention === retention ? 'hold' : null);
    await statement(this.source, 'retain', 'UPDATE document SET retention = $2, hold = $3 WHERE id = $1 AND removed_at IS NULL', [document, given.retention, given.hold]);
    await this.news.changed(id);
    return this.shelf.one(id, document);
  }

  async receipts(person: string, id: string): Promise<AnswerOf<typeof documents.receipts>> {
    requireMaterial((await this.ledger.read(id)).state, person);
    const rows = await this.source.getRepository(DeletionReceiptRow).find({ where: { evaluationId: id }, order: { at: 'DESC', documentId: 'ASC' } });
    return rows.map(({ at, title, reason, class: kept, files, pages, sha256, backupsUntil, signature }) => ({ at: at.toISOString(), title, reason, class: kept, files, pages, sha256, backupsUntil, signature }));
  }

  /** Deletes what is due that day, and writes the receipts that are missing; answers how many documents went. Repeating it does nothing more. */
  async deleteDue(now: Date): Promise<number> {
    const { day } = swedishTime(now);
    let gone = 0;
    for (const kept of await statement<Kept & Record<string, unknown>>(this.source, 'kept', keptStatement, [])) {
      const deleteOn = deletionDay(kept.retention, swedishTime(kept.newest).day);
      if (isDueForDeletion({ hold: kept.hold, deleteOn }, day) && (await this.take(kept.id, `Gallrad: fristen gick ut ${deleteOn}`, now))) gone++;
    }
    await this.writeReceipts(now);
    return gone;
  }

  /** Writes a receipt for each document that is removed, by the clock or by a person, and has none. */
  async writeReceipts(now: Date): Promise<void> {
    for (const { id, by } of await statement<{ id: string; by: string }>(this.source, 'no-receipt', receiptlessStatement, [])) {
      // Once more, in case the process ended half way: it may be repeated.
      await this.shelf.delete(id, { by, reason: '' });
      const [receipt] = await statement<Omit<Receipt, 'at' | 'form' | 'backupsUntil'> & Record<string, unknown>>(this.source, 'receipt-of', receiptOfStatement, [id]);
      if (!receipt) continue;
      const signed: Receipt = { ...receipt, at: now, form: 2, backupsUntil: lastInBackups(swedishTime(now).day, this.settings.BACKUP_DAYS ?? null) };
      const signature = receiptSignature(await this.secret(), signed);
      await this.source.getRepository(DeletionReceiptRow).createQueryBuilder().insert().values({ ...signed, signature }).orIgnore().execute();
      await this.news.changed(receipt.evaluationId);
    }
  }

  /** Claims a document for deletion where no hold came in between. */
  private async take(document: string, reason: string, now: Date): Promise<boolean> {
    return (await statement(this.source, 'take', 'UPDATE document SET removed_at = $2::timestamptz, removed_by = $3, removed_reason = $4 WHERE id = $1 AND NOT hold AND removed_at IS NULL RETURNING id', [document, now.toISOString(), 'Samsyn', reason])).length > 0;
  }

  /** The key of the receipts: from the settings, or one that the house made for itself. */
  async secret(): Promise<string> {
    return this.settings.RECEIPT_KEY ?? houseSecret(this.source, 'receipts');
  }
}

/**
 * HMAC-SHA256 over everything a receipt says, in canonical form; who holds the key can prove that nothing was changed.
 * Those of form 1 were written before receipts spoke of backups.
 */
export const receiptSignature = (key: string, { documentId, evaluationId, at, title, reason, class: kept, files, pages, sha256, form, backupsUntil }: Receipt): string =>
  createHmac('sha256', key).update(canonical({ documentId, evaluationId, at: at.toISOString(), title, reason, class: kept, files, pages, sha256, ...(form > 1 && { form, backupsUntil }) })).digest('hex');

const keptStatement = `SELECT d.id, d.evaluation_id AS "evaluationId", d.retention, d.hold, (SELECT COALESCE(max(v.uploaded_at), d.created_at) FROM document_version v WHERE v.document_id = d.id) AS newest
  FROM document d WHERE d.removed_at IS NULL ORDER BY d.id`;

const receiptlessStatement = `SELECT d.id, COALESCE(d.removed_by, '') AS by FROM document d WHERE d.removed_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM deletion_receipt r WHERE r.document_id = d.id) ORDER BY d.id`;

/** From the rows that outlive the bytes, so that a receipt written late says the same. */
const receiptOfStatement = `SELECT d.id AS "documentId", d.evaluation_id AS "evaluationId", d.title, COALESCE(d.removed_reason, '') AS reason, d.retention AS class,
    count(v.id) FILTER (WHERE v.sha256 <> '')::int AS files, COALESCE(sum(v.pages), 0)::int AS pages, COALESCE((SELECT array_agg(own.sum ORDER BY w.number, own.nth) FROM document_version w CROSS JOIN LATERAL (VALUES (1, w.sha256), (2, w.source_sha256)) AS own(nth, sum) WHERE w.document_id = d.id AND own.sum <> ''), '{}') AS sha256
  FROM document d LEFT JOIN document_version v ON v.document_id = d.id WHERE d.id = $1 GROUP BY d.id`;
