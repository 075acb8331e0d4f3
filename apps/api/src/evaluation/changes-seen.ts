import type { LiveChange } from '@samsyn/contract';
import { isEvaluator, membershipsOf, type EvaluationState, type LedgerEntry } from '@samsyn/domain';

/** What one member is told of one ledger line, at once; nothing for what they may not know of yet. Numbers of questions, never scores. */
export function changesSeenBy(state: EvaluationState, viewer: string, { fact, actor }: LedgerEntry): LiveChange[] {
  const evaluator = isEvaluator(state, viewer);
  switch (fact.kind) {
    case 'created':
    case 'joined':
    case 'left':
    case 'declared':
    case 'replaced':
      return [{ kind: 'team' }];
    case 'policyChanged':
    case 'policyApproved':
      return [{ kind: 'policy' }];
    // Told to those who see the team's work: to the others nothing has changed yet.
    case 'policyProposed':
    case 'policyDeclined':
    case 'policyWithdrawn':
      return [{ kind: seesTeamWork(state, viewer) ? 'policy' : 'progress' }];
    case 'scheduled':
      return [{ kind: 'dates' }];
    case 'nudged':
      return [{ kind: 'progress' }];
    case 'scoringOpened':
      return [{ kind: 'scoringOpened' }];
    case 'sealed':
    case 'sealWithdrawn':
      return actor === viewer ? [{ kind: 'ownSeal', questions: fact.seals.map((seal) => seal.question) }] : [];
    case 'revealed':
      return [{ kind: 'revealed', questions: fact.opened.map((opened) => opened.question) }];
    case 'roundOpened':
      return evaluator ? [{ kind: 'roundOpened', question: fact.question, by: actor ?? '' }] : [{ kind: 'progress' }];
    case 'proposed':
      return evaluator ? [{ kind: 'proposed', questions: fact.proposals.map((proposal) => proposal.question), by: actor ?? '' }] : [{ kind: 'progress' }];
    case 'approved':
      return evaluator ? [{ kind: 'approved', questions: fact.approvals.map((approval) => approval.question), by: actor ?? '' }] : [{ kind: 'progress' }];
    case 'settled':
      return [{ kind: 'settled', questions: fact.questions.map((settled) => settled.question) }];
    case 'areaSigned':
    case 'areaLocked':
    case 'areaReopened':
    case 'lockSigned':
    case 'locked':
    case 'unlockSigned':
    case 'unlocked':
      return [{ kind: 'lock' }];
  }
}

const seesTeamWork = (state: EvaluationState, viewer: string): boolean => membershipsOf(state, viewer).some(({ role }) => role === 'coordinator' || role === 'evaluator' || role === 'adjudicator');
