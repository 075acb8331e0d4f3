import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A mail to a person: stored first, sent when SMTP is configured, readable by the coordinator otherwise. */
@Entity('outbox_mail')
export class OutboxMailRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_outbox_mail' }) id!: string;
  @Column('uuid', { name: 'person_id', nullable: true }) @ForeignKey('person', 'id', { name: 'fk_outbox_mail_person' }) personId!: string | null;
  /** Where it goes; an address need not have an account. */
  @Column('text', { nullable: true }) address!: string | null;
  /** The evaluation it is about, whose coordinator may read it. */
  @Column('uuid', { name: 'evaluation_id', nullable: true }) @Index('ix_outbox_mail_evaluation') evaluationId!: string | null;
  @Column('text') subject!: string;
  @Column('text') text!: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
  @Column('text', { nullable: true }) failure!: string | null;
}
