import type { Instrument } from '@samsyn/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('instrument')
export class InstrumentRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_instrument' }) id!: string;
  @Column('jsonb') body!: Instrument;
  @Column('boolean', { default: false }) shipped!: boolean;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
}
