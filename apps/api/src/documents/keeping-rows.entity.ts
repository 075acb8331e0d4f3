import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What was deleted, signed: append-only, one for each document that is gone. */
@Entity('deletion_receipt')
export class DeletionReceiptRow {
  @PrimaryColumn('uuid', { name: 'document_id', primaryKeyConstraintName: 'pk_deletion_receipt' }) documentId!: string;
  @Column('uuid', { name: 'evaluation_id' }) @Index('ix_deletion_receipt_evaluation') @ForeignKey('evaluation', 'id', { name: 'fk_receipt_evaluation' }) evaluationId!: string;
  @Column('timestamptz') at!: Date;
  @Column('text') title!: string;
  @Column('text') reason!: string;
  @Column('text') class!: string;
  @Column('integer') files!: number;
  @Column('integer') pages!: number;
  @Column('text', { array: true }) sha256!: string[];
  /** The last day on which a backup may still hold it; null where the operator has not said how long backups are kept. */
  @Column('date', { name: 'backups_until', nullable: true }) backupsUntil!: string | null;
  /** What the signature covers: from form 2 on, the backups too. */
  @Column('smallint', { default: 1 }) form!: number;
  @Column('text') signature!: string;
}

/** That an address has had its mail of that day: whoever inserts the row sends it. `parts`: the text by evaluation. */
@Entity('reminder_sent')
export class ReminderSentRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_reminder_sent' }) address!: string;
  @PrimaryColumn('date', { primaryKeyConstraintName: 'pk_reminder_sent' }) day!: string;
  @Column('uuid', { name: 'mail_id' }) mailId!: string;
  @Column('jsonb') parts!: Record<string, string>;
}

/** A digest that was not sent, because its reader wants none; one for an address and day. */
@Entity('reminder_withheld')
export class ReminderWithheldRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_reminder_withheld' }) address!: string;
  @PrimaryColumn('date', { primaryKeyConstraintName: 'pk_reminder_withheld' }) day!: string;
  @Column('timestamptz') at!: Date;
  @Column('jsonb') parts!: Record<string, string>;
}

/** Whether an address wants reminders, under a key from which the address cannot be read. No row: it does. */
@Entity('mail_choice')
export class MailChoiceRow {
  @PrimaryColumn('text', { name: 'address_key', primaryKeyConstraintName: 'pk_mail_choice' }) addressKey!: string;
  @Column('boolean') reminders!: boolean;
  @Column('timestamptz', { name: 'changed_at' }) changedAt!: Date;
}

/** Secrets that the house made for itself at its first need. */
@Entity('house_secret')
export class HouseSecretRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_house_secret' }) name!: string;
  @Column('text') value!: string;
}
