import type { description as swedish } from './description-words.sv';

export const description: typeof swedish = {
  title: 'Written answers', leadWrite: 'Describe {{place}} in your own words, question by question. Short is enough; everything is saved as you write.', leadRead: 'What {{place}} has written and handed in, question by question.',
  sum: '{{n}} of {{of}} answered', none: 'Nothing has been handed in yet. What is written shows here when the municipality hands it in.', nothingHere: 'No questions in this selection.',
  filter: 'Show', show: { all: 'All', mine: 'Mine', empty: 'Empty' },
  writer: 'Who writes the answer to {{n}}', nobody: 'Nobody in particular', last: 'Last changed by {{who}} {{when}}', unanswered: 'Not answered.',
  state: { saving: 'Saving', saved: 'Saved', waiting: 'Waiting for the network. The text is kept on this computer.', clash: 'Conflict: somebody else has written here at the same time.', refused: 'Could not be saved. The text is kept on this computer.' },
  clash: 'Two texts', mine: 'Your text', theirs: 'The other text', takeMine: 'Use mine', takeTheirs: 'Use the other', blank: '(empty)',
  send: 'Hand in the answers', sendText: 'The evaluators see the answers only when you hand them in. You may change and hand in again; each time becomes a version.', submit: 'Hand in all answers', said: 'The answers are handed in, version {{n}}.',
  about: 'Versions and help', versions: 'Versions handed in', version: 'Version {{n}}', changed: '{{n}} answers changed', changedOne: '1 answer changed', noVersion: 'None yet.', back: 'Back to the questions',
  how: 'How to do it', howText: 'Share the questions among you by the list at each question. All contacts may help all the same.', whoText: 'You see everything you write. The evaluators and the coordinator see only what is handed in.', toMaterial: 'To the material',
};
