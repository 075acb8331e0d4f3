import { Injectable } from '@nestjs/common';
import type { AnswerOf, scoring } from '@samsyn/contract';
import {
  draftValue, opensNow, progressSeenBy, questionOf, questionState, Refusal, requireEditable, requireMayOpenRound, requireMaySeal, requireMayWithdraw, requireOpen, requireRole, revisionSeenBy, sheetPercent, standingSeal,
  type EvaluationState,
} from '@samsyn/domain';
import { EvaluationLedger, nowText, Turns, type Standing } from '../evaluation';
import { Drafts, type DraftWrite, type WorkSheet } from './drafts';

/** Drafts, seals, reveals and rounds of one person. Drafts and seals of a person take turns, so that an acknowledged draft is in the seal. */
@Injectable()
export class ScoringService {
  private readonly turns = new Turns();

  constructor(
    private readonly ledger: EvaluationLedger,
    private readonly drafts: Drafts,
  ) {}

  async sheet(person: string, id: string): Promise<AnswerOf<typeof scoring.sheet>> {
    const standing = await this.ledger.read(id);
    const { state } = standing;
    requireRole(state, person, 'evaluator');
    const now = new Date().toISOString();
    const numbers = Object.keys(state.questions);
    const sheets = await this.drafts.sheets(state, person, numbers);
    // When one before them in the seat sealed is theirs to know: the day they took over is said instead.
    const took = state.replacements.findLast(({ joined }) => joined === person)?.at ?? null;
    return {
      revision: revisionSeenBy(standing.counts, person, now),
      progress: progressSeenBy(state, person, now),
      questions: numbers.map((number) => {
        const question = questionState(state, number);
        const seal = standingSeal(state, question, person);
        const work = sheets[number] as WorkSheet;
        const opened = question.openedRound >= question.round;
        const own = seal?.person === person ? seal : null;
        return {
          question: number, round: question.round, sheet: own?.sheet ?? work.sheet, editions: work.editions, savedAt: work.savedAt,
          sealedAt: own?.at ?? (seal || opened ? took : null), sealedBy: seal?.person ?? null, opened,
        };
      }),
    };
  }

  draft(person: string, id: string, write: DraftWrite): Promise<{ edition: number; savedAt: string }> {
    return this.turns.take(`${id} ${person}`, async () => {
      const value = await this.ledger.ask(id, (state) => {
        requireRole(state, person, 'evaluator');
        requireOpen(state);
        const clean = draftValue(state.instrument, state.policy.judging, write.question, write.field, write.value);
        requireEditable(state, person, write.question);
        this.requireRound(state, write);
        return clean;
      });
      try {
        return await this.drafts.write(id, person, { ...write, value });
      } catch (fault) {
        requireOpen((await this.ledger.read(id)).state); // locked in between: the database took no draft
        throw fault;
      }
    });
  }

  async seal(person: string, id: string, questions: readonly string[]): Promise<AnswerOf<typeof scoring.seal>> {
    const numbers = [...new Set(questions)];
    let opened: string[] = [];
    const standing = await this.turns.take(`${id} ${person}`, () =>
      this.ledger.record(id, person, async (draft) => {
        requireRole(draft.state, person, 'evaluator');
        requireOpen(draft.state);
        for (const number of numbers) questionState(draft.state, number);
        const work = await this.drafts.sheets(draft.state, person, numbers);
        requireMaySeal(draft.state, person, Object.fromEntries(numbers.map((number) => [number, (work[number] as WorkSheet).sheet])));
        draft.seal(numbers.map((number) => this.sealedSheet(draft.state, number, work[number] as WorkSheet)));
        const opens = opensNow(draft.state, numbers);
        if (opens.length > 0) draft.add({ kind: 'revealed', opened: opens }, null);
        opened = opens.map((own) => own.question);
      }),
    );
    return { ...this.told(standing, person), sealedAt: standing.counts.at, opened };
  }

  async withdraw(person: string, id: string, questions: readonly string[]): Promise<AnswerOf<typeof scoring.withdraw>> {
    const numbers = [...new Set(questions)];
    const standing = await this.ledger.record(id, person, (draft) => {
      requireRole(draft.state, person, 'evaluator');
      requireOpen(draft.state);
      requireMayWithdraw(draft.state, person, numbers, draft.now);
      draft.add({ kind: 'sealWithdrawn', seals: numbers.map((question) => ({ question, round: questionState(draft.state, question).round })) });
    });
    return this.told(standing, person);
  }

  async openRound(person: string, id: string, number: string, reason: string): Promise<AnswerOf<typeof scoring.openRound>> {
    const standing = await this.ledger.record(id, person, (draft) => {
      requireRole(draft.state, person, 'evaluator');
      requireOpen(draft.state);
      requireMayOpenRound(draft.state, number, reason);
      draft.add({ kind: 'roundOpened', question: number, round: questionState(draft.state, number).round + 1, reason: reason.trim() });
    });
    return { ...this.told(standing, person), round: questionState(standing.state, number).round };
  }

  private told(standing: Standing, person: string): { revision: number } {
    return { revision: revisionSeenBy(standing.counts, person, nowText()) };
  }

  private sealedSheet(state: EvaluationState, number: string, { sheet }: WorkSheet) {
    return { question: number, round: questionState(state, number).round, sheet, percent: sheetPercent(questionOf(state.instrument, number), state.policy.judging, sheet) };
  }

  private requireRound(state: EvaluationState, write: DraftWrite): void {
    const { round } = questionState(state, write.question);
    if (write.round !== round) throw new Refusal('consensus/round-changed', { question: write.question, round });
  }
}
