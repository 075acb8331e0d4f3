import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { canonical, emptySheet, questionState, Refusal, sheetFromFields, type DraftField, type EvaluationState, type Sheet } from '@samsyn/domain';
import { DataSource } from 'typeorm';
import { statement } from '../database';
import { DraftFieldRow } from './draft-field.entity';

export interface DraftWrite {
  readonly question: string;
  readonly round: number;
  readonly field: DraftField;
  readonly value: unknown;
  readonly edition: number;
}

/** The sheet a person works on: drafts of the current round over what carries over from the round before. */
export interface WorkSheet {
  readonly sheet: Sheet;
  readonly editions: Record<string, number>;
  readonly savedAt: Record<string, string>;
}

/** Drafts: private, mutable, field by field. They raise no revision, write no ledger line and push nothing. */
@Injectable()
export class Drafts {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * Writes one field when its edition is the one last read. Writing again what already stands is not a clash, so that
   * a repeated request after a lost answer is safe. Refuses `scoring/edited-elsewhere` with what stands.
   */
  async write(evaluationId: string, person: string, { question, round, field, value, edition }: DraftWrite): Promise<{ edition: number; savedAt: string }> {
    const savedAt = new Date().toISOString();
    const stored = JSON.stringify(value);
    const [written] = await statement<{ edition: number }>(this.source, 'draft', draftStatement, [evaluationId, person, question, round, field, stored, edition, savedAt]);
    if (written) return { edition: written.edition, savedAt };
    const row = await this.source.getRepository(DraftFieldRow).findOneByOrFail({ evaluationId, personId: person, question, round, field });
    if (canonical(row.value) === canonical(value)) return { edition: row.edition, savedAt: row.savedAt.toISOString() };
    throw new Refusal('scoring/edited-elsewhere', { question, field, value: row.value, edition: row.edition, savedAt: row.savedAt.toISOString() });
  }

  /** The person's own sheets of the round being judged, by question. */
  async sheets(state: EvaluationState, person: string, questions: readonly string[]): Promise<Record<string, WorkSheet>> {
    const rows = await this.source.getRepository(DraftFieldRow).findBy({ evaluationId: state.id, personId: person });
    return Object.fromEntries(questions.map((number) => [number, workSheet(state, person, number, rows)]));
  }
}

function workSheet(state: EvaluationState, person: string, number: string, rows: readonly DraftFieldRow[]): WorkSheet {
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

const draftStatement = `INSERT INTO draft_field AS own (evaluation_id, person_id, question, round, field, value, edition, saved_at) VALUES ($1, $2, $3, $4, $5, $6::jsonb, 1, $8)
  ON CONFLICT (evaluation_id, person_id, question, round, field) DO UPDATE SET value = EXCLUDED.value, edition = own.edition + 1, saved_at = EXCLUDED.saved_at WHERE own.edition = $7
  RETURNING edition`;
