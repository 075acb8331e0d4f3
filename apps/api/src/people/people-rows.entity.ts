import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('person')
@Unique('uq_person_email', ['email'])
export class PersonRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_person' }) id!: string;
  @Column('text') email!: string;
  @Column('text') name!: string;
  @Column('text', { default: '' }) organisation!: string;
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash!: string | null;
  @Column('boolean', { name: 'may_create', default: false }) mayCreate!: boolean;
  @Column('boolean', { default: false }) demo!: boolean;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  /** When somebody first came in by a link; from then on the account is theirs alone. */
  @Column('timestamptz', { name: 'entered_at', nullable: true }) enteredAt!: Date | null;
}

@Entity('session')
export class SessionRow {
  @PrimaryColumn('text', { name: 'token_hash', primaryKeyConstraintName: 'pk_session' }) tokenHash!: string;
  @Column('uuid', { name: 'person_id' }) @Index('ix_session_person') @ForeignKey(() => PersonRow, 'id', { name: 'fk_session_person' }) personId!: string;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}

/** An invitation or a one-time e-mail link; only the hash of its token is kept. Reusable only for demo persons. */
@Entity('sign_in_link')
export class SignInLinkRow {
  @PrimaryColumn('text', { name: 'token_hash', primaryKeyConstraintName: 'pk_sign_in_link' }) tokenHash!: string;
  @Column('uuid', { name: 'person_id' }) @ForeignKey(() => PersonRow, 'id', { name: 'fk_sign_in_link_person' }) personId!: string;
  @Column('boolean', { default: false }) reusable!: boolean;
  /** Passed through somebody else's hands: lets in only while nobody has been in. */
  @Column('boolean', { default: false }) invitation!: boolean;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null;
}
