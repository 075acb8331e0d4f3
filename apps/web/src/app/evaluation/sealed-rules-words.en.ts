import type { sealedRules as swedish } from './sealed-rules-words.sv';

export const sealedRules: typeof swedish = {
  locked: 'The rules have been frozen since the first seal.', how: 'The limits and the third assessor can change when one of you proposes it and another approves. At least one of the two must be an evaluator. What you have agreed already stands, and the change is printed in the report. When scores open and how a question is judged stay as they are.',
  now: 'The rules now', opens: 'Scores open', judged: 'A question is judged', judging: { dimensions: 'Per criterion', percent: 'By one percentage' }, log: 'Earlier changes are in the ledger', link: 'Rules and changes',
  waiting: 'A proposal waits for an answer', mine: 'Your proposal waits for an answer', by: '{{name}} proposed on {{day}} at {{time}}', changes: 'Proposed changes', rule: 'Rule', before: 'Now', after: 'Proposed', reason: 'Reason',
  approve: 'Approve the change', approving: 'Approving …', decline: 'Decline', withdraw: 'Take back', other: 'Propose something else', waitsAny: 'Another evaluator or the coordinator needs to approve.', waitsEvaluator: 'An evaluator needs to approve.',
  propose: 'Propose a change', title: 'Propose a change', instead: 'Takes the place of the proposal that waits.', third: 'Third assessor', nobody: 'Nobody', why: 'Reason', whyHint: 'Read by the coordinator and the evaluators, and printed in the report. Name no scores.', missing: 'Write why the rules need to change.',
  send: 'Send the proposal', sending: 'Sending …', cancel: 'Cancel', same: 'Change at least one rule.', wrong: 'Correct the limits first.',
  sent: 'The proposal is sent. The rules change once somebody else has approved it.', approved: 'The rules are changed.', declined: 'The proposal is declined. The rules stand as before.', withdrawn: 'The proposal is taken back. The rules stand as before.', arrived: '{{name}} proposes to change the rules.',
};
