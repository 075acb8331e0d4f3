import type { training as swedish } from './training-words.sv';

export const training: typeof swedish = {
  label: 'Practice', begin: 'Practise on a made-up municipality', beginAgain: 'Practise once more', beginning: 'Starting …',
  about: 'Five questions, eight pieces of material. You judge blind, seal, and then see how a reasoned reference judged. Nobody else sees your scores.',
  opened: '{{n}} of {{of}} opened', toMaterial: 'Read the material', compare: 'To the comparison',
  title: 'Material', list: 'To read', showList: 'Show the list', hideList: 'Hide the list', place: '{{n}} of {{of}}', read: 'read', welcome: 'Start here', welcomeTitle: 'Practice in {{name}}',
  missing: { title: 'There is nothing to read here', text: 'The address leads to no material of this evaluation.', back: 'To the material' },
  kind: { document: 'Document', web: 'Web', interview: 'Interview' },
  previous: 'Previous', next: 'Next: {{title}}', toSheet: 'To the score sheet, question {{number}}', toBoard: 'To the comparison, question by question',
  summary: {
    title: 'You and the reference', wait: 'The summary is shown when you have sealed every question. {{n}} of {{of}} are opened.',
    mean: 'On average you differ by {{pe}} percentage points a question.', note: 'Largest difference first. The reference is a reasoned judgement, not an answer key: open the question and read why it lands where it does.', without: 'Questions where you set no figure are not counted.',
    caption: 'Your judgement, the reference and the difference, largest first', question: 'Question', own: 'You', reference: 'Reference', difference: 'Difference, pp', none: 'No question can be compared, as you set no figures.',
  },
};
