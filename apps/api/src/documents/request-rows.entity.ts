import type { RequestState, Words } from '@samsyn/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** What the municipality is asked for. Changed by compare and set on `edition`; each move of its status is an event. */
@Entity('document_request')
@Unique('uq_document_request_key', ['evaluationId', 'key'])
export class DocumentRequestRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_document_request' }) id!: string;
  @Column('uuid', { name: 'evaluation_id' }) @ForeignKey('evaluation', 'id', { name: 'fk_request_evaluation' }) evaluationId!: string;
  @Column('text') key!: string;
  @Column('jsonb') title!: Words;
  @Column('jsonb') why!: Words;
  @Column('jsonb') example!: Words;
  @Column('text', { array: true }) questions!: string[];
  @Column('uuid', { name: 'owner_id', nullable: true }) @ForeignKey('person', 'id', { name: 'fk_request_owner' }) ownerId!: string | null;
  @Column('date', { nullable: true }) due!: string | null;
  @Column('text', { default: 'draft' }) status!: RequestState;
  @Column('text', { default: '' }) reason!: string;
  @Column('integer', { default: 1 }) edition!: number;
  @Column('integer') position!: number;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}

/** One move of a request: append-only, under the edition it made, so that there is one for each and never two. */
@Entity('request_event')
export class RequestEventRow {
  @PrimaryColumn('uuid', { name: 'request_id', primaryKeyConstraintName: 'pk_request_event' }) @ForeignKey(() => DocumentRequestRow, 'id', { name: 'fk_event_request' }) requestId!: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_request_event' }) edition!: number;
  @Column('uuid', { name: 'evaluation_id' }) @Index('ix_request_event_evaluation') evaluationId!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { name: 'person_id', nullable: true }) personId!: string | null;
  /** The name of who moved it by a link. */
  @Column('text', { default: '' }) name!: string;
  @Column('text', { name: 'from_status' }) from!: RequestState;
  @Column('text', { name: 'to_status' }) to!: RequestState;
  @Column('text', { default: '' }) reason!: string;
}

/** A link to one request for somebody without an account; only the hash of its token is kept. */
@Entity('request_link')
@Unique('uq_request_link_token', ['tokenHash'])
export class RequestLinkRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_request_link' }) id!: string;
  @Column('uuid', { name: 'evaluation_id' }) @Index('ix_request_link_evaluation') evaluationId!: string;
  @Column('uuid', { name: 'request_id' }) @ForeignKey(() => DocumentRequestRow, 'id', { name: 'fk_link_request' }) requestId!: string;
  @Column('text', { name: 'token_hash' }) tokenHash!: string;
  @Column('text') name!: string;
  @Column('text') email!: string;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null;
}
