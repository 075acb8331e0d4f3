import type { dates as swedish } from './dates-words.sv';

export const dates: typeof swedish = {
  title: 'Dates', hint: 'Optional. Everyone in the evaluation sees them, and they can be changed until the lock.',
  field: { scoringFrom: 'Scoring from', scoringTo: 'Scoring to', visitFrom: 'Visit from', visitTo: 'Visit to', consensus: 'Consensus', reportDue: 'Report due' },
  what: { scoring: 'Scoring', visit: 'Visit', consensus: 'Consensus meeting', report: 'Report due' },
  fault: { order: 'cannot come before {{before}}.', day: 'write the whole date, or clear the field.' },
  suggest: 'Suggest days', suggestHint: 'Fills the empty fields with working days: a visit of two days, the report eight weeks later. Change them freely.', suggested: 'The days are filled in.',
  next: '{{what}} {{when}}, {{left}}', from: 'from {{day}}', to: 'until {{day}}',
  begins: { today: 'begins today', tomorrow: 'begins tomorrow', later: 'begins in {{n}} days' },
  ends: { today: 'today is the last day', tomorrow: 'one day left', later: '{{n}} days left' },
  day: { today: 'today', tomorrow: 'tomorrow', later: 'in {{n}} days' },
  none: 'No dates are set.', set: 'Set dates',
  save: 'Save dates', saved: 'The dates are saved.', locked: 'The report is locked. The dates no longer change.',
  newer: 'Somebody else changed the dates while you were typing. What you have typed is still here.', change: '{{date}}: {{to}}, before {{from}}', nothing: 'no date', mine: 'Keep what I have typed', theirs: 'Take what stands now',
};
