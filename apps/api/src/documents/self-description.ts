import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AnswerOf, documents } from '@samsyn/contract';
import { questionOf, questionsOf, Refusal, requireMaterial, requireMaterialRole, type EvaluationState, type Role } from '@samsyn/domain';
import { DataSource } from 'typeorm';
import { statement } from '../database';
import { EvaluationLedger, Evaluations } from '../evaluation';
import { contactsOf } from './requests';
import { MaterialNews } from './requests-news';
import { DescriptionAnswerRow, DescriptionSubmissionRow } from './self-description-rows.entity';

type Description = AnswerOf<typeof documents.description>;
type Answers = DescriptionSubmissionRow['answers'];

/**
 * The municipality's own answers. Contacts work on them question by question; what they submit becomes a numbered version
 * that never changes. Everyone else reads the newest version and nothing that is still being written.
 */
@Injectable()
export class SelfDescription {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly ledger: EvaluationLedger,
    private readonly evaluations: Evaluations,
    private readonly news: MaterialNews,
  ) {}

  async read(person: string, id: string): Promise<Description> {
    const { state } = await this.ledger.read(id);
    return this.view(state, requireMaterial(state, person));
  }

  /** Saves one answer over the edition that was read. Writing again what stands is no clash. Refuses `documents/edited-elsewhere` with what stands. */
  async answer(person: string, id: string, question: string, given: { text: string; edition: number }): Promise<{ edition: number }> {
    const { state } = await this.ledger.read(id);
    requireMaterialRole(state, person, 'contact');
    questionOf(state.instrument, question);
    const [saved] = await statement<{ edition: number }>(this.source, 'save-answer', answerStatement, [id, question, given.text, given.edition, new Date().toISOString(), person]);
    if (saved) {
      await this.news.changed(id, 'contact');
      return saved;
    }
    const row = await this.source.getRepository(DescriptionAnswerRow).findOneBy({ evaluationId: id, question });
    if (row?.text === given.text) return { edition: row.edition };
    throw new Refusal('documents/edited-elsewhere', { question, text: row?.text ?? '', edition: row?.edition ?? 0 });
  }

  /** Who writes which answers; null takes the name away. Everyone of the municipality may still help. */
  async assign(person: string, id: string, given: { questions: readonly string[]; person: string | null }): Promise<Description> {
    const { state } = await this.ledger.read(id);
    const roles = requireMaterialRole(state, person, 'contact', 'coordinator');
    for (const number of given.questions) questionOf(state.instrument, number);
    if (given.person !== null && !contactsOf(state).includes(given.person)) throw new Refusal('documents/not-a-contact');
    await statement(this.source, 'assign-answers', assignStatement, [id, [...new Set(given.questions)].sort(), given.person]);
    await this.news.changed(id, 'contact', 'coordinator');
    return this.view(state, roles);
  }

  /** Submits all that is written as the next version. Refuses `documents/nothing-new` when no answer differs from the last one. */
  async submit(person: string, id: string): Promise<Description> {
    const { state } = await this.ledger.read(id);
    const roles = requireMaterialRole(state, person, 'contact');
    const attempt = async (): Promise<boolean> => (await statement(this.source, 'submit-description', submitStatement, [id, new Date().toISOString(), person])).length > 0;
    if (!(await attempt()) && !(await attempt())) throw new Refusal('documents/nothing-new');
    await this.news.changed(id);
    return this.view(state, roles);
  }

  async submission(person: string, id: string, number: string): Promise<AnswerOf<typeof documents.submission>> {
    const { state } = await this.ledger.read(id);
    requireMaterial(state, person);
    const row = /^\d{1,4}$/.test(number) ? await this.source.getRepository(DescriptionSubmissionRow).findOneBy({ evaluationId: id, number: Number(number) }) : null;
    if (!row) throw new Refusal('wire/not-found');
    const names = await this.evaluations.namesOf(state);
    return { number: row.number, at: row.at.toISOString(), by: names.get(row.personId)?.name ?? '', answers: inOrder(state, row.answers) };
  }

  /** The questions that the newest submission answers. */
  async answered(id: string): Promise<ReadonlySet<string>> {
    const newest = (await this.submissions(id)).at(-1);
    return new Set(newest?.answers.filter(({ text }) => text.trim() !== '').map(({ question }) => question));
  }

  private submissions(id: string): Promise<DescriptionSubmissionRow[]> {
    return this.source.getRepository(DescriptionSubmissionRow).find({ where: { evaluationId: id }, order: { number: 'ASC' } });
  }

  private async view(state: EvaluationState, roles: readonly Role[]): Promise<Description> {
    const [rows, submissions, names] = await Promise.all([this.source.getRepository(DescriptionAnswerRow).findBy({ evaluationId: state.id }), this.submissions(state.id), this.evaluations.namesOf(state)]);
    const nameOf = (person: string): string => names.get(person)?.name ?? '';
    const writes = roles.includes('contact');
    const newest = submissions.at(-1);
    const submitted = new Map(newest?.answers.map(({ question, text }) => [question, text]));
    return {
      answers: questionsOf(state.instrument).map(({ number }) => {
        const row = rows.find(({ question }) => question === number);
        // Who is at work on what is the business of the municipality and of who waits for it.
        const assigned = writes || roles.includes('coordinator') ? (row?.assignedId ?? null) : null;
        if (!writes) return { question: number, text: submitted.get(number) ?? '', edition: 0, assigned, updatedAt: submitted.has(number) ? (newest?.at.toISOString() ?? null) : null, updatedBy: null };
        return { question: number, text: row?.text ?? '', edition: row?.edition ?? 0, assigned, updatedAt: row?.updatedAt?.toISOString() ?? null, updatedBy: row?.updatedBy ? nameOf(row.updatedBy) : null };
      }),
      submissions: submissions.map(({ number, at, personId, answers }, index) => ({ number, at: at.toISOString(), by: nameOf(personId), changed: changedIn(state, submissions[index - 1]?.answers ?? [], answers) })),
      mayWrite: writes && state.locked === null,
    };
  }
}

