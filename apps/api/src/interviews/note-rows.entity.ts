import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A note in an interview. Its id is the browser's, and unique to its author alone, so that nobody can ask for another's. */
@Entity('interview_note')
export class InterviewNoteRow {
  @PrimaryColumn('uuid', { name: 'evaluation_id', primaryKeyConstraintName: 'pk_interview_note' }) @ForeignKey('evaluation', 'id', { name: 'fk_note_evaluation' }) evaluationId!: string;
  @PrimaryColumn('uuid', { name: 'author_id', primaryKeyConstraintName: 'pk_interview_note' }) authorId!: string;
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_interview_note' }) id!: string;
  @Column('text', { name: 'group_id', nullable: true }) groupId!: string | null;
  @Column('text') text!: string;
  @Column('integer') edition!: number;
  @Column('boolean', { default: false }) shared!: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz') at!: Date;
}

/** That an evaluator has taken up a question with a group. */
@Entity('interview_tick')
export class InterviewTickRow {
  @PrimaryColumn('uuid', { name: 'evaluation_id', primaryKeyConstraintName: 'pk_interview_tick' }) @ForeignKey('evaluation', 'id', { name: 'fk_tick_evaluation' }) evaluationId!: string;
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_interview_tick' }) personId!: string;
  @PrimaryColumn('text', { name: 'group_id', primaryKeyConstraintName: 'pk_interview_tick' }) groupId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_interview_tick' }) question!: string;
  @Column('timestamptz') at!: Date;
}

/** The calendar a person subscribes to; a new generation ends the address before. */
@Entity('calendar_feed')
@Unique('uq_calendar_feed_token', ['tokenHash'])
export class CalendarFeedRow {
  @PrimaryColumn('uuid', { name: 'evaluation_id', primaryKeyConstraintName: 'pk_calendar_feed' }) @ForeignKey('evaluation', 'id', { name: 'fk_feed_evaluation' }) evaluationId!: string;
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_calendar_feed' }) personId!: string;
  @Column('integer') generation!: number;
  @Column('text', { name: 'token_hash' }) tokenHash!: string;
}
