import { areasToLock, isAgreed, opensNow, standingProposal } from '@samsyn/domain';
import type { LedgerDraft } from './ledger-draft';

/** After a change of who takes part: what waited only for that opens, is settled, and is locked, in the same commit. */
export function goOn(draft: LedgerDraft): void {
  const numbers = Object.keys(draft.state.questions);
  const opened = draft.state.scoringOpen ? opensNow(draft.state, numbers) : [];
  if (opened.length > 0) draft.add({ kind: 'revealed', opened }, null);
  const questions = Object.values(draft.state.questions).flatMap((question) => {
    const standing = standingProposal(question);
    return standing && !question.settled && isAgreed(draft.state, question.number) ? [{ question: question.number, proposal: standing.number }] : [];
  });
  if (questions.length > 0) draft.add({ kind: 'settled', questions }, null);
  const areas = areasToLock(draft.state);
  if (areas.length > 0) draft.add({ kind: 'areaLocked', areas }, null);
}
