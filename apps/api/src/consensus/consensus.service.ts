import { Injectable } from '@nestjs/common';
import type { AnswerOf, BoardQuestion, consensus } from '@samsyn/contract';
import {
  isAgreed, isEvaluator, proposalFact, requireMayApprove, requireOpen, requireRole, revisionSeenBy, settledPercent, standingProposal, visibleSeals, type EvaluationState, type QuestionState,
} from '@samsyn/domain';
import type { z } from 'zod';
import { EvaluationLedger, type LedgerDraft, type Standing } from '../evaluation';

type Proposals = z.output<typeof consensus.propose.body>['proposals'];
type Approvals = z.output<typeof consensus.approve.body>['approvals'];

/** The board of what is open, and how it is agreed: proposal, approval by every evaluator, settlement. */
@Injectable()
export class ConsensusService {
  constructor(private readonly ledger: EvaluationLedger) {}

  async board(person: string, id: string): Promise<AnswerOf<typeof consensus.board>> {
    const standing = await this.ledger.read(id);
    requireRole(standing.state, person, 'evaluator', 'coordinator', 'adjudicator');
    return { revision: this.revision(standing, person), questions: Object.values(standing.state.questions).map((question) => questionSeenBy(standing.state, person, question)) };
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
    return revisionSeenBy(standing.counts, person, new Date().toISOString());
  }
}

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
