import type { reminders as swedish } from './reminders-words.sv';

export const reminders: typeof swedish = {
  open: 'Remind', openMany: 'Remind of several', title: 'Send a reminder', which: 'Remind of', to: 'Goes to {{names}}.', one: 'Each gets a single mail. Whoever has already had one today, or has declined reminders, gets none.',
  noneMarked: 'Mark what the reminder is to be about.', nobody: 'The municipality has no contact to remind. Add one under Settings.',
  freeDay: 'Today, {{day}}, is not a working day. Reminders otherwise never go out on such a day. This one goes now because you send it.', send: 'Send the reminder', sendAnyway: 'Send today anyway',
  outcome: { sent: 'Reminder sent to {{names}}.', already: '{{names}} has already had a reminder today and gets no other.', declined: '{{names}} has declined reminders. Get in touch another way.' },
  declines: 'Declines reminders', declinesText: 'This would have been sent, but its reader has declined reminders.',
  choice: {
    title: 'Reminders about material', on: 'You get a mail when something you are to hand in to an evaluation is due soon or late, at most one a day.',
    off: 'Reminders are switched off. You get no more of them.', onAgain: 'Reminders are on again.', stop: 'Stop sending reminders', start: 'Start sending reminders again',
    stops: 'This stops', stopped: 'This has stopped', stopsText: 'Reminders about material, from all evaluations, to the address that the mail came to', goesOn: 'This still comes',
    still: { signIn: 'Invitations and links to sign in', links: 'Links that somebody sends you to hand in an item', interviews: 'Invitations and changes about your interviews' },
    who: 'What you are to hand in is asked for also without reminders. The coordinator sees who has declined them.',
    unknown: 'The link is not whole', unknownText: 'A part of the address seems to be missing. Open the link in the mail again, or copy the whole address here.',
  },
};
