import type { Availability, Interviewee, InterviewKind, VisitPlan } from '@samsyn/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** The draft of an evaluation's visit: one row, changed by compare and set on `edition`. */
@Entity('visit_plan')
export class VisitPlanRow {
  @PrimaryColumn('uuid', { name: 'evaluation_id', primaryKeyConstraintName: 'pk_visit_plan' }) @ForeignKey('evaluation', 'id', { name: 'fk_plan_evaluation' }) evaluationId!: string;
  @Column('integer') edition!: number;
  @Column('jsonb') plan!: VisitPlan;
  /** The last day to answer about hours; null while nobody has been asked. */
  @Column('date', { name: 'asked_until', nullable: true }) askedUntil!: string | null;
}

/** A plan as it was given out: append-only. */
@Entity('visit_release')
export class VisitReleaseRow {
  @PrimaryColumn('uuid', { name: 'evaluation_id', primaryKeyConstraintName: 'pk_visit_release' }) @ForeignKey('evaluation', 'id', { name: 'fk_release_evaluation' }) evaluationId!: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_visit_release' }) version!: number;
  @Column('text') name!: string;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('jsonb') plan!: VisitPlan;
}

/** Somebody to be interviewed. The label (union, party) is sealed; of the link only the hash is kept. Who is removed stays until told. */
@Entity('interviewee')
@Unique('uq_interviewee_token', ['tokenHash'])
export class IntervieweeRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_interviewee' }) id!: string;
  @Column('uuid', { name: 'evaluation_id' }) @Index('ix_interviewee_evaluation') @ForeignKey('evaluation', 'id', { name: 'fk_interviewee_evaluation' }) evaluationId!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) email!: Interviewee['email'];
  @Column('text') phone!: string;
  @Column('text') role!: string;
  @Column('text') organisation!: string;
  @Column('text') kind!: InterviewKind;
  @Column('text', { nullable: true }) label!: string | null;
  @Column('uuid', { name: 'manager_id', nullable: true }) managerId!: string | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt!: Date | null;
  @Column('jsonb', { default: [] }) spans!: Availability['spans'];
  @Column('text', { name: 'token_hash' }) tokenHash!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt!: Date | null;
  /** When everything above that is about a person was wiped. */
  @Column('timestamptz', { name: 'forgotten_at', nullable: true }) forgottenAt!: Date | null;
}
