import type { Sheet } from '@samsyn/domain';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { EvaluationRow } from './evaluation-rows.entity';

/** A sealed sheet: what the ledger's commitment stands for. Never changed, never removed. */
@Entity('sealed_score')
export class SealedScoreRow {
  @PrimaryColumn('uuid', { name: 'evaluation_id', primaryKeyConstraintName: 'pk_sealed_score' })
  @ForeignKey(() => EvaluationRow, 'id', { name: 'fk_sealed_evaluation' })
  evaluationId!: string;
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_sealed_score' }) revision!: number;
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sealed_score' }) question!: string;
  @Column('uuid', { name: 'person_id' }) personId!: string;
  @Column('integer') round!: number;
  @Column('jsonb') sheet!: Sheet;
  @Column('text', { nullable: true }) percent!: string | null;
  @Column('text') nonce!: string;
}
