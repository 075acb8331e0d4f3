import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The municipality's own words on one question, as it works on them: nobody outside the municipality reads these. */
@Entity('description_answer')
export class DescriptionAnswerRow {
  @PrimaryColumn('uuid', { name: 'evaluation_id', primaryKeyConstraintName: 'pk_description_answer' }) @ForeignKey('evaluation', 'id', { name: 'fk_answer_evaluation' }) evaluationId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_description_answer' }) question!: string;
  @Column('text', { default: '' }) text!: string;
  @Column('integer', { default: 0 }) edition!: number;
  @Column('uuid', { name: 'assigned_id', nullable: true }) assignedId!: string | null;
  @Column('timestamptz', { name: 'updated_at', nullable: true }) updatedAt!: Date | null;
  @Column('uuid', { name: 'updated_by', nullable: true }) updatedBy!: string | null;
}

/** The answers as they were submitted: numbered, whole, never changed. */
@Entity('description_submission')
export class DescriptionSubmissionRow {
  @PrimaryColumn('uuid', { name: 'evaluation_id', primaryKeyConstraintName: 'pk_description_submission' }) @ForeignKey('evaluation', 'id', { name: 'fk_submission_evaluation' }) evaluationId!: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_description_submission' }) number!: number;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('jsonb') answers!: { question: string; text: string }[];
}
