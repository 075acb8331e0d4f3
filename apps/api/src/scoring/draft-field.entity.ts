import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EvaluationRow } from '../evaluation';

/** One field of an own sheet before it is sealed: mutable, private to its author, with an edition for the second tab. */
@Entity('draft_field')
export class DraftFieldRow {
  @PrimaryColumn('uuid', { name: 'evaluation_id', primaryKeyConstraintName: 'pk_draft_field' })
  @ForeignKey(() => EvaluationRow, 'id', { name: 'fk_draft_evaluation' })
  evaluationId!: string;
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_draft_field' }) personId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_draft_field' }) question!: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_draft_field' }) round!: number;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_draft_field' }) field!: string;
  @Column('jsonb', { nullable: true }) value!: unknown;
  @Column('integer') edition!: number;
  @Column('timestamptz', { name: 'saved_at' }) savedAt!: Date;
}
