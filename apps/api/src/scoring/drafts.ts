import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { canonical, emptySheet, questionState, Refusal, sheetFromFields, type DraftField, type EvaluationState, type Sheet } from '@samsyn/domain';
import { DataSource } from 'typeorm';
import { GroupCommit, statement } from '../database';
import { DraftFieldRow } from './draft-field.entity';

export interface DraftWrite {
  readonly question: string;
  readonly round: number;
  readonly field: DraftField;
  readonly value: unknown;
  readonly edition: number;
}

interface StampedWrite extends DraftWrite {
  readonly evaluationId: string;
  readonly person: string;
  readonly savedAt: string;
}

interface Wanted {
  readonly evaluationId: string;
  readonly person: string;
  readonly questions: readonly string[];
}

type StoredField = Pick<DraftFieldRow, 'question' | 'round' | 'field' | 'value' | 'edition' | 'savedAt'>;

/** The sheet a person works on: drafts of the current round over what carries over from the round before. */
export interface WorkSheet {
  readonly sheet: Sheet;
  readonly editions: Record<string, number>;
  readonly savedAt: Record<string, string>;
}

/** Drafts: private, mutable, field by field. They raise no revision, write no ledger line and push nothing. */
@Injectable()
export class Drafts {
  /** Drafts of many people share a commit. A person's own take turns (`ScoringService`), so no field comes twice in one. */
  private readonly commits = new GroupCommit<StampedWrite, number | null>((writes) => this.commit(writes), 2);

  /** What is read at once, by many who seal, is read in one go. */
  private readonly reads = new GroupCommit<Wanted, readonly StoredField[]>((wanted) => this.readAll(wanted), 2);

  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * Writes one field when its edition is the one last read. Writing again what already stands is not a clash, so that
   * a repeated request after a lost answer is safe. Refuses `scoring/edited-elsewhere` with what stands.
   */
  async write(evaluationId: string, person: string, write: DraftWrite): Promise<{ edition: number; savedAt: string }> {
    const { question, round, field, value } = write;
    const savedAt = new Date().toISOString();
    const edition = await this.commits.put({ ...write, evaluationId, person, savedAt });
    if (edition !== null) return { edition, savedAt };
    const row = await this.source.getRepository(DraftFieldRow).findOneByOrFail({ evaluationId, personId: person, question, round, field });
    if (canonical(row.value) === canonical(value)) return { edition: row.edition, savedAt: row.savedAt.toISOString() };
    throw new Refusal('scoring/edited-elsewhere', { question, field, value: row.value, edition: row.edition, savedAt: row.savedAt.toISOString() });
  }

  /** The new edition of each, null where another edition stands. */
  private async commit(writes: readonly StampedWrite[]): Promise<(number | null)[]> {
    const of = <T>(pick: (write: StampedWrite) => T): T[] => writes.map(pick);
    const rows = await statement<{ evaluation_id: string; person_id: string; edition: number }>(this.source, 'draft', draftStatement, [
      of((own) => own.evaluationId), of((own) => own.person), of((own) => own.question), of((own) => own.round), of((own) => own.field),
      of((own) => JSON.stringify(own.value)), of((own) => own.edition), of((own) => own.savedAt),
    ]);
    const written = new Map(rows.map((row) => [`${row.evaluation_id} ${row.person_id}`, row.edition]));
    return of((own) => written.get(`${own.evaluationId} ${own.person}`) ?? null);
  }

  private async readAll(wanted: readonly Wanted[]): Promise<StoredField[][]> {
    const of = <T>(pick: (own: Wanted, question: string) => T): T[] => wanted.flatMap((own) => own.questions.map((question) => pick(own, question)));
    const places = wanted.flatMap((own, place) => own.questions.map(() => place));
    const rows = await statement<StoredField & { place: number }>(this.source, 'drafts-of', fieldsStatement, [of((own) => own.evaluationId), of((own) => own.person), of((_, question) => question), places]);
    const byPlace = wanted.map((): StoredField[] => []);
    for (const { place, ...row } of rows) byPlace[place]?.push(row);
    return byPlace;
  }

  /** The person's own sheets of the round being judged, by question. */
  async sheets(state: EvaluationState, person: string, questions: readonly string[]): Promise<Record<string, WorkSheet>> {
    const rows = await this.reads.put({ evaluationId: state.id, person, questions });
    return Object.fromEntries(questions.map((number) => [number, workSheet(state, person, number, rows)]));
  }
}

function workSheet(state: EvaluationState, person: string, number: string, rows: readonly StoredField[]): WorkSheet {
  const question = questionState(state, number);
  const own = rows.filter((row) => row.question === number && row.round === question.round);
  const fields = Object.fromEntries(own.map((row) => [row.field, row.value]));
  const before = question.seals.findLast((seal) => seal.person === person && seal.round < question.round);
  // A new round starts from the own words of the one before, with the judgement itself blank.
  const base = before ? { rationale: before.sheet.rationale, strengths: before.sheet.strengths, improvements: before.sheet.improvements, evidence: before.sheet.evidence } : {};
  return {
    sheet: { ...emptySheet, ...sheetFromFields({ ...base, ...fields }) },
    editions: Object.fromEntries(own.map((row) => [row.field, row.edition])),
    savedAt: Object.fromEntries(own.map((row) => [row.field, row.savedAt.toISOString()])),
  };
}

const draftStatement = `INSERT INTO draft_field AS own (evaluation_id, person_id, question, round, field, value, edition, saved_at)
  SELECT evaluation_id, person_id, question, round, field, value, edition + 1, saved_at
  FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[], $5::text[], $6::jsonb[], $7::int[], $8::timestamptz[]) AS given(evaluation_id, person_id, question, round, field, value, edition, saved_at)
  ON CONFLICT (evaluation_id, person_id, question, round, field) DO UPDATE SET value = EXCLUDED.value, edition = EXCLUDED.edition, saved_at = EXCLUDED.saved_at WHERE own.edition = EXCLUDED.edition - 1
  RETURNING own.evaluation_id, own.person_id, own.edition`;

const fieldsStatement = `SELECT given.place, own.question, own.round, own.field, own.value, own.edition, own.saved_at AS "savedAt"
  FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::int[]) AS given(evaluation_id, person_id, question, place)
  JOIN draft_field own ON own.evaluation_id = given.evaluation_id AND own.person_id = given.person_id AND own.question = given.question`;
