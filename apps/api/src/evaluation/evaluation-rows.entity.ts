import type { Fact, Instrument } from '@samsyn/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../people';

/** The head of an evaluation's ledger, with the frozen instrument. Everything else about it is in the ledger. */
@Entity('evaluation')
export class EvaluationRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_evaluation' }) id!: string;
  @Column('integer') revision!: number;
  @Column('text') hash!: string;
  @Column('boolean', { default: false }) locked!: boolean;
  @Column('jsonb') instrument!: Instrument;
  @Column('smallint', { default: 0 }) decimals!: 0 | 1;
  @Column('boolean', { default: false }) demo!: boolean;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
}

/** Who has ever been in an evaluation, to find a person's evaluations; what they may do is in the ledger. */
@Entity('evaluation_member')
export class EvaluationMemberRow {
  @PrimaryColumn('uuid', { name: 'evaluation_id', primaryKeyConstraintName: 'pk_evaluation_member' })
  @ForeignKey(() => EvaluationRow, 'id', { name: 'fk_member_evaluation' })
  evaluationId!: string;
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_evaluation_member' })
  @Index('ix_member_person')
  @ForeignKey(() => PersonRow, 'id', { name: 'fk_member_person' })
  personId!: string;
}

@Entity('ledger_entry')
@Index('ix_ledger_lock', { synchronize: false })
export class LedgerEntryRow {
  @PrimaryColumn('uuid', { name: 'evaluation_id', primaryKeyConstraintName: 'pk_ledger_entry' })
  evaluationId!: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_ledger_entry' }) revision!: number;
  @Column('timestamptz') at!: Date;
  @Column('uuid', { nullable: true }) actor!: string | null;
  @Column('jsonb') fact!: Fact;
  @Column('text') previous!: string;
  @Column('text') hash!: string;
}