const inOrder = (state: EvaluationState, answers: Answers): Answers => questionsOf(state.instrument).flatMap(({ number }) => answers.filter(({ question }) => question === number));

const changedIn = (state: EvaluationState, before: Answers, after: Answers): string[] => {
  const textIn = (answers: Answers, number: string): string => answers.find(({ question }) => question === number)?.text ?? '';
  return questionsOf(state.instrument).map(({ number }) => number).filter((number) => textIn(before, number) !== textIn(after, number));
};

const answerStatement = `INSERT INTO description_answer AS own (evaluation_id, question, text, edition, updated_at, updated_by)
  SELECT $1::uuid, $2::text, $3::text, 1, $5::timestamptz, $6::uuid WHERE $4::int = 0 OR EXISTS (SELECT 1 FROM description_answer WHERE evaluation_id = $1 AND question = $2)
  ON CONFLICT (evaluation_id, question) DO UPDATE SET text = EXCLUDED.text, edition = own.edition + 1, updated_at = EXCLUDED.updated_at, updated_by = EXCLUDED.updated_by WHERE own.edition = $4 AND own.text <> EXCLUDED.text
  RETURNING edition`;

const assignStatement = `INSERT INTO description_answer (evaluation_id, question, assigned_id) SELECT $1::uuid, number, $3::uuid FROM unnest($2::text[]) AS number
  ON CONFLICT (evaluation_id, question) DO UPDATE SET assigned_id = EXCLUDED.assigned_id`;

/** The snapshot and its number in one statement; of two at once the second meets the number of the first and looks again. */
const submitStatement = `WITH newest AS (SELECT number, answers FROM description_submission WHERE evaluation_id = $1 ORDER BY number DESC LIMIT 1),
  own AS (SELECT jsonb_agg(jsonb_build_object('question', question, 'text', text) ORDER BY question) FILTER (WHERE text <> '') AS answers FROM description_answer WHERE evaluation_id = $1)
  INSERT INTO description_submission (evaluation_id, number, at, person_id, answers)
  SELECT $1::uuid, COALESCE((SELECT number FROM newest), 0) + 1, $2::timestamptz, $3::uuid, COALESCE(own.answers, '[]') FROM own
  WHERE COALESCE(own.answers, '[]') IS DISTINCT FROM COALESCE((SELECT answers FROM newest), '[]')
  ON CONFLICT DO NOTHING RETURNING number`;
