import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EvaluationRow } from '../evaluation';

/** A locked report, as the bytes that were signed. */
@Entity('locked_report')
export class LockedReportRow {
  @PrimaryColumn('uuid', { name: 'evaluation_id', primaryKeyConstraintName: 'pk_locked_report' })
  @ForeignKey(() => EvaluationRow, 'id', { name: 'fk_report_evaluation' })
  evaluationId!: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_locked_report' }) version!: number;
  @Column('text') body!: string;
  @Column('text') hash!: string;
  @Column('timestamptz', { name: 'locked_at' }) lockedAt!: Date;
}
