import type { InstrumentDraft } from '@samsyn/domain';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../people';
import { InstrumentRow } from './instrument.entity';

/** An instrument under work: whole, mutable, with an edition for the second editor. */
@Entity('instrument_draft')
export class InstrumentDraftRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_instrument_draft' }) id!: string;
  @Column('jsonb') body!: InstrumentDraft;
  @Column('text', { name: 'based_on', nullable: true }) @ForeignKey(() => InstrumentRow, 'id', { name: 'fk_instrument_draft_based_on' }) basedOn!: string | null;
  @Column('integer', { default: 1 }) edition!: number;
  @Column('uuid', { name: 'created_by' }) @ForeignKey(() => PersonRow, 'id', { name: 'fk_instrument_draft_created_by' }) createdBy!: string;
  @Column('uuid', { name: 'updated_by' }) @ForeignKey(() => PersonRow, 'id', { name: 'fk_instrument_draft_updated_by' }) updatedBy!: string;
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' }) updatedAt!: Date;
}
