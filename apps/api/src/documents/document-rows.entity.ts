import type { CopyFault, DocumentVersionView } from '@samsyn/contract';
import type { RetentionClass } from '@samsyn/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A document of an evaluation. Its row outlives its bytes: who took it away, when and why stays readable. */
@Entity('document')
export class DocumentRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_document' }) id!: string;
  @Column('uuid', { name: 'evaluation_id' }) @Index('ix_document_evaluation') @ForeignKey('evaluation', 'id', { name: 'fk_document_evaluation' }) evaluationId!: string;
  @Column('uuid', { name: 'request_id', nullable: true }) requestId!: string | null;
  @Column('text') title!: string;
  @Column('text') kind!: 'file' | 'web';
  @Column('text', { default: 'evaluation' }) retention!: RetentionClass;
  @Column('boolean', { default: false }) hold!: boolean;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt!: Date | null;
  @Column('text', { name: 'removed_by', nullable: true }) removedBy!: string | null;
  @Column('text', { name: 'removed_reason', nullable: true }) removedReason!: string | null;
}

/**
 * One stored file, or one web address as it was found. The row is also the queue: `checking`, then text `waiting`, are
 * jobs; whoever works on one holds it until `leasedUntil`. Its pages lie in `document_page`, a table for searching alone.
 */
@Entity('document_version')
@Unique('uq_document_version_number', ['documentId', 'number'])
@Unique('uq_document_version_stored', ['storedAs'])
@Unique('uq_document_version_source', ['sourceAs'])
@Index('ix_document_version_jobs', { synchronize: false })
@Index('ix_document_version_copies', { synchronize: false })
export class DocumentVersionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_document_version' }) id!: string;
  @Column('uuid', { name: 'document_id' }) @ForeignKey(() => DocumentRow, 'id', { name: 'fk_version_document' }) documentId!: string;
  @Column('integer') number!: number;
  @Column('text') name!: string;
  @Column('bigint') size!: string;
  @Column('text') type!: string;
  @Column('text', { default: '' }) sha256!: string;
  /** The checksum the sender promised, when one was given. */
  @Column('text', { nullable: true }) promised!: string | null;
  @Column('text') state!: DocumentVersionView['state'];
  @Column('text', { name: 'refused_for', nullable: true }) refusedFor!: DocumentVersionView['refusedFor'];
  @Column('timestamptz', { name: 'uploaded_at', default: () => 'now()' }) uploadedAt!: Date;
  @Column('text', { name: 'uploaded_by' }) uploadedBy!: string;
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  /** By which link it came, from somebody without an account. */
  @Column('uuid', { name: 'link_id', nullable: true }) linkId!: string | null;
  @Column('text', { nullable: true }) url!: string | null;
  /** Under which name the storage keeps the bytes; null for a web address, and when they are gone. */
  @Column('text', { name: 'stored_as', nullable: true }) storedAs!: string | null;
  @Column('integer', { nullable: true }) pages!: number | null;
  @Column('text', { name: 'text_state' }) textState!: DocumentVersionView['text'];
  @Column('smallint', { default: 0 }) progress!: number;
  @Column('smallint', { default: 0 }) attempts!: number;
  @Column('timestamptz', { name: 'leased_until', nullable: true }) leasedUntil!: Date | null;
  /** Of a web address: whether what lies there is fetched, is there as the stored bytes, or could not be had, and why. */
  @Column('text', { name: 'copy_state', nullable: true }) copyState!: 'waiting' | 'fetching' | 'done' | 'failed' | null;
  @Column('text', { name: 'copy_fault', nullable: true }) copyFault!: CopyFault | null;
  @Column('timestamptz', { name: 'fetched_at', nullable: true }) fetchedAt!: Date | null;
  /** Where the page lies from which the copy was made, byte for byte, and its checksum; nobody opens it. */
  @Column('text', { name: 'source_as', nullable: true }) sourceAs!: string | null;
  @Column('text', { name: 'source_sha256', default: '' }) sourceSha256!: string;
}
