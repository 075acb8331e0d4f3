import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AnswerOf, BodyOf, interviews, Note } from '@samsyn/contract';
import { guideOf, isForAll, isOpenToAll, mayReadNote, questionsOf, Refusal, requireReal, requireRole, requireUnlocked, tagsIn, ticksSeenBy, type EvaluationState } from '@samsyn/domain';
import { DataSource } from 'typeorm';
import { statement } from '../database';
import { Coverage } from '../documents';
import { EvaluationLedger } from '../evaluation';
import { InterviewNoteRow, InterviewTickRow } from './note-rows.entity';
import { VisitNews } from './visit-news';
import { VisitPlans } from './visit-plans';

/** What an evaluator writes and ticks off during interviews: their own, until they share it or its questions are open to all. */
@Injectable()
export class Notes {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly ledger: EvaluationLedger,
    private readonly plans: VisitPlans,
    private readonly coverage: Coverage,
    private readonly news: VisitNews,
  ) {}

  async list(person: string, id: string): Promise<Note[]> {
    const state = await this.evaluatorsState(person, id);
    const rows = await this.source.getRepository(InterviewNoteRow).find({ where: { evaluationId: id }, order: { createdAt: 'ASC', id: 'ASC', authorId: 'ASC' } });
    return rows.map((row) => noteOf(row, state)).filter((note) => mayReadNote(state, person, note));
  }

  /**
   * Stores a note once, under the id the browser gave it: the same text again is the same note. `edition` is the one the
   * text was written on; where another page has written since, both texts are kept, there and in the refusal.
   */
  async put(person: string, id: string, note: string, given: BodyOf<typeof interviews.putNote>): Promise<Note> {
    const state = await this.evaluatorsState(person, id);
    requireReal(state);
    requireUnlocked(state);
    const now = new Date().toISOString();
    await statement(this.source, 'put-note', putStatement, [id, person, note, given.group, given.text, given.edition, now]);
    const stands = await this.own(person, id, note);
    if (stands.text !== given.text || stands.groupId !== given.group) throw new Refusal('interviews/note-edited-elsewhere', { text: stands.text, group: stands.groupId, edition: stands.edition });
    const told = noteOf(stands, state);
    if (isForAll(state, told)) await this.news.changed(id, 'evaluator');
    else await this.news.own(id, person);
    return told;
  }

  async share(person: string, id: string, note: string): Promise<Note> {
    const state = await this.evaluatorsState(person, id);
    requireReal(state);
    requireUnlocked(state);
    await this.own(person, id, note);
    await statement(this.source, 'share-note', 'UPDATE interview_note SET shared = true WHERE evaluation_id = $1 AND author_id = $2 AND id = $3', [id, person, note]);
    await this.news.changed(id, 'evaluator');
    return noteOf(await this.own(person, id, note), state);
  }

  async guide(person: string, id: string): Promise<AnswerOf<typeof interviews.guide>> {
    const state = await this.evaluatorsState(person, id);
    const [{ plan }, { rows }, ticks] = await Promise.all([this.plans.draft(id), this.coverage.read(person, id), this.source.getRepository(InterviewTickRow).find({ where: { evaluationId: id }, order: { personId: 'ASC' } })]);
    const questions = new Map(questionsOf(state.instrument).map((question) => [question.number, question]));
    return guideOf(plan, rows).map((group) => ({
      ...group,
      questions: group.questions.map(({ number, why }) => {
        const by = ticks.filter((tick) => tick.groupId === group.group && tick.question === number).map(({ personId }) => personId);
        return {
          number, why, ticked: by.includes(person), alsoBy: ticksSeenBy(state, person, number, by),
          lookFor: (questions.get(number)?.criteria ?? []).map(({ title, lookFor }) => lookFor?.interviews ?? title),
        };
      }),
    }));
  }

  async tick(person: string, id: string, { group, question, ticked }: BodyOf<typeof interviews.tick>): Promise<AnswerOf<typeof interviews.guide>> {
    const state = await this.evaluatorsState(person, id);
    requireReal(state);
    requireUnlocked(state);
    const { plan } = await this.plans.draft(id);
    if (!plan.groups.some((own) => own.id === group) || !questionsOf(state.instrument).some(({ number }) => number === question)) throw new Refusal('interviews/unknown', { what: 'group', id: group, title: '' });
    if (ticked) await statement(this.source, 'tick', 'INSERT INTO interview_tick (evaluation_id, person_id, group_id, question, at) VALUES ($1, $2, $3, $4, $5::timestamptz) ON CONFLICT DO NOTHING', [id, person, group, question, new Date().toISOString()]);
    else await statement(this.source, 'untick', 'DELETE FROM interview_tick WHERE evaluation_id = $1 AND person_id = $2 AND group_id = $3 AND question = $4', [id, person, group, question]);
    if (isOpenToAll(state, [question])) await this.news.changed(id, 'evaluator');
    else await this.news.own(id, person);
    return this.guide(person, id);
  }

  private async evaluatorsState(person: string, id: string): Promise<EvaluationState> {
    const { state } = await this.ledger.read(id);
    requireRole(state, person, 'evaluator');
    return state;
  }

  private async own(authorId: string, evaluationId: string, id: string): Promise<InterviewNoteRow> {
    const row = await this.source.getRepository(InterviewNoteRow).findOneBy({ evaluationId, authorId, id });
    if (!row) throw new Refusal('wire/not-found');
    return row;
  }
}

const noteOf = (row: InterviewNoteRow, state: EvaluationState): Note => ({ note: row.id, group: row.groupId, text: row.text, questions: tagsIn(row.text, state.instrument), edition: row.edition, author: row.authorId, shared: row.shared, at: row.at.toISOString() });

/** A new note, or the next edition of the one it was written on; nothing where it says the same already. */
const putStatement = `INSERT INTO interview_note AS n (evaluation_id, author_id, id, group_id, text, edition, created_at, at) VALUES ($1, $2, $3, $4, $5, 1, $7::timestamptz, $7::timestamptz)
  ON CONFLICT (evaluation_id, author_id, id) DO UPDATE SET group_id = excluded.group_id, text = excluded.text, edition = n.edition + 1, at = excluded.at
  WHERE n.edition = $6::int AND (n.text, n.group_id) IS DISTINCT FROM (excluded.text, excluded.group_id)`;
