import type { guest as swedish } from './guest-words.sv';

export const guest: typeof swedish = {
  title: 'Interview in the evaluation of {{municipality}}',
  asked: 'Hello {{name}}. The evaluators would like to interview you. Tell us when you can, and we will come back with a time. It takes a minute.',
  welcome: 'Hello {{name}}. Here are your times. Please say whether you will come.',
  later: 'Hello {{name}}. The times are not decided yet. You will get a letter when they are, and see them here.',
  copy: 'Offline. This was read {{time}} and may have changed since. What you answer is sent when the network is back.',
  unread: 'The page could not be read',
  spent: 'The link is no longer valid', spentText: 'It has expired, been withdrawn or been replaced by a newer one.', spentMore: 'Look for the latest letter about the interview, or reply to it and you will get a new link.',
  contact: 'Questions', contactText: 'Please contact {{contact}}.',
  answer: { yes: 'Yes', ifNeeded: 'If needed', no: 'No' },
  state: { saving: 'Saving', saved: 'Saved {{time}}', waiting: 'Waiting for network, kept here', refused: 'Not saved', sending: 'Sending', replyWaits: 'Waiting for network. The answer goes by itself.' },
  hours: {
    title: 'When can you?', how: 'Everything says yes. Change only the hours when you cannot, or would rather not.', deadline: 'Please answer by {{day}}.', until: 'Can be changed until {{day}}.',
    wholeDay: 'Whole day', wholeOf: 'Whole day, {{day}}', evening: 'Evening', halves: 'Show half hours',
    done: 'Done', doneHint: 'You can change it afterwards.', change: 'Change the answer', offline: 'The answer has not arrived yet. It is kept here and goes by itself when the network is back.',
    thanks: 'Thank you, you have answered', yours: 'Your hours', still: 'Should the plan change, it helps to know when you can.', begin: 'Say when you can', next: 'You will get a letter when the time is decided.', allYes: 'Yes, the whole day',
  },
  interview: { group: 'Interview', place: 'Place', video: 'Video', join: 'Join the video meeting', newTab: '(opens in a new tab)', evaluators: 'Evaluators', about: 'What we would like to talk about', prepare: 'You need not prepare anything. Examples from your everyday work are welcome.' },
  reply: {
    title: 'Will you come?', coming: 'I will come', cannot: 'I cannot come', substitute: 'I am sending a substitute',
    text: { coming: 'Anything else you want to say?', cannot: 'Anything else you want to say?', substitute: 'Who will come instead?' },
    hint: { coming: 'Optional.', cannot: 'Optional. For example which times would suit better.', substitute: 'Name, title and e-mail address.' },
    missing: 'Write who will come instead.', send: 'Send the answer', back: 'Cancel',
    thanks: { coming: 'Thank you, see you there.', cannot: 'Thank you for letting us know. We will be in touch.', substitute: 'Thank you. We will contact your substitute.', null: '' },
  },
  data: {
    title: 'How your data are used', inviter: 'the person who invited you',
    who: 'Who is responsible', whoText: '{{controller}} Questions about the data are answered by {{contact}}.', usualWho: 'Whoever carries out the evaluation.',
    why: 'Why', whyText: 'To plan and hold the interviews in the evaluation of the municipality. {{basis}}', usualBasis: 'The data are needed for a task in the public interest (article 6.1 e of the General Data Protection Regulation).',
    what: 'Which data', whatText: 'Name, title, workplace, contact details, the hours you give and your answers. They come from the municipality, from your organisation or from yourself.',
    seen: 'Who sees them', seenText: 'The coordinator and the evaluators. Not others who are interviewed.',
    long: 'For how long', longText: 'Until {{n}} days after the evaluation is done, {{until}} at the latest. Then name, contact details, hours and answers are removed. This page closes 30 days after the visit.', holdText: 'The data are preserved until further notice, because a law or a decision requires it. This page closes 30 days after the visit.',
    rights: 'Your rights', rightsText: 'You may ask what is kept about you, have it corrected or erased, restrict its use or object to it. You may also complain to the Swedish Authority for Privacy Protection, imy.se.',
  },
};
