import { anchors } from './anchors.en';

export const words = {
  anchor: anchors,
  dimension: { system: 'System', deployment: 'Deployment', results: 'Results', evaluation: 'Evaluation' },
  ask: {
    system: 'is there a stated and thought-out way of working?', deployment: 'how much of the organisation works this way?',
    results: 'what do measurements and observations show?', evaluation: 'is the way of working followed up and improved?',
  },
  field: { percent: 'Judgement, percent', standing: 'Standing', rationale: 'Rationale', strengths: 'Strengths', improvements: 'Can be improved', evidence: 'Evidence', unsure: 'Unsure' },
  standing: { judged: 'Judged', cannotAssess: 'Cannot assess', notApplicable: 'Not applicable' },
  standingMeans: {
    cannotAssess: 'Cannot assess is not zero: the question gets no percent from you. Say in the rationale what is missing. Judgements you have set are kept in case you change your mind.',
    notApplicable: 'Not applicable is not zero: the question gets no percent from you. Say in the rationale why it does not apply to the municipality. Judgements you have set are kept in case you change your mind.',
  },
  strip: { empty: 'Empty', half: 'Begun', done: 'Complete', seal: 'Sealed', open: 'Opened', ask: 'Cannot assess', none: 'Not applicable' },
  kind: { document: 'Document', interview: 'Interview', web: 'Web', questionnaire: 'The municipality’s own description', other: 'Other' },
  evidencePlaceholder: { document: 'Document and page', interview: 'Who or which group, and when', web: 'Address and day', questionnaire: 'Question and section', other: 'What and where' },
  filter: { all: 'all {{n}} questions', empty: 'empty', unsure: 'unsure', noEvidence: 'without evidence', unsealed: 'not sealed' },
  noneFits: { all: 'The model has no questions', empty: 'No question is empty', unsure: 'No question is marked unsure', noEvidence: 'No question lacks evidence', unsealed: 'All questions are sealed' },
  rule: {
    question: { two: 'You see no more than this of each other. A question opens when both have sealed it.', more: 'You see no more than this of each other. A question opens when all {{n}} have sealed it.' },
    area: { two: 'You see no more than this of each other. An area opens when both have sealed all its questions.', more: 'You see no more than this of each other. An area opens when all {{n}} have sealed all its questions.' },
    all: { two: 'You see no more than this of each other until both have sealed all {{all}}.', more: 'You see no more than this of each other until all {{n}} have sealed all {{all}}.' },
  },
  cell: {
    value: 'Criterion {{criterion}}, {{dimension}}: {{value}}', blank: 'Criterion {{criterion}}, {{dimension}}: not judged',
    blankHow: 'Criterion {{criterion}}, {{dimension}}: not judged. Press 0 to 9, or plus for 100.', off: 'Criterion {{criterion}}, {{dimension}}: not counted, {{standing}}',
  },
  why: {
    closed: 'Scoring is not open', clash: 'First choose which change counts', percent: 'The percent is missing', one: 'One judgement is missing: {{cell}}', many: '{{n}} judgements are missing',
    reason: 'The rationale is missing', offline: 'Sealing needs the network', refused: 'A change is not saved',
  },
  key: {
    digits: 'Sets 0–90 in the cell and moves on', hundred: 'Sets 100', clear: 'Blanks the cell', move: 'Moves between the cells', ends: 'First and last cell of the row, with Ctrl of the whole grid',
    cannotAssess: 'Cannot assess, or back', guide: 'What to look for, opens and closes. Alt V also while you write', questions: 'Next and previous question', rationale: 'To the rationale', evidence: 'Adds evidence', cited: 'Opens the question’s first cited evidence in its source, once more the next', sources: 'Sources: search and read the material', back: 'Back to the cell',
    seal: 'Seals the question', undo: 'Undoes, 50 steps', list: 'This list',
  },
  legend: { digits: 'sets 0–90', hundred: 'sets 100', clear: 'blanks', move: 'move', cannotAssess: 'cannot assess', guide: 'look for', sources: 'sources', questions: 'next, previous question', back: 'back to the cell' },
  guide: {
    title: 'What to look for', of: 'criterion {{criterion}}', close: 'Close what to look for', documents: 'In documents', website: 'On the website', interviews: 'In interviews',
    example: 'Example of {{band}} in {{side}}', anchors: 'The scale for {{side}}', none: 'Nothing is written about where to look.', changed: 'Now shows what to look for in criterion {{criterion}}.',
    reading: 'Reading what to look for', failed: 'What to look for could not be read.',
  },
  aboutArea: 'About the area', weight: 'weighs {{n}}',

  railLabel: 'Questions', questionPane: 'The question', keyLabel: 'Key', you: 'You', of: 'of {{of}}', areSealed: 'sealed', show: 'Show', showAll: 'Show all {{n}}',
  showQuestions: 'Show all {{n}} questions', hideQuestions: 'Hide the questions', points: '{{n}} p', unsureShort: 'unsure',
  gridLabel: 'Judgements 0–100 in steps of {{step}}', criterion: 'Criterion', mean: 'Mean', wholeQuestion: 'The whole question', notInCriterion: 'not judged in this criterion', notJudged: 'not judged',
  scaleLabel: 'Scale for {{criterion}}, {{dimension}}', partial: '* counted on what is judged',
  areaNamed: 'Area {{n}} · {{title}}', areaSoFar: 'so far {{points}} of {{max}}', areaSum: '{{points}} of {{max}}', round: 'Round {{n}}, blind',
  previous: 'Previous question', next: 'Next question', gives: 'gives', pointsOf: '{{points}} of {{max}} p', mostPoints: 'at most {{max}} p',
  weigh: 'Weigh what exists and is used today. Plans do not count.', someJudged: 'preliminary · {{n}} of {{of}} judged', allJudged: '{{n}} of {{of}} judged', notCounted: 'not counted in the sum',
  percentHint: '0–100 with at most one decimal', percentOutOfRange: 'Write a number from 0 to 100.', percentOffStep: 'Write at most one decimal, for example 45,7.',
  rationaleNeeded: 'The rationale is needed before the question can be sealed.',
  notes: { title: 'From your notes', none: 'You have no interview notes yet.', noneTagged: 'No note is tagged #{{question}}.', others: 'Show {{n}} others', noGroup: 'No group', taken: 'added', reading: 'Loading your notes' },
  add: 'Add', addTo: 'to {{list}}', removeLine: 'Remove {{n}} from {{list}}', noLines: 'Nothing written yet.', noEvidence: 'No evidence yet. Write where the support for the judgement is found.', kindOf: 'Kind of evidence {{n}}', evidenceText: 'Evidence {{n}}',

  saving: 'Saving', savedAt: 'Saved {{time}}', waiting: 'Waiting for the network, kept on this computer', clash: 'Conflict, choose which one counts', notSaved: 'Not saved',
  clashOf: '{{field}} was changed in two places', here: 'Here', otherTab: 'The other tab', keepValue: 'Keep {{value}}', takeValue: 'Take {{value}}', keepThis: 'Keep this one', takeOther: 'Take the other',
  blank: 'blank', yes: 'yes', no: 'no', words: '{{n}} words',
  oneWaits: '1 change waits on this computer.', manyWait: '{{n}} changes wait on this computer.',
  showQueue: 'Show the queue', queue: 'The queue', queueHint: 'The changes are sent by themselves when the network is back. Sealing needs the network.', queueEmpty: 'Everything is saved.', waits: 'Waiting', saveQueue: 'Save the queue as a file',
  noLongerFits: 'The question is sealed or has a new round.', discard: 'Discard',

  unsure: 'Unsure', undo: 'Undo', seal: 'Seal {{question}}', sealing: 'Sealing …', sealVerb: 'Seal', sealArea: 'Seal the whole area', sealAll: 'Seal all {{n}}', notYet: 'Not yet',
  sealAsk: 'Seal {{question}}?', sealAskMany: 'Seal {{n}} questions?', sealNumbers: '{{percent}} % gives {{points}} of {{max}} points.', sealStanding: '{{standing}}: the question gets no percent from you.',
  sealMeans: 'Once sealed, the question changes only by a new round.', sealMeansMany: 'Once sealed, the questions change only by a new round.', sealSum: '{{questions}} give {{points}} points together.', notAgainToday: 'Do not ask again today',
  sealedOne: '{{question}} is sealed.', sealedMany: '{{n}} questions are sealed.', sealedCount: '{{n}} of {{of}}.', undoIn: 'Undo, {{n}} s',
  openedTitle: 'The scores are open.', openedOne: '{{question}} is sealed by everyone.', openedMany: '{{n}} questions are sealed by everyone.', toConsensus: 'To consensus', close: 'Close',
  sealedBefore: '{{name}} sealed {{question}} before you took over the seat.', sealedBeforeMore: 'That judgement goes on standing for the seat.', openBefore: '{{question}} was opened before you took over the seat.', openBeforeMore: 'You take part in agreeing on it.',
  isSealed: '{{question}} was sealed at {{time}}.', isOpened: 'The scores are open.', opensWhen: { question: 'It opens when everyone has sealed it.', area: 'It opens when everyone has sealed the whole area.', all: 'It opens when everyone has sealed the whole sheet.' },
  askRound: 'Ask for a new blind round', roundAsk: 'A new blind round for {{question}}?', roundMeans: 'All evaluators judge the question once more, each alone. The former round is kept and can be read.', roundReason: 'Why is a new round needed?', roundReasonMissing: 'Write a reason. It stays in the event log.', roundVerb: 'Open the round',

  keys: 'Keys', allKeys: 'All shortcuts', lettersOff: 'Turn letters off', lettersBack: 'Turn letters on', lettersOn: 'Shortcuts by single letters', legendOn: 'Show the bar of keys', hideLegend: 'Hide', showLegend: 'Show keys',
  notForYou: 'The score sheet is for the evaluators', notForYouMore: 'Here each one writes an own judgement, which nobody else sees before the opening.',
  planning: 'Scoring is not open yet. The coordinator opens it when the team is complete.', locked: 'The evaluation is locked. The score sheet can be read but not changed.',
  notRead: 'The score sheet could not be read.', tryAgain: 'Try again', reading: 'Reading the score sheet', slow: 'This takes longer than usual. We keep trying.',
};
