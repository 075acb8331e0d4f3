import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A mail to a person: stored first, sent when SMTP is configured, readable by the coordinator otherwise. */
@Entity('outbox_mail')
export class OutboxMailRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_outbox_mail' }) id!: string;
  @Column('uuid', { name: 'person_id' }) @ForeignKey('person', 'id', { name: 'fk_outbox_mail_person' }) personId!: string;
  @Column('text') subject!: string;
  @Column('text') text!: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
  @Column('text', { nullable: true }) failure!: string | null;
}
