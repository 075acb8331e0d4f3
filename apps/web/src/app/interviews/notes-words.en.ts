import type { guide as swedishGuide, notes as swedishNotes, sheet as swedishSheet, ways as swedishWays } from './notes-words.sv';

export const ways: typeof swedishWays = { label: 'The visit', plan: 'Visit plan', notes: 'Notes', sheet: 'Day sheet' };

export const notes: typeof swedishNotes = {
  title: 'Notes', own: 'Your notes', how: 'Enter: next line. #3.2 tags a question.', show: 'Show',
  group: 'Group', noGroup: 'Other, no group', fresh: 'New note', line: 'Note {{n}}', placeholder: 'Write here',
  private: 'Only you see this', shared: 'Shared with the team', share: 'Share', sure: 'Share with the whole team? It cannot be taken back.', yes: 'Share', no: 'Keep to myself',
  saved: 'Saved', clash: 'Conflict, choose which one counts', both: 'The note has also been changed in another tab or device. There it says:', emptied: '(empty)', mine: 'Keep mine', theirs: 'Take the other',
  theirsTitle: 'Notes shared by colleagues',
  minutesLeft: '{{n}} minutes left', minuteLeft: '1 minute left', minutesLeftAnd: '{{n}} minutes left. Not taken up yet: {{questions}}.', missing: 'Not taken up yet: {{questions}}', begins: 'Begins in {{n}} minutes', beginsOne: 'Begins in 1 minute', over: 'The interview is over',
  goesOn: '{{title}} is going on now.', goThere: 'Go there',
  copy: 'Offline. The questions were read {{time}}. Go on writing, it is kept here and sent when the network is back.', oneWaits: '1 change waits for the network. It is kept here.', manyWait: '{{n}} changes wait for the network. They are kept here.',
  notForYou: 'The notes are the evaluators’ own.',
};

export const guide: typeof swedishGuide = {
  title: 'Questions to take up', done: '{{n}} of {{of}} taken up', count: 'Questions {{n}} of {{of}}', hint: 'Only you see what you tick off. Press a question to see what to look for.',
  tick: '{{question}} has been taken up', note: ' Write a note on {{question}}', look: 'Look for', nothing: 'Nothing is written about what to look for.', none: 'The group has no questions. The coordinator chooses them in the visit plan.', also: 'also {{names}}',
  why: { assigned: 'The group’s question', noDocument: 'There is no document', noOtherInterview: 'Taken up only here' },
};

export const sheet: typeof swedishSheet = {
  title: 'Day sheet', day: 'Day', today: 'Today', print: 'Print', pdf: 'PDF', version: 'Version {{version}}', draft: 'DRAFT', now: 'Now', free: 'Nothing is planned this day.', empty: 'The visit plan has no days yet.',
  copy: 'Offline. The day sheet was read {{time}} and may have changed since.', video: 'Video meeting', pause: 'Break {{time}}', protected: '{{n}} people, protected list', protectedOne: '1 person, protected list', count: '{{n}} people', countOne: '1 person', joins: 'joins {{time}}',
  reply: { cannot: 'cannot come', substitute: 'sends a substitute' }, kind: { interview: 'Interview', break: 'Break', lunch: 'Lunch', travel: 'Travel', reflection: 'Finish writing, each on your own' },
};
