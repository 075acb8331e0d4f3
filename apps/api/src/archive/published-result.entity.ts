import type { ArchiveEntry } from '@samsyn/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A published result as it stands in print, loaded from a file of facts. */
@Entity('published_result')
export class PublishedResultRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_published_result' }) id!: string;
  @Column('jsonb') body!: Omit<ArchiveEntry, 'evaluation'>;
  @Column('uuid', { name: 'evaluation_id', nullable: true }) evaluationId!: string | null;
}
