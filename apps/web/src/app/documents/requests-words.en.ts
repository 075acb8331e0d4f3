import type { requests as swedish } from './requests-words.sv';

export const requests: typeof swedish = {
  title: 'Material from {{place}}', lead: 'You need not write anything new.', leadBy: 'Hand in what you already have, by', none: 'Nothing has been asked for yet. When the coordinator sends the list it stands here, and you get a mail before the last day.',
  sum: '{{n}} of {{of}} done', sumDone: '{{n}} done', sumReturned: '{{n}} to put right', sumLeft: '{{n}} left',
  returned: 'To put right', left: 'This is what you need to hand in', done: 'Done', allDone: 'Everything is handed in. The evaluators read it and get in touch if something is missing.', onlyReturned: 'Nothing more to hand in than what is to be put right.', showAll: 'Show all {{n}}',
  why: 'Why', example: 'For example', serves: 'Belongs to', due: 'Last day', by: 'By {{day}}', owner: 'Responsible',
  give: 'Hand in', show: 'Show', fold: 'Close', newFile: 'Hand in a new file', answer: 'Answer without a new file', answerLabel: 'Your answer to the evaluators', answerSend: 'Send the answer and hand in',
  handIn: 'Hand in', handInMany: 'Hand in {{n}} files', waits: 'You can hand in when {{n}} files are up.', waitsOne: 'You can hand in when the file is up.', waitsFile: 'Leave a file or a link first.',
  lack: 'We do not have this', lackWhy: 'What do you do instead, or why does it not exist?', lackHint: 'The evaluators read the answer. There is nothing wrong in not having a document.', lackSend: 'Send the answer', reasonWrong: 'Write why. Whoever is to do something with the material reads it.',
  files: '{{n}} files', filesOne: '1 file',
  tag: { now: 'Hand in now', overdue: 'Late', away: 'With a colleague', requested: 'Not handed in', underway: 'Begun', submitted: 'Being read', toReview: 'To review', unreviewed: 'Waited too long', accepted: 'Accepted', returned: 'To put right', notApplicable: 'Does not exist', draft: 'Draft' },
  state: { draft: 'back to draft', requested: 'asked for', underway: 'begun', submitted: 'handed in', accepted: 'accepted', returned: 'returned, to be put right', notApplicable: 'does not exist' },
  last: { submitted: 'Handed in by {{who}} {{day}}. The evaluators usually answer within five working days.', accepted: 'Accepted by {{who}} {{day}}', notApplicable: 'Answered by {{who}} {{day}}: does not exist', returned: 'Returned {{day}}', requested: 'Asked for {{day}}', underway: 'Begun {{day}}', draft: '' },
  said: { submitted: '{{title}} is handed in.', notApplicable: 'The answer about {{title}} is sent.', accepted: '{{title}} is accepted.', returned: '{{title}} is sent back.', requested: '{{title}} is asked for.', draft: '{{title}} is back among the drafts.', underway: '' },
  forward: {
    open: 'Forward to a colleague', title: 'Forward to a colleague', name: 'Name', nameWrong: 'Write who is to get the link.', email: 'E-mail', emailWrong: 'Write an e-mail address.', days: 'Valid for', forDays: '{{n}} days', send: 'Send the link', hint: 'Your colleague gets an own link to this very item and needs no account.',
    sent: 'Sent to {{name}}, not opened yet. The link is valid until {{day}}.', opened: 'Opened by {{name}}. The link is valid until {{day}}.', revoke: 'Withdraw', made: 'The link has been sent to {{name}}. It is shown only now.', copy: 'Copy the link', copied: 'Copied',
  },
  link: {
    lead: '{{name}}, someone in the municipality has asked you for this material.', spent: 'The link is no longer valid', spentText: 'It has expired or been withdrawn. Ask the person who sent it for a new one.', spentKept: 'What you have already handed in is kept.',
    submitted: 'Thank you, it is handed in. You need not do anything more. If something is to be put right you see it here.', accepted: 'Thank you, it is accepted. You need not do anything more.', lacks: 'Thank you, the answer is sent. You need not do anything more.', closed: 'The material is not asked for right now. You need not do anything.',
    mistake: 'Something wrong? You can remove what you have handed in until it is accepted. The history says that you did.', removed: '{{title}} is removed.', yours: 'Your own link', yoursText: 'It is for this item only, until and including {{day}}. What you hand in stands in your name, so do not pass it on.',
  },
  help: {
    label: 'Help', how: 'How to do it', one: 'Choose an item in the list.', two: 'Drag the file there or give a link to your website.', three: 'Press Hand in. The evaluators read and accept, or ask for something else.', else: 'Someone else who knows?', elseText: 'Forward a single item. Your colleague gets an own link and needs no account.',
    ask: 'Questions', who: 'Who can read it?', whoText: 'The evaluators, the coordinator and the contacts of the municipality. Leave out personal data that is not needed.', noScanner: 'Files are not checked for viruses here; hand in only files you have made yourselves or trust.',
  },
  desk: {
    title: 'Material', add: 'New request', addOwn: 'Write a request of your own', sendAll: 'Send {{n}} drafts', sendOne: 'Send the draft', emptyTitle: 'Nothing has been asked for yet', emptyText: 'Fetch the list that belongs to the model. It comes as drafts: change, remove and add before you send it to the municipality.', emptyWait: 'The coordinator has not sent a list yet.',
    firstDue: 'Last day, for all', fromInstrument: 'Fetch the list from the model', unreviewed: '{{n}} items handed in have waited more than five working days to be reviewed.', unreviewedOne: 'One item handed in has waited more than five working days to be reviewed.', noScanner: 'No virus scanner is connected. Files are checked for type and content, but not for viruses.',
    group: { review: 'To review', draft: 'Drafts, not sent', away: 'With the municipality', done: 'Accepted' },
    edit: 'Change', noDue: 'no day set', noOwner: 'Nobody in particular', servesNone: 'no question', returnWhy: 'What is to be put right?', askWhy: 'Why is it needed after all?', returnHint: 'The municipality reads the text.', returnSend: 'Send back', history: 'What has happened', removed: 'removed a file',
    orphans: 'Gaps', orphanQuestions: '{{n}} questions that no request serves', orphanOne: '1 question that no request serves', orphanRequests: 'Requests that belong to no question:', loose: 'Other material', addLoose: 'Add material without a request', behind: 'Mail and deletion',
  },
  move: { accepted: 'Accept', returned: 'Send back', requested: 'Send to the municipality', draft: 'Take back', askAfterAll: 'Ask for it after all' },
  edit: { title: 'Change the request', new: 'New request', what: 'What is asked for?', whatWrong: 'Write what is asked for.', questions: 'Belongs to {{n}} questions', save: 'Save', add: 'Add as draft' },
  keep: { title: 'Retention', document: 'Document', class: 'Kept as', classOf: 'How long {{name}} is kept', until: 'Deleted', hold: 'Hold', holdOf: 'Exempt {{name}} from deletion', held: 'on hold', never: 'never', of: { working: 'working material', evaluation: 'evaluation material', archive: 'archived' } },
  outbox: { title: 'Mail: links and reminders', empty: 'No mail about material has been sent.', waiting: 'waiting to be sent' },
  receipts: {
    title: 'Deletion receipts', empty: 'Nothing has been deleted.', size: 'files: {{files}}, pages: {{pages}}', proof: 'Checksums and signature', gone: 'Gone: the files, their text in the search, previews and kept copies of web pages.',
    backups: 'In backups until {{day}} at the latest.', noBackups: 'How long backups hold it, the operator has not stated.', inBackups: 'May still lie in backups', inBackupsText: 'Samsyn can remove nothing from the backups of the operator. They are cleared when they are old enough.',
    until: 'until {{day}} at the latest', unstated: 'not stated', unstatedText: 'The operator has not stated how long backups are kept (BACKUP_DAYS). That is why a last day is missing.',
  },
};
