import type { Reply } from '@samsyn/contract';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { IntervieweeRow } from './plan-rows.entity';

/** One person's invitation to one interview, for as long as there is either. A reply counts from `since` on: an older one was to another time. */
@Entity('visit_invitation')
@Unique('uq_visit_invitation_uid', ['uid'])
export class VisitInvitationRow {
  @PrimaryColumn('uuid', { name: 'interviewee_id', primaryKeyConstraintName: 'pk_visit_invitation' }) @ForeignKey(() => IntervieweeRow, 'id', { name: 'fk_invitation_interviewee' }) intervieweeId!: string;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_visit_invitation' }) item!: string;
  @Column('uuid', { name: 'evaluation_id' }) @Index('ix_visit_invitation_evaluation') evaluationId!: string;
  @Column('text') uid!: string;
  @Column('integer') sequence!: number;
  @Column('integer') since!: number;
  @Column('boolean') cancelled!: boolean;
  @Column('text', { nullable: true }) reply!: Reply | null;
  @Column('text', { name: 'reply_text', default: '' }) replyText!: string;
  @Column('timestamptz', { name: 'replied_at', nullable: true }) repliedAt!: Date | null;
}

export type LetterKind = 'ask' | 'remind' | 'added' | 'moved' | 'changed' | 'cancelled';
/** Waiting → released → sending → sent or failed; withdrawn from the first two and from failed. */
export type LetterState = 'waiting' | 'released' | 'sending' | 'sent' | 'failed' | 'withdrawn';

/** A letter to an interviewee. `{{link}}` in its text is the personal link, which is written down nowhere. */
@Entity('visit_letter')
@Unique('uq_visit_letter_once', ['evaluationId', 'once'])
export class VisitLetterRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_visit_letter' }) id!: string;
  @Column('uuid', { name: 'evaluation_id' }) evaluationId!: string;
  @Column('uuid', { name: 'interviewee_id' }) @ForeignKey(() => IntervieweeRow, 'id', { name: 'fk_letter_interviewee' }) intervieweeId!: string;
  @Column('text') once!: string;
  @Column('text', { nullable: true }) item!: string | null;
  @Column('text') kind!: LetterKind;
  @Column('text') name!: string;
  @Column('text') address!: string;
  @Column('text') subject!: string;
  @Column('text') text!: string;
  @Column('text', { nullable: true }) calendar!: string | null;
  @Column('text', { nullable: true }) method!: 'REQUEST' | 'CANCEL' | null;
  @Column('text', { default: 'waiting' }) state!: LetterState;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'released_at', nullable: true }) releasedAt!: Date | null;
  /** When to try next; null when it is not for the mail server. */
  @Column('timestamptz', { name: 'next_at', nullable: true }) @Index('ix_visit_letter_due', { where: `"state" IN ('released', 'sending')` }) nextAt!: Date | null;
  @Column('timestamptz', { name: 'leased_until', nullable: true }) leasedUntil!: Date | null;
  @Column('integer', { default: 0 }) attempts!: number;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
  @Column('text', { default: '' }) failure!: string;
}
