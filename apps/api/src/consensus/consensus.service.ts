import { Injectable } from '@nestjs/common';
import type { AnswerOf, AreaLockView, BoardQuestion, consensus } from '@samsyn/contract';
import {
  areasToLock, isAgreed, isEvaluator, proposalFact, requireMayApprove, requireMayReopenArea, requireMaySignArea, requireOpen, requireRole, revisionSeenBy, settledPercent, standingProposal, visibleSeals, type EvaluationState, type QuestionState,
} from '@samsyn/domain';
import type { z } from 'zod';
import { EvaluationLedger, nowText, type LedgerDraft, type Standing } from '../evaluation';

type Proposals = z.output<typeof consensus.propose.body>['proposals'];
type Approvals = z.output<typeof consensus.approve.body>['approvals'];

/** The board of what is open, and how it is agreed: proposal, approval by every evaluator, settlement. */
@Injectable()
export class ConsensusService {
  constructor(private readonly ledger: EvaluationLedger) {}

  async board(person: string, id: string): Promise<AnswerOf<typeof consensus.board>> {
    const standing = await this.ledger.read(id);
    requireRole(standing.state, person, 'evaluator', 'coordinator', 'adjudicator');
    return { revision: this.revision(standing, person), questions: Object.values(standing.state.questions).map((question) => questionSeenBy(standing.state, person, question)), areas: areasOf(standing.state) };
  }

  async propose(person: string, id: string, proposals: Proposals): Promise<AnswerOf<typeof consensus.propose>> {
    const standing = await this.ledger.record(id, person, (draft) => {
      requireRole(draft.state, person, 'evaluator');
      requireOpen(draft.state);
      draft.add({ kind: 'proposed', proposals: proposals.map((own) => proposalFact(draft.state, { ...own, percent: settledPercent(own.percent, own.question) })) });
      this.settleAgreed(draft, proposals.map((own) => own.question));
    });
    return { revision: this.revision(standing, person) };
  }

  async approve(person: string, id: string, approvals: Approvals): Promise<AnswerOf<typeof consensus.approve>> {
    let settled: string[] = [];
    const standing = await this.ledger.record(id, person, (draft) => {
      requireRole(draft.state, person, 'evaluator');
      requireOpen(draft.state);
      for (const own of approvals) requireMayApprove(draft.state, person, own.question, own.proposal);
      draft.add({ kind: 'approved', approvals });
      settled = this.settleAgreed(draft, approvals.map((own) => own.question));
    });
    return { revision: this.revision(standing, person), settled };
  }

  async signArea(person: string, id: string, area: number): Promise<AnswerOf<typeof consensus.signArea>> {
    const standing = await this.ledger.record(id, person, (draft) => {
      requireRole(draft.state, person, 'evaluator');
      requireOpen(draft.state);
      requireMaySignArea(draft.state, person, area);
      draft.add({ kind: 'areaSigned', area });
      const areas = areasToLock(draft.state);
      if (areas.length > 0) draft.add({ kind: 'areaLocked', areas }, null);
    });
    return { revision: this.revision(standing, person), locked: standing.state.areaLocks[area]?.lockedAt !== null };
  }

  async reopenArea(person: string, id: string, area: number, reason: string): Promise<AnswerOf<typeof consensus.reopenArea>> {
    const standing = await this.ledger.record(id, person, (draft) => {
      requireRole(draft.state, person, 'evaluator');
      requireOpen(draft.state);
      requireMayReopenArea(draft.state, area, reason);
      draft.add({ kind: 'areaReopened', area, reason: reason.trim() });
    });
    return { revision: this.revision(standing, person) };
  }

  /** Settles, in the same commit, what everyone has now approved. */
  private settleAgreed(draft: LedgerDraft, numbers: readonly string[]): string[] {
    const agreed = [...new Set(numbers)].filter((number) => isAgreed(draft.state, number));
    const questions = agreed.flatMap((question) => {
      const own = draft.state.questions[question];
      const proposal = own && standingProposal(own);
      return proposal ? [{ question, proposal: proposal.number }] : [];
    });
    if (questions.length > 0) draft.add({ kind: 'settled', questions }, null);
    return agreed;
  }

  private revision(standing: Standing, person: string): number {
    return revisionSeenBy(standing.counts, person, nowText());
  }
}

const areasOf = ({ areaLocks }: EvaluationState): AreaLockView[] => Object.entries(areaLocks).map(([area, { signatures, lockedAt }]) => ({ area: Number(area), signatures: signatures.map((own) => ({ ...own })), lockedAt }));

/** One question as the viewer may see it: voices by the one visibility rule, proposals for evaluators, status for others. */
function questionSeenBy(state: EvaluationState, viewer: string, question: QuestionState): BoardQuestion {
  const evaluator = isEvaluator(state, viewer);
  const open = question.openedRound > 0;
  const voices = evaluator && open ? visibleSeals(state, viewer, question).filter((seal) => seal.round <= question.openedRound) : [];
  return {
    number: question.number,
    round: question.round,
    openedRound: question.openedRound,
    openedAt: question.reveals.at(-1)?.at ?? null,
    voices: voices.map(({ person, round, at, percent, sheet }) => ({ person, round, sealedAt: at, percent, sheet })),
    proposals: evaluator ? question.proposals.map(({ number, by, at, round, percent, text, reason, cause, method, approvals }) => ({ number, by, at, round, percent, text, reason, cause, method, approvals: [...approvals] })) : [],
    standing: evaluator ? (standingProposal(question)?.number ?? null) : null,
    settled: question.settled ? { proposal: question.settled.proposal, at: question.settled.at } : null,
    rounds: evaluator ? question.rounds.map((round) => ({ ...round })) : [],
  };
}
