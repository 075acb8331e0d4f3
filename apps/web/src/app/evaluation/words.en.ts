import type { words as swedish } from './words.sv';
import { sealedRules } from './sealed-rules-words.en';
import { dates } from './dates-words.en';
import { training } from './training-words.en';

export const words: typeof swedish = {
  roles: { coordinator: 'coordinator', evaluator: 'evaluator', adjudicator: 'third assessor', contact: 'contact', observer: 'observer' },
  phases: { planning: 'Planning', scoring: 'Scoring', consensus: 'Consensus', report: 'Report', locked: 'Locked', label: 'Phases', now: 'Now', done: 'done' },
  you: 'You',
  list: {
    title: 'My evaluations', create: 'New evaluation', show: 'Show', running: 'Running', locked: 'Locked', practice: 'Practice',
    emptyTitle: 'No evaluation yet', emptyMay: 'Begin with municipality, year and team. The rest can wait.', emptyWait: 'An evaluation appears here as soon as a coordinator has added you to the team.',
    none: 'No evaluation in this selection.', kept: 'This lies in this browser and can be opened without network.', role: 'Your role: {{role}}',
    next: {
      declare: 'You: declare your interests', open: 'You: open scoring when the team is ready', waitOpen: 'Waiting for the coordinator to open scoring',
      seal: 'You: seal {{n}} questions', waitSeal: 'You are done. More evaluators are sealing', sealing: 'The evaluators are sealing, {{n}} of {{of}} questions open',
      settle: 'You: agree on {{n}} questions', settling: '{{n}} questions to agree on', sign: 'You: read the report and sign', signing: 'The evaluators read and sign', done: 'Locked, version {{n}}', trained: 'Every question is opened. See how you compare with the reference',
    },
  },
  overview: {
    deliver: 'Hand in material', material: 'Material',
    next: 'Next', who: 'Who', what: 'What', action: 'Action', nothing: 'Nothing is waiting for anyone right now.', apart: 'How much each has sealed is shown only to the evaluators and the coordinator.',
    watch: { planning: 'The coordinator opens scoring once the team is complete.', scoring: 'The evaluators score on their own and seal.', consensus: 'The evaluators agree question by question.', report: 'The evaluators read the report and sign it. You can read it once it is locked.', locked: 'The report is locked and can be read.' }, idle: 'You need not do anything now.', handsIn: 'What you are asked to hand in is under Material and Written answers.', someone: 'The coordinator', all: 'All evaluators',
    do: { declare: 'Declare interests', openScoring: 'Open scoring', seal: 'Seal {{n}} questions', sealOne: 'Seal one question', settle: 'Agree on {{n}} questions', settleOne: 'Agree on one question', sign: 'Read the report and sign', approve: 'Answer {{n}} proposals', approveOne: 'Answer one proposal', rules: 'Answer a proposal about the rules' },
    go: { seal: 'To the score sheet', settle: 'To consensus', approve: 'To consensus', rules: 'To the rules', sign: 'To the lock', openScoring: 'Open scoring' },
    opening: 'Opening …', team: 'Team', settings: 'Settings and team', model: 'Model {{revision}}, {{n}} questions',
    sealed: 'Sealed', of: '{{n}} of {{of}}', ofLabel: '{{name}}: {{n}} of {{of}} questions sealed', none: 'No evaluators yet.',
    unit: { question: 'Each question opens for everyone at once when all evaluators have sealed it.', area: 'An area opens for everyone at once when all evaluators have sealed its questions.', all: 'Everything opens for everyone at once when all evaluators have sealed all questions.' },
    blind: 'Until then nobody but the evaluator sees any scores, not even the coordinator. Others’ counts move at most once a minute.',
    limits: 'Divergence from {{amber}}, large divergence from {{red}} percentage points.', limitsAll: 'Divergence from {{from}}, large divergence from {{red}} percentage points.', rules: 'Rules', frozen: 'The rules were frozen at the first seal.', open: 'The rules can change until the first seal.',
    progress: 'Where it stands', opened: 'Questions open', settled: 'Settled scores', ledger: 'The whole ledger', undeclared: 'declaration of interest missing', conflict: 'conflict of interest', report: 'Read the report, version {{n}}',
    openedNow: 'Scoring is open.',
  },
  seats: {
    nudge: 'Remind', nudging: 'Reminding …', nudged: 'Reminded today {{time}}', nudgedNow: '{{name}} has been reminded.', replace: 'Replace …', empty: 'empty seat', conflict: '{{name}} declared a conflict of interest and has left. The coordinator can give the seat to somebody else.', after: 'After {{name}}, replaced on {{day}}',
    title: 'Replace {{name}}', fillTitle: 'Give the seat of {{name}} to somebody else',
    kept: '{{name}} has sealed {{n}} of {{of}} questions. They stay as the seat’s judgement under the name of {{name}}, and open as usual.', keptOne: '{{name}} has sealed one of {{of}} questions. It stays as the seat’s judgement under the name of {{name}}, and opens as usual.', keptNone: '{{name}} has sealed nothing. The new evaluator judges everything.',
    keptConflict: 'What was open when {{name}} declared a conflict stays under the name of {{name}}. What was not open does not count: the new evaluator judges it from the start.',
    rest: 'The new evaluator judges the rest, and sees nothing of what is sealed until it opens for everyone. Drafts are not passed on.', access: '{{name}} loses access to the evaluation. The new evaluator comes in after declaring any interest.',
    who: 'Who takes over?', other: 'Somebody else', otherHint: 'Invited by e-mail.', reason: 'Reason', reasonHint: 'Kept in the ledger, not in the report. Write nothing about anybody’s health.', missing: 'Say why the seat changes evaluator.',
    go: 'Give the seat', going: 'Saving …', no: 'Cancel', done: '{{name}} has the seat.', doneTitle: '{{name}} has the seat', doneText: '{{name}} first declares any interest, and then judges what is left.', doneLink: 'The link is shown only now and works once.', ready: 'Done',
  },
  create: {
    title: 'New evaluation', lead: 'Municipality, model, dates, team and rules. What you write is kept in this tab until the evaluation is created.',
    where: 'Municipality and year', municipality: 'Municipality', municipalityHint: 'Search by name or municipality code. Another name is fine too, for example a municipality abroad.', found: '{{n}} municipalities', free: 'Use “{{name}}” as a name of its own', code: 'code {{code}}', year: 'Year',
    model: 'Model', modelHint: 'The evaluation gets its own copy, so a later change of the model does not touch the scores.', questions: '{{n}} questions', questionsAndCriteria: '{{n}} questions, {{criteria}} criteria', olderModels: 'Older models ({{n}})', notScoreable: 'areas only, cannot be scored', noModels: 'There is no model to score with.',
    team: 'Team', teamHint: 'At least two evaluators. You become coordinator and see no scores until the report is locked.', name: 'Name', email: 'E-mail', organisation: 'Organisation', role: 'Role', person: 'Person {{n}}', remove: 'Remove', removeWho: 'Remove {{name}}', addEvaluator: 'Evaluator', addOther: 'Other role', add: 'Add',
    rules: 'Rules', practice: 'This is practice', practiceHint: 'Marked as practice everywhere and not in the archive.',
    openNow: 'Open scoring at once', openNowHint: 'Otherwise you open it from the overview when the team is ready.',
    go: 'Create evaluation', going: 'Creating …', clear: 'Start over', wrong: 'Correct {{n}} fields before you create.',
    fault: { municipality: 'Choose a municipality or type a name.', year: 'Type a year, 1990–2100.', instrument: 'Choose a model.', name: 'Type the name.', email: 'Type a whole e-mail address.', twice: 'The address is already listed with the same role.', evaluators: 'Fill in at least two evaluators, each with name and e-mail.', number: 'Type a whole number from {{least}} to {{most}}.', red: 'Must exceed the limit for divergence.', tolerance: 'Must be below the limit for divergence.', halves: 'Type whole or half points from 0.5 to {{most}}, or leave it empty.', maybe: 'Type a whole number from {{least}} to {{most}}, or leave it empty.' },
    doneTitle: '{{name}} {{year}} is created', invitations: 'Invitations', invitationsText: 'The links are shown only now. Each works once; send it to the right person.', way: { link: '', mailed: 'The invitation is sent there. Nobody else sees the link.', account: 'Has an account already and signs in as usual.' }, noInvitations: 'Nobody needed an invitation.', copy: 'Copy link', copied: 'Copied', copyWho: 'Copy the link for {{name}}', open: 'Open the evaluation',
  },
  policy: {
    limits: 'Limits', amber: 'Divergence from', red: 'Large divergence from', tolerance: 'A mean is proposed up to', unit: 'percentage points', points: 'points', areaPoints: 'Area flagged from', totalPoints: 'Total flagged from',
    limitsHint: 'The difference between the highest and lowest judgement of a question. The limit itself counts.',
    unitLabel: 'When do scores open?', question: 'Question by question', questionText: 'Quickest talk, least protection from influence.', area: 'Area by area', areaText: 'Default. An area opens when all have sealed it.', all: 'Everything at once', allText: 'Strictest. Nothing shows until all have sealed everything.',
    judging: 'How is a question judged?', dimensions: 'Per criterion: system, deployment, results, evaluation', dimensionsText: 'Default. The percentage is computed.', percent: 'One percentage per question', percentText: 'For reports to be reproduced.',
    more: 'More limits: sums, points and levels', further: 'Two more limits, if you wish. From that many points or levels a question is a divergence even when the percentages lie near, and no mean is proposed for it. A large divergence always counts in percentage points. An empty field does not count.',
    pointsLimit: 'Points apart (optional)', pointsHint: 'Difference on one question, whole or half points.', bandsLimit: 'Levels apart (optional)', levels: 'levels', bandsHint: 'The levels of the scale: 0, above 0, from 40, from 70 and from 90 %.',
  },
  settings: {
    title: 'Settings and team', team: 'Team', name: 'Name', role: 'Role', declared: 'Declaration of interest', none: 'missing', clear: 'no conflict {{day}}', conflict: 'conflict declared {{day}}', left: 'has left', replaced: 'replaced {{day}} by {{name}}', remove: 'Remove', removeWho: 'Remove {{name}} as {{role}}', sure: 'Remove {{name}}?', yes: 'Yes, remove', no: 'Keep',
    add: 'Add a person', addGo: 'Add', invited: '{{name}} is added.', again: 'Invite again', againWho: 'Invite {{name}} again', invitedAgain: '{{name}} is invited again.', once: 'The link is shown only now and works once.', removed: '{{name}} is removed.',
    rules: 'Rules', save: 'Save rules', saved: 'The rules are saved.', same: 'Nothing has changed.', only: 'Only the coordinator changes the team, and the rules until the first seal.',
  },
  training,
  dates,
  sealedRules,
  ledger: { title: 'Ledger', lead: 'Everything that happened in the evaluation, in order. Lines cannot be changed. What a colleague sealed before the opening is given by day only, without a time. What people wrote themselves stands in their own words.', empty: 'Nothing has happened yet.', day: 'during the day', newest: 'Newest first', count: '{{n}} events' },
  declaration: {
    title: 'Before you enter', about: 'The evaluation of {{name}} {{year}}', text: 'You have a conflict of interest if you, someone close to you or your employer can gain or lose by the result, or if anything else may call your impartiality into question. The team sees your answer and it stands in the ledger.',
    clear: 'I have no conflict', conflict: 'I have a conflict', why: 'What is the conflict?', whyHint: 'Briefly is enough. The coordinator needs it to replace you.', send: 'Declare the conflict and leave the evaluation', back: 'Back', missing: 'Write what the conflict is.', left: 'Thank you. You have left the evaluation and the coordinator can see it.', mine: 'To my evaluations',
  },
};
