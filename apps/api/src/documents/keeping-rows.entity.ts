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

/** Secrets that the house made for itself at its first need. */
@Entity('house_secret')
export class HouseSecretRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_house_secret' }) name!: string;
  @Column('text') value!: string;
}
