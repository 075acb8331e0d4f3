import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What has been decided about the data of an evaluation's interviewees; no row as long as the usual holds. */
@Entity('visit_care')
export class VisitCareRow {
  @PrimaryColumn('uuid', { name: 'evaluation_id', primaryKeyConstraintName: 'pk_visit_care' }) @ForeignKey('evaluation', 'id', { name: 'fk_care_evaluation' }) evaluationId!: string;
  @Column('integer') edition!: number;
  @Column('integer', { name: 'after_lock' }) afterLock!: number;
  @Column('integer', { name: 'at_most' }) atMost!: number;
  @Column('boolean') hold!: boolean;
  @Column('text') controller!: string;
  @Column('text') basis!: string;
}

/** That interviewees were forgotten, signed: how many, never who. Append-only. */
@Entity('visit_receipt')
export class VisitReceiptRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_visit_receipt' }) id!: string;
  @Column('uuid', { name: 'evaluation_id' }) @Index('ix_visit_receipt_evaluation') @ForeignKey('evaluation', 'id', { name: 'fk_visit_receipt_evaluation' }) evaluationId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') reason!: string;
  @Column('integer') people!: number;
  @Column('integer') letters!: number;
  @Column('integer') replies!: number;
  @Column('text') signature!: string;
}
